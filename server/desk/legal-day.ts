/** The legal day of an instant: the calendar day in the district's time zone. */
import { type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";

const HOUR_MS = 3_600_000;

/** Makes the function for one time zone. Days change on the hour everywhere, so one answer serves for the hour's quarter. */
export const legalDays = (timeZone: string): ((ms: number) => PlainDate) => {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  const quarter = HOUR_MS / 4;
  let known = -1;
  let day = plainDateOf("1970-01-01");
  return (ms) => {
    const index = Math.floor(ms / quarter);
    if (index !== known) {
      day = plainDateOf(format.format(ms));
      known = index;
    }
    return day;
  };
};

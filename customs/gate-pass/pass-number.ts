/** The number of a gate pass. Domain 2.2. */
import Type from "typebox";

/** Z, office, I or E, six digits of the day, and twelve of its own. */
export const PassNumber = Type.String({
  pattern: "^Z[0-9]{4}[IE][0-9]{18}$",
  description:
    "24 characters: Z, office, I in or E out, the day as yymmdd, serial, for example Z2218I260331000000000042.",
});

const SERIAL_DIGITS = 12;

/** The number of a pass of a day, made from the position of its entry. */
export const passNumber = (office: string, inbound: boolean, day: string, ticket: number): string =>
  `Z${office}${inbound ? "I" : "E"}${day.slice(2).replaceAll("-", "")}${String(ticket).padStart(SERIAL_DIGITS, "0")}`;

import type { Filed } from "@openftz/customs/declaration/declaration.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Entries come by the hundred in a minute, and all of them have one day. */
let lately = { minute: "", day: "" };

/** The calendar day of an instant for counting: China has had one time zone without summer time since 1991. */
const dayOf = (at: string): string => {
  const minute = at.slice(0, 16);
  if (minute !== lately.minute)
    lately = { minute, day: new Date(Date.parse(at) + CHINA_OFFSET_MS).toISOString().slice(0, 10) };
  return lately.day;
};

const count = (day: string, what: string, by = 1): RowOperation => ({
  add: { count: by },
  where: { day, what },
});

const filed = ({ at, body }: Entry<never>): readonly RowOperation[] => {
  const { state, examination } = body as Filed;
  const day = dayOf(at);
  return [
    count(day, "filed"),
    count(day, `state.${state}`),
    count(day, `lane.${examination.lane ?? "none"}`),
    count(day, "taxYuan", Number(examination.taxes.total.split(".")[0])),
  ];
};

const counted =
  (what: string) =>
  ({ at }: Entry<never>) => [count(dayOf(at), what)];

/** How often what happened on which day. */
export const countView = defineView({
  shape: {
    name: "day_count",
    version: 2,
    columns: { day: "text", what: "text", count: "integer" },
    key: ["day", "what"],
    indexes: [],
  },
  on: {
    "declaration.filed": filed,
    "declaration.released": counted("released"),
    "declaration.paid": counted("paid"),
    "declaration.overdue": counted("overdue"),
    "declaration.withdrawn": counted("withdrawn"),
    "declaration.closed": counted("closed"),
  },
});

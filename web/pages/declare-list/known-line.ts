/** A line of the book as a line of a paper: its goods, and, outbound, what lies there as the whole that shares are of. */
import type { Measure, Status } from "@openftz/customs/account-book/stock.ts";
import type { ShownLine } from "../../api/types.ts";
import { shareOf } from "../../shared/decimal.ts";
import { emptyLine, type LineFields, type Whole } from "./form.ts";

/** What lies there, with its worth in dollars. */
const wholeOf = (there: Readonly<Record<Measure, string>>, averageUsd: string | null): Whole => ({
  ...{ declared: there.declared, lawful: there.lawful },
  ...(there.second !== "0" && { second: there.second }),
  ...(averageUsd !== null && { amount: shareOf(averageUsd, there.declared, "1") }),
});

export const knownLine = (
  { id, goods, stock, worth }: ShownLine,
  status: Status,
  inbound: boolean,
): LineFields => {
  const there = stock.find((row) => row.status === status)?.available;
  return emptyLine({
    ...{ line: id, ...goods, secondUnit: goods.secondUnit ?? "" },
    ...(!inbound && there && { of: wholeOf(there, worth.averageUsd) }),
  });
};

/** What of a slip is still out: what went less what came back or is on its way back. */
import type { LookAnswer } from "../../api/types.ts";
import { countOf, lessOf } from "../../shared/decimal.ts";

type Slip = Pick<LookAnswer<"stock-slip.show">, "lines" | "returnedBy">;
type Line = Slip["lines"][number];

export type OutLine = {
  readonly line: string;
  readonly currency: string;
  readonly declared: string;
  readonly lawful: string;
  readonly second?: string;
  readonly netMassKg: string;
  readonly grossMassKg: string;
  readonly amount: string;
};

const less = (one: string, other: string): string =>
  countOf(one) <= countOf(other) ? "0" : lessOf(one, other);

const outLine = ({ line, declared, lawful, second, netMassKg, grossMassKg, value }: Line): OutLine => ({
  ...{ line, declared, lawful, netMassKg, grossMassKg, amount: value.amount, currency: value.currency },
  ...(second !== undefined && { second }),
});

const minus = (out: OutLine, back: Line): OutLine => ({
  ...out,
  declared: less(out.declared, back.declared),
  lawful: less(out.lawful, back.lawful),
  ...(out.second !== undefined && { second: less(out.second, back.second ?? "0") }),
  netMassKg: less(out.netMassKg, back.netMassKg),
  grossMassKg: less(out.grossMassKg, back.grossMassKg),
  amount: less(out.amount, back.value.amount),
});

/** Every line of the slip with what is out of it; a return is taken off the first line of the same goods. */
export const outLines = ({ lines, returnedBy }: Slip): readonly OutLine[] => {
  const out = lines.map(outLine);
  for (const back of returnedBy.flatMap((each) => each.lines)) {
    const at = out.findIndex(({ line, declared }) => line === back.line && declared !== "0");
    if (at >= 0) out[at] = minus(out[at]!, back);
  }
  return out;
};

/** The lines of which something is out. */
export const outOf = (slip: Slip): readonly OutLine[] =>
  outLines(slip).filter(({ declared }) => declared !== "0");

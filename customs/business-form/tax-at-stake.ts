/** What goods that leave before they are declared would owe if they never came back. Domain 2.12, 3.8. */
import { divide, fromScaled, multiply } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { QUANTITY_DIGITS } from "@openftz/kernel/quantity.ts";
import { taxOfGoods } from "../account-book/goods-tax.ts";
import { byLine, type PaperLine, type Placed } from "../account-book/paper-line.ts";
import { countOf } from "../account-book/stock.ts";
import { readDecimal } from "../declaration/decimals.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import type { Stake, StockSlip } from "../stock-slip/stock-slip.ts";
import { tariffOn } from "../tariff/tariff-book.ts";

/** What goods are worth on average on their line, in dollars. */
const averageOf = ({ declared }: PaperLine, { known }: Placed) => {
  if (!known || known.worth.declared === 0n) return undefined;
  const worth = fromScaled(known.worth.usd, QUANTITY_DIGITS);
  return divide(
    multiply(worth, fromScaled(countOf(declared), QUANTITY_DIGITS)),
    fromScaled(known.worth.declared, QUANTITY_DIGITS),
  );
};

/**
 * Duty, additional duties, consumption tax and VAT of goods imported on a day without any preference, line by line in fen:
 * at the value that is said, or at the average of the line where that comes to more.
 */
export const taxAtStake = (
  lines: readonly PaperLine[],
  placed: readonly Placed[],
  records: Records,
  day: PlainDate,
): { readonly stakes: readonly Stake[] } | { readonly faults: readonly Fault[] } => {
  const adopted = tariffOn(records, day);
  if (!adopted)
    return {
      faults: [{ pointer: "/form", detail: `No tariff is in force on ${day}: nothing tells the tax.` }],
    };
  const around = { ...adopted, records, day };
  const faults: Fault[] = [];
  const sums = new Map<string, bigint>();
  for (const [index, said] of lines.entries()) {
    const it = placed[index]!;
    const average = averageOf(said, it);
    const outcomes = [
      taxOfGoods(said, it.goods, readDecimal(said.value.amount), around),
      ...(average === undefined
        ? []
        : [taxOfGoods({ ...said, value: { ...said.value, currency: "USD" } }, it.goods, average, around)]),
    ];
    for (const outcome of outcomes)
      if (outcome.kind === "refused")
        faults.push({
          pointer: `/lines/${index}`,
          detail: `What the goods would owe cannot be told: ${outcome.faults[0]!.detail}`,
          try: ["Declare them before they leave."],
        });
    const fen = outcomes.map((outcome) => (outcome.kind === "assessed" ? outcome.total : 0n));
    const most = fen.reduce((most, each) => (each > most ? each : most), 0n);
    sums.set(it.line, (sums.get(it.line) ?? 0n) + most);
  }
  if (faults.length > 0) return { faults };
  return { stakes: [...sums].map(([line, fen]) => ({ line, fen: fen.toString() })) };
};

/** What comes back of a slip's stakes with goods that return: of each line the share of its goods, rounded down. */
export const stakesBack = ({ stakes, lines }: StockSlip, placed: readonly Placed[]): readonly Stake[] => {
  const went = byLine(lines);
  const back = new Map<string, bigint>();
  for (const { line, quantities } of placed) back.set(line, (back.get(line) ?? 0n) + quantities.declared);
  return stakes.flatMap(({ line, fen }) => {
    const all = went.get(line)?.declared ?? 0n;
    const some = back.get(line) ?? 0n;
    return all === 0n || some === 0n ? [] : [{ line, fen: ((BigInt(fen) * some) / all).toString() }];
  });
};

/** The sum of stakes, in fen. */
export const sumOfStakes = (stakes: readonly Stake[]): bigint =>
  stakes.reduce((sum, { fen }) => sum + BigInt(fen), 0n);

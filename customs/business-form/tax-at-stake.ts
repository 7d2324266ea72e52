/** What goods that leave before they are declared would owe if they never came back. Domain 2.12, 3.8. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { taxOfGoods } from "../account-book/goods-tax.ts";
import type { PaperLine, Placed } from "../account-book/paper-line.ts";
import { readDecimal } from "../declaration/decimals.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import { tariffOn } from "../tariff/tariff-book.ts";

/** Duty, additional duties, consumption tax and VAT of goods imported on a day without any preference, in fen. */
export const taxAtStake = (
  lines: readonly PaperLine[],
  placed: readonly Placed[],
  records: Records,
  day: PlainDate,
): { readonly fen: bigint } | { readonly faults: readonly Fault[] } => {
  const adopted = tariffOn(records, day);
  if (!adopted)
    return {
      faults: [{ pointer: "/form", detail: `No tariff is in force on ${day}: nothing tells the tax.` }],
    };
  const faults: Fault[] = [];
  let fen = 0n;
  for (const [index, line] of lines.entries()) {
    const amount = readDecimal(line.value.amount);
    const outcome = taxOfGoods(line, placed[index]!.goods, amount, { ...adopted, records, day });
    if (outcome.kind === "assessed") fen += outcome.total;
    else
      faults.push({
        pointer: `/lines/${index}`,
        detail: `What the goods would owe cannot be told: ${outcome.faults[0]!.detail}`,
        try: ["Declare them before they leave."],
      });
  }
  return faults.length > 0 ? { faults } : { fen };
};

/**
 * Export: the customs value is FOB without the duty it contains (Tariff Law art. 29), so the percentage of the rate that
 * applies divides it; a specific rate does not. In a price band, the price is FOB.
 */
import { add, divide, type Fraction, ONE, signOf } from "@openftz/kernel/fraction.ts";
import { type Bench, chargeSum, settleColumn, toFen } from "./bench.ts";
import { type Basis, type Candidate, chargedCandidate, columnFaults } from "./duty-basis.ts";
import type { DutyFault } from "./duty-fault.ts";
import { FREE, percentFactor } from "./rate-column.ts";
import type { Column, TariffLine } from "./tariff-line.ts";

/** The customs value in fen and the duty on it. */
export type ExportDuty = { readonly customsValue: bigint; readonly chosen: Candidate };

/** The export duty; nothing when a fault was added. `fob` is in CNY, exact. */
export const exportDuty = (
  line: TariffLine,
  bench: Bench,
  fob: Fraction,
  faults: DutyFault[],
): ExportDuty | undefined => {
  const applies = exportColumn(line);
  if (!applies) return { customsValue: toFen(fob), chosen: { basis: "none", column: FREE, amount: 0n } };
  const [basis, column] = applies;
  const settled = settleColumn(column, bench);
  if (settled.kind !== "settled") {
    faults.push(...columnFaults(settled, basis, column, line));
    return undefined;
  }
  const factor = percentFactor(settled.sum);
  const customsValue = toFen(signOf(factor) > 0 ? divide(fob, add(ONE, factor)) : fob);
  const chosen = chargedCandidate(chargeSum(settled, bench, customsValue), basis, column, line, faults);
  return chosen && { customsValue, chosen };
};

/** The column that applies: provisional before the statutory rate; nothing when no export duty is owed. */
export const exportColumn = (line: TariffLine): readonly [Basis, Column] | undefined => {
  if (line.exportProvisional) return ["export-provisional", line.exportProvisional];
  return line.export ? ["export", line.export] : undefined;
};

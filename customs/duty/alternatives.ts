/** What the other columns would have come to: the trader sees what a proof of origin would be worth. */
import type { Assessment } from "./assess.ts";
import { type Candidate, charge, claimableColumns } from "./duty-basis.ts";
import type { DutyFault } from "./duty-fault.ts";

/**
 * The other columns that were compared or could be claimed for this origin, each with its amount. A column that lacks
 * its quantity or exchange rate is left out. Computed when asked: filing a declaration does not need it.
 */
export const alternativesOf = ({ case: it, settled, duty }: Assessment): readonly Candidate[] => {
  const { direction, origin } = it.request;
  const { compared } = settled.choice;
  if (direction === "export" || origin === undefined) return compared;
  const told = new Set([duty.basis, ...compared.map(({ basis }) => basis)]);
  const lackingIsNoFaultHere: DutyFault[] = [];
  const others = claimableColumns(it.line, origin)
    .filter(([basis]) => !told.has(basis))
    .flatMap(([basis, column]) => charge(it, basis, column, lackingIsNoFaultHere) ?? []);
  return [...compared, ...others];
};

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
  const lackingIsNoFaultHere: DutyFault[] = [];
  const all = [...compared];
  for (const [basis, column] of claimableColumns(it.line, origin)) {
    if (basis === duty.basis || compared.some((told) => told.basis === basis)) continue;
    const candidate = charge(it, basis, column, lackingIsNoFaultHere);
    if (candidate) all.push(candidate);
  }
  return all;
};

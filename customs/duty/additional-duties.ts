/**
 * Duties on top of the base duty: anti-dumping, countervailing, safeguard and others (Tariff Law art. 16 to 18), and
 * what is owed when the origin of goods that such a duty may meet is not proved (art. 19).
 */
import { chargeColumn } from "./bench.ts";
import { type Candidate, type ChosenDuty, charge, type DutyCase } from "./duty-basis.ts";
import type { DutyFault } from "./duty-fault.ts";
import { chargeFaults } from "./lookup-faults.ts";
import { coversOrigin, isInForce, type RemedyRate, rateFor, ratesOf } from "./remedies.ts";
import type { TariffLine } from "./tariff-line.ts";

/** A rate of a remedy and what it comes to, in fen. */
export type AppliedRemedy = RemedyRate & { readonly amount: bigint };

/** How goods without a proof of origin were settled: the base duty with the highest remedy against the general duty. */
export type UnprovedOrigin = {
  readonly base: Candidate;
  readonly highest: AppliedRemedy;
  /** Nothing when the line states no general rate. */
  readonly general: Candidate | undefined;
};

/** The duty and what comes on top of it. */
export type DutyWithRemedies = {
  readonly choice: ChosenDuty;
  readonly additional: readonly AppliedRemedy[];
  readonly unproved?: UnprovedOrigin;
};

const NONE: readonly AppliedRemedy[] = [];

/** The import duty with its remedies; nothing when a fault was added. All that is missing is found. */
export const withRemedies = (
  it: DutyCase,
  choice: ChosenDuty | undefined,
  faults: DutyFault[],
): DutyWithRemedies | undefined => {
  if (it.line.remedies.length === 0) return choice && { choice, additional: NONE };
  const { date, origin, originProof, exporter } = it.request;
  if (!originProof) {
    const inForce = it.line.remedies.filter((remedy) => isInForce(remedy, date));
    if (inForce.length === 0) return choice && { choice, additional: NONE };
    return withoutProof(it, inForce.flatMap(ratesOf), choice, faults);
  }
  const rates: RemedyRate[] = [];
  for (const remedy of it.line.remedies)
    if (isInForce(remedy, date) && coversOrigin(remedy, origin)) rates.push(rateFor(remedy, exporter));
  const additional = chargeAll(it, rates, faults);
  return choice && additional && { choice, additional };
};

/** Every rate with its amount; nothing when one of them comes to none. */
const chargeAll = (
  it: DutyCase,
  rates: readonly RemedyRate[],
  faults: DutyFault[],
): readonly AppliedRemedy[] | undefined => {
  const applied: AppliedRemedy[] = [];
  for (const rate of rates) {
    const { remedy, column, exporter } = rate;
    const charged = chargeColumn(column, it.bench, it.customsValue);
    if (charged.kind === "amount") applied.push({ remedy, column, exporter, amount: charged.amount });
    else faults.push(...chargeFaults(charged, remedyName(rate, it.line)));
  }
  return applied.length === rates.length ? applied : undefined;
};

const remedyName = ({ remedy, column, exporter }: RemedyRate, line: TariffLine): string =>
  `The ${exporter === undefined ? "rate" : `rate for ${exporter}`} ${column.text} of ${remedy.code} of ${line.code}`;

/** The base duty with the highest rate of any remedy in force, or the general duty where that is more (art. 19). */
const withoutProof = (
  it: DutyCase,
  rates: readonly RemedyRate[],
  choice: ChosenDuty | undefined,
  faults: DutyFault[],
): DutyWithRemedies | undefined => {
  const before = faults.length;
  const applied = chargeAll(it, rates, faults);
  const column = it.line.general;
  const general = column && charge(it, "general", column, faults);
  if (!choice || !applied || faults.length > before) return undefined;
  const highest = applied.reduce((best, next) => (next.amount > best.amount ? next : best));
  const unproved = { base: choice.chosen, highest, general };
  return general && choice.chosen.amount + highest.amount < general.amount
    ? { choice: instead(choice, general), additional: [], unproved }
    : { choice: alsoCompared(choice, general), additional: [highest], unproved };
};

const instead = ({ chosen, compared }: ChosenDuty, general: Candidate): ChosenDuty => ({
  chosen: general,
  compared: [chosen, ...compared].filter(({ basis }) => basis !== general.basis),
});

const alsoCompared = ({ chosen, compared }: ChosenDuty, general: Candidate | undefined): ChosenDuty => ({
  chosen,
  compared: general && general.basis !== chosen.basis ? [...compared, general] : compared,
});

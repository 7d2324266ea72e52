/** Which column of the tariff line the duty is taken from (Tariff Law art. 10 to 14), and what it comes to. */
import { AGREEMENTS_2026, agreementsCovering } from "../codes/agreements.ts";
import { LEAST_DEVELOPED_2026 } from "../codes/least-developed.ts";
import { type Bench, type Charged, chargeColumn, type NotCharged } from "./bench.ts";
import { type DutyFault, dutyFault } from "./duty-fault.ts";
import { chargeFaults } from "./lookup-faults.ts";
import { FREE } from "./rate-column.ts";
import type { ReadLine } from "./request-line.ts";
import type { Column, TariffLine } from "./tariff-line.ts";

/**
 * The name of a column in a result: `mfn`, `provisional`, `general`, `agreement:<code>`, `special:<country>`, `quota`,
 * `quota-provisional`, `export`, `export-provisional`, or `none` where nothing is owed.
 */
export type Basis = string;

/** A column that could be the basis, and the duty it gives for this very line, in fen. */
export type Candidate = { readonly basis: Basis; readonly column: Column; readonly amount: bigint };

/** The column that stands, and the others it was compared with. */
export type ChosenDuty = { readonly chosen: Candidate; readonly compared: readonly Candidate[] };

/** All that a choice of column looks at. */
export type DutyCase = {
  readonly request: ReadLine;
  readonly line: TariffLine;
  readonly bench: Bench;
  /** In fen: what percentages are taken of. */
  readonly customsValue: bigint;
};

/** The import duty; nothing when a fault was added. */
export const chooseImportDuty = (it: DutyCase, faults: DutyFault[]): ChosenDuty | undefined => {
  const { quota, claim } = it.request;
  if (quota !== "in" && claim !== undefined) return claimedDuty(it, claim, faults);
  const [basis, column] = quota === "in" ? quotaColumn(it.line) : unclaimedColumn(it);
  if (!column) return refuse(faults, quota === "in" ? noQuotaRate(it.line) : noRate(it.line, basis));
  const chosen = charge(it, basis, column, faults);
  return chosen && { chosen, compared: [] };
};

/** Within a quota neither claim nor origin nor treatment is looked at (art. 14). */
const quotaColumn = (line: TariffLine): readonly [Basis, Column | undefined] =>
  line.quotaProvisional ? ["quota-provisional", line.quotaProvisional] : ["quota", line.quota];

const unclaimedColumn = ({ request, line }: DutyCase): readonly [Basis, Column | undefined] => {
  if (request.origin === undefined || request.treatment === "general") return ["general", line.general];
  return ordinaryColumn(line);
};

/** What applies to goods with MFN treatment that claim nothing: provisional replaces MFN (art. 13). */
const ordinaryColumn = (line: TariffLine): readonly [Basis, Column | undefined] =>
  line.provisional ? ["provisional", line.provisional] : ["mfn", line.mfn];

/** The lower of the claimed rate and the ordinary one, by the duty each gives; equal: the claimed one stands (art. 13). */
const claimedDuty = (it: DutyCase, agreement: string, faults: DutyFault[]): ChosenDuty | undefined => {
  const claimed = findClaimed(it, agreement);
  if (typeof claimed === "string") return refuse(faults, notAvailable(it, claimed));
  const own = charge(it, claimed[0], claimed[1], faults);
  const [basis, column] = ordinaryColumn(it.line);
  const ordinary = column && charge(it, basis, column, faults);
  if (!own || (column && !ordinary)) return undefined;
  if (!ordinary) return { chosen: own, compared: [] };
  return ordinary.amount < own.amount
    ? { chosen: ordinary, compared: [own] }
    : { chosen: own, compared: [ordinary] };
};

/** The column that a claim names, or the reason why it cannot be claimed. */
const findClaimed = (it: DutyCase, agreement: string): readonly [Basis, Column] | string => {
  const { request, line } = it;
  const { origin } = request;
  if (origin === undefined) return "The origin of the goods is not stated.";
  if (!request.originProof) return "The origin of the goods is not proved.";
  if (agreement === "LD") {
    const column = specialColumn(line, origin);
    return column ? [`special:${origin}`, column] : `The line has no special rate for ${origin}.`;
  }
  const known = AGREEMENTS_2026.get(agreement);
  if (!known) return `${JSON.stringify(agreement)} is no agreement of the 2026 list.`;
  if (!known.origins.has(origin)) return `${agreement} does not cover ${origin}.`;
  const column = line.agreements.get(agreement);
  return column ? [`agreement:${agreement}`, column] : `The line has no rate under ${agreement}.`;
};

/** The special rate of a least developed country: named, or 0 by name or by the list of 2026. */
const specialColumn = (line: TariffLine, origin: string): Column | undefined => {
  const named = line.special.get(origin);
  if (named) return named;
  const byList = line.specialZero.includes("LD") && LEAST_DEVELOPED_2026.includes(origin);
  return byList || line.specialZero.includes(origin) ? FREE : undefined;
};

/** Every preference that could be claimed for the origin on this line, claimed or not, in the order of the notice. */
export const claimableColumns = (line: TariffLine, origin: string): readonly (readonly [Basis, Column])[] => {
  const columns: (readonly [Basis, Column])[] = [];
  for (const { code } of agreementsCovering(origin)) {
    const column = line.agreements.get(code);
    if (column) columns.push([`agreement:${code}`, column]);
  }
  const special = specialColumn(line, origin);
  if (special) columns.push([`special:${origin}`, special]);
  return columns;
};

/** What a column comes to for the line; nothing when a fault was added. */
export const charge = (
  it: DutyCase,
  basis: Basis,
  column: Column,
  faults: DutyFault[],
): Candidate | undefined =>
  chargedCandidate(chargeColumn(column, it.bench, it.customsValue), basis, column, it.line, faults);

/** A charged column as a candidate; nothing, and faults, when it comes to no amount. */
export const chargedCandidate = (
  charged: Charged,
  basis: Basis,
  column: Column,
  line: TariffLine,
  faults: DutyFault[],
): Candidate | undefined => {
  if (charged.kind === "amount") return { basis, column, amount: charged.amount };
  faults.push(...columnFaults(charged, basis, column, line));
  return undefined;
};

/** The faults of a column that comes to no amount. */
export const columnFaults = (
  why: NotCharged,
  basis: Basis,
  column: Column,
  line: TariffLine,
): readonly DutyFault[] => chargeFaults(why, `The ${basis} rate ${column.text} of ${line.code}`);

const refuse = (faults: DutyFault[], fault: DutyFault): undefined => {
  faults.push(fault);
  return undefined;
};

const noRate = (line: TariffLine, basis: Basis): DutyFault =>
  dutyFault(
    "no-rate-in-force",
    "/commodity",
    `The tariff line ${line.code} (${line.place.file}, line ${line.place.line}) states no ${basis} rate.`,
    "Hold the goods, look the rate up in the official schedule and complete the tariff: not stated is not free.",
  );

const noQuotaRate = (line: TariffLine): DutyFault =>
  dutyFault(
    "no-quota-rate",
    "/quota",
    `The tariff line ${line.code} (${line.place.file}, line ${line.place.line}) has no rate within a quota.`,
    `Ask for "quota":"out", or use a tariff that states the quota rate.`,
  );

const notAvailable = ({ request, line }: DutyCase, reason: string): DutyFault => {
  const could = request.origin === undefined ? [] : claimableColumns(line, request.origin);
  const codes = could.map(([basis]) =>
    basis.startsWith("special:") ? "LD" : basis.slice("agreement:".length),
  );
  const instead =
    codes.length > 0 && request.originProof ? `Claim ${codes.join(" or ")} instead, or remove` : "Remove";
  return dutyFault("claim-not-available", "/claim/agreement", reason, `${instead} the claim.`);
};

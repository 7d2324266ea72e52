/** What each column of a line would come to, and what a certificate of origin would be worth. */
import { formatFixed } from "@openftz/kernel/fraction.ts";
import { type Assessment, type AssessOutcome, assessJson } from "../duty/assess.ts";
import { TAX_DIGITS } from "../duty/bench.ts";
import { type Basis, charge, claimableColumns, quotaColumn, unclaimedColumn } from "../duty/duty-basis.ts";
import type { DutyFault } from "../duty/duty-fault.ts";
import { exportColumn, exportDuty } from "../duty/export-duty.ts";
import type { CompiledTariff } from "../duty/tariff.ts";
import type { Column, TariffLine } from "../duty/tariff-line.ts";
import type { DutyQuestion } from "./duty-question.ts";
import { columnsOf } from "./line-columns.ts";

/** A column as it is shown beside the others. */
export type ShownColumn = {
  readonly basis: Basis;
  readonly expression: string;
  /** Countries that it is for; null where it is not for some countries only. */
  readonly origins: readonly string[] | null;
  /** The duty it would give for this question, CNY; null while the value or a quantity is missing. */
  readonly amount: string | null;
  /** Whether the duty is taken from it. */
  readonly applies: boolean;
  /** The claim that would make it apply to this origin. */
  readonly claim: string | null;
};

/** A claim that could be made for the origin: what would then be owed altogether, and how much less that is. */
export type Certificate = {
  readonly agreement: string;
  readonly basis: Basis;
  readonly duty: string;
  readonly total: string;
  /** CNY less than without any claim, all taxes together; "0.00" where nothing is saved. */
  readonly saves: string;
  readonly claimed: boolean;
};

type Request = Readonly<Record<string, unknown>>;

const yuan = (fen: bigint): string => formatFixed(fen, TAX_DIGITS);

/** The word that claims a basis; nothing when it needs no claim. */
const claimFor = (basis: Basis): string | null => {
  if (basis.startsWith("agreement:")) return basis.slice("agreement:".length);
  return basis.startsWith("special:") ? "LD" : null;
};

type Asked = Pick<DutyQuestion, "direction" | "origin" | "quota" | "treatment" | "claim">;

/** The columns of the direction asked for, each with what it would come to. */
export const compareColumns = (
  line: TariffLine,
  asked: Asked,
  applied: Basis | undefined,
  assessment: Assessment | undefined,
): readonly ShownColumn[] => {
  const { direction = "import", origin } = asked;
  const claimable = new Set(
    origin === undefined ? [] : claimableColumns(line, origin).map(([basis]) => basis),
  );
  const standing = applied ?? standingBasis(line, asked);
  return columnsOf(line)
    .filter((each) => each.direction === direction)
    .map(({ basis, column, origins }) => {
      const here = origin !== undefined && basis === "special" && origins?.includes(origin);
      const asBasis = here ? `special:${origin}` : basis;
      const amount = assessment && amountOf(assessment, line, asBasis, column);
      return {
        basis: asBasis,
        expression: column.text,
        origins,
        amount: amount === undefined ? null : yuan(amount),
        applies: asBasis === standing,
        claim: claimable.has(asBasis) ? claimFor(asBasis) : null,
      };
    });
};

/** The column that applies whatever the goods are worth; nothing for a claim, which is decided by amounts. */
const standingBasis = (line: TariffLine, asked: Asked): Basis | undefined => {
  if (asked.direction === "export") return exportColumn(line)?.[0];
  if (asked.quota === "in") return quotaColumn(line)[0];
  return asked.claim ? undefined : unclaimedColumn({ request: asked, line })[0];
};

/** The duty of a column in fen; nothing when it lacks something. FOB holds the export duty, so each column has its own value. */
const amountOf = (
  { case: it }: Assessment,
  line: TariffLine,
  basis: Basis,
  column: Column,
): bigint | undefined => {
  const lackingIsNoFaultHere: DutyFault[] = [];
  if (!basis.startsWith("export")) return charge(it, basis, column, lackingIsNoFaultHere)?.amount;
  const alone = { ...line, export: column, exportProvisional: undefined };
  return exportDuty(alone, it.bench, it.bench.priced ?? it.request.amount, lackingIsNoFaultHere)?.chosen
    .amount;
};

const totalOf = (outcome: AssessOutcome): bigint | undefined =>
  outcome.kind === "assessed" ? outcome.total : undefined;

/** Every claim that the origin allows, the one that saves most first. Empty without an origin, for exports and in quota. */
export const certificatesFor = (
  line: TariffLine,
  request: Request,
  tariff: CompiledTariff,
): readonly Certificate[] => {
  const { origin, direction, quota, claim, ...rest } = request;
  if (typeof origin !== "string" || direction === "export" || quota === "in") return [];
  const unclaimed = totalOf(assessJson({ ...rest, origin, direction }, tariff));
  if (unclaimed === undefined) return [];
  const claimed = (claim as { agreement?: string } | undefined)?.agreement;
  return claimableColumns(line, origin)
    .flatMap(([basis]): (Certificate & { less: bigint })[] => {
      const agreement = claimFor(basis)!;
      const asked = { ...rest, origin, direction, claim: { agreement }, originProof: true };
      const outcome = assessJson(asked, tariff);
      if (outcome.kind !== "assessed") return [];
      const less = unclaimed > outcome.total ? unclaimed - outcome.total : 0n;
      const [duty, total] = [yuan(outcome.duty.amount), yuan(outcome.total)];
      return [{ agreement, basis, duty, total, saves: yuan(less), claimed: agreement === claimed, less }];
    })
    .sort((a, b) => (a.less === b.less ? 0 : a.less > b.less ? -1 : 1))
    .map(({ less: _, ...certificate }) => certificate);
};

/** What each column of a line would come to, and what a certificate of origin would be worth. */
import { formatFixed } from "@openftz/kernel/fraction.ts";
import { type Assessment, type AssessOutcome, assessJson } from "../duty/assess.ts";
import { TAX_DIGITS } from "../duty/bench.ts";
import { type Basis, charge, claimableColumns } from "../duty/duty-basis.ts";
import type { DutyFault } from "../duty/duty-fault.ts";
import type { CompiledTariff } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
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

/** The columns of the direction asked for, each with what it would come to. */
export const compareColumns = (
  line: TariffLine,
  { direction = "import", origin }: { readonly direction?: string; readonly origin?: string },
  applied: Basis | undefined,
  assessment: Assessment | undefined,
): readonly ShownColumn[] => {
  const claimable = new Set(
    origin === undefined ? [] : claimableColumns(line, origin).map(([basis]) => basis),
  );
  return columnsOf(line)
    .filter((each) => each.direction === direction)
    .map(({ basis, column, origins }) => {
      const here = origin !== undefined && basis === "special" && origins?.includes(origin);
      const asBasis = here ? `special:${origin}` : basis;
      const lackingIsNoFaultHere: DutyFault[] = [];
      const charged = assessment && charge(assessment.case, asBasis, column, lackingIsNoFaultHere);
      return {
        basis: asBasis,
        expression: column.text,
        origins,
        amount: charged ? yuan(charged.amount) : null,
        applies: asBasis === applied,
        claim: claimable.has(asBasis) ? claimFor(asBasis) : null,
      };
    });
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

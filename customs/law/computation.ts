/** What a computation comes to: an amount with every step told, or everything that is wrong with what was asked. */
import { type Fraction, formatDecimal, formatFixed, parseDecimal, round } from "@openftz/kernel/fraction.ts";
import { type Fault, type Problem, problem } from "../define/problem.ts";
import type { Ground } from "./figures.ts";

/** One step as people read it. `name` is the same for every computation of its kind, for pages that translate it. */
export type Step = {
  readonly name: string;
  readonly sentence: string;
  /** CNY with two decimals; null for a step that is no amount. */
  readonly amount: string | null;
  readonly citation: string;
  /** False: what this step rests on was recalled and not read at its source. */
  readonly confirmed: boolean;
};

/** The faults of a request, all of them. */
export type Refused = { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** Refuses with everything that was found. */
export const refused = (faults: readonly Fault[]): Refused => ({ kind: "refused", faults });

/** Whether an outcome is a refusal. */
export const isRefused = (outcome: object): outcome is Refused =>
  "kind" in outcome && outcome.kind === "refused";

/** A step; `fen` is its amount, or null. The sentence names the amount itself. */
export const step = (name: string, fen: bigint | null, ground: Ground, sentence: string): Step => ({
  name,
  sentence,
  amount: fen === null ? null : yuanText(fen),
  citation: ground.source,
  confirmed: ground.confirmed,
});

/** A ground by its citation alone; "(R)" in it marks what was recalled. */
export const ground = (source: string): Ground => ({ source, confirmed: !source.includes("(R)") });

/** CNY to fen, half up: how customs round every amount. */
export const toFen = (yuan: Fraction): bigint => round(yuan, 2, "half-up");

/** An amount of CNY that the schema has let through, in fen. */
export const readYuan = (text: string): bigint => toFen(parseDecimal(text)!);

/** An amount in fen as CNY with two decimals. */
export const yuanText = (fen: bigint): string => formatFixed(fen, 2);

/** A share of one as a percentage of at most four decimals: 0.0005 is "0.05 %". */
export const percentText = (share: Fraction): string =>
  `${formatDecimal({ n: round({ n: share.n * 100n, d: share.d }, 4, "half-up"), d: 10_000n })} %`;

/** Whether everything a computation rests on was read at its source. */
export const isConfirmed = (steps: readonly Step[]): boolean => steps.every(({ confirmed }) => confirmed);

/** The end of every answer: the steps, and whether all they rest on was read at its source. */
export const explained = <Fields extends object>(fields: Fields, steps: readonly Step[]) => ({
  ...fields,
  confirmed: isConfirmed(steps),
  steps,
});

/** The refusal of a lookup: its faults as a problem. */
export const asProblem = ({ faults }: Refused): { readonly problem: Problem } => ({
  problem: problem(
    "invalid-request",
    faults.length === 1 ? "The request has a mistake." : `The request has ${faults.length} mistakes.`,
    "Correct what is named and ask again.",
    faults,
  ),
});

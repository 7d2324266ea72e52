/**
 * How a measure file is written. Days are plain text ("2026-01-31"), checked here; examples say only in what their case
 * differs from an ordinary one, so that a published file stays as it is when the dictionary of facts grows.
 */
import type {
  DeclarationAnswers,
  DeclarationFacts,
  GoodsAnswers,
  GoodsFacts,
} from "@openftz/customs/law/facts.ts";
import type { Example, Measure } from "@openftz/kernel/measure.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { type DeclarationCase, declarationCase, type GoodsCase, goodsCase } from "./cases.ts";

/** The dimensions of the law, by which a measure's `where` may be placed. */
export type Dimension = "procedure" | "direction" | "zoneType";

/** A rule that is asked for every goods item. */
export type GoodsMeasure = Measure<GoodsFacts, GoodsAnswers>;
/** A rule that is asked once for a declaration, when its goods have been decided. */
export type DeclarationMeasure = Measure<DeclarationFacts, DeclarationAnswers>;

type Written<Facts, Answers, Case> = Omit<
  Measure<Facts, Answers>,
  "inForce" | "published" | "where" | "examples"
> & {
  /** Legal days as "2026-01-31", both included. */
  readonly inForce: { readonly from: string; readonly until?: string };
  readonly published: string;
  readonly where?: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  /** At least one case that the measure takes and one that it leaves. */
  readonly examples: readonly {
    readonly name: string;
    readonly given: Case;
    readonly expect: Example<Facts, Answers>["expect"];
  }[];
};

const define =
  <Facts, Answers, Case>(factsOf: (given: Case) => Facts) =>
  (written: Written<Facts, Answers, Case>): Measure<Facts, Answers> => {
    const { inForce, published, where, examples, ...rest } = written;
    const from = plainDateOf(inForce.from);
    const until = inForce.until === undefined ? undefined : plainDateOf(inForce.until);
    if (until !== undefined && until < from)
      throw new RangeError(`${rest.id} ends on ${until}, before ${from}.`);
    return {
      ...rest,
      inForce: until === undefined ? { from } : { from, until },
      published: plainDateOf(published),
      ...(where && { where }),
      examples: examples.map(({ name, given, expect }) => ({ name, facts: factsOf(given), expect })),
    };
  };

/** Defines a rule about goods. @throws RangeError for a day that does not exist or an end before the beginning. */
export const defineGoodsMeasure = define<GoodsFacts, GoodsAnswers, GoodsCase>(goodsCase);

/** Defines a rule about declarations. @throws RangeError for a day that does not exist or an end before the beginning. */
export const defineDeclarationMeasure = define<DeclarationFacts, DeclarationAnswers, DeclarationCase>(
  declarationCase,
);

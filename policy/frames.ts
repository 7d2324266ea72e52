/** What the law of customs is asked, in which order, and by what its measures are found. */
import type {
  DeclarationAnswers,
  DeclarationFacts,
  DeclarationPart,
  GoodsAnswers,
  GoodsFacts,
  ZoneType,
} from "@openftz/customs/law/facts.ts";
import type { Frame } from "@openftz/kernel/measure.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Dimension } from "./define-measure.ts";

type Placed = { readonly declaration: DeclarationPart; readonly zone: { readonly type: ZoneType } };

const dimensions: Readonly<Record<Dimension, (facts: Placed) => string>> = {
  procedure: ({ declaration }) => declaration.procedure,
  direction: ({ declaration }) => declaration.direction,
  zoneType: ({ zone }) => zone.type,
};
const dayOf = ({ declaration }: Placed): PlainDate => declaration.day;

/** Asked for each goods item: is the duty collected, and which documents are asked for? */
export const goodsFrame: Frame<GoodsFacts, GoodsAnswers> = {
  questions: { dutyCollection: "one", documents: "all" },
  dayOf,
  dimensions,
};

/** Asked for the declaration, when its goods are decided: which lane, release before or after payment, days to pay. */
export const declarationFrame: Frame<DeclarationFacts, DeclarationAnswers> = {
  questions: { lane: "one", release: "one", paymentDays: "one" },
  dayOf,
  dimensions,
};

/** The same facts on another day: how a check walks over the edges of force. */
export const onDay = <Facts extends Placed>(facts: Facts, day: PlainDate): Facts => ({
  ...facts,
  declaration: { ...facts.declaration, day },
});

/** The same facts in another place of the law. The values come from measures' `where`, so they may be of any spelling. */
export const placed = <Facts extends Placed>(facts: Facts, dimension: Dimension, value: string): Facts =>
  dimension === "zoneType"
    ? { ...facts, zone: { ...facts.zone, type: value as ZoneType } }
    : { ...facts, declaration: { ...facts.declaration, [dimension]: value } };

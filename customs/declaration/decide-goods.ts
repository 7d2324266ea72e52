/** What the law says of the goods items: items of which it says the same are recorded together. */
import type { Decision } from "@openftz/kernel/decide.ts";
import type { DeclarationFacts, GoodsFacts } from "../law/facts.ts";
import type { CustomsLaw } from "../law/law.ts";
import type { Goods } from "./content.ts";
import type { AssessedItem, GoodsDecisions } from "./declaration.ts";

/** The facts that goods share with their declaration. */
export type CommonFacts = Pick<DeclarationFacts, "declaration" | "trader" | "declarant" | "zone">;

/** The facts of one goods item, from those of the declaration and what was declared: replay makes them the same way. */
export const goodsFacts = (
  common: CommonFacts,
  goods: Pick<Goods, "commodity" | "origin" | "purpose" | "quota">,
): GoodsFacts => ({
  declaration: common.declaration,
  goods: {
    commodity: goods.commodity,
    chapter: goods.commodity.slice(0, 2),
    heading: goods.commodity.slice(0, 4),
    origin: goods.origin ?? "",
    purpose: goods.purpose ?? "",
    quota: goods.quota ?? "out",
  },
  trader: common.trader,
  declarant: common.declarant,
  zone: common.zone,
});

/** Decides every goods item. */
export const decideGoods = (
  law: CustomsLaw,
  common: CommonFacts,
  goods: readonly Goods[],
): readonly GoodsDecisions[] => {
  const groups = new Map<string, { items: number[]; decisions: readonly Decision[] }>();
  for (const [index, each] of goods.entries()) {
    const { decisions, spelled } = worthKeeping(law.decideGoods(goodsFacts(common, each)));
    const group = groups.get(spelled);
    if (group) group.items.push(index + 1);
    else groups.set(spelled, { items: [index + 1], decisions });
  }
  return [...groups.values()];
};

type Kept = { readonly decisions: readonly Decision[]; readonly spelled: string };

/** The law gives the same decisions to all goods that it sees as the same: they are looked through once. */
const known = new WeakMap<readonly Decision[], Kept>();

/** What goes into the record, and a text by which equal ones are known. */
const worthKeeping = (all: readonly Decision[]): Kept => {
  const before = known.get(all);
  if (before) return before;
  const decisions = all.filter(isWorthKeeping);
  const kept = { decisions, spelled: JSON.stringify(decisions) };
  known.set(all, kept);
  return kept;
};

/** That no document is asked for needs no record; that nobody says whether duty is collected does. */
const isWorthKeeping = ({ question, outcome, overruled }: Decision): boolean =>
  outcome.kind !== "silent" || question !== "documents" || overruled.length > 0;

/** The decisions about one item, counted from 1. */
export const decisionsFor = (all: readonly GoodsDecisions[], item: number): readonly Decision[] =>
  all.find(({ items }) => items.includes(item))?.decisions ?? [];

/** The value of an answered question; undefined when it was not answered by one voice. */
export const answerOf = (decisions: readonly Decision[], question: string): unknown => {
  const outcome = decisions.find((each) => each.question === question)?.outcome;
  return outcome?.kind === "answered" ? outcome.value : undefined;
};

/** Whether what is owed on an item is collected, suspended or exempt; null while nobody or nobody alone says so. */
export const collectionOf = (decisions: readonly Decision[]): AssessedItem["collection"] =>
  (answerOf(decisions, "dutyCollection") as AssessedItem["collection"] | undefined) ?? null;

/** The kinds of documents asked for by any measure, each once, in their order. */
export const documentsAsked = (all: readonly GoodsDecisions[]): readonly string[] => {
  const kinds = all.flatMap(({ decisions }) => {
    const outcome = decisions.find((each) => each.question === "documents")?.outcome;
    return outcome?.kind === "gathered" ? outcome.values.map(({ value }) => value as string) : [];
  });
  return [...new Set(kinds)].sort();
};

/** What is added to the price paid or taken off it. Tariff Law, art. 25 (added) and 26 (not part of the value). */
import type { ValueArticle } from "./value-law.ts";

/** One kind of addition or deduction: which way it counts, by which article, and its words in a sentence. */
export type ElementKind = {
  readonly effect: "add" | "deduct" | "none";
  readonly article: ValueArticle;
  readonly words: string;
};

/** The kinds that the two articles name, and the exceptions they make, which change nothing. */
export const ELEMENTS = {
  commission: {
    effect: "add",
    article: "additions",
    words: "Commission and brokerage, other than for buying, that the buyer bears",
  },
  "buying-commission": {
    effect: "none",
    article: "additions",
    words: "Commission for buying is not added",
  },
  containers: {
    effect: "add",
    article: "additions",
    words: "Containers that are one with the goods, borne by the buyer",
  },
  packing: { effect: "add", article: "additions", words: "Packing, material and labour, borne by the buyer" },
  assists: {
    effect: "add",
    article: "additions",
    words: "Materials, tools and designs that the buyer supplied free or below cost",
  },
  royalties: {
    effect: "add",
    article: "additions",
    words: "Royalties that the buyer must pay as a condition of the sale",
  },
  "resale-proceeds": {
    effect: "add",
    article: "additions",
    words: "Proceeds of a later sale or use that go to the seller",
  },
  "work-after-import": {
    effect: "deduct",
    article: "deductions",
    words: "Construction, assembly, maintenance and technical service after import, stated apart",
  },
  warranty: {
    effect: "none",
    article: "deductions",
    words: "Maintenance under warranty is not taken off",
  },
  "inland-transport": {
    effect: "deduct",
    article: "deductions",
    words: "Transport and insurance after unloading at the place of entry, stated apart",
  },
  "import-taxes": {
    effect: "deduct",
    article: "deductions",
    words: "Import duties and taxes of this country, stated apart",
  },
} as const satisfies Record<string, ElementKind>;

/** The name of a kind. */
export type ElementName = keyof typeof ELEMENTS;

/** All names, for schemas. */
export const ELEMENT_NAMES = Object.keys(ELEMENTS) as readonly ElementName[];

/**
 * Ordinary cases, from which examples differ: a registered trader's general import of passenger car tyres, no zone, no
 * licence asked, tax owed and not guaranteed, and a draw that hits nobody. A new fact gets its ordinary value here.
 */
import type { DeclarationFacts, DeclarationPart, GoodsFacts } from "@openftz/customs/law/facts.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";

type DeclarationCasePart = Partial<Omit<DeclarationPart, "day">> & { readonly day?: string };

/** In what a goods item differs from the ordinary one. Chapter and heading follow from the commodity. */
export type GoodsCase = {
  readonly declaration?: DeclarationCasePart;
  readonly goods?: Partial<Omit<GoodsFacts["goods"], "chapter" | "heading">>;
  readonly trader?: Partial<GoodsFacts["trader"]>;
  readonly declarant?: Partial<GoodsFacts["declarant"]>;
  readonly zone?: Partial<GoodsFacts["zone"]>;
};

/** In what a declaration differs from the ordinary one. */
export type DeclarationCase = Omit<GoodsCase, "goods"> & {
  readonly documents?: Partial<DeclarationFacts["documents"]>;
  readonly tax?: Partial<DeclarationFacts["tax"]>;
  readonly guarantee?: Partial<DeclarationFacts["guarantee"]>;
  readonly draw?: number;
};

const declarationPart = ({ day = "2026-03-02", ...parts }: DeclarationCasePart = {}): DeclarationPart => ({
  day: plainDateOf(day),
  direction: "import",
  procedure: "0110",
  office: "2225",
  transportMode: "2",
  goodsItems: 1,
  imported: false,
  ...parts,
});

const parties = (given: Pick<GoodsCase, "trader" | "declarant" | "zone">) => ({
  trader: { credit: "registered" as const, ...given.trader },
  declarant: { credit: "registered" as const, ...given.declarant },
  zone: { id: "none", type: "none" as const, ...given.zone },
});

/** The facts of a goods item that is ordinary but for what is given. */
export const goodsCase = (given: GoodsCase = {}): GoodsFacts => {
  const commodity = given.goods?.commodity ?? "4011100000";
  return {
    declaration: declarationPart(given.declaration),
    goods: {
      origin: "JP",
      purpose: "",
      quota: "out",
      ...given.goods,
      commodity,
      chapter: commodity.slice(0, 2),
      heading: commodity.slice(0, 4),
    },
    ...parties(given),
  };
};

/** The facts of a declaration that is ordinary but for what is given. */
export const declarationCase = (given: DeclarationCase = {}): DeclarationFacts => ({
  declaration: declarationPart(given.declaration),
  ...parties(given),
  documents: { asked: given.documents?.missing ?? [], missing: [], ...given.documents },
  tax: { owed: true, assessed: true, ...given.tax },
  guarantee: { given: false, covers: false, ...given.guarantee },
  draw: given.draw ?? 9_999,
});

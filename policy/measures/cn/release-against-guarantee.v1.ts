import { defineDeclarationMeasure } from "../../define-measure.ts";

/**
 * A guarantee stands in for tax that is not yet paid or not yet known, never for a licence: all documents that the goods
 * measures ask for are licences or the like, so none may be missing.
 */
export default defineDeclarationMeasure({
  id: "cn.release-against-guarantee",
  version: 1,
  title: { en: "Goods go against a guarantee", zh: "凭担保先行放行" },
  sentence: {
    en: "Your guarantee covers what is owed, so your goods are released before it is paid.",
    zh: "您提供的担保足以覆盖应纳税款，货物可以在缴税前先予放行。",
  },
  citation: {
    text: "Customs Guarantee Regulation (State Council Decree 581), articles 4 and 11",
    url: "https://github.com/LawRefBook/Laws/blob/6ef77b0a407dfcb4285dc149af0a159b09e28aa7/行政法规/海关事务担保条例(2018-03-19).md",
    confirmed: true,
  },
  inForce: { from: "2011-01-01" },
  published: "2010-09-14",
  exceptionTo: ["cn.release-after-payment"],
  appliesTo: ({ guarantee, tax, documents }) =>
    guarantee.given && guarantee.covers && (tax.owed || !tax.assessed) && documents.missing.length === 0,
  answers: { release: () => "against-guarantee" },
  examples: [
    {
      name: "a general guarantee covers the tax",
      given: { guarantee: { given: true, covers: true } },
      expect: { release: "against-guarantee" },
    },
    {
      name: "what is owed is not yet determined",
      given: { guarantee: { given: true, covers: true }, tax: { owed: false, assessed: false } },
      expect: { release: "against-guarantee" },
    },
    {
      name: "it does not cover it",
      given: { guarantee: { given: true, covers: false } },
      expect: "not applicable",
    },
    {
      name: "no guarantee stands in for a missing licence",
      given: { guarantee: { given: true, covers: true }, documents: { missing: ["J"] } },
      expect: "not applicable",
    },
    {
      name: "nothing is owed",
      given: { guarantee: { given: true, covers: true }, tax: { owed: false } },
      expect: "not applicable",
    },
  ],
});

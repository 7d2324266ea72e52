import { defineDeclarationMeasure } from "../../define-measure.ts";

/** The rule: first the tax, then the goods. */
export default defineDeclarationMeasure({
  id: "cn.release-after-payment",
  version: 1,
  title: { en: "Goods go when the tax is paid", zh: "缴清税款后放行" },
  sentence: {
    en: "Your goods are released when what is owed on them is paid.",
    zh: "缴清税款后，您的货物予以放行。",
  },
  citation: {
    text: "Customs Law (numbering of the 2021 text), article 29",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: true,
  },
  inForce: { from: "2001-01-01" },
  published: "2000-07-08",
  appliesTo: () => true,
  answers: { release: () => "after-payment" },
  examples: [
    { name: "tax is owed and nobody guarantees it", given: {}, expect: { release: "after-payment" } },
    {
      name: "a guarantee that does not cover the tax does not help",
      given: { guarantee: { given: true, covers: false } },
      expect: { release: "after-payment" },
    },
    {
      name: "before the Customs Law was revised it is not asked",
      given: { declaration: { day: "2000-12-31" } },
      expect: "not applicable",
    },
  ],
});

import { defineDeclarationMeasure } from "../../define-measure.ts";

/** The rule: what nothing singles out goes on. Each reason to look closer is an exception to it. */
export default defineDeclarationMeasure({
  id: "cn.lane-release",
  version: 1,
  title: { en: "Goods are released", zh: "放行" },
  sentence: {
    en: "Your goods are released without a closer look, unless another rule asks for one.",
    zh: "除另有规定外，您的货物无需进一步审核或者查验即予放行。",
  },
  citation: {
    text: "Customs Law (numbering of the 2021 text), article 29",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: true,
  },
  inForce: { from: "2001-01-01" },
  published: "2000-07-08",
  appliesTo: () => true,
  answers: { lane: () => "release" },
  examples: [
    { name: "nothing is missing and nobody was drawn", given: {}, expect: { lane: "release" } },
    {
      name: "before the Customs Law was revised it is not asked",
      given: { declaration: { day: "2000-12-31" } },
      expect: "not applicable",
    },
  ],
});

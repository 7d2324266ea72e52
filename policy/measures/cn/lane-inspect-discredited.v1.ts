import { defineDeclarationMeasure } from "../../define-measure.ts";

/**
 * That customs may inspect any goods is the law. That goods of discredited enterprises nearly always are (84.76 % in
 * 2019) is reported; that they always are is our reading. The measures on credit changed on 2021-11-01 and 2026-04-01.
 */
export default defineDeclarationMeasure({
  id: "cn.lane-inspect-discredited",
  version: 1,
  title: { en: "Goods of discredited enterprises are inspected", zh: "失信企业货物查验" },
  sentence: {
    en: "Your goods are inspected because you, or whoever declares for you, are on the list of discredited enterprises.",
    zh: "您或者您的申报单位被列为失信企业，货物应当接受查验。",
  },
  citation: {
    text: "Customs Law, article 28; Credit Measures (Decree 237 of 2018, Decree 251 of 2021, revised 2026)",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: false,
  },
  inForce: { from: "2018-05-01" },
  published: "2018-03-03",
  exceptionTo: ["cn.lane-release", "cn.lane-documents", "cn.lane-inspect-drawn"],
  appliesTo: ({ trader, declarant }) => trader.credit === "discredited" || declarant.credit === "discredited",
  answers: { lane: () => "inspect" },
  examples: [
    {
      name: "the trader is discredited",
      given: { trader: { credit: "discredited" } },
      expect: { lane: "inspect" },
    },
    {
      name: "the broker is discredited, and documents are missing as well",
      given: { declarant: { credit: "discredited" }, documents: { missing: ["A"] } },
      expect: { lane: "inspect" },
    },
    {
      name: "a discredited trader was drawn as well: one inspection, one reason",
      given: { trader: { credit: "discredited" }, draw: 0 },
      expect: { lane: "inspect" },
    },
    {
      name: "both are in good standing",
      given: { trader: { credit: "advanced" } },
      expect: "not applicable",
    },
  ],
});

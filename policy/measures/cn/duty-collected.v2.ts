import { defineGoodsMeasure } from "../../define-measure.ts";

/** The rule that all suspensions and exemptions are exceptions to. */
export default defineGoodsMeasure({
  id: "cn.duty-collected",
  version: 2,
  title: { en: "Duty is collected", zh: "征收关税" },
  sentence: {
    en: "You owe duty on the goods you bring in or send out, unless another rule says otherwise.",
    zh: "除另有规定外，您进出口的货物应当缴纳关税。",
  },
  citation: {
    text: "Tariff Law (2024), article 2",
    url: "https://github.com/LawRefBook/Laws/blob/71f344a682c56de4902dda931f54d24a4a77bf8f/经济法/关税法(2024-04-26).md",
    confirmed: true,
  },
  inForce: { from: "2024-12-01" },
  published: "2024-04-26",
  appliesTo: () => true,
  answers: { dutyCollection: () => "collect" },
  examples: [
    {
      name: "tyres imported in general trade owe duty",
      given: { declaration: { day: "2026-03-02" } },
      expect: { dutyCollection: "collect" },
    },
    {
      name: "exports are asked as well: some goods carry an export duty",
      given: { declaration: { direction: "export" } },
      expect: { dutyCollection: "collect" },
    },
    {
      name: "on 30 November 2024 the Duty Regulation is still in force",
      given: { declaration: { day: "2024-11-30" } },
      expect: "not applicable",
    },
  ],
});

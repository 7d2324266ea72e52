import { defineDeclarationMeasure } from "../../define-measure.ts";

/** Collective payment by the fifth working day of the next month is a permission of its own and not a number of days. */
export default defineDeclarationMeasure({
  id: "cn.payment-days",
  version: 2,
  title: { en: "Fifteen days to pay", zh: "十五日内缴纳税款" },
  sentence: {
    en: "You pay within 15 days after the declaration was completed.",
    zh: "您应当自完成申报之日起十五日内缴纳税款。",
  },
  citation: {
    text: "Tariff Law (2024), article 43",
    url: "https://github.com/LawRefBook/Laws/blob/71f344a682c56de4902dda931f54d24a4a77bf8f/经济法/关税法(2024-04-26).md",
    confirmed: true,
  },
  inForce: { from: "2024-12-01" },
  published: "2024-04-26",
  appliesTo: () => true,
  answers: { paymentDays: () => 15 },
  examples: [
    { name: "a declaration of 2026", given: {}, expect: { paymentDays: 15 } },
    {
      name: "on 30 November 2024 the Duty Regulation is still in force",
      given: { declaration: { day: "2024-11-30" } },
      expect: "not applicable",
    },
  ],
});

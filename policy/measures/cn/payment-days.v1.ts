import { defineDeclarationMeasure } from "../../define-measure.ts";

/** The law counted from the day on which customs issued the bill; here both fall on the day of the declaration. */
export default defineDeclarationMeasure({
  id: "cn.payment-days",
  version: 1,
  title: { en: "Fifteen days to pay", zh: "十五日内缴纳税款" },
  sentence: {
    en: "You pay within 15 days after customs issued the bill.",
    zh: "您应当自海关填发税款缴款书之日起十五日内缴纳税款。",
  },
  citation: {
    text: "Customs Law (numbering of the 2021 text), article 60; Import and Export Duty Regulation, article 37",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: true,
  },
  inForce: { from: "2004-01-01", until: "2024-11-30" },
  published: "2003-11-23",
  appliesTo: () => true,
  answers: { paymentDays: () => 15 },
  examples: [
    {
      name: "a declaration of 2021",
      given: { declaration: { day: "2021-06-15" } },
      expect: { paymentDays: 15 },
    },
    {
      name: "from 1 December 2024 it is the Tariff Law that says so",
      given: { declaration: { day: "2024-12-01" } },
      expect: "not applicable",
    },
  ],
});

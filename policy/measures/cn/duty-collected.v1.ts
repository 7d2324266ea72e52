import { defineGoodsMeasure } from "../../define-measure.ts";

/** The rule that all suspensions and exemptions are exceptions to, as it stood before the Tariff Law. */
export default defineGoodsMeasure({
  id: "cn.duty-collected",
  version: 1,
  title: { en: "Duty is collected", zh: "征收关税" },
  sentence: {
    en: "You owe duty on the goods you bring in or send out, unless another rule says otherwise.",
    zh: "除另有规定外，您进出口的货物应当缴纳关税。",
  },
  citation: {
    text: "Import and Export Duty Regulation (State Council Decree 392), article 2",
    url: "https://github.com/LawRefBook/Laws/blob/6ef77b0a407dfcb4285dc149af0a159b09e28aa7/行政法规/进出口关税条例(2017-03-01).md",
    confirmed: true,
  },
  inForce: { from: "2004-01-01", until: "2024-11-30" },
  published: "2003-11-23",
  appliesTo: () => true,
  answers: { dutyCollection: () => "collect" },
  examples: [
    {
      name: "tyres imported in general trade in 2020 owe duty",
      given: { declaration: { day: "2020-06-01" } },
      expect: { dutyCollection: "collect" },
    },
    {
      name: "from 1 December 2024 it is the Tariff Law that says so",
      given: { declaration: { day: "2024-12-01" } },
      expect: "not applicable",
    },
  ],
});

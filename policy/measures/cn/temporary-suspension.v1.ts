import { defineGoodsMeasure } from "../../define-measure.ts";

/** Temporary goods before the Tariff Law: nothing is paid, but security is given. */
export default defineGoodsMeasure({
  id: "cn.temporary-suspension",
  version: 1,
  title: { en: "Duty not paid for temporary goods and exhibits", zh: "暂时进出境货物暂不缴税" },
  sentence: {
    en: "With a deposit or other security you pay no duty on goods that come or go for one of the named purposes and return within six months.",
    zh: "缴纳保证金或者提供其他担保后，用于规定用途并在六个月内复运出境或者进境的货物，可以暂不缴纳关税。",
  },
  citation: {
    text: "Import and Export Duty Regulation (State Council Decree 392), article 42",
    url: "https://github.com/LawRefBook/Laws/blob/6ef77b0a407dfcb4285dc149af0a159b09e28aa7/行政法规/进出口关税条例(2017-03-01).md",
    confirmed: true,
  },
  inForce: { from: "2004-01-01", until: "2024-11-30" },
  published: "2003-11-23",
  where: { procedure: ["2600", "2700"] },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "suspend" },
  examples: [
    {
      name: "a painting comes to an exhibition in 2021",
      given: {
        declaration: { procedure: "2700", day: "2021-10-20" },
        goods: { commodity: "9701210000", origin: "FR" },
      },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "sold at the fair it is imported in general trade",
      given: { declaration: { day: "2021-11-12" }, goods: { commodity: "9701210000", origin: "FR" } },
      expect: "not applicable",
    },
  ],
});

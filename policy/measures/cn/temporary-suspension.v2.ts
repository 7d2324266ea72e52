import { defineGoodsMeasure } from "../../define-measure.ts";

/** Temporary goods under the Tariff Law. Whether security is given is a matter of the guarantee, not of the duty. */
export default defineGoodsMeasure({
  id: "cn.temporary-suspension",
  version: 2,
  title: { en: "Duty not paid for temporary goods and exhibits", zh: "暂时进出境货物暂不缴税" },
  sentence: {
    en: "You pay no duty for the time being on goods that come or go for one of the named purposes and return within six months.",
    zh: "用于规定用途并在六个月内复运出境或者复运进境的货物，可以依法暂不缴纳关税。",
  },
  citation: {
    text: "Tariff Law (2024), article 37",
    url: "https://github.com/LawRefBook/Laws/blob/71f344a682c56de4902dda931f54d24a4a77bf8f/经济法/关税法(2024-04-26).md",
    confirmed: true,
  },
  inForce: { from: "2024-12-01" },
  published: "2024-04-26",
  where: { procedure: ["2600", "2700"] },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "suspend" },
  examples: [
    {
      name: "a concept car comes to a fair",
      given: { declaration: { procedure: "2700" }, goods: { commodity: "8703800010", origin: "DE" } },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "a car that stays is imported in general trade",
      given: { goods: { commodity: "8703800010", origin: "DE" } },
      expect: "not applicable",
    },
  ],
});

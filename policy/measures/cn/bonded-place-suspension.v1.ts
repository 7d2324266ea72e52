import { defineGoodsMeasure } from "../../define-measure.ts";

/** Bonded warehouses and logistics centres outside the zones, and moves from one bonded place to another. */
export default defineGoodsMeasure({
  id: "cn.bonded-place-suspension",
  version: 1,
  title: { en: "Duty suspended in a bonded warehouse or logistics centre", zh: "保税仓库及物流中心货物保税" },
  sentence: {
    en: "You pay nothing while goods lie in a bonded warehouse or logistics centre, or move from one bonded place to another.",
    zh: "货物存放于保税仓库、保税物流中心或者在保税监管场所之间流转期间，予以保税。",
  },
  citation: {
    text: "Customs Law (numbering of the 2021 text), articles 32 and 100",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: true,
  },
  inForce: { from: "2001-01-01" },
  published: "2000-07-08",
  where: { procedure: ["1200", "1233", "6033"], direction: ["import"] },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "suspend" },
  examples: [
    {
      name: "lubricants come into a bonded warehouse",
      given: { declaration: { procedure: "1233" }, goods: { commodity: "2710199100", origin: "SG" } },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "taken out for use in the country they are imported in general trade",
      given: {
        declaration: { procedure: "0110", transportMode: "8" },
        goods: { commodity: "2710199100", origin: "SG" },
      },
      expect: "not applicable",
    },
  ],
});

import { defineGoodsMeasure } from "../../define-measure.ts";

/** One of the 21 measures of 2019. That licences fall away was read; that the goods are bonded is recalled. */
export default defineGoodsMeasure({
  id: "cn.zone-research-suspension",
  version: 1,
  title: { en: "Duty suspended for research goods in a zone", zh: "综合保税区研发货物保税" },
  sentence: {
    en: "Goods that you bring from abroad into a comprehensive bonded zone for research are bonded, and written off as the research uses them.",
    zh: "您从境外运入综合保税区用于研发的货物予以保税，并按照实际研发耗用核销。",
  },
  citation: {
    text: "State Council Opinions on Comprehensive Bonded Zones, Guofa (2019) 3, measure 6",
    confirmed: false,
  },
  inForce: { from: "2019-01-25" },
  published: "2019-01-25",
  where: {
    procedure: ["5010"],
    direction: ["import"],
    zoneType: ["comprehensive-bonded-zone", "special-comprehensive-bonded-zone"],
  },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "suspend" },
  examples: [
    {
      name: "wafers for a laboratory in Zhangjiang",
      given: {
        declaration: { procedure: "5010" },
        goods: { commodity: "3818001900" },
        zone: { id: "zone/zhangjiang", type: "comprehensive-bonded-zone" },
      },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "wafers for a laboratory outside owe duty",
      given: { goods: { commodity: "3818001900" } },
      expect: "not applicable",
    },
  ],
});

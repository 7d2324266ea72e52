import { defineGoodsMeasure } from "../../define-measure.ts";

/** The decree of 2022 and its day are confirmed, the article has not been read. */
export default defineGoodsMeasure({
  id: "cn.comprehensive-zone-equipment-exempt",
  version: 1,
  title: { en: "Own equipment of a comprehensive bonded zone is exempt", zh: "综合保税区自用设备免税" },
  sentence: {
    en: "Equipment that you bring from abroad into a comprehensive bonded zone for your own production is free of duty, under supervision.",
    zh: "您从境外运入综合保税区自用的生产设备，在海关监管下予以免税。",
  },
  citation: {
    text: "Comprehensive Bonded Zone Measures (Customs Decree 256)",
    url: "https://www.gov.cn/zhengce/zhengceku/2022-03/30/content_5682479.htm",
    confirmed: false,
  },
  inForce: { from: "2022-04-01" },
  published: "2022-01-01",
  where: {
    procedure: ["5335"],
    direction: ["import"],
    zoneType: ["comprehensive-bonded-zone", "special-comprehensive-bonded-zone"],
  },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "exempt" },
  examples: [
    {
      name: "a machine for a plant in Songjiang",
      given: {
        declaration: { procedure: "5335" },
        goods: { commodity: "8459610000" },
        zone: { id: "zone/songjiang", type: "comprehensive-bonded-zone" },
      },
      expect: { dutyCollection: "exempt" },
    },
    {
      name: "a machine that leaves the zone for the country is a record of the zone",
      given: {
        declaration: { procedure: "5300", direction: "export" },
        zone: { id: "zone/songjiang", type: "comprehensive-bonded-zone" },
      },
      expect: "not applicable",
    },
  ],
});

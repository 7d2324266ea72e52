import { defineGoodsMeasure } from "../../define-measure.ts";

/** What a bonded zone's enterprises need to produce and to run is free of duty; what they trade in is not meant here. */
export default defineGoodsMeasure({
  id: "cn.zone-equipment-exempt",
  version: 1,
  title: { en: "Own equipment of a bonded zone is exempt", zh: "保税区自用设备免税" },
  sentence: {
    en: "Production and management equipment that you bring from abroad into a bonded zone for your own use is free of duty.",
    zh: "您从境外运入保税区自用的生产、管理设备，予以免税。",
  },
  citation: {
    text: "Bonded Zone Supervision Measures (Decree 65), article 12, items 1 to 3",
    url: "https://github.com/LawRefBook/Laws/blob/6ef77b0a407dfcb4285dc149af0a159b09e28aa7/行政法规/保税区海关监管办法(2011-01-08).md",
    confirmed: true,
  },
  inForce: { from: "1997-08-01" },
  published: "1997-08-01",
  where: { procedure: ["5335"], direction: ["import"], zoneType: ["bonded-zone"] },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "exempt" },
  examples: [
    {
      name: "a milling machine for a workshop in Waigaoqiao",
      given: {
        declaration: { procedure: "5335" },
        goods: { commodity: "8459610000", origin: "DE" },
        zone: { id: "zone/waigaoqiao", type: "bonded-zone" },
      },
      expect: { dutyCollection: "exempt" },
    },
    {
      name: "the same machine as goods in store is bonded, not exempt",
      given: {
        declaration: { procedure: "5033" },
        goods: { commodity: "8459610000", origin: "DE" },
        zone: { id: "zone/waigaoqiao", type: "bonded-zone" },
      },
      expect: "not applicable",
    },
    {
      name: "the same machine for a workshop outside owes duty",
      given: { declaration: { procedure: "0110" }, goods: { commodity: "8459610000", origin: "DE" } },
      expect: "not applicable",
    },
  ],
});

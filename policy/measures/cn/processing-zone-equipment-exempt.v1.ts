import { defineGoodsMeasure } from "../../define-measure.ts";

/** Export processing zones have rules of their own. Vehicles and living goods are taxed, so they are left here. */
export default defineGoodsMeasure({
  id: "cn.processing-zone-equipment-exempt",
  version: 1,
  title: { en: "Production equipment of an export processing zone is exempt", zh: "出口加工区生产设备免税" },
  sentence: {
    en: "Machines, equipment, moulds and their spare parts that you bring from abroad to produce in an export processing zone are free of duty.",
    zh: "您从境外运入出口加工区生产所需的机器、设备、模具及其维修用零配件，予以免税。",
  },
  citation: {
    text: "Provisional Measures for Export Processing Zones (Decree 81), article 17, items 1, 2 and 5",
    url: "https://github.com/LawRefBook/Laws/blob/6ef77b0a407dfcb4285dc149af0a159b09e28aa7/行政法规/海关对出口加工区监管的暂行办法(2011-01-08).md",
    confirmed: true,
  },
  inForce: { from: "2000-05-24" },
  published: "2000-05-24",
  where: { procedure: ["5335"], direction: ["import"], zoneType: ["export-processing-zone"] },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: ({ goods }) => goods.chapter !== "87",
  answers: { dutyCollection: () => "exempt" },
  examples: [
    {
      name: "an injection mould for a plant in Jinqiao",
      given: {
        declaration: { procedure: "5335", day: "2021-05-06" },
        goods: { commodity: "8480710000" },
        zone: { id: "zone/jinqiao", type: "export-processing-zone" },
      },
      expect: { dutyCollection: "exempt" },
    },
    {
      name: "a company car for the same plant owes duty",
      given: {
        declaration: { procedure: "5335", day: "2021-05-06" },
        goods: { commodity: "8703234010" },
        zone: { id: "zone/jinqiao", type: "export-processing-zone" },
      },
      expect: "not applicable",
    },
  ],
});

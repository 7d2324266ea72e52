import { defineGoodsMeasure } from "../../define-measure.ts";

/** What was processed in a zone may leave the country without export duty. */
export default defineGoodsMeasure({
  id: "cn.zone-export-exempt",
  version: 1,
  title: { en: "No export duty on goods processed in a zone", zh: "区内加工制成品免征出口关税" },
  sentence: {
    en: "Goods that you processed in the zone owe no export duty when they go abroad.",
    zh: "您在区内加工的制成品及边角余料运往境外，免征出口关税。",
  },
  citation: {
    text: "Bonded Zone Supervision Measures (Decree 65), article 21; Provisional Measures for Export Processing Zones (Decree 81), article 18",
    url: "https://github.com/LawRefBook/Laws/blob/6ef77b0a407dfcb4285dc149af0a159b09e28aa7/行政法规/保税区海关监管办法(2011-01-08).md",
    confirmed: true,
  },
  inForce: { from: "2000-05-24" },
  published: "2000-05-24",
  where: {
    procedure: ["5014", "5015"],
    direction: ["export"],
    zoneType: ["bonded-zone", "export-processing-zone"],
  },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "exempt" },
  examples: [
    {
      name: "a zone's plant ships its products abroad",
      given: {
        declaration: { procedure: "5015", direction: "export" },
        zone: { id: "zone/waigaoqiao", type: "bonded-zone" },
      },
      expect: { dutyCollection: "exempt" },
    },
    {
      name: "the materials that come in for them are bonded",
      given: { declaration: { procedure: "5015" }, zone: { id: "zone/waigaoqiao", type: "bonded-zone" } },
      expect: "not applicable",
    },
  ],
});

import { defineGoodsMeasure } from "../../define-measure.ts";

/**
 * Goods of zone enterprises that come from abroad to be processed, stored or forwarded stay under supervision, and the
 * duty waits until they go into the country. Which supervision mode says so is read from the names in the code table.
 */
export default defineGoodsMeasure({
  id: "cn.bonded-suspension",
  version: 1,
  title: { en: "Duty suspended for bonded goods in a zone", zh: "特殊监管区域保税货物暂缓征税" },
  sentence: {
    en: "You pay nothing while goods from abroad are processed, stored or forwarded in a zone under customs supervision.",
    zh: "境外货物进入海关特殊监管区域加工、仓储、物流期间，在海关监管下予以保税。",
  },
  citation: {
    text: "Customs Law (numbering of the 2021 text), articles 34, 59 and 100; Bonded Zone Supervision Measures, article 12",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: true,
  },
  inForce: { from: "2001-01-01" },
  published: "2000-07-08",
  where: {
    procedure: ["5014", "5015", "5033", "5034"],
    direction: ["import"],
    zoneType: [
      "bonded-zone",
      "export-processing-zone",
      "bonded-logistics-park",
      "bonded-port-area",
      "comprehensive-bonded-zone",
      "special-comprehensive-bonded-zone",
      "cross-border-industrial-zone",
    ],
  },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "suspend" },
  examples: [
    {
      name: "logistics goods enter a comprehensive bonded zone from abroad",
      given: {
        declaration: { procedure: "5034" },
        zone: { id: "zone/yangshan", type: "comprehensive-bonded-zone" },
      },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "the same in 2020, under the Duty Regulation",
      given: {
        declaration: { procedure: "5015", day: "2020-06-01" },
        zone: { id: "zone/jinqiao", type: "export-processing-zone" },
      },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "the zone's goods sold into the country are imported in general trade",
      given: { declaration: { procedure: "0110", transportMode: "Y" } },
      expect: "not applicable",
    },
    {
      name: "outside a zone the supervision mode alone suspends nothing",
      given: { declaration: { procedure: "5034" } },
      expect: "not applicable",
    },
  ],
});

import { defineGoodsMeasure } from "../../define-measure.ts";

/**
 * A move between a zone and the rest of the country is declared twice: outside as an import or export, on which the duty
 * is collected, and in the zone as a record of its book. The record must not owe the duty a second time.
 */
export default defineGoodsMeasure({
  id: "cn.zone-record-list",
  version: 1,
  title: { en: "No duty on the zone's side of a move", zh: "区内备案侧不征税" },
  sentence: {
    en: "The zone's record of goods that go into the country or come from it owes nothing: whoever imports them outside declares and pays.",
    zh: "区内企业就与境内区外往来货物所作的备案不征税，由区外收发货人办理进出口手续并纳税。",
  },
  citation: {
    text: "Bonded Zone Supervision Measures (Decree 65), article 13; for other zones by analogy, unconfirmed",
    url: "https://github.com/LawRefBook/Laws/blob/6ef77b0a407dfcb4285dc149af0a159b09e28aa7/行政法规/保税区海关监管办法(2011-01-08).md",
    confirmed: false,
  },
  inForce: { from: "1997-08-01" },
  published: "1997-08-01",
  where: { procedure: ["5000", "5100", "5300"] },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: ({ zone }) => zone.type !== "none",
  answers: { dutyCollection: () => "suspend" },
  examples: [
    {
      name: "a zone enterprise records products that leave for the country",
      given: {
        declaration: { procedure: "5100", direction: "export", transportMode: "9" },
        zone: { id: "zone/yangshan", type: "comprehensive-bonded-zone" },
      },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "the buyer outside imports them in general trade",
      given: { declaration: { procedure: "0110", transportMode: "Y" } },
      expect: "not applicable",
    },
  ],
});

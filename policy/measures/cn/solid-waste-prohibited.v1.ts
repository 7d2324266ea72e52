import { defineGoodsMeasure } from "../../define-measure.ts";

/**
 * Since 2021 no waste comes in. Metal scrap is not named here: what meets the standard of a recycled raw material is no
 * waste and stands in the same headings, so only an officer can tell.
 */
const WASTE_AND_NOTHING_ELSE = ["3915", "4707", "6310"];

/** Waste that arose in a zone or in processing trade is waste of the country, as the announcement says. */
const AROSE_HERE = ["0200", "0400", "0844", "0845", "5000", "5100"];
const MOVES_INSIDE = ["0", "1", "7", "8", "T", "W", "X", "Y", "Z"];

export default defineGoodsMeasure({
  id: "cn.solid-waste-prohibited",
  version: 1,
  title: { en: "Waste may not be imported", zh: "禁止进口固体废物" },
  sentence: {
    en: "You may not import waste of plastics, paper or textiles in any way; what was declared as such waits for an officer.",
    zh: "禁止以任何方式进口废塑料、废纸、废纺织品等固体废物；已申报的由关员处理。",
  },
  citation: {
    text: "Announcement 53/2020 of four ministries; Solid Waste Law (2020), article 24",
    url: "https://github.com/LawRefBook/Laws/blob/ad3fc7a710153f0a72b1a600f57654aab9653c36/行政法/固体废物污染环境防治法(2020-04-29).md",
    confirmed: true,
  },
  inForce: { from: "2021-01-01" },
  published: "2020-11-24",
  where: { direction: ["import"] },
  appliesTo: ({ declaration, goods }) =>
    WASTE_AND_NOTHING_ELSE.includes(goods.heading) &&
    !AROSE_HERE.includes(declaration.procedure) &&
    !MOVES_INSIDE.includes(declaration.transportMode),
  answers: { documents: () => "9" },
  examples: [
    {
      name: "waste plastics",
      given: { declaration: { day: "2021-01-01" }, goods: { commodity: "3915100000", origin: "JP" } },
      expect: { documents: "9" },
    },
    {
      name: "cuttings of a zone's plant that are sold into the country",
      given: { declaration: { procedure: "0844" }, goods: { commodity: "6310900090", origin: "JP" } },
      expect: "not applicable",
    },
    {
      name: "scrap of copper, which may be a recycled raw material",
      given: { goods: { commodity: "7404000090", origin: "JP" } },
      expect: "not applicable",
    },
  ],
});

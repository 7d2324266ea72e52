import { defineGoodsMeasure } from "../../define-measure.ts";

/** The last years in which some waste could still come in as a raw material. */
const PAPER_AND_METAL = ["4707", "7204", "7404", "7602"];

export default defineGoodsMeasure({
  id: "cn.solid-waste-licence",
  version: 1,
  title: { en: "Waste as raw material needs a licence", zh: "限制进口类固体废物须提交许可证" },
  sentence: {
    en: "You present the import licence of the environment authority for waste paper and metal scrap that serves as raw material.",
    zh: "您进口可用作原料的废纸、废金属，应当提交固体废物进口许可证。",
  },
  citation: { text: "Solid Waste Law (text of 2016-11-07), rules on restricted imports", confirmed: false },
  inForce: { from: "2016-11-07", until: "2020-12-31" },
  published: "2016-11-07",
  where: { direction: ["import"] },
  appliesTo: ({ goods }) => PAPER_AND_METAL.includes(goods.heading),
  answers: { documents: () => "P" },
  examples: [
    {
      name: "waste paper in 2020",
      given: { declaration: { day: "2020-05-11" }, goods: { commodity: "4707100000", origin: "US" } },
      expect: { documents: "P" },
    },
    {
      name: "waste paper in 2021: licences are no longer given",
      given: { declaration: { day: "2021-01-01" }, goods: { commodity: "4707100000", origin: "US" } },
      expect: "not applicable",
    },
  ],
});

import { defineGoodsMeasure } from "../../define-measure.ts";

/** Between abroad and a zone no permit is asked; it is asked where the gold goes into the country or comes from it. */
const STAYS_BONDED = ["1200", "1233", "5000", "5010", "5014", "5015", "5033", "5034", "5100", "6033"];

export default defineGoodsMeasure({
  id: "cn.gold-permit",
  version: 1,
  title: { en: "Gold needs the central bank's permit", zh: "黄金进出口须提交准许证" },
  sentence: {
    en: "You present the permit of the People's Bank of China for gold that you bring into the country or send out.",
    zh: "您进出口黄金应当提交中国人民银行签发的黄金及黄金制品进出口准许证。",
  },
  citation: {
    text: "Measures on Imports and Exports of Gold and Gold Products (Order 2015/1)",
    confirmed: false,
  },
  inForce: { from: "2015-04-01" },
  published: "2015-03-19",
  appliesTo: ({ declaration, goods }) =>
    goods.heading === "7108" && !STAYS_BONDED.includes(declaration.procedure),
  answers: { documents: () => "J" },
  examples: [
    {
      name: "gold bars imported by a bank",
      given: { goods: { commodity: "7108120000", origin: "CH" } },
      expect: { documents: "J" },
    },
    {
      name: "gold bars sent out",
      given: { declaration: { direction: "export" }, goods: { commodity: "7108120000", origin: "CN" } },
      expect: { documents: "J" },
    },
    {
      name: "gold bars into the vault of a zone",
      given: {
        declaration: { procedure: "5034" },
        goods: { commodity: "7108120000", origin: "CH" },
        zone: { id: "zone/waigaoqiao", type: "bonded-zone" },
      },
      expect: "not applicable",
    },
  ],
});

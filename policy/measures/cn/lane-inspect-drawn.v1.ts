import type { CreditLevel } from "@openftz/customs/law/facts.ts";
import { defineDeclarationMeasure } from "../../define-measure.ts";

/**
 * How many of 10,000 declarations are drawn, by the trader's credit and from which day. That an advanced enterprise is
 * drawn at most a fifth as often is confirmed (Decrees 237 and 251); the share of 2 % itself is an assumption, since
 * customs publishes none. A discredited trader is drawn like any other: he is inspected anyway.
 */
const SHARES: readonly { readonly from: string; readonly of10000: Readonly<Record<CreditLevel, number>> }[] =
  [{ from: "2018-05-01", of10000: { advanced: 40, registered: 200, discredited: 200 } }];

const shareOf = (day: string, credit: CreditLevel): number =>
  SHARES.findLast(({ from }) => from <= day)?.of10000[credit] ?? 0;

export default defineDeclarationMeasure({
  id: "cn.lane-inspect-drawn",
  version: 1,
  title: { en: "Some goods are drawn for inspection", zh: "随机抽取查验" },
  sentence: {
    en: "Your goods were drawn by lot for inspection; be present, move the goods and open them.",
    zh: "您的货物被随机抽中查验，请到场并负责搬移、开拆货物。",
  },
  citation: {
    text: "Customs Law, article 28; Credit Measures (Decrees 237 and 251) on the average inspection rate",
    url: "https://english.beijing.gov.cn/investinginbeijing/Start_Your_Business/focus_guide/thematic_guide/CustomsAEO/index.html",
    confirmed: false,
  },
  inForce: { from: "2018-05-01" },
  published: "2018-03-03",
  exceptionTo: ["cn.lane-release", "cn.lane-documents"],
  appliesTo: ({ declaration, trader, draw }) => draw < shareOf(declaration.day, trader.credit),
  answers: { lane: () => "inspect" },
  examples: [
    { name: "a registered trader with lot 199", given: { draw: 199 }, expect: { lane: "inspect" } },
    { name: "a registered trader with lot 200", given: { draw: 200 }, expect: "not applicable" },
    {
      name: "an advanced trader with lot 39",
      given: { trader: { credit: "advanced" }, draw: 39 },
      expect: { lane: "inspect" },
    },
    {
      name: "an advanced trader with lot 40",
      given: { trader: { credit: "advanced" }, draw: 40 },
      expect: "not applicable",
    },
    {
      name: "documents are missing as well: the inspection comes first",
      given: { documents: { missing: ["Q"] }, draw: 0 },
      expect: { lane: "inspect" },
    },
  ],
});

import type { GoodsFacts } from "@openftz/customs/law/facts.ts";
import { defineGoodsMeasure } from "../../define-measure.ts";

/** Transport modes and procedures of a move inside the country: such goods passed quarantine where they entered it. */
const MOVES_INSIDE = ["0", "1", "7", "8", "T", "W", "X", "Y", "Z"];
const RECORDS_INSIDE = ["1200", "5000", "5100", "5300"];

/** A zone's own records write transport mode 9 where nothing crosses the border. */
const entersTheCountry = ({ declaration, zone }: GoodsFacts): boolean =>
  !MOVES_INSIDE.includes(declaration.transportMode) &&
  !RECORDS_INSIDE.includes(declaration.procedure) &&
  (declaration.transportMode !== "9" || zone.type === "none");

/** Human hair (0501) stands in chapter 05 without being an animal product. */
export default defineGoodsMeasure({
  id: "cn.quarantine-clearance",
  version: 1,
  title: { en: "Animal products need quarantine clearance", zh: "进境动物产品须经检疫审批" },
  sentence: {
    en: "Before meat or other animal products arrive from abroad, you apply for quarantine approval and present it.",
    zh: "您从境外输入肉类等动物产品，应当事先办理检疫审批手续并提交检疫单证。",
  },
  citation: {
    text: "Entry and Exit Animal and Plant Quarantine Law (1991), articles 10 and 14",
    url: "https://www.zi5.net/book/chapter/215411/2.html",
    confirmed: true,
  },
  inForce: { from: "1992-04-01" },
  published: "1991-10-30",
  where: { direction: ["import"] },
  appliesTo: (facts) =>
    (facts.goods.chapter === "02" || (facts.goods.chapter === "05" && facts.goods.heading !== "0501")) &&
    entersTheCountry(facts),
  answers: { documents: () => "A" },
  examples: [
    {
      name: "frozen chicken from Brazil",
      given: { goods: { commodity: "0207141100", origin: "BR" } },
      expect: { documents: "A" },
    },
    {
      name: "into a zone as well: quarantine is at the first line",
      given: {
        declaration: { procedure: "5034" },
        goods: { commodity: "0202300090", origin: "AR" },
        zone: { id: "zone/yangshan", type: "comprehensive-bonded-zone" },
      },
      expect: { documents: "A" },
    },
    {
      name: "not again when the zone's meat is sold into the country",
      given: { declaration: { transportMode: "Y" }, goods: { commodity: "0202300090", origin: "AR" } },
      expect: "not applicable",
    },
    {
      name: "nor when it is handed on within the zone",
      given: {
        declaration: { procedure: "5034", transportMode: "9" },
        goods: { commodity: "0202300090", origin: "AR" },
        zone: { id: "zone/yangshan", type: "comprehensive-bonded-zone" },
      },
      expect: "not applicable",
    },
    {
      name: "human hair",
      given: { goods: { commodity: "0501000000", origin: "IN" } },
      expect: "not applicable",
    },
  ],
});

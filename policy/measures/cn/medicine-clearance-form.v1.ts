import { defineGoodsMeasure } from "../../define-measure.ts";

/** Goods that stay bonded, and records of a zone; the form is asked of whoever takes them into the country. */
const STAYS_BONDED = ["1200", "1233", "5000", "5010", "5014", "5015", "5033", "5034", "5100", "6033"];

/**
 * The catalogue of import drugs goes by ten digits. These are the subheadings in which it asks for this form throughout,
 * but for lines of veterinary drugs and controlled medicines, which ask for documents of their own.
 */
const SUBHEADINGS = ["300410", "300420", "300450", "300460", "300490"];

export default defineGoodsMeasure({
  id: "cn.medicine-clearance-form",
  version: 1,
  title: { en: "Medicines need an import drug clearance form", zh: "进口药品须提交进口药品通关单" },
  sentence: {
    en: "You present the import drug clearance form of the drug administration at the port; without it customs may not release your medicines.",
    zh: "您进口药品应当提交口岸药品监督管理部门出具的进口药品通关单，否则海关不得放行。",
  },
  citation: {
    text: "Drug Administration Law (2019), article 64; on entry into a bonded zone Decree 65, article 11",
    url: "https://github.com/LawRefBook/Laws/blob/d7dff8469fd023ff2455d74c99ff1cb93189bdbb/行政法/药品管理法.md",
    confirmed: true,
  },
  inForce: { from: "2019-12-01" },
  published: "2019-08-26",
  where: { direction: ["import"] },
  appliesTo: ({ declaration, goods }) =>
    (goods.heading === "3003" || SUBHEADINGS.includes(goods.commodity.slice(0, 6))) &&
    !STAYS_BONDED.includes(declaration.procedure),
  answers: { documents: () => "Q" },
  examples: [
    {
      name: "antibiotics in doses",
      given: { goods: { commodity: "3004201900", origin: "DE" } },
      expect: { documents: "Q" },
    },
    {
      name: "the same antibiotics into a zone, where they stay bonded",
      given: {
        declaration: { procedure: "5034" },
        goods: { commodity: "3004201900", origin: "DE" },
        zone: { id: "zone/waigaoqiao", type: "bonded-zone" },
      },
      expect: "not applicable",
    },
    {
      name: "bandages",
      given: { goods: { commodity: "3005109000", origin: "DE" } },
      expect: "not applicable",
    },
    {
      name: "medicines that are exported",
      given: { declaration: { direction: "export" }, goods: { commodity: "3004201900", origin: "CN" } },
      expect: "not applicable",
    },
  ],
});

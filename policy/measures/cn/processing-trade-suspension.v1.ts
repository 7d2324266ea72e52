import { defineGoodsMeasure } from "../../define-measure.ts";

/** Processing trade outside the zones: materials come in bonded against a handbook, products go out again. */
export default defineGoodsMeasure({
  id: "cn.processing-trade-suspension",
  version: 1,
  title: { en: "Duty suspended for materials of processing trade", zh: "加工贸易料件保税" },
  sentence: {
    en: "You pay nothing for materials that you bring in to process and send out again, as long as your handbook accounts for them.",
    zh: "您为加工复出口而进口的料件，凭加工贸易手册予以保税。",
  },
  citation: {
    text: "Customs Law (numbering of the 2021 text), articles 33, 59 and 100",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: true,
  },
  inForce: { from: "2001-01-01" },
  published: "2000-07-08",
  where: { procedure: ["0214", "0615"], direction: ["import"] },
  exceptionTo: ["cn.duty-collected"],
  appliesTo: () => true,
  answers: { dutyCollection: () => "suspend" },
  examples: [
    {
      name: "cotton yarn comes in to be woven and sent out again",
      given: { declaration: { procedure: "0615" }, goods: { commodity: "5205110000", origin: "VN" } },
      expect: { dutyCollection: "suspend" },
    },
    {
      name: "materials that are sold at home after all owe duty",
      given: { declaration: { procedure: "0644" }, goods: { commodity: "5205110000", origin: "VN" } },
      expect: "not applicable",
    },
  ],
});

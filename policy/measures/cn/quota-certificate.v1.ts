import { defineGoodsMeasure } from "../../define-measure.ts";

/** The in-quota rate is for those who hold a part of the quota, and the certificate says who they are. */
export default defineGoodsMeasure({
  id: "cn.quota-certificate",
  version: 1,
  title: { en: "In-quota goods need a quota certificate", zh: "配额内货物须提交关税配额证明" },
  sentence: {
    en: "When you declare goods within a tariff quota, you present the quota certificate that was given to you.",
    zh: "您申报关税配额内进口的货物，应当提交向您核发的关税配额证明。",
  },
  citation: {
    text: "Tariff Law (2024), article 14; Interim Measures on Tariff Quotas for Agricultural Imports (2003), certificate",
    confirmed: false,
  },
  inForce: { from: "2004-01-01" },
  published: "2003-09-27",
  where: { direction: ["import"] },
  appliesTo: ({ goods }) => goods.quota === "in",
  answers: { documents: () => "t" },
  examples: [
    {
      name: "wheat within the quota",
      given: { goods: { commodity: "1001990001", quota: "in" } },
      expect: { documents: "t" },
    },
    { name: "wheat beyond it", given: { goods: { commodity: "1001990001" } }, expect: "not applicable" },
  ],
});

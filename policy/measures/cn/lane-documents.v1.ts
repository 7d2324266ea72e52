import { defineDeclarationMeasure } from "../../define-measure.ts";

/** Restricted goods without their licence are not released, so an officer looks at the documents first. */
export default defineDeclarationMeasure({
  id: "cn.lane-documents",
  version: 1,
  title: { en: "Missing documents are looked at first", zh: "单证不齐转人工审单" },
  sentence: {
    en: "Documents that your goods need are missing: hand them in, and an officer looks at them before release.",
    zh: "您的货物缺少应当提交的单证；补交后由关员审核，方可放行。",
  },
  citation: {
    text: "Customs Law (numbering of the 2021 text), article 24",
    url: "https://github.com/LawRefBook/Laws/blob/3cd6e86b80f0fac5478dc34216c80e8c0a82b9f0/行政法/海关法.md",
    confirmed: true,
  },
  inForce: { from: "2001-01-01" },
  published: "2000-07-08",
  exceptionTo: ["cn.lane-release"],
  appliesTo: ({ documents }) => documents.missing.length > 0,
  answers: { lane: () => "documents" },
  examples: [
    {
      name: "the drug clearance form is missing",
      given: { documents: { asked: ["Q"], missing: ["Q"] } },
      expect: { lane: "documents" },
    },
    {
      name: "it was asked and is there",
      given: { documents: { asked: ["Q"], missing: [] } },
      expect: "not applicable",
    },
  ],
});

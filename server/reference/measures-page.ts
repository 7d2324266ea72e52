/** The page of all measures: what the law of this release says, where it says so, and by which cases it is shown. */

import { nameOf } from "@openftz/kernel/measure.ts";
import type { DeclarationMeasure, GoodsMeasure } from "@openftz/policy/define-measure.ts";
import { code, page } from "./markdown.ts";

/** What the page tells of a measure, whichever facts it reads. */
type Told = Pick<
  GoodsMeasure,
  "id" | "version" | "title" | "sentence" | "citation" | "inForce" | "published" | "where" | "exceptionTo"
> & {
  readonly answers: object;
  readonly examples: readonly { readonly name: string; readonly expect: unknown }[];
};

const placesOf = (where: Told["where"]): string =>
  Object.entries(where ?? {})
    .map(([dimension, values]) => `${dimension} ${values.map(code).join(", ")}`)
    .join("; ");

const cited = ({ text, url, confirmed }: Told["citation"]): string =>
  `${url === undefined ? text : `[${text}](<${url}>)`} (${confirmed ? "confirmed" : "**not confirmed**"})`;

const measurePart = (measure: Told): string => {
  const { title, sentence, citation, inForce, published, where, exceptionTo, answers, examples } = measure;
  const facts = [
    `- Answers: ${Object.keys(answers).map(code).join(", ")}`,
    `- In force: from ${inForce.from}${inForce.until === undefined ? "" : ` until ${inForce.until}`}; published ${published}`,
    ...(where ? [`- Where: ${placesOf(where)}`] : []),
    ...(exceptionTo ? [`- Exception to: ${exceptionTo.map(code).join(", ")}`] : []),
    `- Citation: ${cited(citation)}`,
    ...examples.map(
      ({ name, expect }) => `- ${expect === "not applicable" ? "It leaves" : "It takes"}: ${name}`,
    ),
  ];
  return [
    `### ${nameOf(measure)}`,
    `${title.en} · ${title.zh}`,
    sentence.en,
    sentence.zh,
    facts.join("\n"),
  ].join("\n\n");
};

const inOrder = (measures: readonly Told[]): readonly Told[] =>
  [...measures].sort((a, b) => (a.id === b.id ? a.version - b.version : a.id < b.id ? -1 : 1));

/** Makes the page. */
export const measuresPage = (
  goods: readonly GoodsMeasure[],
  declarations: readonly DeclarationMeasure[],
): string =>
  page(
    "Measures",
    "Days are legal days, both included. “Not confirmed” marks a citation that was recalled and not yet read at its source.",
    "## Asked for every goods item",
    ...inOrder(goods).map(measurePart),
    "## Asked once for a declaration",
    ...inOrder(declarations).map(measurePart),
  );

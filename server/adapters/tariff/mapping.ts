/** How a spreadsheet becomes a tariff: which head is which field of the contract, and how its rates are written. */
import { TARIFF_FIELDS } from "@openftz/customs/duty/read-tariff-line.ts";
import { parseStrictJson } from "@openftz/kernel/strict-json.ts";
import Type, { type Static } from "typebox";
import { checkerOf } from "../../desk/requests.ts";

const RowNumber = Type.Integer({ minimum: 1, maximum: 100 });
const Text = Type.String({ maxLength: 500 });
const Texts = Type.Record(Text, Text);
const TextsOrNull = Type.Record(Text, Type.Union([Text, Type.Null()]));

/** The mapping file; `docs/guides/tariff.md` explains it with an example. */
export const MappingSchema = Type.Object(
  {
    /** The sheet's name; may be left out where the workbook has only one. */
    sheet: Type.Optional(Type.String()),
    /** The row of the heads; 1 unless told. */
    headRow: Type.Optional(RowNumber),
    /** The first row of lines; the one after the heads unless told. */
    firstRow: Type.Optional(RowNumber),
    /** Head -> field of the contract: "mfn", "agreements.KR". */
    columns: Texts,
    /** Field -> text for every line; null: not stated. */
    constants: Type.Optional(TextsOrNull),
    /** Heads that are meant to be left out. */
    ignored: Type.Optional(Type.Array(Type.String())),
    /** What a bare number means: 14 is 14 % ("percent") or 0.14 is ("fraction"). A cell shown with % is what it shows. */
    numbers: Type.Union([Type.Literal("percent"), Type.Literal("fraction")]),
    /** Texts of rate cells that say something else: {"Free":"0","-":null}; null: no rate is stated. */
    texts: Type.Optional(TextsOrNull),
    /** The source's words for units -> the tariff's. */
    units: Type.Optional(Texts),
    /** How many digits a code has; needed where codes are numbers, because those lose their leading zeros. */
    codeDigits: Type.Optional(Type.Integer({ minimum: 2, maximum: 13 })),
  },
  { additionalProperties: false },
);

/** See the schema. */
export type Mapping = Static<typeof MappingSchema>;

const check = checkerOf(MappingSchema);

/** Fields that are one text in one cell; `agreements` and `special` are written with the name behind a point. */
const FIELDS: ReadonlySet<string> = new Set(
  TARIFF_FIELDS.filter((field) => !["agreements", "special", "remedies"].includes(field)),
);
const isField = (field: string): boolean =>
  FIELDS.has(field) || /^(?:agreements|special)\.[\p{L}\p{N}-]+$/u.test(field);

/** The mapping, or everything that is wrong with it, each as a line for people. */
export const readMapping = (
  text: string,
): { readonly mapping: Mapping } | { readonly faults: readonly string[] } => {
  const json = parseStrictJson(text);
  if (json.kind === "refused") return { faults: [`${json.pointer} ${json.detail}`.trim()] };
  const problem = check(json.value);
  if (problem) return { faults: problem.faults.map(({ pointer, detail }) => `${pointer}: ${detail}`) };
  const mapping = json.value as Mapping;
  const faults = mappingFaults(mapping);
  return faults.length > 0 ? { faults } : { mapping };
};

const mappingFaults = ({ columns, constants = {} }: Mapping): readonly string[] => {
  const named = [...Object.values(columns), ...Object.keys(constants)];
  const twice = named.filter((field, at) => field !== "units" && named.indexOf(field) !== at);
  return [
    ...named
      .filter((field) => !isField(field))
      .map(
        (field) => `"${field}" is no field; known are ${[...FIELDS].join(", ")}, agreements.KR, special.ET`,
      ),
    ...twice.map((field) => `"${field}" is named twice; name one column or constant for it`),
    ...(named.includes("code") ? [] : [`no column is the "code"`]),
    // Left out, the contract reads them as "nothing is owed": that must be said, not forgotten.
    ...["vat", "consumptionTax"]
      .filter((field) => !named.includes(field))
      .map((field) => `nothing is the "${field}"; name its column, a constant such as "13" or "0", or null`),
  ];
};

/**
 * The Chinese schedule of 2020 as a CSV: ten-digit lines, every rate a fraction (0.14 is 14 %).
 *
 * Its 0 has two meanings: free, and "not a fraction of the value". So a 0 is believed only where it cannot be the second:
 * headings taxed by quantity become not stated, and so do lines whose MFN and general are both 0 unless they are listed
 * as free (`policy/tariff/`). Not stated holds a declaration; it never frees the goods.
 */
import { tariffLineReader } from "@openftz/customs/duty/read-tariff-line.ts";
import type { TariffFault, TariffLine, TariffPlace } from "@openftz/customs/duty/tariff-line.ts";
import { FREE_HEADINGS } from "@openftz/policy/tariff/free-headings.ts";
import { QUANTITY_TAXED, type QuantityTaxed } from "@openftz/policy/tariff/quantity-taxed.ts";
import { unitWord } from "./cn-units.ts";
import { CsvFault, csvRecords, decodeCsv } from "./csv.ts";
import { percentOfFraction } from "./fraction-text.ts";
import { beginning, type ImportOptions, type TariffImporter } from "./tariff-import.ts";

const COLUMNS =
  "code,name_zh,licence_codes,general_rate,mfn_rate,note,export_rate,consumption_tax_rate,vat_rate,unit1,unit2,declaration_elements";
type Tally = Record<string, number>;

export const cn2020Csv: TariffImporter = {
  form: "Chinese schedule of 2020 (CSV)",
  matches: (bytes) =>
    beginning(bytes)
      .replace(/^\uFEFF/, "")
      .startsWith(COLUMNS),
  read: (bytes, options) => {
    const tally = emptyTally();
    const lines: TariffLine[] = [];
    const faults: TariffFault[] = [];
    const readLine = tariffLineReader();
    try {
      for (const { line, fields } of csvRecords(decodeCsv(bytes))) {
        const place = { file: options.file, line };
        if (line === 1) continue;
        const { row, faults: wrong } = readRow(fields, place);
        faults.push(...wrong);
        if (!row) continue;
        const read = readLine(lineOf(row, options, tally), place);
        if (read.kind === "line") lines.push(read.line);
        else faults.push(...read.faults);
      }
    } catch (error) {
      if (!(error instanceof CsvFault)) throw error;
      faults.push({ file: options.file, line: error.line, field: "", detail: error.message });
    }
    return { form: cn2020Csv.form, lines, counts: { ...tally, lines: lines.length }, faults };
  },
};

const RATES = ["general_rate", "mfn_rate", "export_rate", "consumption_tax_rate", "vat_rate"] as const;
/** A rate as a percentage; null where the source is empty. */
type DutyRate = string | null;
type Row = {
  readonly texts: Readonly<Record<string, string>>;
  readonly rates: Readonly<Record<(typeof RATES)[number], DutyRate>>;
};

const NAMES = COLUMNS.split(",");

/** A row with its rates read, or everything that is wrong with it. */
const readRow = (
  fields: readonly string[],
  place: TariffPlace,
): { readonly row?: Row; readonly faults: readonly TariffFault[] } => {
  if (fields.length !== NAMES.length) {
    const detail = `the line has ${fields.length} fields where ${NAMES.length} are expected`;
    return { faults: [{ ...place, field: "", detail }] };
  }
  const texts = Object.fromEntries(NAMES.map((name, at) => [name, fields[at]!]));
  const faults: TariffFault[] = [];
  const rates = Object.fromEntries(
    RATES.map((field) => {
      const rate = percentOfFraction(texts[field]!);
      if (rate.kind === "refused") faults.push({ ...place, field, detail: rate.detail });
      return [field, rate.kind === "percent" ? rate.text : null];
    }),
  ) as Row["rates"];
  // The contract has no "not stated" for an export: an empty one would read as "no export duty".
  if (texts.export_rate === "")
    faults.push({ ...place, field: "export_rate", detail: "the export rate is empty; write 0 for none" });
  return faults.length > 0 ? { faults } : { row: { texts, rates }, faults };
};

/** The counts in the order they are told. */
const emptyTally = (): Tally => ({
  lines: 0,
  "free by the table of free headings": 0,
  "MFN rate not stated": 0,
  "MFN rate not stated: taxed by quantity": 0,
  "MFN rate not stated: MFN and general both 0": 0,
  "general rate not stated": 0,
  "general rate not stated: taxed by quantity": 0,
  "general rate not stated: MFN and general both 0": 0,
  "general rate not stated: empty in the source": 0,
  "consumption tax not stated": 0,
  "consumption tax not stated: taxed by quantity": 0,
  "consumption tax not stated: empty in the source": 0,
  "VAT not stated: empty in the source": 0,
  "export duty": 0,
});

/** A row in the contract's form. */
const lineOf = ({ texts, rates }: Row, { from }: ImportOptions, tally: Tally): object => {
  const code = texts.code!;
  const [mfn, general] = dutyRates(code, rates.mfn_rate, rates.general_rate, tally);
  const consumptionTax = consumptionTaxRate(code, rates.consumption_tax_rate, tally);
  if (rates.vat_rate === null) tally["VAT not stated: empty in the source"]! += 1;
  if (isAbove0(rates.export_rate)) tally["export duty"]! += 1;
  return {
    code,
    ...(from !== undefined && { from }),
    mfn,
    general,
    // Export duties are few and all by value: here the source's 0 means that no export duty is owed.
    ...(isAbove0(rates.export_rate) && { export: rates.export_rate }),
    // VAT is always by value, so its 0 is a rate; only an empty one is not stated.
    vat: rates.vat_rate,
    ...(consumptionTax !== "0" && { consumptionTax }),
    units: [texts.unit1!, texts.unit2!].filter((unit) => unit !== "").map(unitWord),
    description: texts.name_zh,
    note: noteOf(texts),
  };
};

const isAbove0 = (rate: string | null): boolean => rate !== null && rate !== "0";

const noteOf = ({ note, licence_codes: licences }: Row["texts"]): string =>
  ["Tariff schedule 2020", note, licences && `licences ${licences}`].filter(Boolean).join("; ");

const dutyRates = (
  code: string,
  mfn: DutyRate,
  general: DutyRate,
  tally: Tally,
): readonly [DutyRate, DutyRate] => {
  const bothZero = mfn === "0" && (general === "0" || general === null);
  const isFree = bothZero && general === "0" && FREE_HEADINGS.some((free) => code.startsWith(free.code));
  if (isFree) tally["free by the table of free headings"]! += 1;
  const settle = (column: "mfn" | "general", name: string, rate: DutyRate): DutyRate => {
    const reason = isFree ? undefined : doubtOf(code, column, rate, bothZero);
    if (reason === undefined) return rate;
    tally[`${name} rate not stated`]! += 1;
    tally[`${name} rate not stated: ${reason}`]! += 1;
    return null;
  };
  return [settle("mfn", "MFN", mfn), settle("general", "general", general)];
};

/** Why a printed rate is not believed; nothing when it is. */
const doubtOf = (
  code: string,
  column: "mfn" | "general",
  rate: DutyRate,
  bothZero: boolean,
): string | undefined => {
  if (isTaxedByQuantity(code, column, rate)) return "taxed by quantity";
  if (rate === null) return "empty in the source";
  return bothZero ? "MFN and general both 0" : undefined;
};

const consumptionTaxRate = (code: string, rate: DutyRate, tally: Tally): DutyRate => {
  const isByQuantity = isTaxedByQuantity(code, "consumptionTax", rate);
  if (!isByQuantity && rate !== null) return rate;
  tally["consumption tax not stated"]! += 1;
  tally[`consumption tax not stated: ${isByQuantity ? "taxed by quantity" : "empty in the source"}`]! += 1;
  return null;
};

const isTaxedByQuantity = (code: string, column: QuantityTaxed["columns"][number], rate: DutyRate): boolean =>
  QUANTITY_TAXED.some(
    (heading) =>
      code.startsWith(heading.code) &&
      heading.columns.includes(column) &&
      (heading.form === "compound" || rate === "0" || rate === null),
  );

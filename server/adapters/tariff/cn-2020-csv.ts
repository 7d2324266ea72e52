/**
 * The Chinese schedule of 2020 as a CSV: ten-digit lines, every rate a fraction (0.14 is 14 %).
 *
 * Its 0 has two meanings: free, and "not a fraction of the value". So a 0 is believed only where it cannot be the second:
 * headings taxed by quantity become not stated, and so do lines whose MFN and general are both 0 unless they are listed
 * as free (`policy/tariff/`). Not stated holds a declaration; it never frees the goods.
 */
import { tariffLineReader } from "@openftz/customs/duty/read-tariff-line.ts";
import type { TariffFault, TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import { formatDecimal, parseDecimal } from "@openftz/kernel/fraction.ts";
import { FREE_HEADINGS } from "@openftz/policy/tariff/free-headings.ts";
import { QUANTITY_TAXED, type QuantityTaxed } from "@openftz/policy/tariff/quantity-taxed.ts";
import { unitWord } from "./cn-units.ts";
import { CsvFault, csvRecords } from "./csv.ts";
import { beginning, type ImportOptions, type TariffImporter } from "./tariff-import.ts";

const COLUMNS =
  "code,name_zh,licence_codes,general_rate,mfn_rate,note,export_rate,consumption_tax_rate,vat_rate,unit1,unit2,declaration_elements";
type Row = Readonly<Record<string, string>>;
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
      for (const { line, fields } of csvRecords(decode(bytes))) {
        const place = { file: options.file, line };
        if (line === 1) continue;
        const read = readLine(lineOf(rowOf(fields, line), options, tally, line), place);
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

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CsvFault(1, "the file is not in UTF-8; save it as UTF-8");
  }
};

const NAMES = COLUMNS.split(",");
const rowOf = (fields: readonly string[], line: number): Row => {
  if (fields.length === NAMES.length) return Object.fromEntries(NAMES.map((name, at) => [name, fields[at]!]));
  throw new CsvFault(line, `the line has ${fields.length} fields where ${NAMES.length} are expected`);
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
  "consumption tax not stated: taxed by quantity": 0,
  "export duty": 0,
});

/** A row in the contract's form. */
const lineOf = (row: Row, { from }: ImportOptions, tally: Tally, line: number): object => {
  const rate = (field: string): string | null => percentText(row[field]!, field, line);
  const [mfn, general] = dutyRates(row.code!, rate("mfn_rate"), rate("general_rate"), tally);
  const consumptionTax = consumptionTaxRate(row.code!, rate("consumption_tax_rate"), tally);
  const exportRate = rate("export_rate");
  if (isAbove0(exportRate)) tally["export duty"]! += 1;
  return {
    code: row.code,
    ...(from !== undefined && { from }),
    mfn,
    general,
    ...(isAbove0(exportRate) && { export: exportRate }),
    vat: rate("vat_rate"),
    ...(consumptionTax !== "0" && { consumptionTax }),
    units: [row.unit1!, row.unit2!].filter((code) => code !== "").map(unitWord),
    description: row.name_zh,
    note: noteOf(row),
  };
};

const isAbove0 = (rate: string | null): boolean => rate !== null && rate !== "0";

const noteOf = (row: Row): string =>
  ["Tariff schedule 2020", row.note, row.licence_codes && `licences ${row.licence_codes}`]
    .filter(Boolean)
    .join("; ");

/** A fraction as a percentage, its trailing zeros dropped: "0.0650" is "6.5". Null where the source is empty. */
const percentText = (text: string, field: string, line: number): string | null => {
  if (text === "") return null;
  const value = parseDecimal(text);
  if (!value) throw new CsvFault(line, `${field} is "${text}", which is no fraction such as 0.14`);
  return formatDecimal({ n: value.n * 100n, d: value.d });
};

type DutyRate = string | null;

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
  if (!isTaxedByQuantity(code, "consumptionTax", rate)) return rate;
  tally["consumption tax not stated: taxed by quantity"]! += 1;
  return null;
};

const isTaxedByQuantity = (code: string, column: QuantityTaxed["columns"][number], rate: DutyRate): boolean =>
  QUANTITY_TAXED.some(
    (heading) =>
      code.startsWith(heading.code) &&
      heading.columns.includes(column) &&
      (heading.form === "compound" || rate === "0" || rate === null),
  );

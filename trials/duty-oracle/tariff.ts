/** Tariff lines, and every reason to refuse them: exit 2 with file, line and field. */
import { add, compare, ONE, ZERO } from "./exact.ts";
import { isList, isObject, type Json, type JsonObject, readJson } from "./json.ts";
import { AGREEMENTS, COUNTRIES, LEAST_DEVELOPED } from "./lists.ts";
import { NotTaken, partsOf, type Rate, type RateText, readRate } from "./rate.ts";
import { isRealDay, linesOf } from "./text.ts";

export type Period = { readonly from?: string; readonly to?: string };
export type Remedy = Period & {
  readonly code: string;
  readonly kind: string;
  readonly origins: readonly string[] | "all";
  readonly exceptOrigins: readonly string[];
  readonly exporters: ReadonlyMap<string, RateText>;
  readonly rate: RateText;
};
export type Column =
  | "mfn"
  | "provisional"
  | "general"
  | "quota"
  | "quotaProvisional"
  | "export"
  | "exportProvisional";
export type TariffLine = Period & {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly columns: ReadonlyMap<Column, RateText>;
  readonly agreements: ReadonlyMap<string, RateText>;
  readonly special: ReadonlyMap<string, RateText>;
  readonly specialZero: readonly string[];
  /** undefined: absent, nothing is owed. null: not stated. */
  readonly vat: RateText | null | undefined;
  readonly consumptionTax: RateText | null | undefined;
  readonly remedies: readonly Remedy[];
};
/** One reason to refuse the tariff. `also` is the other of two places; `column` tells where a rate text breaks off. */
export type TariffFault = {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly column?: number;
  readonly also?: { readonly file: string; readonly line: number };
};
export type TariffFile = { readonly name: string; readonly bytes: Buffer };
export type Tariff = { readonly lines: readonly TariffLine[]; readonly faults: readonly TariffFault[] };

const COLUMNS: readonly Column[] = [
  "mfn",
  "provisional",
  "general",
  "quota",
  "quotaProvisional",
  "export",
  "exportProvisional",
];
const MAY_BE_NULL = new Set(["mfn", "provisional", "general"]);
const OTHERS =
  "code from to agreements special special_zero vat consumptionTax units remedies description note";
const FIELDS = new Set<string>([...COLUMNS, ...OTHERS.split(" ")]);
const REMEDY_FIELDS = new Set("code kind origins exceptOrigins exporters rate from to".split(" "));
const KINDS = new Set(["anti-dumping", "countervailing", "safeguard", "additional"]);

/** Ends the reading of one field; the line goes on with the next. */
class Wrong extends Error {
  readonly column: number | undefined;
  constructor(column?: number) {
    super();
    this.column = column;
  }
}

const textOf = (value: Json | undefined): string => {
  if (typeof value !== "string" || value === "") throw new Wrong();
  return value;
};

const rateOf = (value: Json | undefined): RateText => {
  try {
    return readRate(textOf(value));
  } catch (error) {
    throw error instanceof NotTaken ? new Wrong(error.column) : error;
  }
};

const dayOf = (value: Json | undefined): string => {
  const day = textOf(value);
  if (!isRealDay(day)) throw new Wrong();
  return day;
};

const objectOf = (value: Json | undefined): JsonObject => {
  if (!isObject(value)) throw new Wrong();
  return value;
};

const textsOf = (value: Json | undefined): string[] => {
  if (!isList(value)) throw new Wrong();
  return value.map(textOf);
};

/** Texts that are countries of ISO 3166, or one of the further words. */
const countriesOf = (value: Json | undefined, ...further: string[]): string[] => {
  const found = textsOf(value);
  if (found.some((one) => !COUNTRIES.has(one) && !further.includes(one))) throw new Wrong();
  return found;
};

const ratesBy = (value: Json | undefined, known: (key: string) => boolean): Map<string, RateText> => {
  const found = new Map<string, RateText>();
  for (const [key, rate] of objectOf(value)) {
    if (!known(key)) throw new Wrong();
    found.set(key, rateOf(rate));
  }
  return found;
};

/** True when a percentage of 100 or more stands in the rate, alone or as a sum. */
export const takesAll = (rate: Rate): boolean =>
  partsOf(rate).some((part) => {
    const terms = part.is === "sum" ? part.terms : [];
    const share = terms.reduce((sum, term) => (term.is === "percentage" ? add(sum, term.share) : sum), ZERO);
    return compare(share, ONE) >= 0;
  });

const noChoice = (text: RateText): RateText => {
  if (partsOf(text.rate).some(({ is }) => is === "min" || is === "max")) throw new Wrong();
  return text;
};

const consumptionTaxOf = (value: Json): RateText | null => {
  if (value === null) return null;
  const text = rateOf(value);
  if (takesAll(text.rate)) throw new Wrong();
  return text;
};

const periodOf = (from: Json | undefined, to: Json | undefined): Period => ({
  ...(from !== undefined && { from: dayOf(from) }),
  ...(to !== undefined && { to: dayOf(to) }),
});

const isBackwards = ({ from, to }: Period): boolean => from !== undefined && to !== undefined && from > to;

/** White space at the ends and the way accents are written do not tell two exporters apart. */
export const exporterName = (name: string): string => name.trim().normalize("NFC");

const remedyOf = (value: Json): Remedy => {
  const fields = objectOf(value);
  if ([...fields.keys()].some((key) => !REMEDY_FIELDS.has(key))) throw new Wrong();
  const kind = textOf(fields.get("kind"));
  const origins = fields.get("origins");
  const period = periodOf(fields.get("from"), fields.get("to"));
  if (!KINDS.has(kind) || isBackwards(period)) throw new Wrong();
  const exporters = [...ratesBy(fields.get("exporters") ?? new Map(), () => true)];
  return {
    ...period,
    code: textOf(fields.get("code")),
    kind,
    origins: origins === "all" ? "all" : countriesOf(origins),
    exceptOrigins: countriesOf(fields.get("exceptOrigins") ?? []),
    exporters: new Map(exporters.map(([name, rate]) => [exporterName(name), rate])),
    rate: rateOf(fields.get("rate")),
  };
};

const dayAfterAll = "9999-99-99";
const overlap = (a: Period, b: Period): boolean =>
  (a.from ?? "") <= (b.to ?? dayAfterAll) && (b.from ?? "") <= (a.to ?? dayAfterAll);

/** True when the remedy is for goods of this origin. An unknown origin is in "all", and no exception can name it. */
export const concerns = (remedy: Remedy, origin: string | undefined): boolean => {
  if (origin === undefined) return remedy.origins === "all";
  if (remedy.exceptOrigins.includes(origin)) return false;
  return remedy.origins === "all" || remedy.origins.includes(origin);
};

const clash = (a: Remedy, b: Remedy): boolean =>
  a.code === b.code &&
  overlap(a, b) &&
  [...COUNTRIES, undefined].some((origin) => concerns(a, origin) && concerns(b, origin));

const remediesOf = (value: Json): Remedy[] => {
  if (!isList(value)) throw new Wrong();
  const remedies = value.map(remedyOf);
  if (remedies.some((one, index) => remedies.slice(0, index).some((other) => clash(one, other))))
    throw new Wrong();
  return remedies;
};

const specialOf = (special: JsonObject, zero: readonly string[]): Map<string, RateText> => {
  const found = ratesBy(special, (country) => COUNTRIES.has(country));
  const isZero = (country: string) =>
    zero.includes(country) || (zero.includes("LD") && LEAST_DEVELOPED.has(country));
  if ([...found.keys()].some(isZero)) throw new Wrong();
  return found;
};

/** Reads the fields of one line; each fault is told to `fault`, and what was wrong is left out of the line. */
const lineOf = (
  fields: JsonObject,
  fault: (field: string, column?: number) => void,
): Omit<TariffLine, "file" | "line"> => {
  const read = <T>(field: string, of: (value: Json) => T): T | undefined => {
    const value = fields.get(field);
    if (value === undefined) return undefined;
    try {
      return of(value);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      fault(field, error.column);
      return undefined;
    }
  };
  for (const field of fields.keys()) if (!FIELDS.has(field)) fault(field);
  const code = read("code", textOf);
  if (!/^[0-9]{2,13}$/.test(code ?? "") && (code !== undefined || !fields.has("code"))) fault("code");
  const from = read("from", dayOf);
  const to = read("to", dayOf);
  const period = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (isBackwards(period)) fault("from");
  const columns = new Map<Column, RateText>();
  for (const column of COLUMNS) {
    if (fields.get(column) === null && MAY_BE_NULL.has(column)) continue;
    const ofExport = column === "export" || column === "exportProvisional";
    const text = read(column, (value) => (ofExport ? noChoice(rateOf(value)) : rateOf(value)));
    if (text !== undefined) columns.set(column, text);
  }
  const specialZero = read("special_zero", (value) => countriesOf(value, "LD")) ?? [];
  read("units", textsOf);
  for (const field of ["description", "note"])
    read(field, (value) => (typeof value === "string" ? value : textOf(value)));
  return {
    ...period,
    code: code ?? "",
    columns,
    agreements:
      read("agreements", (value) => ratesBy(value, (agreement) => AGREEMENTS.has(agreement))) ?? new Map(),
    special: read("special", (value) => specialOf(objectOf(value), specialZero)) ?? new Map(),
    specialZero,
    vat: read("vat", (value) => (value === null ? null : rateOf(value))),
    consumptionTax: read("consumptionTax", consumptionTaxOf),
    remedies: read("remedies", remediesOf) ?? [],
  };
};

/** Every two lines of one code whose days overlap, in whatever files they stand. */
const doubles = (lines: readonly TariffLine[]): TariffFault[] =>
  lines.flatMap((one, index) =>
    lines
      .slice(0, index)
      .filter((other) => other.code === one.code && overlap(one, other))
      .map(({ file, line }) => ({ file: one.file, line: one.line, field: "code", also: { file, line } })),
  );

const readFile = ({ name, bytes }: TariffFile, lines: TariffLine[], faults: TariffFault[]): void => {
  for (const { number, text } of linesOf(bytes)) {
    const place = { file: name, line: number };
    const fault = (field: string, column?: number): void => {
      faults.push({ ...place, field, ...(column !== undefined && { column }) });
    };
    try {
      if (text === undefined) throw new SyntaxError("no UTF-8");
      const { value, twice } = readJson(text);
      if (!isObject(value)) throw new SyntaxError("no object");
      for (const pointer of twice) fault(pointer.split("/")[1] ?? "");
      if (twice.length === 0) lines.push({ ...place, ...lineOf(value, fault) });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      fault("");
    }
  }
};

/** Merges tariff files. With any fault the whole tariff is refused. */
export const readTariff = (files: readonly TariffFile[]): Tariff => {
  const lines: TariffLine[] = [];
  const faults: TariffFault[] = [];
  for (const file of files) readFile(file, lines, faults);
  return { lines, faults: faults.length > 0 ? faults : doubles(lines) };
};

/** True on the days from `from` to `to`, both included. */
export const isInForce = ({ from, to }: Period, day: string): boolean =>
  (from ?? "") <= day && day <= (to ?? dayAfterAll);

/** Reads the single fields of a tariff line; what is wrong is added to its faults with file, line and field. */
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { isCountry } from "../codes/countries.ts";
import type { parseTariffRate } from "./rate-column.ts";
import { isAbsent, isObject, type JsonObject, show } from "./read-values.ts";
import type { Column, TariffFault, TariffPlace } from "./tariff-line.ts";

/** Reads a rate text; it may remember what it has read. */
export type RateParser = typeof parseTariffRate;

const NO_COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>();
const NO_TEXTS: readonly string[] = [];

/** The reader of one line. Fields are named by their path: "mfn", "agreements.R-KR", "remedies.0.rate". */
export class FieldReader {
  readonly faults: TariffFault[] = [];
  readonly #place: TariffPlace;
  readonly #parse: RateParser;

  constructor(place: TariffPlace, parse: RateParser) {
    this.#place = place;
    this.#parse = parse;
  }

  fault(field: string, detail: string): void {
    this.faults.push({ ...this.#place, field, detail });
  }

  /** Faults for fields that nobody knows; `path` stands before their names, and `owner` is what they are no field of. */
  refuseUnknown(json: JsonObject, known: readonly string[], path: string, owner: string): void {
    for (const field of Object.keys(json)) {
      if (!known.includes(field))
        this.fault(`${path}${field}`, `no field of ${owner}; known are ${known.join(", ")}`);
    }
  }

  /** First and last day, open where absent. */
  dates(json: JsonObject, path = ""): readonly [PlainDate | undefined, PlainDate | undefined] {
    const [from, to] = [this.#date(json.from, `${path}from`), this.#date(json.to, `${path}to`)];
    if (from && to && from > to)
      this.fault(`${path}from`, `${from} is after to (${to}); correct one of them`);
    return [from, to];
  }

  #date(value: unknown, field: string): PlainDate | undefined {
    if (isAbsent(value)) return undefined;
    const date = typeof value === "string" ? parsePlainDate(value) : undefined;
    if (!date) this.fault(field, `${show(value)} is no day; write a real day as "YYYY-MM-DD"`);
    return date;
  }

  /** A rate that may be absent. */
  rate(json: JsonObject, field: string): Column | undefined {
    return isAbsent(json[field]) ? undefined : this.column(json[field], field);
  }

  /** A rate that has to be there. */
  column(value: unknown, field: string): Column | undefined {
    if (typeof value !== "string") {
      const detail = `${show(value)} is no rate text; write it in quotation marks, such as "10" or "0.6 CNY/kg"`;
      this.fault(field, detail);
      return undefined;
    }
    const read = this.#parse(value);
    if (read.kind === "rate") return read;
    this.fault(field, `${show(value)} is no rate: column ${read.column}, ${read.detail}`);
    return undefined;
  }

  /** Rates by name; `check` adds what is wrong with a name. */
  columns(value: unknown, field: string, check: (name: string) => void): ReadonlyMap<string, Column> {
    if (isAbsent(value)) return NO_COLUMNS;
    const columns = new Map<string, Column>();
    if (!isObject(value)) {
      this.fault(field, `${show(value)} is no object of rate texts`);
      return columns;
    }
    for (const name of Object.keys(value)) {
      check(name);
      const column = this.column(value[name], `${field}.${name}`);
      if (column) columns.set(name, column);
    }
    return columns;
  }

  /** Adds a fault for a name that is no country. */
  country(name: string, field: string): void {
    if (!isCountry(name)) this.fault(`${field}.${name}`, `${show(name)} is no country of ISO 3166`);
  }

  /** A list of texts that may be absent. */
  texts(value: unknown, field: string): readonly string[] {
    if (isAbsent(value)) return NO_TEXTS;
    if (Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "")) return value;
    this.fault(field, `${show(value)} is no list of texts`);
    return NO_TEXTS;
  }

  /** A text that may be absent, or empty. */
  text(value: unknown, field: string): string | undefined {
    if (isAbsent(value)) return undefined;
    if (typeof value === "string") return value;
    this.fault(field, `${show(value)} is no text; write it in quotation marks`);
    return undefined;
  }
}

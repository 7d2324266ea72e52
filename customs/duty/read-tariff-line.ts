/**
 * Reads one line of a tariff file (the contract's JSON lines). Nothing is skipped or mended: a tariff with a typo must
 * not quietly lose a rate, so every field that is not understood is a fault with file, line and field.
 */
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { AGREEMENTS_2026 } from "../codes/agreements.ts";
import { isCountry } from "../codes/countries.ts";
import { LEAST_DEVELOPED_2026 } from "../codes/least-developed.ts";
import { hasChoice, parseTariffRate, takesWholePrice } from "./rate-column.ts";
import { isAbsent, isObject, type JsonObject, show } from "./read-values.ts";
import type { Column, TariffFault, TariffLine, TariffPlace } from "./tariff-line.ts";

/** A line, or everything that is wrong with it. */
export type ReadTariffLine =
  | { readonly kind: "line"; readonly line: TariffLine }
  | { readonly kind: "refused"; readonly faults: readonly TariffFault[] };

/** The fields of a tariff line, in the order in which an edition is written. */
export const TARIFF_FIELDS = [
  "code",
  "from",
  "to",
  "mfn",
  "provisional",
  "general",
  "agreements",
  "special",
  "special_zero",
  "quota",
  "quotaProvisional",
  "export",
  "exportProvisional",
  "vat",
  "consumptionTax",
  "units",
  "remedies",
  "description",
  "note",
] as const;

const KNOWN: ReadonlySet<string> = new Set(TARIFF_FIELDS);
/** Columns of the contract that the engine does not work with yet: better no tariff than one without its remedies. */
const NOT_YET = ["quota", "quotaProvisional", "remedies"] as const;
const NO_COLUMNS: ReadonlyMap<string, Column> = new Map<string, Column>();
const NO_TEXTS: readonly string[] = [];

/** A reader that remembers the rate texts it has parsed: a tariff of twelve thousand lines has some hundred of them. */
export const tariffLineReader = (): ((json: unknown, place: TariffPlace) => ReadTariffLine) => {
  const parsed = new Map<string, ReturnType<typeof parseTariffRate>>();
  const parse: RateParser = (text) => {
    const known = parsed.get(text);
    if (known) return known;
    const rate = parseTariffRate(text);
    parsed.set(text, rate);
    return rate;
  };
  return (json, place) => new LineReader(place, parse).read(json);
};

type RateParser = typeof parseTariffRate;

class LineReader {
  readonly #place: TariffPlace;
  readonly #parse: RateParser;
  readonly #faults: TariffFault[] = [];

  constructor(place: TariffPlace, parse: RateParser) {
    this.#place = place;
    this.#parse = parse;
  }

  read(json: unknown): ReadTariffLine {
    if (!isObject(json)) {
      this.#fault("", "the line is no JSON object; write one object in braces on each line");
      return { kind: "refused", faults: this.#faults };
    }
    const line = this.#line(json);
    return this.#faults.length === 0 ? { kind: "line", line } : { kind: "refused", faults: this.#faults };
  }

  #line(json: JsonObject): TariffLine {
    this.#refuseUnknown(json);
    const code = this.#code(json.code);
    const [from, to] = this.#dates(json);
    const rates = {
      mfn: this.#rate(json, "mfn"),
      provisional: this.#rate(json, "provisional"),
      general: this.#rate(json, "general"),
      agreements: this.#rates(json, "agreements", (name) => this.#agreement(name)),
      special: this.#rates(json, "special", (name) => this.#country("special", name)),
    };
    const specialZero = this.#specialZero(json.special_zero, rates.special);
    return {
      place: this.#place,
      code,
      from,
      to,
      ...rates,
      specialZero,
      export: this.#exportRate(json, "export"),
      exportProvisional: this.#exportRate(json, "exportProvisional"),
      vat: json.vat === null ? null : this.#rate(json, "vat"),
      consumptionTax: json.consumptionTax === null ? null : this.#consumptionTax(json),
      units: this.#texts(json.units, "units"),
      description: this.#text(json, "description"),
      note: this.#text(json, "note"),
    };
  }

  #refuseUnknown(json: JsonObject): void {
    for (const field of Object.keys(json)) {
      if (!KNOWN.has(field))
        this.#fault(field, `no field of a tariff line; known are ${TARIFF_FIELDS.join(", ")}`);
    }
    for (const field of NOT_YET) {
      const value = json[field];
      const isEmpty = isAbsent(value) || (Array.isArray(value) && value.length === 0 && field === "remedies");
      if (!isEmpty) this.#fault(field, `${field} is not yet supported by this version; leave such lines out`);
    }
  }

  #code(value: unknown): string {
    if (typeof value === "string" && /^[0-9]{2,13}$/.test(value)) return value;
    this.#fault("code", `${show(value)} is no code; write 2 to 13 digits in quotation marks`);
    return "";
  }

  #dates(json: JsonObject): readonly [PlainDate | undefined, PlainDate | undefined] {
    const [from, to] = [this.#date(json, "from"), this.#date(json, "to")];
    if (from && to && from > to) this.#fault("from", `${from} is after to (${to}); correct one of them`);
    return [from, to];
  }

  #date(json: JsonObject, field: "from" | "to"): PlainDate | undefined {
    const value = json[field];
    if (isAbsent(value)) return undefined;
    const date = typeof value === "string" ? parsePlainDate(value) : undefined;
    if (!date) this.#fault(field, `${show(value)} is no day; write a real day as "YYYY-MM-DD"`);
    return date;
  }

  #rate(json: JsonObject, field: string): Column | undefined {
    return isAbsent(json[field]) ? undefined : this.#column(json[field], field);
  }

  #column(value: unknown, field: string): Column | undefined {
    if (typeof value !== "string") {
      this.#fault(
        field,
        `${show(value)} is no rate text; write it in quotation marks, such as "10" or "0.6 CNY/kg"`,
      );
      return undefined;
    }
    const read = this.#parse(value);
    if (read.kind === "refused") {
      this.#fault(field, `${show(value)} is no rate: column ${read.column}, ${read.detail}`);
      return undefined;
    }
    if (read.rate.kind === "band") {
      this.#fault(field, "price bands are not yet supported by this version; leave such lines out");
      return undefined;
    }
    return read;
  }

  #rates(json: JsonObject, field: string, check: (name: string) => void): ReadonlyMap<string, Column> {
    const value = json[field];
    if (isAbsent(value)) return NO_COLUMNS;
    const columns = new Map<string, Column>();
    if (!isObject(value)) {
      this.#fault(field, `${show(value)} is no object of rate texts`);
      return columns;
    }
    for (const name of Object.keys(value)) {
      check(name);
      const column = this.#column(value[name], `${field}.${name}`);
      if (column) columns.set(name, column);
    }
    return columns;
  }

  #agreement(name: string): void {
    if (!AGREEMENTS_2026.has(name)) this.#fault(`agreements.${name}`, "no agreement of the 2026 list");
  }

  #country(field: string, name: string): void {
    if (!isCountry(name)) this.#fault(`${field}.${name}`, `${show(name)} is no country of ISO 3166`);
  }

  #specialZero(value: unknown, special: ReadonlyMap<string, Column>): readonly string[] {
    const names = this.#texts(value, "special_zero");
    for (const name of names) if (name !== "LD") this.#country("special_zero", name);
    const zero = new Set(names.flatMap((name) => (name === "LD" ? LEAST_DEVELOPED_2026 : [name])));
    for (const country of special.keys()) {
      if (!zero.has(country)) continue;
      this.#fault(
        "special_zero",
        `${country} has a rate in special and is free in special_zero; keep one of them`,
      );
    }
    return names;
  }

  #exportRate(json: JsonObject, field: "export" | "exportProvisional"): Column | undefined {
    const column = this.#rate(json, field);
    // An export value is FOB without the duty (Tariff Law art. 29), which only a plain percentage can be taken out of.
    if (column && hasChoice(column.rate)) this.#fault(field, "min and max cannot stand in an export rate");
    return column;
  }

  #consumptionTax(json: JsonObject): Column | undefined {
    const column = this.#rate(json, "consumptionTax");
    if (column && takesWholePrice(column.rate)) {
      this.#fault("consumptionTax", `${column.text} takes 100 % or more of the price; write less than 100`);
    }
    return column;
  }

  #texts(value: unknown, field: string): readonly string[] {
    if (isAbsent(value)) return NO_TEXTS;
    if (Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "")) return value;
    this.#fault(field, `${show(value)} is no list of texts`);
    return NO_TEXTS;
  }

  #text(json: JsonObject, field: "description" | "note"): string | undefined {
    const value = json[field];
    if (isAbsent(value)) return undefined;
    if (typeof value === "string") return value;
    this.#fault(field, `${show(value)} is no text; write it in quotation marks`);
    return undefined;
  }

  #fault(field: string, detail: string): void {
    this.#faults.push({ ...this.#place, field, detail });
  }
}

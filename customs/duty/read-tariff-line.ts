/**
 * Reads one line of a tariff file (the contract's JSON lines). Nothing is skipped or mended: a tariff with a typo must
 * not quietly lose a rate, so every field that is not understood is a fault with file, line and field.
 */
import { AGREEMENTS_2026 } from "../codes/agreements.ts";
import { LEAST_DEVELOPED_2026 } from "../codes/least-developed.ts";
import { FieldReader } from "./field-reader.ts";
import { hasChoice, parseTariffRate, takesWholePrice } from "./rate-column.ts";
import { readRemedies } from "./read-remedies.ts";
import { isObject, type JsonObject, show } from "./read-values.ts";
import { remembering } from "./remembering.ts";
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

/** A reader that remembers the rate texts it has parsed: a tariff of twelve thousand lines has some hundred of them. */
export const tariffLineReader = (): ((json: unknown, place: TariffPlace) => ReadTariffLine) => {
  const parse = remembering(parseTariffRate);
  return (json, place) => {
    const reader = new FieldReader(place, parse);
    const line = readLine(json, place, reader);
    return line && reader.faults.length === 0
      ? { kind: "line", line }
      : { kind: "refused", faults: reader.faults };
  };
};

const readLine = (json: unknown, place: TariffPlace, reader: FieldReader): TariffLine | undefined => {
  if (!isObject(json)) {
    reader.fault("", "the line is no JSON object; write one object in braces on each line");
    return undefined;
  }
  reader.refuseUnknown(json, TARIFF_FIELDS, "", "a tariff line");
  const code = readCode(json.code, reader);
  const [from, to] = reader.dates(json);
  const mfn = reader.rate(json, "mfn");
  const provisional = reader.rate(json, "provisional");
  const general = reader.rate(json, "general");
  const agreements = readAgreements(json.agreements, reader);
  const special = reader.columns(json.special, "special", (name) => reader.country(name, "special"));
  return {
    place,
    code,
    from,
    to,
    mfn,
    provisional,
    general,
    agreements,
    special,
    specialZero: readSpecialZero(json.special_zero, special, reader),
    quota: reader.rate(json, "quota"),
    quotaProvisional: reader.rate(json, "quotaProvisional"),
    export: readExportRate(json, "export", reader),
    exportProvisional: readExportRate(json, "exportProvisional", reader),
    vat: json.vat === null ? null : reader.rate(json, "vat"),
    consumptionTax: json.consumptionTax === null ? null : readConsumptionTax(json, reader),
    units: reader.texts(json.units, "units"),
    remedies: readRemedies(json.remedies, reader),
    description: reader.text(json.description, "description"),
    note: reader.text(json.note, "note"),
  };
};

const readCode = (value: unknown, reader: FieldReader): string => {
  if (typeof value === "string" && /^[0-9]{2,13}$/.test(value)) return value;
  reader.fault("code", `${show(value)} is no code; write 2 to 13 digits in quotation marks`);
  return "";
};

const readAgreements = (value: unknown, reader: FieldReader): ReadonlyMap<string, Column> =>
  reader.columns(value, "agreements", (name) => {
    if (!AGREEMENTS_2026.has(name)) reader.fault(`agreements.${name}`, "no agreement of the 2026 list");
  });

const readSpecialZero = (
  value: unknown,
  special: ReadonlyMap<string, Column>,
  reader: FieldReader,
): readonly string[] => {
  const names = reader.texts(value, "special_zero");
  for (const name of names) if (name !== "LD") reader.country(name, "special_zero");
  const zero = new Set(names.flatMap((name) => (name === "LD" ? LEAST_DEVELOPED_2026 : [name])));
  for (const country of special.keys()) {
    if (!zero.has(country)) continue;
    const detail = `${country} has a rate in special and is free in special_zero; keep one of them`;
    reader.fault("special_zero", detail);
  }
  return names;
};

const readExportRate = (
  json: JsonObject,
  field: "export" | "exportProvisional",
  reader: FieldReader,
): Column | undefined => {
  const column = reader.rate(json, field);
  // An export value is FOB without the duty (Tariff Law art. 29), which only a plain percentage can be taken out of.
  if (column && hasChoice(column.rate)) reader.fault(field, "min and max cannot stand in an export rate");
  return column;
};

const readConsumptionTax = (json: JsonObject, reader: FieldReader): Column | undefined => {
  const column = reader.rate(json, "consumptionTax");
  if (column && takesWholePrice(column.rate)) {
    const detail = `${column.text} takes 100 % or more of the price; write less than 100`;
    reader.fault("consumptionTax", detail);
  }
  return column;
};

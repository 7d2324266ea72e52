/** Reads the remedies of a tariff line: duties on top of the base duty, with rates by origin and exporter. */
import type { FieldReader } from "./field-reader.ts";
import { isAbsent, isObject, type JsonObject, show } from "./read-values.ts";
import { exporterName, meet } from "./remedies.ts";
import { type Column, REMEDY_KINDS, type Remedy } from "./tariff-line.ts";

const FIELDS = ["code", "kind", "origins", "exceptOrigins", "exporters", "rate", "from", "to"] as const;
const NONE: readonly Remedy[] = [];

/** All remedies of a line in their order; what is wrong is added to the reader's faults. */
export const readRemedies = (value: unknown, reader: FieldReader): readonly Remedy[] => {
  if (isAbsent(value)) return NONE;
  if (!Array.isArray(value)) {
    reader.fault("remedies", `${show(value)} is no list of remedies`);
    return NONE;
  }
  const read = (value as readonly unknown[]).map((one, at) => readRemedy(one, `remedies.${at}`, reader));
  refuseTwice(read, reader);
  return read.filter((remedy) => remedy !== undefined);
};

const readRemedy = (json: unknown, field: string, reader: FieldReader): Remedy | undefined => {
  if (!isObject(json)) {
    reader.fault(field, `${show(json)} is no remedy; write one object in braces for each`);
    return undefined;
  }
  const path = `${field}.`;
  reader.refuseUnknown(json, FIELDS, path, "a remedy");
  const code = readCode(json.code, `${path}code`, reader);
  const kind = readKind(json.kind, `${path}kind`, reader);
  const origins = readOrigins(json.origins, `${path}origins`, reader);
  const exceptOrigins = readCountries(json.exceptOrigins, `${path}exceptOrigins`, reader);
  const exporters = readExporters(json.exporters, `${path}exporters`, reader);
  const rate = readResidual(json, path, reader);
  const [from, to] = reader.dates(json, path);
  return code !== undefined && kind && origins && rate
    ? { code, kind, origins, exceptOrigins, exporters, rate, from, to }
    : undefined;
};

const readCode = (value: unknown, field: string, reader: FieldReader): string | undefined => {
  if (typeof value === "string" && value.trim() !== "") return value;
  reader.fault(field, `${show(value)} is no code; name the remedy, such as "AD-KR-2026"`);
  return undefined;
};

const readKind = (value: unknown, field: string, reader: FieldReader): Remedy["kind"] | undefined => {
  const kind = REMEDY_KINDS.find((known) => known === value);
  if (kind === undefined)
    reader.fault(field, `${show(value)} is no kind of remedy; known are ${REMEDY_KINDS.join(", ")}`);
  return kind;
};

const readOrigins = (value: unknown, field: string, reader: FieldReader): Remedy["origins"] | undefined => {
  if (value === "all") return value;
  if (Array.isArray(value) && value.length > 0) return readCountries(value, field, reader);
  reader.fault(field, `${show(value)} names no origin; write a list of countries such as ["KR"], or "all"`);
  return undefined;
};

const readCountries = (value: unknown, field: string, reader: FieldReader): readonly string[] => {
  const names = reader.texts(value, field);
  for (const name of names) reader.country(name, field);
  return names;
};

const readExporters = (value: unknown, field: string, reader: FieldReader): ReadonlyMap<string, Column> => {
  const columns = reader.columns(value, field, (name) => {
    if (exporterName(name) === "") reader.fault(`${field}.${name}`, "the exporter has no name");
  });
  const named = new Map<string, Column>();
  for (const [written, column] of columns) {
    const name = exporterName(written);
    if (named.has(name)) reader.fault(`${field}.${written}`, `${show(name)} has two rates; keep one`);
    named.set(name, column);
  }
  return named;
};

const readResidual = (json: JsonObject, path: string, reader: FieldReader): Column | undefined => {
  const field = `${path}rate`;
  if (!isAbsent(json.rate)) return reader.column(json.rate, field);
  reader.fault(field, "the residual rate is missing: what exporters owe that are not named");
  return undefined;
};

/** Of one code exactly one rate applies, so it may not stand twice for one origin and day. */
const refuseTwice = (remedies: readonly (Remedy | undefined)[], reader: FieldReader): void => {
  for (const [at, later] of remedies.entries()) {
    const first = remedies.findIndex(
      (earlier) => earlier !== undefined && earlier.code === later?.code && meet(earlier, later),
    );
    if (first >= 0 && first < at) {
      const detail = `${later!.code} also stands in remedies.${first} for one origin and day; keep one of them`;
      reader.fault(`remedies.${at}.code`, detail);
    }
  }
};

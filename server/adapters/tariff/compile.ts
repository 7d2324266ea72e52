/** From the bytes of a source to the lines of an edition, whatever form the source is in. */
import { printTariffLine } from "@openftz/customs/duty/print-tariff-line.ts";
import { compileTariff } from "@openftz/customs/duty/tariff.ts";
import type { TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import { cn2020Csv } from "./cn-2020-csv.ts";
import { jsonLines } from "./json-lines.ts";
import type { Mapping } from "./mapping.ts";
import { readSpreadsheet } from "./spreadsheet.ts";
import type { ImportOptions, TariffImport, TariffImporter } from "./tariff-import.ts";

const IMPORTERS: readonly TariffImporter[] = [jsonLines, cn2020Csv];

/** Reads a source; every fault is told, the same code on overlapping days too. */
export const importTariff = (bytes: Uint8Array, options: ImportOptions): TariffImport => {
  const importer = IMPORTERS.find(({ matches }) => matches(bytes));
  if (!importer) return unknownForm(options.file);
  return compiled(importer.read(bytes, options), options.file);
};

/** Reads a spreadsheet with its mapping; otherwise as `importTariff`. */
export const importSpreadsheet = async (
  bytes: Uint8Array,
  mapping: Mapping,
  options: ImportOptions,
): Promise<TariffImport> => compiled(await readSpreadsheet(bytes, mapping, options), options.file);

const compiled = (read: TariffImport, file: string): TariffImport => {
  if (read.faults.length > 0) return read;
  if (read.lines.length === 0)
    return { ...read, faults: [{ file, line: 1, field: "", detail: "it holds no line" }] };
  const outcome = compileTariff(read.lines);
  return outcome.kind === "refused" ? { ...read, faults: outcome.faults } : read;
};

const unknownForm = (file: string): TariffImport => {
  const forms = IMPORTERS.map(({ form }) => form).join(", ");
  const detail = `the file is in no form known here; known are: ${forms}`;
  return { form: "unknown", lines: [], counts: {}, faults: [{ file, line: 1, field: "", detail }] };
};

/** The bytes of an edition: the contract's JSON lines, ordered by code and first day, so that equal tariffs are equal bytes. */
export const editionBytes = (lines: readonly TariffLine[]): Uint8Array => {
  const ordered = [...lines].sort(
    (a, b) => compareTexts(a.code, b.code) || compareTexts(a.from ?? "", b.from ?? ""),
  );
  return new TextEncoder().encode(ordered.map((line) => `${printTariffLine(line)}\n`).join(""));
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

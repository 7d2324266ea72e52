/** Reads and merges the tariff files that a command names. */
import { readFile } from "node:fs/promises";
import { readTariff } from "@openftz/customs/duty/read-tariff.ts";
import { type CompiledTariff, compileTariff } from "@openftz/customs/duty/tariff.ts";
import type { TariffFault, TariffLine } from "@openftz/customs/duty/tariff-line.ts";

export type LoadedTariffs =
  | { readonly kind: "tariff"; readonly tariff: CompiledTariff }
  | { readonly kind: "refused"; readonly complaints: readonly string[] };

/** The files merged, or everything that is wrong with them, each as a line for people. */
export const loadTariffs = async (files: readonly string[]): Promise<LoadedTariffs> => {
  const lines: TariffLine[] = [];
  const complaints: string[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => error);
    if (bytes instanceof Error) {
      complaints.push(`${file} cannot be read: ${bytes.message}`);
      continue;
    }
    const read = readTariff(bytes, file);
    for (const line of read.lines) lines.push(line);
    complaints.push(...read.faults.map(complaint));
  }
  if (complaints.length > 0) return { kind: "refused", complaints };
  const compiled = compileTariff(lines);
  return compiled.kind === "tariff"
    ? compiled
    : { kind: "refused", complaints: compiled.faults.map(complaint) };
};

/** File, line, field, and what is wrong. */
export const complaint = ({ file, line, field, detail }: TariffFault): string =>
  `${file}, line ${line}${field === "" ? "" : `, field ${field}`}: ${detail}`;

const MOST_SHOWN = 20;

/** The first complaints, and how many more there are. */
export const listed = (complaints: readonly string[]): string => {
  const more = complaints.length - MOST_SHOWN;
  const shown = complaints.slice(0, MOST_SHOWN).join("\n");
  return more > 0 ? `${shown}\n… and ${more} more.\n` : `${shown}\n`;
};

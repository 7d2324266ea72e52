/** A tariff edition: an immutable file of the contract's JSON lines, compiled when it is first needed. */

import { defineFile } from "../define/record.ts";
import { tariffLineReader } from "../duty/read-tariff-line.ts";
import { type CompiledTariff, compileTariff } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import { buildSearchIndex, type SearchIndex } from "./search-index.ts";

/** An edition in memory: the compiled tariff with the index that searches it. */
export type Edition = CompiledTariff & { readonly search: SearchIndex };

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Lines read between two pauses: about a millisecond's work, so that filing goes on while an edition is compiled. */
const LINES_AT_ONCE = 50;

/** Compiles an edition's bytes step by step. Undefined when they are no edition: then there is none of that hash. */
function* parseEdition(bytes: Uint8Array): Generator<void, Edition | undefined> {
  const read = tariffLineReader();
  const lines: TariffLine[] = [];
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    return undefined;
  }
  for (const [index, row] of text.split("\n").entries()) {
    if (index % LINES_AT_ONCE === 0) yield;
    if (row.trim() === "") continue;
    const json = parsed(row);
    const outcome = json === undefined ? undefined : read(json, { file: "edition", line: index + 1 });
    if (outcome?.kind !== "line") return undefined;
    lines.push(outcome.line);
  }
  const compiled = compileTariff(lines);
  if (compiled.kind !== "tariff" || compiled.tariff.size === 0) return undefined;
  return { ...compiled.tariff, search: yield* buildSearchIndex(compiled.tariff) };
}

const parsed = (row: string): unknown => {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
};

/** The edition as a record; its id is the SHA-256 of its file. */
export const EditionFile = defineFile<Edition>({ kind: "edition", parse: parseEdition });

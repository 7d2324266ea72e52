/** A tariff edition: an immutable file of the contract's JSON lines, compiled when it is first needed. */

import { defineFile } from "../define/record.ts";
import { tariffLineReader } from "../duty/read-tariff-line.ts";
import { type CompiledTariff, compileTariff } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Compiles an edition's bytes. They were checked when the edition was adopted, so a fault here is a programmer's error. */
const parseEdition = (bytes: Uint8Array): CompiledTariff => {
  const read = tariffLineReader();
  const lines: TariffLine[] = [];
  for (const [index, text] of decoder.decode(bytes).split("\n").entries()) {
    if (text.trim() === "") continue;
    const outcome = read(JSON.parse(text), { file: "edition", line: index + 1 });
    if (outcome.kind !== "line") throw new Error(`line ${index + 1} of a kept edition cannot be read`);
    lines.push(outcome.line);
  }
  const compiled = compileTariff(lines);
  if (compiled.kind !== "tariff") throw new Error("the lines of a kept edition overlap");
  return compiled.tariff;
};

/** The edition as a record; its id is the SHA-256 of its file. */
export const EditionFile = defineFile<CompiledTariff>({ kind: "edition", parse: parseEdition });

/** `openftz tariff import SOURCE --to FILE.jsonl`: a source of tariff as the contract's JSON lines, in a file. */
import { rename, writeFile } from "node:fs/promises";
import { editionBytes } from "../adapters/tariff/compile.ts";
import { EXIT, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io } from "./io.ts";
import { readSource, refuseSource } from "./tariff-source.ts";

/** Writes the file whole or not at all; a source that is wrong is wrong use, as for `openftz assess`. */
export const tariffToFile = async (given: Given, io: Io): Promise<number> => {
  const to = given.text("to")!;
  const { file, read } = await readSource(given);
  if (read.faults.length > 0) refuseSource(file, read.faults, EXIT.wrongUse);
  await writeWhole(to, editionBytes(read.lines)).catch((error: Error) => {
    throw wrongUse(`${to} cannot be written: ${error.message}`, "Check the path.");
  });
  const { form, counts } = read;
  const rows = Object.entries(counts).map(([name, count]) => `${String(count).padStart(8)}  ${name}`);
  await answer(io, given.is("json"), { form, to, counts }, `${form}, written to ${to}\n${rows.join("\n")}`);
  return EXIT.ok;
};

/** The file is there whole or not at all: written beside its place, then moved. */
const writeWhole = async (file: string, bytes: Uint8Array): Promise<void> => {
  const beside = `${file}.part`;
  await writeFile(beside, bytes);
  await rename(beside, file);
};

/** `openftz tariff import`: a source of tariff becomes an edition; here, or in a file for `assess`. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { complaint, listed } from "../adapters/cli/load-tariffs.ts";
import { tariffToFileCommand } from "../adapters/cli/tariff-to-file.ts";
import { editionBytes, importTariff } from "../adapters/tariff/compile.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io, tell } from "./io.ts";
import { problemLines, submitValue, withLink } from "./link.ts";

export const tariffImportCommand: CliCommand = {
  name: "tariff import",
  usage: "SOURCE [--from DAY] [--data DIR | --server URL | --to FILE]",
  about:
    "Turns a source of tariff (JSON lines, or the Chinese schedule of 2020 as CSV) into an edition and adopts it.",
  flags: {
    from: {
      value: "DAY",
      about: "the first day of the edition and of lines that name none; open-ended until the next",
    },
    to: { value: "FILE", about: "write JSON lines to a file instead, for openftz assess" },
    source: { value: "TEXT", about: "where it comes from; the file's name unless told" },
    ...EITHER,
  },
  more: `The file is read and checked here, kept by its hash, and adopted by one small act: filing never waits.
A rate the source does not state stays "not stated": goods are then held, never free.`,
  run: async (given, io) => (given.is("to") ? toFile(given, io) : adopt(given, io)),
};

/** The other half of the command has its own reader of words, because `assess` shares it. */
const toFile = (given: Given, io: Io): Promise<number> => {
  const [from, to] = [given.text("from"), given.text("to")!];
  const argv = [...given.words, "--to", to, ...(from === undefined ? [] : ["--from", from])];
  return tariffToFileCommand(given.is("json") ? [...argv, "--json"] : argv, io, {
    importTariff,
    editionBytes,
  });
};

const adopt = async (given: Given, io: Io): Promise<number> => {
  const [file, more] = given.words;
  if (file === undefined || more !== undefined)
    throw wrongUse("Name one source.", "See openftz tariff import --help.");
  const from = given.text("from");
  if (from !== undefined && !parsePlainDate(from))
    throw wrongUse(`--from is "${from}".`, "Give a day such as 2020-01-01.");
  const began = Date.now();
  const bytes = await readFile(file).catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`, "Check the path.");
  });
  const read = importTariff(bytes, { file, from });
  if (read.faults.length > 0)
    throw refusal(
      `${file} cannot be imported:\n${listed(read.faults.map(complaint)).trimEnd()}`,
      "Correct the source; nothing was adopted.",
      {
        faults: read.faults.slice(0, 100),
      },
    );
  const firstDay = from ?? read.lines.map((line) => line.from ?? "").sort()[0];
  if (!firstDay)
    throw wrongUse("Some lines name no first day.", "Say when the edition begins: --from 2020-01-01.");
  await tell(io, `${read.form}: ${read.lines.length} lines read and checked in ${Date.now() - began} ms`);
  return withLink(given, io, async (link) => {
    const edition = await link.keepFile(editionBytes(read.lines));
    const source = given.text("source") ?? path.basename(file);
    const request = { edition, from: firstDay, source, counts: read.counts };
    const reply = await submitValue(link, "tariff.adopt", request);
    if (reply.kind === "refused")
      throw refusal(problemLines(reply.problem), "See above.", { ...reply.problem });
    const result = {
      edition,
      form: read.form,
      from: firstDay,
      source,
      position: reply.position,
      counts: read.counts,
      seconds: (Date.now() - began) / 1000,
    };
    const rows = Object.entries(read.counts).map(([what, count]) => `${String(count).padStart(8)}  ${what}`);
    const words = [`Adopted from ${firstDay}: edition ${edition}`, ...rows, `In ${result.seconds} s.`].join(
      "\n",
    );
    await answer(io, given.is("json"), result, words);
    return EXIT.ok;
  });
};

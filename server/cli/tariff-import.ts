/** `openftz tariff import`: a source of tariff becomes an edition; here, or in a file for `assess`. */
import path from "node:path";
import { editionBytes } from "../adapters/tariff/compile.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io, tell } from "./io.ts";
import { type Link, problemLines, submitValue, withLink } from "./link.ts";
import { ACCEPT, readAccept } from "./tariff-accept.ts";
import { firstDayOf, readSource, refuseSource, SOURCE_FLAGS } from "./tariff-source.ts";
import { tariffToFile } from "./tariff-to-file.ts";
import { acceptWords, changesInWords, findingsInWords, type ShownCheck } from "./tariff-words.ts";

export const tariffImportCommand: CliCommand = {
  name: "tariff import",
  usage: "SOURCE [--from DAY] [--mapping FILE] [--accept KIND=N,…] [--data DIR | --server URL | --to FILE]",
  about:
    "Turns a source of tariff (JSON lines, the Chinese schedule of 2020, a spreadsheet) into an edition and adopts it.",
  flags: {
    ...SOURCE_FLAGS,
    accept: ACCEPT,
    to: { value: "FILE", about: "write JSON lines to a file instead, for openftz assess" },
    source: { value: "TEXT", about: "where it comes from; the file's name unless told" },
    ...EITHER,
  },
  more: `All or nothing: a text that is not understood stops the import, and every such line is named. The edition is
checked against the one before it; what moved far must be accepted. Until it is adopted the old edition stays in
force. A rate the source does not state stays "not stated": goods are then held, never free.`,
  run: async (given, io) => (given.is("to") ? tariffToFile(given, io) : adopt(given, io)),
};

const adopt = async (given: Given, io: Io): Promise<number> => {
  const began = Date.now();
  const accepted = readAccept(given);
  const source = await readSource(given);
  const { file, read } = source;
  if (read.faults.length > 0) refuseSource(file, read.faults);
  const from = firstDayOf(source, given);
  await tell(io, `${read.form}: ${read.lines.length} lines read in ${Date.now() - began} ms`);
  return withLink(given, io, async (link) => {
    const edition = await link.keepFile(editionBytes(read.lines));
    const check = await askCheck(link, edition, from);
    if (acceptWords(check.needsAcceptance) !== "" && !given.is("accept")) refuseUnaccepted(check);
    const name = given.text("source") ?? path.basename(file);
    const request = { edition, from, source: name, counts: read.counts, accepted };
    const reply = await submitValue(link, "tariff.adopt", request);
    if (reply.kind === "refused")
      throw refusal(problemLines(reply.problem), "See above.", { ...reply.problem });
    const seconds = (Date.now() - began) / 1000;
    const { findings, changes, before, warnings } = check;
    const result = {
      edition,
      form: read.form,
      from,
      source: name,
      position: reply.position,
      counts: read.counts,
      before,
      accepted,
      warnings,
      findings,
      changes,
      seconds,
    };
    const rows = Object.entries(read.counts).map(([what, count]) => `${String(count).padStart(8)}  ${what}`);
    const words = [
      `Adopted from ${from}: edition ${edition}`,
      ...rows,
      ...changesInWords(changes, before),
      ...findingsInWords(findings, true),
      `In ${seconds} s. To put the edition before back: openftz tariff revert --from ${from} --instead ${edition} --reason "…"`,
    ];
    await answer(io, given.is("json"), result, words.join("\n"));
    return EXIT.ok;
  });
};

/** Asks for the check of an edition whose file is kept. @throws CommandFault when it cannot be checked */
export const askCheck = async (link: Link, edition: string, from: string): Promise<ShownCheck> => {
  const found = await link.ask("tariff.findings", { edition, from });
  if (found.kind === "refused")
    throw refusal(problemLines(found.problem), "See above.", { ...found.problem });
  return (found as { readonly answer: unknown }).answer as ShownCheck;
};

const refuseUnaccepted = (check: ShownCheck): never => {
  const open = check.findings.filter(({ severity }) => severity !== "warning");
  throw refusal(
    ["Nothing was adopted; the edition before stays in force.", ...findingsInWords(open)].join("\n"),
    `Compare with the official notice. When all of it is meant: --accept ${acceptWords(check.needsAcceptance)}`,
    { check },
  );
};

/** `openftz file`: declarations from JSON, JSON lines, or the extract of another system. */
import { open, readFile } from "node:fs/promises";
import { CsvFault } from "../adapters/tariff/csv.ts";
import { importExtract } from "../extract/import-extract.ts";
import { kcsRows } from "../extract/kcs.ts";
import { RegistrarFault } from "../extract/registrar.ts";
import type { RowResult, Tally } from "../extract/tally.ts";
import { adoptOwnTariff } from "../sample/own-tariff.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import { fileRequests } from "./file-requests.ts";
import type { Given } from "./flags.ts";
import { answer, type Io, progress, readInput, tell } from "./io.ts";
import { ITSELF, type Link, problemLines, withLink } from "./link.ts";

const FORMATS = ["json", "kcs"];

export const fileCommand: CliCommand = {
  name: "file",
  usage: "[FILE] [--format json|kcs]",
  about:
    "Files declarations: one JSON request, an array or JSON lines of them, or an extract of another system.",
  flags: {
    format: {
      value: "WORD",
      about: "json (unless told), or kcs: the Korean extract of import declarations, as CSV",
    },
    report: {
      value: "FILE",
      about: "write one JSON line for each declaration: its number, or why it was refused",
    },
    ...EITHER,
  },
  more: `Without FILE, standard input is read. An extract is taken over by the importer's role: its parties are registered,
its rows filed with their own day, six-digit codes completed to the tariff's first line under them, won converted
with dated rates. It ends with 0 when every row was filed or refused with a reason; JSON requests end with 1 when
one was refused.`,
  run: async (given, io) => {
    const format = given.text("format") ?? "json";
    if (!FORMATS.includes(format))
      throw wrongUse(`There is no format "${format}".`, `Known are ${FORMATS.join(", ")}.`);
    const bytes = await readSource(given, io);
    const report = await openReport(given);
    try {
      return await withLink(given, io, async (link) => {
        const work = format === "kcs" ? fileExtract : fileRequests;
        return await work(link, bytes, { given, io, report });
      });
    } finally {
      await report.close();
    }
  },
};

/** Where results go one by one. */
export type Report = {
  readonly add: (result: RowResult) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What a way of filing is given. */
export type Filing = { readonly given: Given; readonly io: Io; readonly report: Report };

const readSource = async (given: Given, io: Io): Promise<Uint8Array> => {
  const [file, more] = given.words;
  if (more !== undefined) throw wrongUse(`Nobody knows what "${more}" is for.`, "Name one file.");
  if (file === undefined || file === "-") return readInput(io);
  return readFile(file).catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`, "Check the path.");
  });
};

const openReport = async (given: Given): Promise<Report> => {
  const file = given.text("report");
  if (file === undefined) return { add: async () => {}, close: async () => {} };
  const handle = await open(file, "w").catch((error: Error) => {
    throw wrongUse(`${file} cannot be written: ${error.message}`, "Check the path.");
  });
  const stream = handle.createWriteStream();
  return {
    add: async (result) => void stream.write(`${JSON.stringify(reportLine(result))}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
};

const reportLine = (result: RowResult): object => {
  const { line, reference } = result;
  if (result.kind === "refused")
    return { line, reference, refused: true, reason: result.reason, detail: result.detail };
  const { declaration, state, lane, holds, taxes } = result.answer;
  return { line, reference, declaration, state, lane, holds: holds.map(({ kind }) => kind), taxes };
};

/** The seconds and words that every way of filing ends with. */
export const conclude = async ({ given, io }: Filing, tally: Tally, began: number): Promise<void> => {
  const summary = tally.summary(Date.now() - began);
  const told = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([what, count]) => `    ${String(count).padStart(6)}  ${what}`);
  const words = [
    `${summary.filed} filed, ${summary.refused} refused, in ${summary.seconds} s.`,
    `  released ${summary.byStatus.released}, held ${summary.byStatus.held}`,
    `  lanes: ${Object.entries(summary.byLane)
      .map(([lane, count]) => `${lane} ${count}`)
      .join(", ")}`,
    `  customs duty owed: ${summary.duty} CNY`,
    ...(tally.holds.size > 0 ? ["  held for:", ...told(tally.holds)] : []),
    ...(tally.reasons.size > 0 ? ["  refused for:", ...told(tally.reasons)] : []),
  ].join("\n");
  if (given.is("json")) await tell(io, words);
  await answer(io, given.is("json"), summary, words);
};

const fileExtract = async (link: Link, bytes: Uint8Array, filing: Filing): Promise<number> => {
  const { io, report, given } = filing;
  const began = Date.now();
  const say = progress(io);
  try {
    const rows = [...kcsRows(bytes)];
    await tell(io, `${rows.length} rows; filing into ${link.where}`);
    if (link.installation) await adoptOwnTariff(link.installation);
    const { tally, registered } = await importExtract(link, rows, {
      onRegistering: (done, of) => say(() => `  registering: ${done} of ${of}`),
      onRow: async (result, done, of) => {
        await report.add(result);
        say(() => `  rows: ${done} of ${of}`);
      },
    });
    const { parties, offices, mandates, guarantees, rates } = registered;
    await tell(
      io,
      `Registered ${parties} parties, ${offices} offices, ${mandates} mandates, ${guarantees} guarantees, ${rates} exchange rates of the won.\n` +
        `${tally.filed} six-digit codes were completed to the tariff's first line under them; each declaration says so.`,
    );
    await conclude(filing, tally, began);
    return EXIT.ok;
  } catch (error) {
    if (error instanceof CsvFault)
      throw wrongUse(`Line ${error.line}: ${error.message}.`, "Give the extract as it was published.");
    if (error instanceof RegistrarFault)
      throw refusal(
        `${error.command} was refused${given.is("server") ? "" : ` (as ${given.text("as") ?? ITSELF})`}: ${problemLines(error.problem)}`,
        'Correct that. To import an extract needs the role "importer" for the whole installation.',
        { ...error.problem },
      );
    throw error;
  }
};

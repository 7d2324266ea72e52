/** `openftz tariff import SOURCE --to FILE.jsonl`: another source of tariff as the contract's JSON lines, in a file. */
import { readFile, rename, writeFile } from "node:fs/promises";
import type { TariffFault, TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { complaint, listed } from "./load-tariffs.ts";
import { type CommandStreams, type ExitCode, writeTo } from "./streams.ts";

/** What reads sources and writes editions; handed in, because an adapter knows no other. */
export type TariffReader = {
  readonly importTariff: (
    bytes: Uint8Array,
    options: { readonly file: string; readonly from?: string | undefined },
  ) => {
    readonly form: string;
    readonly lines: readonly TariffLine[];
    readonly counts: Readonly<Record<string, number>>;
    readonly faults: readonly TariffFault[];
  };
  readonly editionBytes: (lines: readonly TariffLine[]) => Uint8Array;
};

const HELP = `Usage: openftz tariff import SOURCE --to FILE.jsonl [--from YYYY-MM-DD] [--json]

Turns a source of tariff into JSON lines that openftz assess and an installation read.
SOURCE is such JSON lines, or the Chinese schedule of 2020 as CSV (every rate a fraction, 0.14 is 14 %).

  --to FILE     where to write; an existing file is replaced
  --from DATE   the first day of lines that name none; without it they have been in force for ever
  --json        print the counts as one JSON object

A rate the source does not state stays "not stated": goods are then held, never free.
Exit 0: written. 2: the command or the source is wrong; nothing was written.
`;

type Options = { source: string; to: string; from: string | undefined; json: boolean };

/** Runs the command; `argv` are the words after `tariff import`. */
export const tariffToFileCommand = async (
  argv: readonly string[],
  streams: CommandStreams,
  reader: TariffReader,
): Promise<ExitCode> => {
  if (argv.includes("--help")) {
    await writeTo(streams.stdout, HELP);
    return 0;
  }
  const options = readOptions(argv);
  if (typeof options === "string") return refuse(streams, `${options} See openftz tariff import --help.\n`);
  const bytes = await readFile(options.source).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return refuse(streams, `${options.source} cannot be read: ${bytes.message}\n`);
  const read = reader.importTariff(bytes, { file: options.source, from: options.from });
  if (read.faults.length > 0) return refuse(streams, listed(read.faults.map(complaint)));
  const failed = await writeWhole(options.to, reader.editionBytes(read.lines));
  if (failed) return refuse(streams, `${options.to} cannot be written: ${failed.message}\n`);
  const report = { form: read.form, to: options.to, counts: read.counts };
  await writeTo(streams.stdout, options.json ? `${JSON.stringify(report)}\n` : told(report));
  return 0;
};

/** The options, or what is wrong with them. */
const readOptions = (argv: readonly string[]): Options | string => {
  const sources: string[] = [];
  const values: Record<string, string> = {};
  let json = false;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    const value = argv[at + 1];
    if (word === "--json") json = true;
    else if (!word.startsWith("--")) sources.push(word);
    else if (word !== "--to" && word !== "--from") return `"${word}" is not known here.`;
    else if (value === undefined) return `${word} has no value.`;
    else {
      values[word] = value;
      at++;
    }
  }
  const { "--to": to, "--from": from } = values;
  const [source] = sources;
  if (source === undefined || sources.length > 1) return "Name one source.";
  if (to === undefined) return "Name the file to write with --to.";
  if (from !== undefined && !parsePlainDate(from)) return `--from is "${from}", no day such as 2020-01-01.`;
  return { source, to, from, json };
};

/** The file is there whole or not at all: written beside its place, then moved. */
const writeWhole = async (file: string, bytes: Uint8Array): Promise<Error | undefined> => {
  const beside = `${file}.part`;
  return writeFile(beside, bytes)
    .then(() => rename(beside, file))
    .then(
      () => undefined,
      (error: Error) => error,
    );
};

const told = ({
  form,
  to,
  counts,
}: {
  form: string;
  to: string;
  counts: Readonly<Record<string, number>>;
}): string => {
  const rows = Object.entries(counts).map(([name, count]) => `${String(count).padStart(8)}  ${name}`);
  return `${form}, written to ${to}\n${rows.join("\n")}\n`;
};

const refuse = async ({ stderr }: CommandStreams, text: string): Promise<ExitCode> => {
  await writeTo(stderr, `openftz tariff import: ${text}`);
  return 2;
};

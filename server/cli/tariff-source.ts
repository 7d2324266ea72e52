/** The source of tariff that a command line names: read whole, or refused with everything that is wrong with it. */
import { readFile } from "node:fs/promises";
import type { TariffFault } from "@openftz/customs/duty/tariff-line.ts";
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { complaint } from "../adapters/cli/load-tariffs.ts";
import { importSpreadsheet, importTariff } from "../adapters/tariff/compile.ts";
import { type Mapping, readMapping } from "../adapters/tariff/mapping.ts";
import type { TariffImport } from "../adapters/tariff/tariff-import.ts";
import { CommandFault, EXIT, wrongUse } from "./exit.ts";
import type { Flags, Given } from "./flags.ts";

/** Flags of commands that read a source of tariff. */
export const SOURCE_FLAGS: Flags = {
  from: {
    value: "DAY",
    about: "the first day of the edition and of lines that name none; open-ended until the next",
  },
  mapping: {
    value: "FILE",
    about: "how a spreadsheet (.xlsx, .csv) becomes a tariff; see docs/guides/tariff.md",
  },
};

/** A source that was read, with its file's name. */
export type Source = { readonly file: string; readonly read: TariffImport };

/** Reads the source whose faults are answered, not thrown. @throws CommandFault when the command line is wrong */
export const readSource = async (given: Given): Promise<Source> => {
  const [file, more] = given.words;
  if (file === undefined || more !== undefined)
    throw wrongUse("Name one source.", "See the command's --help.");
  return { file, read: await readTariffFile(file, given) };
};

/** Reads a file with the flags of the command line. @throws CommandFault when the command line is wrong */
export const readTariffFile = async (file: string, given: Given): Promise<TariffImport> => {
  const from = given.text("from");
  if (from !== undefined && !parsePlainDate(from))
    throw wrongUse(`--from is "${from}", no day such as 2020-01-01.`, "Give a day such as 2020-01-01.");
  const mapping = await mappingOf(given);
  const bytes = await bytesOf(file);
  return mapping ? importSpreadsheet(bytes, mapping, { file, from }) : importTariff(bytes, { file, from });
};

const mappingOf = async (given: Given): Promise<Mapping | undefined> => {
  const file = given.text("mapping");
  if (file === undefined) return undefined;
  const read = readMapping(Buffer.from(await bytesOf(file)).toString("utf8"));
  if ("mapping" in read) return read.mapping;
  throw wrongUse(`${file} is no mapping:\n  ${read.faults.join("\n  ")}`, "Correct the mapping file.");
};

const bytesOf = (file: string): Promise<Uint8Array> =>
  readFile(file).catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`, "Check the path.");
  });

/** Ends the command with every fault of the source, each with file, line, field and column. */
export const refuseSource = (
  file: string,
  faults: readonly TariffFault[],
  code: number = EXIT.refused,
): never => {
  const told = faults.map(complaint).join("\n");
  throw new CommandFault(
    code,
    `${file} cannot be imported:\n${told}`,
    "Correct the source; nothing was adopted or written.",
    { faults },
  );
};

/** The first day of an edition: the one asked for, else the earliest that its lines name. @throws CommandFault */
export const firstDayOf = ({ read }: Source, given: Given): PlainDate => {
  const asked = given.text("from");
  const days = read.lines.map(({ from }) => from ?? "").sort();
  const first = parsePlainDate(asked ?? days[0] ?? "");
  if (first) return first;
  throw wrongUse("Some lines name no first day.", "Say when the edition begins: --from 2020-01-01.");
};

/** `openftz tariff check`: what the import of a source would find, without adopting it. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type CompiledTariff, compileTariff } from "@openftz/customs/duty/tariff.ts";
import type { TariffFault } from "@openftz/customs/duty/tariff-line.ts";
import { hsCodes } from "@openftz/customs/hs/hs-edition.ts";
import { checkTariff, type DatedHs, type TariffCheck } from "@openftz/customs/tariff/check-tariff.ts";
import { countFindings, type Finding, finding } from "@openftz/customs/tariff/finding.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { complaint } from "../adapters/cli/load-tariffs.ts";
import { editionBytes } from "../adapters/tariff/compile.ts";
import { readHsCodes } from "../adapters/tariff/hs-csv.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io } from "./io.ts";
import { withLink } from "./link.ts";
import { askCheck } from "./tariff-import.ts";
import { firstDayOf, readSource, readTariffFile, SOURCE_FLAGS, type Source } from "./tariff-source.ts";
import { acceptWords, changesInWords, findingsInWords } from "./tariff-words.ts";

export const tariffCheckCommand: CliCommand = {
  name: "tariff check",
  usage: "SOURCE [--from DAY] [--mapping FILE] [--data DIR | --server URL | --against FILE --hs DIR]",
  about: "Checks a source of tariff as its import would, and adopts nothing.",
  flags: {
    ...SOURCE_FLAGS,
    against: { value: "FILE", about: "compare with this tariff instead of an installation's edition" },
    hs: {
      value: "DIR",
      about: "with --against or alone: a folder of hs2022.csv and the like, in force from 1 January",
    },
    ...EITHER,
  },
  more: `With --data or --server it is compared with the edition in force there, by the very check of the import; the
file is kept there, nothing is put in force. Without them no installation is needed. It ends with 1 when something
is refused or needs acceptance.`,
  run: async (given, io) => {
    const source = await readSource(given);
    if (source.read.faults.length > 0) return sayFaults(source.read.faults, given, io);
    const isThere = given.is("data") || given.is("server");
    if (isThere && (given.is("against") || given.is("hs")))
      throw wrongUse(
        "--against and --hs are for files without an installation.",
        "Leave --data or --server out.",
      );
    return isThere ? checkThere(source, given, io) : checkHere(source, given, io);
  },
};

type Told = TariffCheck & { readonly before: string | null; readonly lines: number };

const checkThere = async (source: Source, given: Given, io: Io): Promise<number> => {
  const from = firstDayOf(source, given);
  return withLink(given, io, async (link) => {
    const edition = await link.keepFile(editionBytes(source.read.lines));
    return say(await askCheck(link, edition, from), given, io);
  });
};

const checkHere = async (source: Source, given: Given, io: Io): Promise<number> => {
  const from = firstDayOf(source, given);
  const against = given.text("against");
  const work = checkTariff({
    tariff: compiled(source),
    from,
    before: against === undefined ? undefined : compiled(await soundSource(against, given)),
    hs: given.is("hs") ? await hsFolder(given.text("hs")!) : [],
  });
  let step = work.next();
  while (!step.done) step = work.next();
  return say({ ...step.value, before: against ?? null, lines: source.read.lines.length }, given, io);
};

const soundSource = async (file: string, given: Given): Promise<Source> => {
  const read = await readTariffFile(file, given);
  if (read.faults.length === 0) return { file, read };
  throw wrongUse(`--against: ${complaint(read.faults[0]!)}`, "Give a tariff that can be read.");
};

/** Overlaps were told when the source was read. */
const compiled = ({ read }: Source): CompiledTariff => {
  const outcome = compileTariff(read.lines);
  if (outcome.kind === "tariff") return outcome.tariff;
  throw new Error("a source without faults did not compile");
};

const hsFolder = async (folder: string): Promise<readonly DatedHs[]> => {
  const names = await readdir(folder).catch((error: Error) => {
    throw wrongUse(`${folder} cannot be read: ${error.message}`, "Check the path.");
  });
  const years = names.flatMap((name) => /^hs((?:19|20)\d{2})\.csv$/.exec(name)?.[1] ?? []);
  if (years.length === 0) throw wrongUse(`${folder} holds no hs2022.csv or the like.`, "Check the path.");
  return Promise.all(
    years.map(async (edition) => ({
      edition,
      from: plainDateOf(`${edition}-01-01`),
      codes: hsCodes(readHsCodes(await readFile(path.join(folder, `hs${edition}.csv`)))),
    })),
  );
};

const sayFaults = (faults: readonly TariffFault[], given: Given, io: Io): Promise<number> => {
  const findings = faults.map((fault) =>
    finding("not-read", "", fault.field, complaint(fault), "Correct the source."),
  );
  return say({ findings, changes: null, before: null, lines: 0 }, given, io);
};

const say = async ({ findings, changes, before, lines }: Told, given: Given, io: Io): Promise<number> => {
  const needsAcceptance = countFindings(findings, "needs-acceptance");
  const refused = countFindings(findings, "refused");
  const warnings = countFindings(findings, "warning");
  const isSound = [...Object.keys(refused), ...Object.keys(needsAcceptance)].length === 0;
  const accept = acceptWords(needsAcceptance);
  const words = [
    `${lines} lines. ${isSound ? "Nothing stands against it." : "Not yet:"}`,
    ...(lines > 0 ? changesInWords(changes, before) : []),
    ...every(findings),
    ...(accept === "" ? [] : [`When all of it is meant, the import takes --accept ${accept}`]),
  ];
  const report = { sound: isSound, before, lines, refused, needsAcceptance, warnings, findings, changes };
  await answer(io, given.is("json"), report, words.join("\n"));
  return isSound ? EXIT.ok : EXIT.refused;
};

/** Lines that are not understood are all named; of other findings the first tell enough. */
const every = (findings: readonly Finding[]): readonly string[] => {
  const unread = findings.filter(({ kind }) => kind === "not-read");
  return unread.length > 0 ? unread.map(({ detail }) => detail) : findingsInWords(findings);
};

/** `openftz tariff try`: an edition tried on recent declarations before it is switched on. */
import type { CompiledTariff } from "@openftz/customs/duty/tariff.ts";
import { compileTariff } from "@openftz/customs/duty/tariff.ts";
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import type { Store } from "../store.ts";
import { findEdition } from "../tariff/edition-bytes.ts";
import type { Tried } from "../tariff/try-declaration.ts";
import { type TrialReport, tryEdition } from "../tariff/try-edition.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer } from "./io.ts";
import { withInstallation } from "./local.ts";
import { readSource, refuseSource, SOURCE_FLAGS } from "./tariff-source.ts";

const LAST = 1_000;
const MOST = 1_000_000;

export const tariffTryCommand: CliCommand = {
  name: "tariff try",
  usage: "EDITION|SOURCE [--from DAY] [--mapping FILE] [--last N] [--data DIR]",
  about: "Assesses the last declarations under another tariff and tells which would owe more or less.",
  flags: {
    ...SOURCE_FLAGS,
    last: { value: "N", about: `how many declarations, the newest first; ${LAST} unless told` },
    ...LOCAL,
  },
  more: `EDITION is the hash of an edition that is kept there, SOURCE a file as for tariff import. Each declaration is
taken as it was filed, on its own day, or on the tariff's first day (--from) when that is later; with the rates of
exchange it was filed with. Nothing is written.`,
  run: async (given, io) => {
    const last = given.count("last", 1, MOST) ?? LAST;
    const from = firstDay(given);
    const source = isHash(given.words[0]) ? undefined : await sourceTariff(given);
    return withInstallation(given, io, async ({ store }) => {
      const tariff = source ?? (await keptTariff(store, given));
      const report = await tryEdition(store, { tariff, from }, last);
      await answer(io, given.is("json"), report, inWords(report));
      return EXIT.ok;
    });
  },
};

const firstDay = (given: Given): PlainDate | undefined => {
  const text = given.text("from");
  const day = text === undefined ? undefined : parsePlainDate(text);
  if (text !== undefined && !day)
    throw wrongUse(`--from is "${text}", no day such as 2020-01-01.`, "Give a day.");
  return day;
};

const isHash = (word: string | undefined): boolean => /^[0-9a-f]{64}$/.test(word ?? "");

const sourceTariff = async (given: Given): Promise<CompiledTariff> => {
  const { file, read } = await readSource(given);
  if (read.faults.length > 0) refuseSource(file, read.faults);
  const compiled = compileTariff(read.lines);
  if (compiled.kind === "tariff") return compiled.tariff;
  throw new Error("a source without faults did not compile");
};

const keptTariff = async (store: Store, given: Given): Promise<CompiledTariff> => {
  if (given.words.length > 1) throw wrongUse("Name one edition.", "See openftz tariff try --help.");
  const found = await findEdition(store, given.words[0]!);
  if (found) return found;
  throw refusal("No edition of that hash is kept here.", "See openftz tariff editions.");
};

const MOST_TOLD = 20;

const inWords = ({ tried, counts, without, owedMore, owedLess, declarations }: TrialReport): string => {
  const left = declarations.length - MOST_TOLD;
  return [
    `${tried} declarations tried: ${counts.more} would owe more (${owedMore} CNY), ${counts.less} less ` +
      `(${owedLess} CNY), ${counts.same} the same; ${counts.held} would be held for a rate, ${counts.refused} refused.`,
    ...(without > 0 ? [`${without} were left out: the edition they were filed under is not kept here.`] : []),
    ...declarations.slice(0, MOST_TOLD).map(triedInWords),
    ...(left > 0 ? [`… and ${left} more (--json has all)`] : []),
    "Before the de minimis of a declaration; suspended and exempt goods owe nothing under either.",
  ].join("\n");
};

const triedInWords = ({ declaration, outcome, before, after, difference, reasons }: Tried): string =>
  difference === null
    ? `  ${declaration}  ${outcome}: ${reasons[0]}`
    : `  ${declaration}  ${outcome} ${difference} CNY (${before} -> ${after})`;

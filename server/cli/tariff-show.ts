/** `openftz tariff show`: a line of the tariff with every column, what applies, remedies, papers and history. */
import type { assessDuty } from "@openftz/customs/duty-desk/assess-duty.ts";
import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io } from "./io.ts";
import { type Link, problemLines, withLink } from "./link.ts";
import { asTable } from "./words.ts";

type Shown = Exclude<ReturnType<typeof assessDuty.answer>, { readonly problem: unknown }>;

export const tariffShowCommand: CliCommand = {
  name: "tariff show",
  usage: "CODE [--origin COUNTRY] [--date DAY] [--data DIR | --server URL]",
  about: "A line of the tariff: every column, which applies, remedies, papers and how its rates changed.",
  flags: {
    origin: { value: "COUNTRY", about: "where goods are from, two letters: KR; tells what they may claim" },
    date: { value: "DAY", about: "on this day; today unless told" },
    ...EITHER,
  },
  more: "A code with no line of its own shows the one line under it, or lists those it has.",
  run: async (given, io) => {
    const asked = questionIn(given);
    return withLink(given, io, (link) => showTariffLine(link, asked, given, io));
  },
};

type Asked = { readonly commodity: string; readonly origin?: string; readonly date?: string };

/** The question of a command line. @throws CommandFault */
export const questionIn = (given: Given): Asked => {
  const [code, more] = given.words;
  if (code === undefined || more !== undefined)
    throw wrongUse("Name one code.", "For example: openftz tariff show 2204210000 --origin CL");
  const commodity = code.replaceAll(".", "");
  if (!/^[0-9]{2,13}$/.test(commodity))
    throw wrongUse(
      `"${code}" is no code.`,
      "Write 2 to 13 digits; openftz tariff search --text finds one by words.",
    );
  const [origin, date] = [given.text("origin")?.toUpperCase(), given.text("date")];
  if (origin !== undefined && !/^[A-Z]{2}$/.test(origin))
    throw wrongUse(`--origin is "${origin}".`, "Give a country of two letters, such as KR.");
  if (date !== undefined && !parsePlainDate(date))
    throw wrongUse(`--date is "${date}".`, "Give a day such as 2026-03-01.");
  return { commodity, ...(origin !== undefined && { origin }), ...(date !== undefined && { date }) };
};

/** Tells the line that is asked for, or the lines under its code. @throws CommandFault where there is none */
export const showTariffLine = async (link: Link, asked: Asked, given: Given, io: Io): Promise<number> => {
  const shown = await ask(link, asked);
  if (shown.line) return tellLine(shown, asked, given, io);
  const { day, edition, under } = shown;
  if (under.length === 0)
    throw refusal(
      `The tariff of ${day} has no line ${asked.commodity}.`,
      "Give fewer digits, or find the code by words: openftz tariff search --text coffee",
    );
  if (under.length === 1)
    return tellLine(await ask(link, { ...asked, commodity: under[0]!.code }), asked, given, io);
  const rows = under.map(({ code, mfn, description }) => ({ code, mfn, description }));
  const words = `${asked.commodity} has no line of its own; under it are:\n${asTable(rows, null)}`;
  await answer(io, given.is("json"), { day, edition, line: null, under }, words);
  return EXIT.ok;
};

const ask = async (link: Link, asked: Asked): Promise<Shown> => {
  const found = await link.ask("duty.assess", asked);
  if (found.kind === "answer") return found.answer as Shown;
  const problem = found.kind === "refused" ? found.problem : undefined;
  throw refusal(problem ? problemLines(problem) : "The server answered something else.", "See above.");
};

/** The faults of a question without a value say nothing here. */
const tellLine = async (shown: Shown, asked: Asked, given: Given, io: Io): Promise<number> => {
  const { faults: _, result: __, receipt: ___, certificates: ____, ...told } = shown;
  await answer(io, given.is("json"), told, wordsFor(shown, asked));
  return EXIT.ok;
};

const MOST_COUNTRIES = 8;

const countries = (origins: readonly string[] | null): string => {
  if (origins === null) return "all";
  const more = origins.length - MOST_COUNTRIES;
  return origins.slice(0, MOST_COUNTRIES).join(" ") + (more > 0 ? ` and ${more} more` : "");
};

const remedyWords = ({
  code,
  kind,
  origins,
  exceptOrigins,
  expression,
  exporters,
  from,
  to,
  hits,
}: Shown["remedies"][number]) =>
  [
    `${code}  ${kind} ${expression}, against ${origins === "all" ? "all origins" : origins.join(" ")}`,
    exceptOrigins.length > 0 ? `, except ${exceptOrigins.join(" ")}` : "",
    exporters.length > 0 ? `, ${exporters.length} exporters with rates of their own` : "",
    `, ${from ?? "always"} to ${to ?? "open"}${hits ? "; hits these goods" : ""}`,
  ].join("");

const wordsFor = (
  { line, day, edition, columns, remedies, papers, history }: Shown,
  { origin }: Asked,
): string => {
  const rows = columns.map(({ basis, expression, origins, applies, claim }) => ({
    column: basis,
    rate: expression,
    for: countries(origins),
    here: applies ? "applies" : claim === null ? "" : `claim ${claim}`,
  }));
  return [
    `${line!.code}  ${line!.description}`,
    `On ${day}, origin ${origin ?? "not stated"}; edition ${edition!.slice(0, 12)}; units ${line!.units.join(", ")}`,
    "",
    asTable(rows, null),
    "",
    `Consumption tax ${line!.consumptionTax ?? "not stated"}; VAT ${line!.vat ?? "not stated"}`,
    "",
    "Remedies",
    ...(remedies.length === 0 ? ["  none"] : remedies.map((remedy) => `  ${remedyWords(remedy)}`)),
    "",
    "Papers",
    ...(papers.length === 0
      ? ["  none"]
      : papers.map(({ kind, name }) => `  ${kind}  ${name?.en ?? "unknown"}`)),
    "",
    "History",
    ...history.map(
      ({ from, to, mfn, provisional, general, source }) =>
        `  ${from} to ${to ?? "open      "}  MFN ${mfn ?? "-"}, provisional ${provisional ?? "-"}, general ${general ?? "-"}  (${source})`,
    ),
  ].join("\n");
};

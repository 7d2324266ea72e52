/** `openftz exchange import`: a file of central-parity quotations becomes the rates of months, all of them or none. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { missingRateDays, monthRates, type Quotation } from "@openftz/customs/exchange/quotations.ts";
import { calendar } from "@openftz/policy/calendar/index.ts";
import { complaint, listed } from "../adapters/cli/load-tariffs.ts";
import { readQuotationCsv } from "../exchange/quotation-csv.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import { answer, tell } from "./io.ts";
import { problemLines, submitValue, withLink } from "./link.ts";

/** The month's own rates, and how many quotations of other days stand beside them. */
type Plan = { readonly quotations: readonly Quotation[]; readonly otherDays: number };

export const exchangeImportCommand: CliCommand = {
  name: "exchange import",
  usage: "FILE [--source TEXT] [--data DIR | --server URL]",
  about:
    "Sets the exchange rates of months from a CSV of central-parity quotations: day,currency,units,price[,in].",
  flags: {
    source: { value: "TEXT", about: "where it comes from; the file's name unless told" },
    ...EITHER,
  },
  more: `So many units of the currency cost the price, in CNY or in the currency named under in, over which it is crossed.
Of each month the third Wednesday counts, or the fourth when it is a holiday, for the whole month after. Quotations of
other days are checked and left out. One mistake anywhere, and no rate is set.`,
  run: async (given, io) => {
    const [file, more] = given.words;
    if (file === undefined || more !== undefined)
      throw wrongUse("Name one file.", "See openftz exchange import --help.");
    const bytes = await readFile(file).catch((error: Error) => {
      throw wrongUse(`${file} cannot be read: ${error.message}`, "Check the path.");
    });
    const { quotations, otherDays } = planOf(bytes, file);
    await tell(io, `${quotations.length} quotations of rate days, ${otherDays} of other days left out`);
    return withLink(given, io, async (link) => {
      const source = given.text("source") ?? path.basename(file);
      const reply = await submitValue(link, "exchange.adopt", { quotations, source });
      if (reply.kind === "refused")
        throw refusal(problemLines(reply.problem), "See above.", { ...reply.problem });
      const { rates } = reply.answer as {
        rates: readonly { currency: string; from: string; rate: string }[];
      };
      const result = { position: reply.position, source, rates };
      const rows = rates.map(({ from, currency, rate }) => `  ${from}  ${currency}  ${rate}`);
      await answer(io, given.is("json"), result, [`${rates.length} rates set:`, ...rows].join("\n"));
      return EXIT.ok;
    });
  },
};

/** What of the file will be sent. @throws CommandFault naming everything that is wrong, by line. */
const planOf = (bytes: Uint8Array, file: string): Plan => {
  const read = readQuotationCsv(bytes);
  const { unused, faults } = monthRates(read.quotations, calendar);
  const wrong = [
    ...read.faults,
    ...[...faults, ...missingRateDays(read.quotations, calendar)].map(
      ({ index, field, detail, try: tries = [] }) => ({
        line: read.lines[index]!,
        field,
        detail: [detail, ...tries].join(" "),
      }),
    ),
  ].sort((a, b) => a.line - b.line);
  if (wrong.length > 0)
    throw refusal(
      `${file} cannot be imported:\n${listed(wrong.map((fault) => complaint({ file, ...fault }))).trimEnd()}`,
      "Correct the file; no rate was set.",
      { faults: wrong.slice(0, 100) },
    );
  const left = new Set(unused);
  const quotations = read.quotations.filter((_, index) => !left.has(index));
  if (quotations.length === 0)
    throw refusal(
      `${file} has no quotation of a day that sets a month's rate.`,
      "openftz exchange month --currency USD --month 2026-03 tells the day of a month.",
    );
  return { quotations, otherDays: unused.length };
};

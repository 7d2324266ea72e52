/** `openftz hs import`: the codes of an edition of the Harmonized System, which tariffs are checked against. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { hsFileText } from "@openftz/customs/hs/hs-edition.ts";
import { CsvFault } from "../adapters/tariff/csv.ts";
import { readHsCodes } from "../adapters/tariff/hs-csv.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import { answer } from "./io.ts";
import { problemLines, submitValue, withLink } from "./link.ts";

export const hsImportCommand: CliCommand = {
  name: "hs import",
  usage: "FILE --edition YEAR [--from DAY] [--data DIR | --server URL]",
  about: "Adopts the six-digit codes of an HS edition from a CSV with a column named code.",
  flags: {
    edition: { value: "YEAR", about: "the edition: 2007, 2012, 2017, 2022 ..." },
    from: { value: "DAY", about: "from when it holds here; 1 January of that year unless told" },
    source: { value: "TEXT", about: "where it comes from; the file's name unless told" },
    ...EITHER,
  },
  run: async (given, io) => {
    const [file, more] = given.words;
    const edition = given.text("edition");
    if (file === undefined || more !== undefined || edition === undefined)
      throw wrongUse(
        "Name one file and its --edition.",
        "For example: openftz hs import hs2022.csv --edition 2022",
      );
    const text = hsFileText(await readCodes(file));
    return withLink(given, io, async (link) => {
      const hash = await link.keepFile(Buffer.from(text));
      const from = given.text("from") ?? `${edition}-01-01`;
      const source = given.text("source") ?? path.basename(file);
      const reply = await submitValue(link, "hs.adopt", { edition, from, source, file: hash });
      if (reply.kind === "refused")
        throw refusal(problemLines(reply.problem), "See above.", { ...reply.problem });
      const { codes } = reply.answer as { codes: number };
      const result = { edition, from, source, file: hash, codes, position: reply.position };
      await answer(io, given.is("json"), result, `HS ${edition} holds from ${from}: ${codes} codes.`);
      return EXIT.ok;
    });
  },
};

const readCodes = async (file: string): Promise<readonly string[]> => {
  const bytes = await readFile(file).catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`, "Check the path.");
  });
  try {
    return readHsCodes(bytes);
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw wrongUse(`${file}, line ${error.line}: ${error.message}`, "Give a CSV with a column named code.");
  }
};

/** `openftz zone import`: a file of zones with all their dated facts is entered in one command. */
import { type Entered, enterZones, openZoneFile, ZoneFileFault } from "../zones/enter-zones.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import { answer } from "./io.ts";
import { problemLines, submitValue, withLink } from "./link.ts";

/** The zones of Shanghai, as this release comes with them. */
const SHANGHAI = "server/sample/zones/shanghai.json";

export const zoneImportCommand: CliCommand = {
  name: "zone import",
  usage: "FILE [--data DIR | --server URL]",
  about: "Enters customs offices, zones, policy areas and the matrix of capabilities from a file.",
  flags: { ...EITHER },
  more: `The file is JSON as in ${SHANGHAI}: each fact with its source, and whether the document
was read. What stands already is passed over, so a file that has grown can be entered again.`,
  run: async (given, io) => {
    const [file, more] = given.words;
    if (file === undefined || more !== undefined)
      throw wrongUse("Name one file.", `For example: openftz zone import ${SHANGHAI}`);
    await openZoneFile(file).catch(unreadable);
    return withLink(given, io, async (link) => {
      const entered = await enterZones(file, {
        submit: (command, request) => submitValue(link, command, request),
        keepFile: link.keepFile,
      });
      if (entered.refused.length > 0) throw refused(file, entered);
      const said = `${entered.entered} facts entered, ${entered.stood} stood already.`;
      await answer(io, given.is("json"), entered, said);
      return EXIT.ok;
    });
  },
};

const unreadable = (error: unknown): never => {
  if (!(error instanceof ZoneFileFault)) throw error;
  throw wrongUse(error.faults.join("\n"), `Compare it with ${SHANGHAI}.`);
};

const refused = (file: string, { entered, stood, refused: all }: Entered) =>
  refusal(
    [
      `${file}: ${entered} facts entered, ${stood} stood already, ${all.length} refused:`,
      ...all.map(({ place, problem }) => `${place}: ${problemLines(problem)}`),
    ].join("\n"),
    "Correct the file and enter it again.",
    { refused: all.map(({ place, problem }) => ({ place, ...problem })) },
  );

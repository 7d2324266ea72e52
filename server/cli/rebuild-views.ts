/** `openftz rebuild-views`: empties every view and applies the journal from its start. */
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT } from "./exit.ts";
import { answer, progress } from "./io.ts";
import { withInstallation } from "./local.ts";

export const rebuildViewsCommand: CliCommand = {
  name: "rebuild-views",
  usage: "[--data DIR]",
  about: "Makes every list anew from the journal. Nothing is lost: views hold nothing of their own.",
  flags: LOCAL,
  run: (given, io) =>
    withInstallation(given, io, async (installation) => {
      const began = Date.now();
      const say = progress(io);
      const { durable: entries } = installation.status();
      await installation.rebuildViews((position) => say(() => `  applied ${position} of ${entries}`));
      const seconds = Math.round((Date.now() - began) / 100) / 10;
      await answer(io, given.is("json"), { entries, seconds }, `${entries} entries applied in ${seconds} s.`);
      return EXIT.ok;
    }),
};

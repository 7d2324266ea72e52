/** What a command of the shell is. */
import { EXIT_HELP } from "./exit.ts";
import { type Flags, flagsHelp, type Given } from "./flags.ts";
import type { Io } from "./io.ts";

/** A command: its place in the help, its flags, and what it does. It answers with the exit code. */
export type CliCommand = {
  /** What follows `openftz`: "tariff import". */
  readonly name: string;
  /** The words after the name: "FILE [--from DAY]". */
  readonly usage: string;
  readonly about: string;
  readonly flags: Flags;
  /** More lines for the help page. */
  readonly more?: string;
  readonly run: (given: Given, io: Io) => Promise<number>;
};

/** Flags that every command has. */
export const EVERY: Flags = {
  json: { about: "answer with one JSON object on standard output and nothing else" },
  help: { about: "this page" },
};

/** Flags of commands that work on an installation's folder. */
export const LOCAL: Flags = {
  data: {
    value: "DIR",
    about: "the installation's folder; ./data unless told (OPENFTZ_DATABASE_URL: its database)",
  },
};

/** Flags of commands that work on a folder or through a running server. */
export const EITHER: Flags = {
  ...LOCAL,
  server: { value: "URL", about: "a running server instead; its token is read from OPENFTZ_TOKEN" },
  as: { value: "ACCOUNT", about: "who acts on a local folder; the installation itself unless told" },
};

/** A command's help page. */
export const helpPage = ({ name, usage, about, flags, more }: CliCommand): string =>
  [
    `Usage: openftz ${name}${usage && ` ${usage}`}`,
    "",
    about,
    "",
    flagsHelp({ ...flags, ...EVERY }),
    "",
    ...(more ? [more, ""] : []),
    EXIT_HELP,
    "",
  ].join("\n");

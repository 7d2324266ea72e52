/** The table of commands. Each is loaded when it is asked for, so that a help page does not wait for a database. */
import type { CliCommand } from "./command.ts";

type Row = { readonly about: string; readonly load: () => Promise<CliCommand> };

/** The commands that are more than one act of the registry, by name. */
export const COMMANDS: Readonly<Record<string, Row>> = {
  start: {
    about: "start the server on a data folder",
    load: async () => (await import("./start.ts")).startCommand,
  },
  "tariff import": {
    about: "turn a tariff's source into an edition and adopt it",
    load: async () => (await import("./tariff-import.ts")).tariffImportCommand,
  },
  "exchange import": {
    about: "set the exchange rates of months from a CSV of quotations",
    load: async () => (await import("./exchange-import.ts")).exchangeImportCommand,
  },
  "tariff check": {
    about: "check a tariff's source as its import would, without adopting it",
    load: async () => (await import("./tariff-check.ts")).tariffCheckCommand,
  },
  "tariff try": {
    about: "try a tariff on recent declarations before it is switched on",
    load: async () => (await import("./tariff-try.ts")).tariffTryCommand,
  },
  "hs import": {
    about: "adopt the codes of an HS edition, which tariffs are checked against",
    load: async () => (await import("./hs-import.ts")).hsImportCommand,
  },
  "zone import": {
    about: "enter zones, policy areas and what types of zones may do from a file",
    load: async () => (await import("./zone-import.ts")).zoneImportCommand,
  },
  "tariff show": {
    about: "a line of the tariff with every column, what applies, papers and history",
    load: async () => (await import("./tariff-show.ts")).tariffShowCommand,
  },
  file: {
    about: "file declarations from JSON, JSON lines or another system's extract",
    load: async () => (await import("./file.ts")).fileCommand,
  },
  verify: {
    about: "prove the journal or an export, entry by entry",
    load: async () => (await import("./verify.ts")).verifyCommand,
  },
  proof: {
    about: "print the proof that an entry is in the journal, to keep",
    load: async () => (await import("./proof.ts")).proofCommand,
  },
  "checkpoint show": {
    about: "print the newest signed checkpoint, or the public keys",
    load: async () => (await import("./checkpoint.ts")).checkpointShowCommand,
  },
  "checkpoint send": {
    about: "have a witness sign the newest checkpoint",
    load: async () => (await import("./checkpoint.ts")).checkpointSendCommand,
  },
  "checkpoint rotate-key": {
    about: "give the checkpoints a new key",
    load: async () => (await import("./checkpoint.ts")).checkpointRotateKeyCommand,
  },
  "rebuild-views": {
    about: "make every list anew from the journal",
    load: async () => (await import("./rebuild-views.ts")).rebuildViewsCommand,
  },
  export: {
    about: "write entries, files and keys to a folder",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  restore: {
    about: "make an installation from an export",
    load: async () => (await import("./restore.ts")).restoreCommand,
  },
  "admin create": {
    about: "make an administrator's account",
    load: async () => (await import("./admin.ts")).adminCreateCommand,
  },
  "admin token": {
    about: "make a token with which a program acts as an account",
    load: async () => (await import("./admin.ts")).adminTokenCommand,
  },
  "policy publish": {
    about: "freeze the measures that are not published yet",
    load: async () => (await import("./policy.ts")).policyPublishCommand,
  },
  "policy check": {
    about: "find what is wrong with the law of this release",
    load: async () => (await import("./policy.ts")).policyCheckCommand,
  },
};

/** Commands that other rooms or contracts define; `openftz NAME --help` tells more. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  assess: "answer goods lines with their duties and taxes, without an installation",
  bench: "measure this machine",
  help: "this page; `help acts` lists every act and question",
};

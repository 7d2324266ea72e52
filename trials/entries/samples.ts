/**
 * The samples beside this file. `history-<n>.jsonl` holds the sealed bytes of a whole scripted history, one entry a
 * line; `history-<n>.json` its length, last seal, tree head and keys; `<type>.v<version>.json` the bytes of one entry
 * of each type and version; `<type>.v<version>.answer.json` what its request was answered.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Written } from "@openftz/customs/define/command.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import { openEntry } from "@openftz/server/desk/sealing.ts";
import { registry } from "@openftz/server/installation.ts";

/** Where the samples are. */
export const FOLDER = import.meta.dirname;

/** What belongs to a history besides its entries. `keys` are those of persons, in base64. */
export type HistoryFacts = {
  readonly entries: number;
  readonly seal: string;
  readonly root: string;
  readonly keys: Readonly<Record<string, string>>;
};

/** One recorded history. */
export type History = {
  readonly name: string;
  readonly lines: readonly string[];
  readonly facts: HistoryFacts;
};

/** Every file here that is data, in order of its name. */
export const sampleFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => /\.jsonl?$/.test(file) && file !== "lock.json")
    .sort();

export const readSample = (file: string): string => readFileSync(path.join(FOLDER, file), "utf8");

/** All histories, the oldest first. */
export const readHistories = (): readonly History[] =>
  sampleFiles()
    .filter((file) => /^history-\d+\.jsonl$/.test(file))
    .map((file) => file.slice(0, -".jsonl".length))
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map((name) => ({
      name,
      lines: readSample(`${name}.jsonl`).trimEnd().split("\n"),
      facts: JSON.parse(readSample(`${name}.json`)) as HistoryFacts,
    }));

const numberOf = (name: string): number => Number(name.slice("history-".length));

/** Sealed bytes as today's release reads them: newest version, personal fields in clear while their key is there. */
export const openLine = (line: string, keys: HistoryFacts["keys"]): Entry => {
  const stored = { position: 0, seal: new Uint8Array(), bytes: Buffer.from(line), records: [] };
  const find = (subject: string) =>
    keys[subject] === undefined ? undefined : Buffer.from(keys[subject], "base64");
  return openEntry(registry.book, stored, { find });
};

/** Entries by the request that wrote them: each request of a history has an instant of its own. */
export const requestsOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => [
  ...Map.groupBy(entries, ({ at, command }) => `${at} ${command}`).values(),
];

/** What today's command answers to the request that wrote these entries. */
export const answerOf = (written: readonly Entry[]): object => {
  const { command } = written[0]!;
  const found = registry.commands.get(command);
  if (!found)
    throw new Error(`This release has no command ${command}, so nobody can answer a repeated request.`);
  return found.answer(written as unknown as readonly Written[]);
};

/** The file of a sample, without its ending. */
export const sampleName = ({ type, version }: { readonly type: string; readonly version: number }): string =>
  `${type}.v${version}`;

/**
 * Writes a sample of every type and version of entry that has none yet, and the history it comes from, and enters them
 * in `lock.json`. What is there is never written again. Run: node trials/entries/record-samples.ts
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { type Entry, NO_SEAL, sealOf } from "@openftz/kernel/entry.ts";
import { toHex } from "@openftz/kernel/hash.ts";
import { appendLeaf, emptyFrontier, rootOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "@openftz/server/desk/sealing.ts";
import {
  answerOf,
  FOLDER,
  type HistoryFacts,
  openLine,
  readHistories,
  requestsOf,
  sampleName,
} from "./samples.ts";
import { liveScriptedHistory, type Recording } from "./scripted-history.ts";

const LOCK = path.join(FOLDER, "lock.json");

/** Every file of a recorded history, by name. */
export const filesOf = (name: string, { disk, answers }: Recording): ReadonlyMap<string, string> => {
  const lines = disk.entries.map(({ bytes }) => Buffer.from(bytes).toString("utf8"));
  const keys = Object.fromEntries(
    [...disk.keys].map(([subject, key]) => [subject, Buffer.from(key).toString("base64")]),
  );
  const entries = lines.map((line) => openLine(line, keys));
  const seals = disk.entries.map(({ bytes }) => sealOf(sha256, bytes));
  const frontier = seals.reduce((tree, seal) => appendLeaf(sha256, tree, seal), emptyFrontier);
  const facts: HistoryFacts = {
    entries: lines.length,
    seal: toHex(seals.at(-1) ?? NO_SEAL),
    root: toHex(rootOf(sha256, frontier)),
    keys,
  };
  const files = new Map([
    [`${name}.jsonl`, `${lines.join("\n")}\n`],
    [`${name}.json`, `${JSON.stringify(facts, null, 2)}\n`],
  ]);
  for (const written of requestsOf(entries)) addSamples(files, written, lines, answers);
  return files;
};

/** The first entry of its type is the sample; with it goes the answer that its request was really given. */
const addSamples = (
  files: Map<string, string>,
  written: readonly Entry[],
  lines: readonly string[],
  answers: Recording["answers"],
): void => {
  const answer = answerOf(written);
  const given = answers.get(written.at(-1)!.position);
  if (given && !isDeepStrictEqual(given, answer))
    throw new Error(`${written[0]!.command} answers in two ways`);
  for (const entry of written) {
    const name = sampleName(entry);
    if (files.has(`${name}.json`)) continue;
    files.set(`${name}.json`, lines[entry.position - 1]!);
    files.set(`${name}.answer.json`, `${JSON.stringify(answer)}\n`);
  }
};

/** What is missing beside the samples that are there: nothing, or a new history and the samples that are new in it. */
export const missingFiles = (
  next: ReadonlyMap<string, string>,
  exists: (file: string) => boolean,
): ReadonlyMap<string, string> => {
  const missing = new Map([...next].filter(([file]) => file.startsWith("history-") || !exists(file)));
  return [...missing.keys()].every((file) => file.startsWith("history-")) ? new Map() : missing;
};

const write = async (): Promise<void> => {
  const name = `history-${readHistories().length + 1}`;
  const next = filesOf(name, await liveScriptedHistory());
  const missing = missingFiles(next, (file) => existsSync(path.join(FOLDER, file)));
  const lock = existsSync(LOCK) ? (JSON.parse(readFileSync(LOCK, "utf8")) as Record<string, string>) : {};
  for (const [file, text] of missing) {
    writeFileSync(path.join(FOLDER, file), text, { flag: "wx" });
    lock[file] = createHash("sha256").update(text).digest("hex");
  }
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(LOCK, `${JSON.stringify(sorted, null, 2)}\n`);
  console.log(
    missing.size === 0 ? "Every type of entry has its sample." : `Written: ${[...missing.keys()].join(", ")}`,
  );
};

if (import.meta.main) await write();

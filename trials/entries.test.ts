import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { entryTypes } from "@openftz/customs/customs.ts";
import { faultOf, NO_SEAL, sealOf } from "@openftz/kernel/entry.ts";
import { foldEntry } from "@openftz/kernel/fold.ts";
import { toHex } from "@openftz/kernel/hash.ts";
import { appendLeaf, emptyFrontier, rootOf } from "@openftz/kernel/merkle.ts";
import { checkerOf } from "@openftz/server/desk/requests.ts";
import { sha256 } from "@openftz/server/desk/sealing.ts";
import { registry } from "@openftz/server/installation.ts";
import { filesOf } from "./entries/record-samples.ts";
import {
  answerOf,
  type History,
  openLine,
  readHistories,
  readSample,
  requestsOf,
  sampleFiles,
  sampleName,
} from "./entries/samples.ts";
import { liveScriptedHistory } from "./entries/scripted-history.ts";

const RECORD =
  "Give it an act in trials/entries/scripted-history.ts, then run: node trials/entries/record-samples.ts";

const histories = readHistories();
const samples = sampleFiles().filter((file) => /\.v\d+\.json$/.test(file));
const opened = ({ lines, facts }: History) => lines.map((line) => openLine(line, facts.keys));

/** A sample with the history it was taken from and its place there. */
const placeOf = (sample: string): { readonly history: History; readonly index: number } => {
  const bytes = readSample(sample);
  for (const history of histories) {
    const index = history.lines.indexOf(bytes);
    if (index >= 0) return { history, index };
  }
  assert.fail(`${sample} is an entry of no history`);
};

describe("samples of entries", () => {
  it("there is one of every type of this release, at its newest version", () => {
    const missing = entryTypes
      .map((type) => `${sampleName(type)}.json`)
      .filter((file) => !samples.includes(file));
    assert.deepEqual(missing, [], RECORD);
  });

  it("each is in the lock, byte for byte", () => {
    const locked = JSON.parse(readSample("lock.json")) as Record<string, string>;
    const found = sampleFiles().map((file) => [
      file,
      createHash("sha256").update(readSample(file)).digest("hex"),
    ]);
    assert.deepEqual(locked, Object.fromEntries(found));
  });

  for (const history of histories) {
    it(`the seals of ${history.name} fit, one after another and as a tree`, () => {
      let before = { position: 0, seal: NO_SEAL };
      let tree = emptyFrontier;
      for (const [index, line] of history.lines.entries()) {
        const bytes = Buffer.from(line);
        const stored = { position: index + 1, bytes, seal: sealOf(sha256, bytes) };
        assert.equal(faultOf(sha256, stored, before), undefined, `entry ${stored.position}`);
        tree = appendLeaf(sha256, tree, stored.seal);
        before = stored;
      }
      const { facts } = history;
      assert.deepEqual([before.position, toHex(before.seal)], [facts.entries, facts.seal]);
      assert.equal(toHex(rootOf(sha256, tree)), facts.root);
    });

    it(`${history.name} still folds into its records`, () => {
      const states = new Map<string, unknown>();
      for (const entry of opened(history)) {
        for (const key of entry.records) {
          const kind = registry.kinds.journal.get(key.slice(0, key.indexOf("/")));
          assert.ok(kind, `nobody defines the record ${key}`);
          states.set(key, foldEntry(kind, states.get(key), entry));
        }
      }
      for (const [key, state] of states) assert.ok(state !== undefined, key);
    });
  }

  for (const sample of samples) {
    const name = sample.slice(0, -".json".length);

    it(`${name} still reads as its type says`, () => {
      const { history, index } = placeOf(sample);
      const entry = openLine(history.lines[index]!, history.facts.keys);
      const { type, version } = JSON.parse(history.lines[index]!) as { type: string; version: number };
      assert.equal(sampleName({ type, version }), name);
      assert.deepEqual(checkerOf(registry.book.typeOf(type).body)(entry.body)?.faults ?? [], []);
    });

    it(`the request that wrote ${name} still gets the same answer`, () => {
      const { history, index } = placeOf(sample);
      const request = requestsOf(opened(history)).find((each) =>
        each.some(({ position }) => position === index + 1),
      );
      const answer = JSON.parse(JSON.stringify(answerOf(request!))) as object;
      const why =
        "A request that was accepted gets the same answer for ever: give the new field to a new command or version.";
      assert.deepEqual(answer, JSON.parse(readSample(`${name}.answer.json`)), why);
    });
  }

  it("the script still writes every type, and its life is accepted by today's law", async () => {
    const files = filesOf("history-0", await liveScriptedHistory());
    const missing = entryTypes.map((type) => `${sampleName(type)}.json`).filter((file) => !files.has(file));
    assert.deepEqual(missing, [], RECORD);
  });
});

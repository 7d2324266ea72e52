import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { before, describe, it } from "node:test";
import { entryBytes, NO_SEAL, parseEntry, sealOf } from "@openftz/kernel/entry.ts";
import { toHex } from "@openftz/kernel/hash.ts";
import { testJournal } from "../cli/test-journal.ts";
import { sha256 } from "../desk/sealing.ts";
import { fromTheStart, type KnownHead, verifySlice } from "../desk/verify.ts";
import type { StoredEntry } from "../store.ts";
import { frameOf, PARTS, placeOf } from "./export-format.ts";
import { HARM, harmableExport, isFoundIn } from "./test-tampering.ts";
import { exportDisk, worldDisk } from "./test-world.ts";

/** Of each kind in a journal, and of bits in each file of an export; the long test tries every bit. */
const [PLACES, BITS] = [2_000, 300];

/** Places from 0 to 1, spread evenly. */
const places = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => (at + 0.5) / count);

const headOver = (entries: readonly StoredEntry[]): KnownHead => {
  const { root, position } = placeOf(verifySlice(fromTheStart, entries));
  return { position, root: Buffer.from(root, "hex"), whose: "a checkpoint kept elsewhere" };
};

/** What somebody who can write everything makes: every later entry linked and sealed anew. */
const madeAnew = (entries: readonly StoredEntry[]): readonly StoredEntry[] => {
  let previous = toHex(NO_SEAL);
  return entries.map((stored, index) => {
    const { body, ...entry } = parseEntry(stored.bytes);
    const bytes = entryBytes({ ...entry, position: index + 1, previous }, JSON.stringify(body));
    const seal = sealOf(sha256, bytes);
    previous = toHex(seal);
    return { ...stored, position: index + 1, bytes, seal };
  });
};

describe("tampering with a journal is found", () => {
  let entries: readonly StoredEntry[] = [];
  let head: KnownHead;
  before(async () => {
    ({ entries } = await worldDisk(3));
    head = headOver(entries);
    assert.equal(await isFoundIn(entries, [head]), false, "untouched it is sound");
  });

  for (const [what, harm] of Object.entries(HARM))
    it(`when ${what}, wherever it is`, async () => {
      for (const place of places(PLACES)) {
        // Only from outside can be known that the last entry was there: a signed checkpoint says so.
        const harmed = harm(entries, place);
        assert.equal(await isFoundIn(harmed, [head]), true, `at ${place}`);
      }
    });

  it("also when everything after it was linked and sealed anew, by a checkpoint kept elsewhere", async () => {
    const forge = (at: number, change: (all: readonly StoredEntry[]) => readonly StoredEntry[]) =>
      [at, madeAnew(change(entries))] as const;
    // The last stays where it is: what is added after it is no tampering but growth, which nobody can have signed.
    for (let at = 0; at < entries.length - 1; at++)
      for (const [where, forged] of [
        forge(at, (all) => all.toSpliced(at, 1)),
        forge(at, (all) => all.toSpliced(at, 0, all[at]!)),
        forge(at, (all) => (at === 0 ? all.toReversed() : all.with(at, all[at - 1]!).with(at - 1, all[at]!))),
      ]) {
        assert.equal(await isFoundIn(forged), false, "in itself it is sound");
        assert.equal(await isFoundIn(forged, [head]), true, `at ${where}`);
      }
  });
});

describe("tampering with an export is found", () => {
  it("when any bit of its entries or its manifest is flipped", async () => {
    const { folder } = await exportDisk(await testJournal());
    const export_ = await harmableExport(folder);
    for (const name of [PARTS.entries, PARTS.manifest] as const)
      for (const place of places(BITS)) {
        const bit = Math.floor(place * export_.bits[name]);
        assert.equal(await export_.flip(name, bit), true, `${name}, bit ${bit}`);
      }
  });

  it("when entries are dropped, swapped or added, though the manifest was made to fit", async () => {
    const disk = await testJournal();
    const { folder } = await exportDisk(disk);
    const whole = await readFile(path.join(folder, PARTS.entries));
    const export_ = await harmableExport(folder, [headOver(disk.entries)]);
    assert.equal(await export_.replace(whole, (manifest) => manifest), false, "untouched it is sound");
    for (const [what, harm] of Object.entries(HARM))
      for (const place of places(12)) {
        const harmed = harm(disk.entries, place);
        const frames = Buffer.concat(harmed.map(frameOf));
        // Records are read from the entries themselves: an export has no index of them that could lie.
        if (what.endsWith("another record")) continue;
        const position = harmed.length;
        const found = await export_.replace(frames, (manifest) => ({
          ...manifest,
          end: { ...manifest.end, position, seal: toHex(harmed.at(-1)!.seal) },
        }));
        assert.equal(found, true, `${what}, at ${place}`);
      }
  });
});

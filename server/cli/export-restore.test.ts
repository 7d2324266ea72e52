import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, it } from "node:test";
import { type MemoryDisk, memoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { JournalFault } from "../desk/verify.ts";
import { ExportFault, PARTS } from "../export/export-format.ts";
import { storeSource } from "../export/export-source.ts";
import { type KeyFile, openKeys } from "../export/key-file.ts";
import { openExports } from "../export/read-export.ts";
import { digestOf, rowsOf, statesOf } from "../export/test-digest.ts";
import { exportDisk, fileWine, freshFolder, unsigned, worldDisk } from "../export/test-world.ts";
import { writeExport } from "../export/write-export.ts";
import type { Store } from "../store.ts";
import { restoreFrom } from "./restore.ts";
import { eraseFirst, onDisk, PERSONS, personsOn, testJournal } from "./test-journal.ts";
import { prove, proveExports } from "./verify.ts";

const PASSPHRASE = "a passphrase for a test";
const passphrase = PASSPHRASE;

const keysIn = async (folder: string) =>
  (await openKeys(JSON.parse(await readFile(path.join(folder, PARTS.keys), "utf8")) as KeyFile, PASSPHRASE))!;

const restored = async (folders: readonly string[], keys: ReadonlyMap<string, Uint8Array> = new Map()) => {
  const disk = memoryDisk();
  const store = memoryStore(disk);
  try {
    const outcome = await restoreFrom(store, await openExports(folders), keys);
    return { disk, outcome };
  } finally {
    await store.close();
  }
};

const shown = (code: string) => `Person of ${code}`;

/** A copy of a disk, so that it can be opened and looked at without changing the first. */
const digestOfDisk = (disk: MemoryDisk) => digestOf(memoryStore(disk));

describe("an export", () => {
  it("restores to the same entries byte for byte, files, records and views by hash, and tree head", async () => {
    const before = await worldDisk(12);
    const { folder } = await exportDisk(before, { passphrase });
    const { disk, outcome } = await restored([folder], await keysIn(folder));
    assert.equal(outcome.entries, before.entries.length);
    assert.equal(outcome.keys, before.keys.size);
    assert.deepEqual(disk.entries, before.entries);
    assert.deepEqual(disk.files, before.files);
    assert.deepEqual(await digestOfDisk(disk), await digestOfDisk(before));
    const roots = await Promise.all(
      [before, disk].map(async (each) => (await prove(memoryStore(each))).root),
    );
    assert.equal(roots[0], roots[1]);
  });

  it("goes on: a restored installation takes further acts", async () => {
    const { folder } = await exportDisk(await testJournal(), { passphrase });
    const { disk } = await restored([folder], await keysIn(folder));
    await eraseFirst(disk);
    assert.deepEqual(await personsOn(disk), [null, shown(PERSONS[1])]);
  });

  it("without keys is equal except for what is personal, which reads as erased", async () => {
    const before = await worldDisk(6);
    const { disk } = await restored([(await exportDisk(before)).folder]);
    const states = (of: MemoryDisk) => withStore(of, (store) => statesOf(store, new Map()));
    assert.deepEqual(await states(disk), await states(before));
    const [whole, bare] = [await rowsOf(memoryStore(before)), await rowsOf(memoryStore(disk))];
    const personal = new Set<string>();
    for (const [view, rows] of whole)
      for (const [at, row] of rows.entries())
        for (const [column, value] of Object.entries(row)) {
          const found = bare.get(view)![at]![column];
          try {
            assert.deepEqual(found, value);
          } catch {
            assert.equal(found, null);
            personal.add(`${view}.${column}`);
          }
        }
    assert.deepEqual([...personal], ["party.contactName"]);
    assert.equal((await prove(memoryStore(disk))).proof.ok, true);
  });

  it("applies every erasure to older keys before it serves", async () => {
    const disk = await testJournal();
    const older = await keysIn((await exportDisk(disk, { passphrase })).folder);
    await eraseFirst(disk);
    const { folder } = await exportDisk(disk, { passphrase });
    const { disk: after, outcome } = await restored([folder], older);
    assert.deepEqual([outcome.erased, outcome.keys], [1, 1]);
    assert.deepEqual(await personsOn(after), [null, shown(PERSONS[1])]);
    assert.deepEqual(await digestOfDisk(after), await digestOfDisk(disk));
  });

  it("opens its keys to nobody with another passphrase, or when they were changed", async () => {
    const { folder } = await exportDisk(await testJournal(), { passphrase });
    const file = JSON.parse(await readFile(path.join(folder, PARTS.keys), "utf8")) as KeyFile;
    assert.equal(await openKeys(file, "another"), undefined);
    assert.equal(
      await openKeys({ ...file, tag: Buffer.alloc(16).toString("base64") }, PASSPHRASE),
      undefined,
    );
    assert.equal((await openKeys(file, PASSPHRASE))?.size, 2);
  });

  it("is refused when a byte of its entries was flipped, or its end is missing", async () => {
    const { folder } = await exportDisk(await testJournal());
    const file = path.join(folder, PARTS.entries);
    const bytes = await readFile(file);
    const flipped = Buffer.from(bytes);
    flipped[flipped.indexOf("Waigaoqiao")]! ^= 1;
    await writeFile(file, flipped);
    await assert.rejects(restored([folder]), JournalFault);
    await writeFile(file, bytes.subarray(0, -20));
    await assert.rejects(restored([folder]), ExportFault);
    await writeFile(file, bytes.subarray(0, bytes.lastIndexOf('{"position":3,"length"')));
    await assert.rejects(restored([folder]), /not those of its manifest/);
  });

  it("is not written from a journal with a fault", async () => {
    const disk = await testJournal();
    disk.entries[1]!.bytes[30]! ^= 1;
    await assert.rejects(exportDisk(disk), JournalFault);
  });

  it("is not restored over an installation", async () => {
    const disk = await testJournal();
    const exports = await openExports([(await exportDisk(disk)).folder]);
    await onDisk(disk, async ({ store }) => {
      await assert.rejects(restoreFrom(store, exports, new Map()), /installation here already/);
    });
  });
});

const withStore = async <Result>(
  disk: MemoryDisk,
  work: (store: Store) => Promise<Result>,
): Promise<Result> => {
  const store = memoryStore(disk);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

describe("an export that continues another", () => {
  /** A journal that grew twice, with an export each time. */
  const grown = async () => {
    const disk = await worldDisk(3);
    const first = await exportDisk(disk, { passphrase });
    await onDisk(disk, (installation) => fileWine(installation, 4, 4));
    const sinceFirst = { position: first.manifest.end.position, earlier: first.manifest };
    const second = await exportDisk(disk, { since: sinceFirst, passphrase });
    await onDisk(disk, async (installation) => {
      await installation.keepFile(Buffer.from("a new file"));
      await fileWine(installation, 8, 2);
    });
    const sinceSecond = { position: second.manifest.end.position, earlier: second.manifest };
    const third = await exportDisk(disk, { since: sinceSecond, passphrase });
    return { disk, first, second, third };
  };

  it("holds only what is new; all of them together restore to the whole", async () => {
    const { disk, first, second, third } = await grown();
    const folders = [first, second, third].map(({ folder }) => folder);
    assert.equal(second.manifest.files.length, second.manifest.filesBefore.length);
    assert.equal(third.manifest.files.length, third.manifest.filesBefore.length + 1);
    assert.equal((await proveExports(await openExports(folders))).proof.ok, true);
    const { disk: after } = await restored(folders, await keysIn(third.folder));
    assert.deepEqual(after.entries, disk.entries);
    assert.deepEqual(await digestOfDisk(after), await digestOfDisk(disk));
  });

  it("can be proved alone, but not restored alone, nor out of order, nor with a gap", async () => {
    const { first, second, third } = await grown();
    assert.equal((await proveExports(await openExports([second.folder]))).proof.ok, true);
    await assert.rejects(restored([second.folder]), /continues another export/);
    await assert.rejects(restored([first.folder, third.folder]), /does not continue/);
    await assert.rejects(restored([second.folder, first.folder]), /does not continue/);
  });

  it("is refused when the journal is another than was exported", async () => {
    const { manifest } = await exportDisk(await worldDisk(3));
    const other = await worldDisk(5);
    const since = { position: manifest.end.position, earlier: manifest };
    await assert.rejects(exportDisk(other, { since }), /not the one that was exported/);
  });

  it("that was cut anywhere goes on where it ended, and is the same in the end", async () => {
    const disk = await worldDisk(4);
    const { folder: whole } = await exportDisk(disk);
    const entries = await readFile(path.join(whole, PARTS.entries));
    const folder = freshFolder();
    await withStore(disk, async (store) => {
      for (const at of [0, 1, 300, entries.length >> 1, entries.length - 1, entries.length]) {
        const source = storeSource(store, unsigned);
        const cut = { ...source, frames: cutAfter(source.frames, at) };
        if (at < entries.length) await assert.rejects(writeExport(cut, folder), /cut|missing|middle/);
      }
      await writeFile(path.join(folder, PARTS.entries), "torn", { flag: "a" });
      await writeExport(storeSource(store, unsigned), folder);
    });
    assert.deepEqual(await readFile(path.join(folder, PARTS.entries)), entries);
  });

  /** A line that dies after so many bytes. */
  const cutAfter = (frames: (from: number, to: number) => AsyncIterable<Uint8Array>, bytes: number) =>
    async function* (from: number, to: number): AsyncGenerator<Uint8Array> {
      let left = bytes;
      for await (const chunk of frames(from, to)) {
        if (chunk.length > left) {
          yield chunk.subarray(0, left);
          throw new Error("the line was cut");
        }
        left -= chunk.length;
        yield chunk;
      }
    };
});

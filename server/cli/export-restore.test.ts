import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { type MemoryDisk, memoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { JournalFault } from "../desk/verify.ts";
import { exportTo } from "./export.ts";
import { ExportFault, type Manifest, PARTS } from "./export-format.ts";
import { type KeyFile, openKeys } from "./key-file.ts";
import { restoreFrom } from "./restore.ts";
import { eraseFirst, onDisk, PERSONS, personsOn, testJournal } from "./test-journal.ts";
import { prove } from "./verify.ts";

const PASSPHRASE = "a passphrase for a test";
const folders = await mkdtemp(path.join(tmpdir(), "openftz-export-"));
after(() => rm(folders, { recursive: true }));
let made = 0;

const exportOf = async (disk: MemoryDisk, passphrase?: string): Promise<string> => {
  made += 1;
  const folder = path.join(folders, String(made));
  const store = memoryStore(disk);
  await exportTo(store, folder, { passphrase });
  await store.close();
  return folder;
};

const keysIn = async (folder: string) =>
  openKeys(JSON.parse(await readFile(path.join(folder, PARTS.keys), "utf8")) as KeyFile, PASSPHRASE)!;

const restored = async (folder: string, keys: ReadonlyMap<string, Uint8Array>) => {
  const disk = memoryDisk();
  const store = memoryStore(disk);
  const manifest = JSON.parse(await readFile(path.join(folder, PARTS.manifest), "utf8")) as Manifest;
  const outcome = await restoreFrom(store, folder, manifest, keys);
  await store.close();
  return { disk, outcome };
};

const shown = (code: string) => `Person of ${code}`;

describe("an export", () => {
  it("restores to the same entries byte for byte, the same files, the same lists, the same tree head", async () => {
    const before = await testJournal();
    const folder = await exportOf(before, PASSPHRASE);
    const { disk, outcome } = await restored(folder, await keysIn(folder));
    assert.deepEqual(outcome, { entries: 3, files: 1, keys: 2, erased: 0 });
    assert.deepEqual(disk.entries, before.entries);
    assert.deepEqual(disk.files, before.files);
    assert.deepEqual(await personsOn(disk), PERSONS.map(shown));
    const roots = await Promise.all(
      [before, disk].map(async (each) => (await prove(memoryStore(each))).root),
    );
    assert.equal(roots[0], roots[1]);
  });

  it("goes on: a restored installation takes further acts", async () => {
    const folder = await exportOf(await testJournal(), PASSPHRASE);
    const { disk } = await restored(folder, await keysIn(folder));
    await eraseFirst(disk);
    assert.deepEqual(await personsOn(disk), [null, shown(PERSONS[1])]);
  });

  it("without keys shows persons as erased, and is sound", async () => {
    const folder = await exportOf(await testJournal());
    const { disk } = await restored(folder, new Map());
    assert.deepEqual(await personsOn(disk), [null, null]);
    assert.equal((await prove(memoryStore(disk))).proof.ok, true);
  });

  it("applies every erasure to older keys before it serves", async () => {
    const disk = await testJournal();
    const olderKeys = await keysIn(await exportOf(disk, PASSPHRASE));
    await eraseFirst(disk);
    const { disk: after, outcome } = await restored(await exportOf(disk, PASSPHRASE), olderKeys);
    assert.equal(outcome.erased, 1);
    assert.equal(outcome.keys, 1);
    assert.deepEqual(await personsOn(after), [null, shown(PERSONS[1])]);
  });

  it("opens its keys to nobody with another passphrase, or when they were changed", async () => {
    const folder = await exportOf(await testJournal(), PASSPHRASE);
    const file = JSON.parse(await readFile(path.join(folder, PARTS.keys), "utf8")) as KeyFile;
    assert.equal(openKeys(file, "another"), undefined);
    assert.equal(openKeys({ ...file, tag: Buffer.alloc(16).toString("base64") }, PASSPHRASE), undefined);
    assert.equal(openKeys(file, PASSPHRASE)?.size, 2);
  });

  it("is refused when a byte of its entries was flipped, or its end is missing", async () => {
    const folder = await exportOf(await testJournal());
    const file = path.join(folder, PARTS.entries);
    const bytes = await readFile(file);
    const flipped = Buffer.from(bytes);
    flipped[flipped.indexOf("Waigaoqiao")]! ^= 1;
    await writeFile(file, flipped);
    await assert.rejects(restored(folder, new Map()), JournalFault);
    await writeFile(file, bytes.subarray(0, -20));
    await assert.rejects(restored(folder, new Map()), ExportFault);
    const lastFrame = bytes.lastIndexOf('{"position":3,"length"');
    await writeFile(file, bytes.subarray(0, lastFrame));
    await assert.rejects(restored(folder, new Map()), /not those of the manifest/);
  });

  it("is not written from a journal with a fault", async () => {
    const disk = await testJournal();
    disk.entries[1]!.bytes[30]! ^= 1;
    await assert.rejects(exportOf(disk), JournalFault);
  });

  it("is not restored over an installation", async () => {
    const disk = await testJournal();
    const folder = await exportOf(disk);
    const manifest = JSON.parse(await readFile(path.join(folder, PARTS.manifest), "utf8")) as Manifest;
    await onDisk(disk, async ({ store }) => {
      await assert.rejects(restoreFrom(store, folder, manifest, new Map()), /installation here already/);
    });
  });
});

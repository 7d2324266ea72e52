import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { embeddedStore } from "../adapters/embedded-store.ts";
import { postgresStore } from "../adapters/postgres/postgres-store.ts";
import {
  findBinaries,
  type TemporaryCluster,
  temporaryCluster,
} from "../adapters/postgres/temporary-cluster.ts";
import { restoreFrom } from "../cli/restore.ts";
import { prove } from "../cli/verify.ts";
import type { Store } from "../store.ts";
import { storeSource } from "./export-source.ts";
import { type KeyFile, openKeys } from "./key-file.ts";
import { openExports } from "./read-export.ts";
import { digestOf } from "./test-digest.ts";
import { enterWorld, freshFolder, unsigned } from "./test-world.ts";
import { writeExport } from "./write-export.ts";

const binaries = await findBinaries();
const skip = "missing" in binaries && binaries.missing;
const passphrase = "a passphrase for a test";

describe("an installation moves to another PostgreSQL and back", { skip }, () => {
  let ground = "";
  let cluster: TemporaryCluster;
  before(async () => {
    if ("missing" in binaries) return;
    ground = await mkdtemp(path.join(tmpdir(), "openftz-move-"));
    cluster = await temporaryCluster(binaries.folder);
  });
  after(async () => {
    if ("missing" in binaries) return;
    await cluster.remove();
    await rm(ground, { recursive: true, force: true });
  });

  /** What a store holds, in hashes; opening it for that closes it, so it is opened anew each time. */
  const lookAt = async (open: () => Promise<Store>) => {
    const store = await open();
    const { root } = await prove(store);
    return { root, ...(await digestOf(store)) };
  };

  const move = async (from: () => Promise<Store>, to: () => Promise<Store>): Promise<void> => {
    const folder = freshFolder();
    const source = await from();
    await writeExport(storeSource(source, unsigned), folder, { passphrase });
    const { file } = await storeSource(source, unsigned).keys(passphrase);
    await source.close();
    const target = await to();
    const keys = await openKeys(file satisfies KeyFile, passphrase);
    await restoreFrom(target, await openExports([folder]), keys!);
    await target.close();
  };

  it("embedded 18 to one's own and back again, records and views equal by hash", async () => {
    const embedded = (name: string) => () => embeddedStore({ dataDir: path.join(ground, name) });
    const connection = await cluster.createDatabase();
    const own = () => postgresStore({ connection });
    const first = await embedded("first")();
    await enterWorld(first, 4); // which closes it
    const before = await lookAt(embedded("first"));
    await move(embedded("first"), own);
    assert.deepEqual(await lookAt(own), before);
    await move(own, embedded("second"));
    assert.deepEqual(await lookAt(embedded("second")), before);
  });
});

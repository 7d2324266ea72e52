import assert from "node:assert/strict";
import { chmod, cp, lstat, readdir, readlink, realpath, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { batch, entry } from "../../store-contract/ground.ts";
import { embeddedStore } from "../embedded-store.ts";
import { findBinaries } from "./binaries.ts";
import type { GroundOptions } from "./ground.ts";
import { chooseIdentity } from "./identity.ts";
import { longPrivatePath, temporaryFolder } from "./test-ground.ts";

const skip = process.getuid?.() !== 0 && "this test runs as an ordinary user";

describe("the embedded store as root", { skip }, () => {
  const shared = "/var/lib/openftz";
  let folder: string;
  let known: readonly string[];
  before(async () => {
    folder = await temporaryFolder();
    known = await readdir(shared).catch(() => []);
  });
  after(async () => {
    await rm(folder, { recursive: true, force: true });
    const made = (await readdir(shared).catch(() => [])).filter((name) => !known.includes(name));
    for (const name of made) await rm(join(shared, name), { recursive: true });
    if (known.length === 0) await rm(shared, { recursive: true, force: true });
  });

  async function filesAndReadsAgain(options: GroundOptions): Promise<void> {
    const store = await embeddedStore(options);
    const { position } = await store.journal.head();
    await store.journal.append(batch([entry(position + 1)]));
    await store.close();
    const again = await embeddedStore(options);
    assert.equal((await again.journal.head()).position, position + 1);
    await again.close();
  }

  it("works below a folder that only root may enter, in a path of 150 characters with spaces", async (test) => {
    if ((await chooseIdentity(findBinaries())).kind !== "namespace")
      return test.skip("no user namespaces here");
    const path = await longPrivatePath(folder, 150);
    const binaries = join(path, "native");
    await cp(findBinaries(), binaries, { recursive: true, verbatimSymlinks: true });
    const dataDir = join(path, "data");
    await filesAndReadsAgain({ dataDir, binaries });
    assert.ok((await lstat(join(dataDir, "postgres"))).isDirectory());
    // The same installation where namespaces are forbidden: what the system user cannot reach moves, and is linked.
    await filesAndReadsAgain({ dataDir, binaries, without: "namespace" });
    const elsewhere = await readlink(join(dataDir, "postgres"));
    assert.match(elsewhere, /^\/var\/lib\/openftz\/data-/);
    assert.notEqual((await stat(elsewhere)).uid, 0);
    await filesAndReadsAgain({ dataDir, binaries });
    assert.equal((await stat(elsewhere)).uid, 0);
  });

  it("keeps the data in its folder when a system user can reach it", async () => {
    const dataDir = join(await temporaryFolder(), "data");
    const options = { dataDir, without: "namespace" } as const;
    await chmod(dirname(dataDir), 0o755);
    await filesAndReadsAgain(options);
    assert.equal(await realpath(join(dataDir, "postgres")), join(await realpath(dataDir), "postgres"));
    await rm(dirname(dataDir), { recursive: true });
  });
});

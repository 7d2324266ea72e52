import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import { HeadMoved, OutcomeUnknown, type Store, StoreLocked, StoreUnavailable } from "../../store.ts";
import { batch, entries, entry } from "../../store-contract/ground.ts";
import { type CuttingProxy, cuttingProxy } from "./cutting-proxy.ts";
import { postgresStore } from "./postgres-store.ts";
import { findBinaries, type TemporaryCluster, temporaryCluster } from "./temporary-cluster.ts";

const binaries = await findBinaries();
const skip = "missing" in binaries && binaries.missing;

describe("a PostgreSQL store that loses its connection", { skip }, () => {
  let cluster: TemporaryCluster;
  before(async () => {
    cluster = await temporaryCluster("folder" in binaries ? binaries.folder : "");
  });
  after(() => cluster.remove());

  /** A store behind a proxy, one entry appended, and a direct way to the same database. */
  async function behindProxy(
    work: (store: Store, proxy: CuttingProxy, direct: pg.ClientConfig) => Promise<void>,
  ) {
    const direct = await cluster.createDatabase();
    const folder = await mkdtemp(join(tmpdir(), "openftz-proxy-"));
    const proxy = await cuttingProxy(folder, cluster.folder);
    const connection = { ...direct, host: folder };
    const store = await postgresStore({ connection, lockPatienceMs: 300, appendWithinMs: 500 });
    try {
      await store.journal.append(batch([entry(1)]));
      await work(store, proxy, direct);
    } finally {
      await store.close();
      await proxy.close();
      await rm(folder, { recursive: true });
    }
  }

  const headOf = async (store: Store): Promise<number> => (await store.journal.head()).position;

  it("says nothing was appended when it is lost before the COMMIT", () =>
    behindProxy(async (store, proxy) => {
      for (const when of ["before", "after the answer", "silence"] as const) {
        proxy.cut({ on: "update head", when });
        await assert.rejects(store.journal.append(batch(entries(2, 9))), StoreUnavailable, when);
        assert.equal(await headOf(store), 1);
      }
      await store.journal.append(batch([entry(2)]));
    }));

  it("says the outcome is unknown when it is lost in the COMMIT, whether the batch is there or not", () =>
    behindProxy(async (store, proxy) => {
      proxy.cut({ on: "commit\0", when: "before" });
      await assert.rejects(store.journal.append(batch([entry(2)])), OutcomeUnknown);
      assert.equal(await headOf(store), 1);
      proxy.cut({ on: "commit\0", when: "after the answer" });
      await assert.rejects(store.journal.append(batch(entries(2, 3))), OutcomeUnknown);
      assert.equal(await headOf(store), 3);
      proxy.cut({ on: "commit\0", when: "silence" });
      await assert.rejects(store.journal.append(batch([entry(4)])), OutcomeUnknown);
      assert.equal(await headOf(store), 3);
      await store.journal.append(batch([entry(4)]));
    }));

  it("connects again by itself at the next use, for reads and appends", () =>
    behindProxy(async (store, proxy) => {
      for (let position = 2; position < 6; position++) {
        proxy.cutAll();
        assert.equal(await headOf(store), position - 1);
        await new Promise((resolve) => setTimeout(resolve, 20));
        await store.journal.append(batch([entry(position)]));
      }
    }));

  it("appends nothing while another holds the lock that it lost, and is fenced by the head afterwards", () =>
    behindProxy(async (store, proxy, direct) => {
      proxy.cutAll();
      const other = await postgresStore({ connection: direct });
      await other.journal.append(batch([entry(2)]));
      await assert.rejects(store.journal.append(batch([entry(2)])), (error: Error) => {
        assert.ok(error instanceof StoreUnavailable && error.cause instanceof StoreLocked, String(error));
        return true;
      });
      await other.close();
      await assert.rejects(store.journal.append(batch([entry(2)])), HeadMoved);
      await store.journal.append(batch([entry(3)]));
    }));

  it("passes a shutdown by an administrator on as a reason to try again", () =>
    behindProxy(async (store, _, direct) => {
      const administrator = new pg.Client(direct);
      await administrator.connect();
      let [over, position] = [false, 2];
      const appendSixty = (): Promise<PromiseSettledResult<unknown>[]> =>
        Promise.allSettled(
          Array.from({ length: 60 }, () => store.journal.append(batch([entry(position++)]))),
        );
      // A blow may fall between two appends, where nobody feels it: until one does.
      const untilFelt = async (): Promise<readonly unknown[]> => {
        for (let round = 0; round < 200; round++) {
          const reasons = (await appendSixty()).flatMap((each) =>
            each.status === "rejected" ? [each.reason] : [],
          );
          if (reasons.length > 0) return reasons;
        }
        return [];
      };
      const felt = untilFelt().finally(() => {
        over = true;
      });
      while (!over)
        await administrator.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        );
      await administrator.end();
      const failed = await felt;
      assert.ok(failed.length > 0);
      assert.ok(
        failed[0] instanceof StoreUnavailable || failed[0] instanceof OutcomeUnknown,
        String(failed[0]),
      );
      assert.ok(
        failed.every(
          (error) =>
            error instanceof StoreUnavailable ||
            error instanceof OutcomeUnknown ||
            error instanceof HeadMoved,
        ),
      );
    }));

  it("is not reachable while PostgreSQL is down, and loses nothing when it comes back", () =>
    behindProxy(async (store) => {
      await store.journal.append(batch(entries(2, 50)));
      await cluster.kill();
      assert.equal(await store.reachable(), false);
      await assert.rejects(store.journal.append(batch([entry(51)])), StoreUnavailable);
      await assert.rejects(store.cabinet.put("a", "b", {}), StoreUnavailable);
      await cluster.start();
      assert.equal(await store.reachable(), true);
      assert.equal((await store.journal.read(1, 100)).length, 50);
      await store.journal.append(batch([entry(51)]));
    }));
});

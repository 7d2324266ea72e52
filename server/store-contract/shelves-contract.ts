import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Open, promise } from "./ground.ts";

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The small shelves beside the journal: files, snapshots, the cabinet. */
export function shelvesContract(open: Open): void {
  promise("files are kept under the hash of their bytes, once", open, async ({ files }) => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index * 31);
    await files.put(hashOf(bytes), bytes);
    await files.put(hashOf(bytes), bytes);
    await files.put(hashOf(new Uint8Array(0)), new Uint8Array(0));
    assert.deepEqual(new Uint8Array((await files.find(hashOf(bytes)))!), bytes);
    assert.deepEqual(await files.list(), [hashOf(bytes), hashOf(new Uint8Array(0))].toSorted());
    assert.equal(await files.find("0".repeat(64)), undefined);
  });

  promise("a file under a name that is not its hash is refused", open, async ({ files }) => {
    const bytes = new TextEncoder().encode("tariff");
    await assert.rejects(files.put(hashOf(bytes).toUpperCase(), bytes), /SHA-256/);
    await assert.rejects(files.put("0".repeat(64), bytes), /SHA-256/);
    assert.deepEqual(await files.list(), []);
  });

  promise("a snapshot belongs to a record and a fold, and the newest stays", open, async ({ snapshots }) => {
    const state = Uint8Array.from([0, 255, 128, 10]);
    await snapshots.put("book/1", "fold-a", 5, state);
    await snapshots.put("book/1", "fold-a", 9, state.toReversed());
    await snapshots.put("book/1", "fold-a", 7, state);
    await snapshots.put("book/1", "fold-b", 3, state);
    await snapshots.put("book/3", "fold-a", 4, state);
    const all = await snapshots.find(["book/1", "book/2", "book/3"], "fold-a");
    assert.deepEqual([...all.keys()].sort(), ["book/1", "book/3"]);
    const found = all.get("book/1")!;
    assert.equal(found.position, 9);
    assert.deepEqual(new Uint8Array(found.state), state.toReversed());
    assert.equal((await snapshots.find(["book/1"], "fold-b")).get("book/1")!.position, 3);
    assert.equal((await snapshots.find(["book/1"], "fold-c")).size, 0);
    assert.equal((await snapshots.find([], "fold-a")).size, 0);
  });

  promise("the cabinet keeps small things by drawer and key", open, async ({ cabinet }) => {
    const account = { name: "王", roles: ["officer"], since: null, deep: { b: 1, a: 2 } };
    await cabinet.put("accounts", "wang", { old: true });
    await cabinet.put("accounts", "wang", account);
    await cabinet.put("accounts", "Li", { name: "李" });
    await cabinet.put("sessions", "wang", [1, 2]);
    assert.deepEqual(await cabinet.get("accounts", "wang"), account);
    assert.deepEqual(await cabinet.list("accounts"), [
      { key: "Li", value: { name: "李" } },
      { key: "wang", value: account },
    ]);
    await cabinet.remove("accounts", "wang");
    await cabinet.remove("accounts", "nobody");
    assert.equal(await cabinet.get("accounts", "wang"), undefined);
    assert.deepEqual(await cabinet.get("sessions", "wang"), [1, 2]);
    assert.deepEqual(await cabinet.list("empty"), []);
  });

  promise("what the caller changes later does not change what is kept", open, async ({ cabinet }) => {
    const value = { roles: ["officer"] };
    await cabinet.put("accounts", "wang", value);
    value.roles.push("administrator");
    assert.deepEqual(await cabinet.get("accounts", "wang"), { roles: ["officer"] });
  });
}

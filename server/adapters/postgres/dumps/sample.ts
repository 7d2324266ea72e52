/** What every dump holds: a little of everything, so that a later release can show that it still reads it. */
import assert from "node:assert/strict";
import type { Store } from "../../../store.ts";
import { batch, entry, headAt, plain, sealOf } from "../../../store-contract/ground.ts";

const person = { subject: "person/李", key: sealOf("key") };
const written = [
  entry(1, {
    reference: { scope: "declarant/1", text: "A-1", entries: 2 },
    records: ["declaration/1", "book/沪"],
  }),
  entry(2, { bytes: Uint8Array.from([0, 255, 39, 92, 10]), records: ["book/沪"] }),
  entry(3),
];
const checkpoint = { position: 3, root: sealOf("root"), frontier: sealOf("frontier") };
const tariff = new TextEncoder().encode("tariff\n");
const tariffHash = "48f9564ad5c8cc345092f313850f3b0038e85b7d78f34ebbe8ee001780d8f693";

export async function writeSample(store: Store): Promise<void> {
  await store.journal.append(batch(written, { checkpoint, newKeys: [person] }));
  await store.snapshots.put("book/沪", "fold", 2, Uint8Array.from([1, 2]));
  await store.files.put(tariffHash, tariff);
  await store.cabinet.put("accounts", "wang", { name: "王" });
}

export async function assertSample({ journal, keys, snapshots, files, cabinet }: Store): Promise<void> {
  assert.equal((await journal.head()).position, headAt(3).position);
  assert.deepEqual((await journal.read(1, 10)).map(plain), written);
  assert.deepEqual((await journal.readRecord("book/沪", 0)).map(plain), written.slice(0, 2));
  assert.deepEqual(await journal.findReferences([{ scope: "declarant/1", text: "A-1" }]), [
    { scope: "declarant/1", text: "A-1", entries: 2, position: 1 },
  ]);
  assert.equal((await journal.findCheckpoint())!.position, 3);
  assert.deepEqual(new Uint8Array((await keys.all()).get(person.subject)!), person.key);
  assert.equal((await snapshots.find(["book/沪"], "fold")).get("book/沪")!.position, 2);
  assert.deepEqual(new Uint8Array((await files.find(tariffHash))!), tariff);
  assert.deepEqual(await cabinet.get("accounts", "wang"), { name: "王" });
  await journal.append(batch([entry(4)]));
}

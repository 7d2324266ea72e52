import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Bench, CONTACT, gate, openWorld, settle, TRADER, told } from "./test-bench.ts";
import { verifyJournal } from "./verify.ts";

const erase = { party: TRADER, reason: "asked for it" };
const confirmErasure = async (bench: Bench): Promise<void> => {
  const { proposal } = await bench.do<{ proposal: string }>("party.erase-person", "admin-1", erase);
  await bench.do("proposal.confirm", "admin-2", { proposal });
};
const bytesOf = (bench: Bench): Buffer => Buffer.concat(bench.disk.entries.map(({ bytes }) => bytes));
const names = (bench: Bench): RegExp => (bench ? /Li Lei|李雷|13800001111/ : /$^/);
const partyRow = async (bench: Bench) => (await bench.rows("party.list", "officer-1", { text: TRADER }))[0]!;
const party = async (bench: Bench, asOf?: string): Promise<string> =>
  JSON.stringify(await bench.ask("party.show", "admin-1", { id: TRADER }, asOf ? { asOf } : {}));

describe("personal data", () => {
  it("are nowhere in the journal's bytes, and readable while the key is there", async () => {
    const bench = await openWorld();
    assert.doesNotMatch(bytesOf(bench).toString("utf8"), names(bench));
    assert.equal((await partyRow(bench)).contactName, CONTACT);
    const after = await bench.restart();
    assert.equal((await partyRow(after)).contactName, CONTACT);
    await after.close();
  });

  it("are gone everywhere after an erasure by two people, and the journal is still sound", async () => {
    const bench = await openWorld();
    const before = String(bench.it.status().durable);
    assert.match(await party(bench), names(bench));
    const { proposal } = await bench.do<{ proposal: string }>("party.erase-person", "admin-1", erase);
    assert.equal(told(await bench.run("proposal.confirm", "admin-1", { proposal })), "two-people");
    assert.equal((await partyRow(bench)).contactName, CONTACT, "one person erases nothing");
    await bench.do("proposal.confirm", "admin-2", { proposal });
    const everywhere = async (it: Bench): Promise<string> =>
      [
        await party(it),
        await party(it, before),
        await it.viewsNow(),
        await it.viewsRebuilt(),
        JSON.stringify([...it.disk.snapshots.values()].map(({ state }) => Buffer.from(state).toString())),
        bytesOf(it).toString("utf8"),
      ].join("\n");
    assert.doesNotMatch(await everywhere(bench), names(bench));
    assert.deepEqual([(await partyRow(bench)).contactName, (await partyRow(bench)).erased], [null, true]);
    assert.equal(bench.disk.keys.has(`party/${TRADER}`), false);
    const after = await bench.restart();
    assert.doesNotMatch(await everywhere(after), names(after));
    assert.equal((await verifyJournal(after.it.store.journal)).position, after.disk.entries.length);
    assert.equal(told(await after.run("party.erase-person", "admin-1", erase)), "not-now");
    await after.close();
  });

  it("do not come back through a key that was read while the erasure was on its way", async () => {
    const bench = await openWorld();
    const before = String(bench.it.status().durable);
    const { proposal } = await bench.do<{ proposal: string }>("party.erase-person", "admin-1", erase);
    const { shut, open } = gate();
    bench.faults.gate = shut;
    const confirmed = bench.run("proposal.confirm", "admin-2", { proposal });
    await settle();
    await party(bench, before);
    open();
    assert.equal(told(await confirmed), "ok");
    assert.doesNotMatch(await party(bench, before), names(bench));
    assert.doesNotMatch(await bench.viewsRebuilt(), names(bench));
    await bench.close();
  });

  it("stay when the erasure was dropped", async () => {
    const bench = await openWorld();
    const { proposal } = await bench.do<{ proposal: string }>("party.erase-person", "admin-1", erase);
    bench.faults.appends.push("refused");
    assert.equal(told(await bench.run("proposal.confirm", "admin-2", { proposal })), "try-again");
    await settle();
    assert.match(await party(bench), names(bench));
    assert.equal(told(await bench.run("proposal.confirm", "admin-2", { proposal })), "ok");
    assert.doesNotMatch(await party(bench), names(bench));
    await bench.close();
  });

  it("are kept in no snapshot, however many entries a party has", async () => {
    const bench = await openWorld({ limits: { generation: 50, snapshotAfter: 3 } });
    for (let turn = 0; turn < 5; turn += 1)
      await bench.do("party.set-credit", "officer-1", {
        party: TRADER,
        level: "registered",
        from: "2026-01-01",
        reason: "yearly",
      });
    const after = await bench.restart();
    assert.match(await party(after), names(after));
    assert.equal(
      [...after.disk.snapshots.keys()].some((key) => key.includes("party/")),
      false,
    );
    await confirmErasure(after);
    await after.close();
  });

  it("of a registration that was dropped leave no key behind", async () => {
    const bench = await openWorld();
    bench.faults.appends.push("refused");
    const register = {
      party: "913100077",
      name: "New",
      credit: "registered",
      from: "2026-01-01",
      contact: { name: "Han Meimei", telephone: "1380000" },
    };
    assert.equal(told(await bench.run("party.register", "admin-1", register)), "try-again");
    await settle();
    assert.equal(bench.disk.keys.has("party/913100077"), false);
    assert.equal(told(await bench.run("party.register", "admin-1", register)), "ok");
    assert.equal(bench.disk.keys.has("party/913100077"), true);
    await bench.close();
  });
});

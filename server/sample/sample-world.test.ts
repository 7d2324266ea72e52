import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { disableSampleAccounts, sampleAccounts } from "../accounts/accounts.ts";
import { memoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { Installation } from "../installation.ts";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "./accounts.ts";
import { crossRate, nextMonth } from "./dollar-rates.ts";
import { PARTIES } from "./parties.ts";
import { makeSampleWorld, wantsSampleWorld } from "./sample-world.ts";

let turn = 0;
const chance = {
  bytes: (count: number) => {
    turn = (turn + 1) % 256;
    return new Uint8Array(count).fill(turn);
  },
};

describe("the sample world", () => {
  it("is wanted on an empty journal only, and not where samples were ruled out", async () => {
    const empty = await Installation.open({ store: memoryStore() });
    assert.equal(await wantsSampleWorld(empty), true);
    await disableSampleAccounts(empty.store.cabinet);
    assert.equal(await wantsSampleWorld(empty), false);
    await empty.close();
  });

  it("lets a broker file for the wine importer at once, released against the broker's guarantee", async () => {
    const disk = memoryDisk();
    const installation = await Installation.open({ store: memoryStore(disk), chance });
    await makeSampleWorld(installation, chance);
    const samples = await sampleAccounts(installation.store.cabinet);
    assert.deepEqual(
      samples.map(({ account, password }) => [account, password]).sort(),
      SAMPLE_ACCOUNTS.map(({ account }) => [account, SAMPLE_PASSWORD]).sort(),
    );
    for (const { account } of SAMPLE_ACCOUNTS)
      assert((await installation.actorOf(account)).grants.length > 0, `${account} holds nothing`);
    const reply = await installation.submitValue("declaration.file", "broker-1", wine);
    assert.equal(reply.kind, "accepted", JSON.stringify(reply));
    assert(reply.kind === "accepted");
    const answer = reply.answer as { taxes: { duty: string; total: string }; lane: string };
    assert.equal(answer.taxes.duty, "28000.00");
    assert.equal(await wantsSampleWorld(installation), false);
    await installation.close();
  });

  it("is completed by the next start when the first one was interrupted", async () => {
    const disk = memoryDisk();
    const first = await Installation.open({ store: memoryStore(disk), chance });
    await first.store.cabinet.put("installation", "sample-world", { done: false });
    await first.submitValue("office.register", "installation", {
      office: "2218",
      name: { en: "Waigaoqiao", zh: "外高桥关" },
    });
    await first.close();
    const second = await Installation.open({ store: memoryStore(disk), chance });
    assert.equal(await wantsSampleWorld(second), true);
    await makeSampleWorld(second, chance);
    assert.equal(await wantsSampleWorld(second), false);
    await second.close();
  });
});

const wine = {
  reference: "TEST-1",
  direction: "import",
  office: "2248",
  declarant: PARTIES.broker,
  trader: PARTIES.wine,
  procedure: "0110",
  transportMode: "2",
  grossMassKg: "1500",
  guarantee: "SAMPLE-GUARANTEE-BROKER",
  goods: [
    {
      commodity: "2204210000",
      description: "red wine in bottles",
      origin: "FR",
      customsValue: { amount: "200000.00", currency: "CNY" },
      netMassKg: "1200",
      quantities: { L: "1200" },
    },
  ],
  documents: [],
};

describe("exchange rates over the dollar", () => {
  it("are rounded half up to ten decimals", () => {
    assert.equal(crossRate("6.7758", "1"), "6.7758");
    assert.equal(crossRate("1", "3"), "0.3333333333");
    assert.equal(crossRate("2", "3"), "0.6666666667");
  });
  it("hold from the month after their average", () => {
    assert.equal(nextMonth("2020-12"), "2021-01-01");
    assert.equal(nextMonth("2026-06"), "2026-07-01");
  });
});

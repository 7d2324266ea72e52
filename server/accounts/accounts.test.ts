import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { describe, it } from "node:test";
import { memoryStore } from "../adapters/memory/memory-store.ts";
import type { Chance } from "../desk/ports.ts";
import {
  authenticate,
  checkPassword,
  createAccount,
  createSession,
  createToken,
  disableSampleAccounts,
  enableAccount,
  findAccount,
  listAccounts,
  listTokens,
  revokeToken,
  sampleAccounts,
  sweepSessions,
} from "./accounts.ts";
import { Attempts } from "./attempts.ts";
import { fitsPassword, hashPassword, TooBusy } from "./passwords.ts";

const newChance = (): Chance => {
  let turn = 0;
  return { bytes: (count) => hash("sha256", `turn ${turn++}`, "buffer").subarray(0, count) };
};

const handClock = (ms: number) => {
  const clock = { ms, now: () => clock.ms };
  return clock;
};

describe("accounts", () => {
  const chance = newChance();

  it("are found, listed and checked without ever showing the password", async () => {
    const { cabinet } = memoryStore();
    const made = await createAccount(cabinet, chance, {
      account: "broker-1",
      name: "Broker",
      password: "long enough now",
    });
    const account = { account: "broker-1", name: "Broker", sample: false, disabled: false };
    assert.deepEqual(made, { kind: "done", account });
    assert.deepEqual(await findAccount(cabinet, "broker-1"), account);
    assert.deepEqual(await listAccounts(cabinet), [account]);
    assert.deepEqual(await checkPassword(cabinet, "broker-1", "long enough now"), account);
    assert.equal(await checkPassword(cabinet, "broker-1", "long enough noW"), undefined);
    assert.equal(await checkPassword(cabinet, "broker-2", "long enough now"), undefined);
    assert.ok(!JSON.stringify(await cabinet.list("account")).includes("long enough now"));
  });

  it("that two create at once under one name are one account", async () => {
    const { cabinet } = memoryStore();
    const twice = ["first password", "other password"].map((password) =>
      createAccount(cabinet, chance, { account: "same-1", name: "Same", password }),
    );
    const kinds = (await Promise.all(twice)).map(({ kind }) => kind);
    assert.deepEqual(kinds.sort(), ["done", "refused"]);
  });

  it("read a password in either spelling of its accents", async () => {
    const kept = await hashPassword(chance, "caf\u00e9 au lait 中文");
    assert.equal(await fitsPassword(kept, "cafe\u0301 au lait 中文"), true);
  });

  it("cost an unknown name the work of a known one", async () => {
    const { cabinet } = memoryStore();
    await createAccount(cabinet, chance, { account: "known-1", name: "Known", password: "long enough now" });
    const timeOf = async (account: string): Promise<number> => {
      const start = performance.now();
      await checkPassword(cabinet, account, "some other password");
      return performance.now() - start;
    };
    const [known, unknown] = [await timeOf("known-1"), await timeOf("unknown-1")];
    assert.ok(unknown > known / 4, `${unknown} ms against ${known} ms`);
  });

  it("are checked two at a time, and a long line of guesses is turned away", async () => {
    const cheap = { ...(await hashPassword(chance, "long enough now")), cost: 1_024 };
    const many = await Promise.allSettled(Array.from({ length: 40 }, () => fitsPassword(cheap, "guess")));
    const refused = many.filter((each) => each.status === "rejected");
    assert.ok(refused.length > 0 && refused.every(({ reason }) => reason instanceof TooBusy));
    assert.equal(await fitsPassword(cheap, "guess"), false, "the line is open again");
  });
});

describe("sample accounts", () => {
  const chance = newChance();

  it("show their password until it is over with them for good", async () => {
    const { cabinet } = memoryStore();
    const sample = { account: "sample-1", name: "Sample", password: "sample", sample: true };
    assert.equal((await createAccount(cabinet, chance, sample)).kind, "done");
    assert.deepEqual(await sampleAccounts(cabinet), [
      { account: "sample-1", name: "Sample", password: "sample" },
    ]);
    const { token } = await createToken(cabinet, chance, handClock(0), "sample-1", "x");
    assert.equal(await disableSampleAccounts(cabinet), 1);
    assert.deepEqual(await sampleAccounts(cabinet), []);
    assert.equal(await checkPassword(cabinet, "sample-1", "sample"), undefined);
    assert.equal(await authenticate(cabinet, token), undefined);
    await enableAccount(cabinet, "sample-1");
    assert.equal(await checkPassword(cabinet, "sample-1", "sample"), undefined);
    assert.equal((await createAccount(cabinet, chance, { ...sample, account: "sample-2" })).kind, "refused");
    assert.equal(await disableSampleAccounts(cabinet), 0);
  });
});

describe("tokens", () => {
  it("name their account, are kept as a hash, and end when revoked by their owner", async () => {
    const chance = newChance();
    const { cabinet } = memoryStore();
    await createAccount(cabinet, chance, {
      account: "broker-1",
      name: "Broker",
      password: "long enough now",
    });
    const { id, token } = await createToken(cabinet, chance, handClock(0), "broker-1", "nightly");
    assert.match(token, /^oftz_[0-9a-f]{16}_[\w-]{43}$/);
    assert.deepEqual(await authenticate(cabinet, token), {
      account: "broker-1",
      name: "Broker",
      sample: false,
    });
    for (const wrong of [
      "",
      "oftz_",
      `${token}x`,
      token.slice(0, -1),
      token.replace(id, "0".repeat(16)),
      `oftz_${id}_${"a".repeat(43)}`,
    ])
      assert.equal(await authenticate(cabinet, wrong), undefined, wrong);
    assert.deepEqual(await listTokens(cabinet, "broker-1"), [
      { id, account: "broker-1", label: "nightly", createdAt: "1970-01-01T00:00:00.000Z" },
    ]);
    assert.ok(!JSON.stringify(await cabinet.list("token")).includes(token.slice(-43)));
    assert.equal(await revokeToken(cabinet, id, "officer-1"), false);
    assert.equal(await revokeToken(cabinet, id), true);
    assert.equal(await authenticate(cabinet, token), undefined);
    await assert.rejects(createToken(cabinet, chance, handClock(0), "no-such-one", "x"), /create it first/);
  });
});

describe("sessions", () => {
  it("that are over are swept away", async () => {
    const [chance, clock] = [newChance(), handClock(0)];
    const { cabinet } = memoryStore();
    await createAccount(cabinet, chance, {
      account: "broker-1",
      name: "Broker",
      password: "long enough now",
    });
    await createSession(cabinet, chance, clock, "broker-1");
    clock.ms = 13 * 3_600_000;
    await createSession(cabinet, chance, clock, "broker-1");
    assert.equal(await sweepSessions(cabinet, clock), 1);
    assert.equal((await cabinet.list("session")).length, 1);
  });
});

describe("patience with wrong passwords", () => {
  it("is free at first, then doubles up to a limit, and forgets in time", () => {
    const clock = handClock(0);
    const attempts = new Attempts({ free: 2, firstMs: 1_000, mostMs: 4_000 }, clock);
    const waits: number[] = [];
    for (let turn = 0; turn < 6; turn++) {
      attempts.begin("a");
      waits.push(attempts.waitMs("a"));
    }
    assert.deepEqual(waits, [0, 1_000, 2_000, 4_000, 4_000, 4_000]);
    assert.equal(attempts.waitMs("b"), 0);
    clock.ms += 3_000;
    assert.equal(attempts.waitMs("a"), 1_000);
    clock.ms += 14_000;
    assert.equal(attempts.waitMs("a"), 0);
  });
});

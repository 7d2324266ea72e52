import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Bench, openWorld, tariffFile, told } from "./test-bench.ts";

const OLD = [
  { code: "2204210000", mfn: "14", vat: "13", units: ["L"] },
  { code: "2204220000", mfn: "20", vat: "13", units: ["L"] },
];
const FROM = "2026-05-01";

/** A world in which a small tariff holds from a day, and a way to adopt others after it. */
const guarded = async () => {
  const bench = await openWorld();
  const keep = (lines: readonly object[]) => bench.it.keepFile(tariffFile(lines));
  const old = await keep(OLD);
  await bench.do("tariff.adopt", "keeper-1", {
    edition: old,
    from: "2026-04-01",
    source: "old",
    accepted: await neededOf(bench, old, "2026-04-01"),
  });
  const adopt = async (lines: readonly object[], accepted?: object) =>
    bench.run("tariff.adopt", "keeper-1", {
      edition: await keep(lines),
      from: FROM,
      source: "new",
      ...(accepted && { accepted }),
    });
  return { bench, keep, old, adopt };
};

const neededOf = async (bench: Bench, edition: string, from: string): Promise<object> => {
  const found = await bench.it.ask({
    query: "tariff.findings",
    actor: "keeper-1",
    request: { edition, from },
  });
  assert.equal(found.kind, "answer");
  return (found as { answer: { needsAcceptance: object } }).answer.needsAcceptance;
};

const editionsOf = async (bench: Bench) => {
  const found = await bench.it.ask({ query: "tariff.editions", actor: "keeper-1", request: {} });
  return (found as unknown as { answer: { editions: readonly Record<string, unknown>[] } }).answer.editions;
};

describe("the adoption of an edition, whoever sends it", () => {
  const moved = [{ ...OLD[0]!, mfn: "1.3" }, OLD[1]!];
  const rows: readonly [
    name: string,
    lines: readonly object[],
    accept: object | undefined,
    expected: string,
  ][] = [
    ["nothing moved", OLD.map((line) => ({ ...line, mfn: "15" })), undefined, "ok"],
    ["a rate moved tenfold", moved, undefined, "invalid-request /accepted/rate-moved /accepted/rate-moved"],
    ["accepted by its number", moved, { "rate-moved": 1 }, "ok"],
    [
      "accepted by another number",
      moved,
      { "rate-moved": 2 },
      "invalid-request /accepted/rate-moved /accepted/rate-moved",
    ],
    [
      "what was not found cannot be accepted",
      OLD,
      { "rate-moved": 1 },
      "invalid-request /accepted/rate-moved",
    ],
    [
      "a chapter lost a line",
      [OLD[0]!],
      undefined,
      "invalid-request /accepted/chapter-lost-lines /accepted/chapter-lost-lines",
    ],
    [
      "one acceptance does not do for another",
      [moved[0]!],
      { "rate-moved": 1 },
      "invalid-request /accepted/chapter-lost-lines /accepted/chapter-lost-lines",
    ],
  ];
  for (const [name, lines, accept, expected] of rows)
    it(`${name}: ${expected}`, async () => {
      const { bench, adopt } = await guarded();
      assert.equal(told(await adopt(lines, accept)), expected);
      await bench.close();
    });

  it("of two that are sent at once, the later is checked against the earlier", async () => {
    const { bench, keep } = await guarded();
    const [low, high] = [await keep(moved), await keep(OLD.map((line) => ({ ...line, mfn: "15" })))];
    const adopt = (edition: string, accepted: object) =>
      bench.run("tariff.adopt", "keeper-1", { edition, from: FROM, source: "new", accepted });
    const replies = await Promise.all([adopt(low, { "rate-moved": 1 }), adopt(high, {})]);
    assert.deepEqual(replies.map(told), ["ok", "invalid-request /accepted/rate-moved /accepted/rate-moved"]);
    await bench.close();
  });

  it("keeps what was accepted, and by whom", async () => {
    const { bench, adopt } = await guarded();
    await adopt(moved, { "rate-moved": 1 });
    const { by, accepted, from } = (await editionsOf(bench)).at(-1)!;
    assert.deepEqual([by, accepted, from], ["keeper-1", { "rate-moved": 1 }, FROM]);
    await bench.close();
  });

  it("is checked against HS codes once they are adopted", async () => {
    const { bench, adopt } = await guarded();
    const file = await bench.it.keepFile(Buffer.from("220421\n"));
    const hs = { edition: "2022", from: "2022-01-01", source: "made up", file };
    await bench.do("hs.adopt", "keeper-1", hs);
    assert.equal(told(await adopt(OLD)), "invalid-request /accepted/code-not-in-hs /accepted/code-not-in-hs");
    const noCodes = { ...hs, file: await bench.it.keepFile(Buffer.from("22042100\n")) };
    assert.equal(told(await bench.run("hs.adopt", "keeper-1", noCodes)), "invalid-request /file");
    await bench.close();
  });

  it("is prepared beside the desk: what is filed meanwhile is answered first", async () => {
    const bench = await openWorld();
    const many = Array.from({ length: 3_000 }, (_, at) => ({ code: String(9_000_000_000 + at), mfn: "10" }));
    const edition = await bench.it.keepFile(tariffFile(many.map((line) => ({ ...line, vat: "13" }))));
    const answered: string[] = [];
    const adopting = bench
      .run("tariff.adopt", "keeper-1", { edition, from: "2017-01-01", source: "x" })
      .then((reply) => answered.push(`adopted ${told(reply)}`));
    for (const reference of ["A-1", "A-2", "A-3"])
      answered.push(`filed ${await bench.file(reference)}`.slice(0, 5));
    await adopting;
    assert.deepEqual(answered, ["filed", "filed", "filed", "adopted ok"]);
    await bench.close();
  });
});

describe("the edition before", () => {
  it("is put back by one command, from a day, with a reason; both stay", async () => {
    const { bench, old, adopt } = await guarded();
    await adopt(OLD.map((line) => ({ ...line, mfn: "15" })));
    const back = await bench.do("tariff.revert", "keeper-1", {
      from: FROM,
      reason: "the notice was withdrawn",
    });
    assert.equal((back as { edition: string }).edition, old);
    const editions = await editionsOf(bench);
    assert.equal(editions.length, 4);
    const { edition, from, reverts } = editions.at(-1)!;
    assert.deepEqual(
      [edition, from, reverts],
      [old, FROM, { instead: editions.at(-2)!.edition, reason: "the notice was withdrawn" }],
    );
    await bench.close();
  });

  it("put back twice, the newer one holds again", async () => {
    const { bench, adopt } = await guarded();
    const newer = await adopt(OLD.map((line) => ({ ...line, mfn: "15" })));
    for (const reason of ["the notice was withdrawn", "it was not after all"])
      await bench.do("tariff.revert", "keeper-1", { from: FROM, reason });
    const { edition } = (newer as unknown as { answer: { edition: string } }).answer;
    assert.equal((await editionsOf(bench)).at(-1)!.edition, edition);
    await bench.close();
  });

  it("is put back once, however often it is asked, when the edition that is to go is named", async () => {
    const { bench, old, adopt } = await guarded();
    const newer = await adopt(OLD.map((line) => ({ ...line, mfn: "15" })));
    const { edition: instead } = (newer as unknown as { answer: { edition: string } }).answer;
    const ask = { from: FROM, reason: "the notice was withdrawn", instead };
    const replies = [];
    for (let times = 0; times < 2; times++)
      replies.push(told(await bench.run("tariff.revert", "keeper-1", ask)));
    assert.deepEqual(replies, ["ok", "not-now"]);
    assert.equal((await editionsOf(bench)).at(-1)!.edition, old);
    await bench.close();
  });

  it("is never one that was adopted later, for long ago, and so compared with nothing", async () => {
    const { bench, keep } = await guarded();
    const wrong = await keep(OLD.map((line) => ({ ...line, mfn: "1400" })));
    const ask = { edition: wrong, from: "1990-01-01", source: "history" };
    await bench.do("tariff.adopt", "keeper-1", ask);
    const editions = await editionsOf(bench);
    assert.equal(editions.at(-1)!.edition, wrong);
    const reply = await bench.run("tariff.revert", "keeper-1", { from: "2026-03-31", reason: "a slip" });
    assert.equal(told(reply), "not-now");
    assert.equal((await editionsOf(bench)).length, editions.length);
    await bench.close();
  });

  it("where there is none, says so", async () => {
    const { bench } = await guarded();
    const ask = { from: "2016-01-01", reason: "no reason" };
    assert.equal(told(await bench.run("tariff.revert", "keeper-1", ask)), "not-now");
    const unreal = { from: "2026-02-30", reason: "no reason" };
    assert.equal(told(await bench.run("tariff.revert", "keeper-1", unreal)), "invalid-request /from");
    assert.equal(told(await bench.run("tariff.revert", "broker-1", ask)), "not-found");
    await bench.close();
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  askPass,
  bringIn,
  carry,
  detailOf,
  inward,
  numberOf,
  openBook,
  outward,
  shelves,
} from "./book-bench.ts";
import { openWorld, told } from "./test-bench.ts";

const part = (list: string, declared: string) => ({ lists: [{ list, lines: [{ index: 0, declared }] }] });

describe("a gate pass", () => {
  it("takes a list in three vehicles; the list is posted with the third", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const { list } = await bench.do<{ list: string }>(
      "bonded-list.declare",
      "trader-1",
      inward(book, "L-1", { declared: "100" }),
    );
    assert.deepEqual(await carry(bench, book, "in", part(list, "40")), []);
    assert.deepEqual(await carry(bench, book, "in", part(list, "35.5")), []);
    assert.equal(await shelves(bench, book), "bonded: 100 coming, 0 free, 0 reserved");
    assert.deepEqual(await carry(bench, book, "in", { lists: [{ list }] }), [list]);
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 100 free, 0 reserved");
    await bench.close();
  });

  it("takes no more of a list than is on no other pass; voided, it gives it back; passed, it stays", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100" });
    const { list } = await bench.do<{ list: string }>(
      "bonded-list.declare",
      "trader-1",
      outward(book, "O-1", { declared: "10" }),
    );
    const pass = numberOf(await askPass(bench, book, "out", part(list, "7")), "pass");
    assert.match(pass, /^Z2218E\d{18}$/);
    const more = await askPass(bench, book, "out", part(list, "3.00001"));
    assert.equal(told(more), "invalid-request /lists/0/lines/0/declared");
    assert.match(detailOf(more), /3 are on no pass yet, 3\.00001 are asked/);
    const gone = await bench.run("bonded-list.delete", "trader-1", { list, reason: "not needed" });
    assert.match(detailOf(gone), /are on gate passes/);
    await bench.do("gate-pass.void", "trader-1", { pass, reason: "another vehicle" });
    assert.deepEqual(await carry(bench, book, "out", part(list, "10")), [list]);
    for (const [command, actor, request] of [
      ["gate-pass.record-passage", "officer-1", { pass }],
      ["gate-pass.void", "trader-1", { pass, reason: "again" }],
    ] as const)
      assert.equal(told(await bench.run(command, actor, request)), "not-now", command);
    await bench.close();
  });

  it("with mistakes is told of all of them", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100" });
    const declare = (reference: string) =>
      bench.do<{ list: string }>(
        "bonded-list.declare",
        "trader-1",
        inward(book, reference, { declared: "5" }),
      );
    const { list } = await declare("M-1");
    const ask = (change: object) => askPass(bench, book, "in", { lists: [{ list }], ...change });
    const none = { lists: undefined };
    const TABLE: readonly (readonly [what: string, change: object, told: string])[] = [
      ["no paper", none, "invalid-request /lists"],
      ["papers and none", { kind: "empty-vehicle", ...none }, "invalid-request /grossMassKg"],
      ["an empty vehicle with a list", { kind: "empty-vehicle" }, "invalid-request /lists /grossMassKg"],
      ["the other way", { direction: "out" }, "invalid-request /lists/0/list"],
      ["a list twice", { lists: [{ list }, { list }] }, "invalid-request /lists/1/list"],
      [
        "a line that is not there",
        {
          lists: [{ list, lines: [{ index: 3, declared: "1" }] }],
        },
        "invalid-request /lists/0/lines/0/index",
      ],
      ["nothing of a line", part(list, "0"), "invalid-request /lists/0/lines/0/declared"],
      ["no manifest", { kind: "enter-first", ...none }, "invalid-request /transportDocument /description"],
      [
        "goods that enter first and go out",
        {
          ...{
            kind: "enter-first",
            direction: "out",
            transportDocument: "BL-12345",
            description: "valves",
            ...none,
          },
        },
        "invalid-request /direction",
      ],
      [
        "registered goods without a word",
        { kind: "gate-registered", ...none },
        "invalid-request /description",
      ],
      ["registered goods", { kind: "gate-registered", description: "office chairs", ...none }, "ok"],
    ];
    for (const [what, change, expected] of TABLE) assert.equal(told(await ask(change)), expected, what);
    assert.equal(
      await shelves(bench, book, 2),
      "bonded: 5 coming, 0 free, 0 reserved",
      "registered goods move no line",
    );
    await bench.close();
  });

  it("lets goods enter before they are declared, within 14 days; late ones stop the next", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const enter = () =>
      askPass(bench, book, "in", {
        ...{ kind: "enter-first", transportDocument: "COSU620123", description: "valves of steel" },
      });
    const pass = numberOf(await enter(), "pass");
    const early = await bench.run("bonded-list.declare", "trader-1", {
      ...inward(book, "E-1", { declared: "50" }),
      pass,
    });
    assert.match(detailOf(early), /the goods have not entered/);
    await bench.do("gate-pass.record-passage", "officer-1", { pass, weighedKg: "15010" });
    assert.equal((await bench.rows("gate-pass.list", "trader-1"))[0]!.declareBy, "2026-03-16");
    const other = numberOf(await enter(), "pass");
    bench.setClock("2026-03-16T08:00:00.000Z");
    assert.equal(told(await enter()), "ok", "the last day");
    bench.setClock("2026-03-17T08:00:00.000Z");
    assert.match(
      detailOf(await enter()),
      new RegExp(`The goods of ${pass} were to be declared by 2026-03-16`),
    );
    const { list } = await bench.do<{ list: string }>("bonded-list.declare", "trader-1", {
      ...inward(book, "E-2", { declared: "50" }),
      pass,
    });
    assert.equal(told(await enter()), "ok", "declared late, but declared");
    const twice = await bench.run("bonded-list.declare", "trader-1", {
      ...inward(book, "E-3", { declared: "50" }, { line: 1 }),
      pass,
    });
    assert.match(detailOf(twice), /are declared already/);
    const wait = await bench.run("bonded-list.declare", "trader-1", {
      ...inward(book, "E-4", { declared: "50" }, { line: 1 }),
      pass: other,
    });
    assert.match(detailOf(wait), /the goods have not entered/);
    await bench.do("bonded-list.post", "trader-1", { list });
    assert.equal(await shelves(bench, book), "bonded: 0 coming, 50 free, 0 reserved");
    const { proposal } = await bench.do<{ proposal: string }>("bonded-list.reverse", "officer-1", {
      ...{ list, reason: "the wrong goods" },
    });
    await bench.do("proposal.confirm", "officer-2", { proposal });
    assert.match(
      detailOf(await enter()),
      /were to be declared by 2026-03-16/,
      "they are in the zone, on no list",
    );
    await bench.close();
  });
});

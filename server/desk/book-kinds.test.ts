import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { bringIn, detailOf, inward, numberOf, openBook, outward } from "./book-bench.ts";
import { type Bench, openWorld, TRADER, told } from "./test-bench.ts";

const ask = (bench: Bench, kind: string, mode = "separate", zone = "waigaoqiao") =>
  bench.run("account-book.open", "trader-1", {
    ...{ reference: `B-${bench.disk.entries.length}`, zone, office: "2218", kind, mode },
    ...{ party: TRADER, validUntil: "2026-12-31" },
  });

const codes = async (bench: Bench, list: string): Promise<string> => {
  const found = await bench.ask("bonded-list.codes", "trader-1", { list });
  assert.equal(found.kind, "answer", JSON.stringify(found));
  const { InvtType, ListType = "-", ...rest } = (found as { answer: Record<string, string> }).answer;
  const { DclcusFlag, DclcusTypecd = "-", ImpexpMarkcd, VrfdedMarkcd, PassportUsedTypecd } = rest;
  return [InvtType, ListType, DclcusFlag, DclcusTypecd, ImpexpMarkcd, VrfdedMarkcd, PassportUsedTypecd].join(
    " ",
  );
};

describe("a book of a kind", () => {
  it("takes its goods only the ways of its kind", async () => {
    const bench = await openWorld();
    const TABLE: readonly (readonly [kind: string, what: object, told: RegExp])[] = [
      ["equipment", { movement: "batch-from-inland" }, /equipment do not go batch-from-inland/],
      ["equipment", { movement: "to-abroad" }, /accepted/],
      ["repair", { movement: "release", declares: true }, /repair do not go release/],
      ["repair", { movement: "to-abroad" }, /accepted/],
      ["display", { movement: "batch-from-inland", declares: true }, /display do not go batch-from-inland/],
      ["display", { movement: "to-abroad" }, /accepted/],
      ["logistics", { movement: "to-abroad" }, /accepted/],
    ];
    for (const [kind, what, expected] of TABLE) {
      const book = await openBook(bench, { mode: "separate", kind });
      await bringIn(bench, book, { declared: "10" });
      const reply = await bench.run("bonded-list.declare", "trader-1", {
        ...{ ...outward(book, "K-1", { declared: "1" }), ...what },
      });
      assert.match(detailOf(reply), expected, `${kind} ${JSON.stringify(what)}`);
    }
    await bench.close();
  });

  it("lets them leave only under the forms of its kind", async () => {
    const bench = await openWorld();
    const TABLE: readonly (readonly [kind: string, forms: string])[] = [
      ["logistics", "batches display test repair mould other"],
      ["equipment", "test repair mould"],
      ["display", "display"],
      ["repair", "test"],
    ];
    for (const [kind, forms] of TABLE) {
      const book = await openBook(bench, { mode: "separate", kind });
      const allowed: string[] = [];
      for (const form of ["batches", "display", "test", "repair", "mould", "other"]) {
        const reply = await bench.run("business-form.file", "trader-1", {
          ...{ reference: `F-${form}`, book, kind: form, direction: "out", validUntil: "2026-12-31" },
        });
        const inward = await bench.run("business-form.file", "trader-1", {
          ...{ reference: `G-${form}`, book, kind: form, direction: "in", validUntil: "2026-12-31" },
        });
        if (kind !== "logistics") assert.match(detailOf(inward), /Goods do not enter a book of/);
        if (told(reply) === "ok") allowed.push(form);
        else assert.match(detailOf(reply), new RegExp(`do not leave for ${form}, but for`));
      }
      assert.equal(allowed.join(" "), forms, kind);
    }
    await bench.close();
  });

  it("knows each thing for itself where it must, and is one that its zone allows", async () => {
    const bench = await openWorld();
    assert.match(detailOf(await ask(bench, "equipment", "accumulate")), /every arrival is a line of its own/);
    assert.equal(told(await ask(bench, "equipment")), "ok");
    assert.equal(told(await ask(bench, "logistics", "accumulate")), "ok");
    await bench.do("zone.set-setting", "installation", {
      ...{ zone: "waigaoqiao", capability: "repair", value: "no", from: "2026-01-01" },
      ...{ source: "made up", confirmed: false },
    });
    assert.match(
      detailOf(await ask(bench, "repair")),
      /waigaoqiao keeps no books of repair since 2026-01-01/,
    );
    assert.equal(told(await ask(bench, "equipment")), "ok");
    await bench.close();
  });

  it("of equipment gives to and takes from books of equipment only", async () => {
    const bench = await openWorld();
    const [one, two] = [
      await openBook(bench, { mode: "separate", kind: "equipment" }),
      await openBook(bench, { mode: "separate", kind: "equipment" }),
    ];
    const goods = await openBook(bench);
    await bringIn(bench, one, { declared: "2" });
    const take = (book: string, otherBook: string) =>
      bench.run("bonded-list.declare", "trader-1", {
        ...inward(book, `T-${otherBook}`, { declared: "2" }),
        ...{ movement: "from-book", otherBook },
      });
    assert.match(detailOf(await take(goods, one)), /from a book of equipment to one of logistics/);
    assert.match(detailOf(await take(two, goods)), /from a book of logistics to one of equipment/);
    const list = numberOf(await take(two, one), "list");
    assert.equal(await codes(bench, list), "6 C 2 - I 1 1");
    await bench.close();
  });
});

describe("the codes of a list", () => {
  it("follow from what it is", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    const list = await bringIn(bench, book, { declared: "10" });
    assert.equal(await codes(bench, list), "0 - 2 - I 2 3");
    const out = async (reference: string, more: object): Promise<string> => {
      const request = { ...outward(book, reference, { declared: "2" }), ...more };
      return numberOf(await bench.run("bonded-list.declare", "trader-1", request), "list");
    };
    const sale = await out("S-1", { movement: "to-inland", declares: true });
    assert.equal(await codes(bench, sale), "0 - 1 1 E 1 1");
    const abroad = await out("S-2", { declares: true });
    assert.equal(await codes(bench, abroad), "0 - 1 2 E 1 1");
    await bench.do("bonded-list.delete", "trader-1", { list: abroad, reason: "not needed" });
    assert.equal(await codes(bench, abroad), "0 - 1 2 E  1");
    await bench.close();
  });
});

describe("legal units of what leaves", () => {
  it("are near what the goods of the line come to, unless all of them leave", async () => {
    const bench = await openWorld();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "10", second: "100" });
    const out = (declared: string, second: string) =>
      bench.run("bonded-list.declare", "trader-1", {
        ...outward(book, `U-${declared}-${second}`, { declared, second }),
      });
    const far = /kg are too far from 20, which 2 pcs of the line come to on average/;
    assert.match(detailOf(await out("2", "26.1")), far);
    assert.match(detailOf(await out("2", "13.9")), far);
    assert.equal(told(await out("2", "26")), "ok");
    assert.equal(told(await out("8", "74")), "ok", "the rest of a line is what is left of it");
    await bench.close();
  });
});

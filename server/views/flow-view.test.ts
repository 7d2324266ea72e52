import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  bringIn,
  carry,
  inward,
  lineOf,
  numberOf,
  openBook,
  outward,
  type Quantity,
  WINE_VALVE as WINE,
  wineOf,
} from "../desk/book-bench.ts";
import { type Bench, GUARANTEE, OTHER, openWorld } from "../desk/test-bench.ts";

const IN_SECOND = { party: OTHER, actor: "trader-2", zone: "second" };

/** A bench with a second zone under the other office. */
const twoZones = async (): Promise<Bench> => {
  const bench = await openWorld();
  await bench.do("zone.register", "installation", {
    ...{ zone: "second", name: { en: "Second zone", zh: "第二区" }, office: "2219" },
    ...{ type: "comprehensive-bonded-zone", from: "2020-01-01", approval: "test" },
  });
  return bench;
};

const flows = async (
  bench: Bench,
  request: object = {},
  actor = "installation",
): Promise<readonly string[]> =>
  (await bench.rows("overview.flows", actor, request)).map(
    ({ month, from, to, lists, kg }) => `${month} ${from} > ${to}: ${lists} lists, ${kg} kg`,
  );

const declared = async (bench: Bench, actor: string, request: object): Promise<string> =>
  (await bench.do<{ list: string }>("bonded-list.declare", actor, request)).list;

const byTwo = async (bench: Bench, command: string, request: object): Promise<void> => {
  const { proposal } = await bench.do<{ proposal: string }>(command, "officer-1", request);
  await bench.do("proposal.confirm", "officer-2", { proposal });
};

/** Goods go to another book: both lists, and the gates where there are two zones. */
const handOver = async (
  bench: Bench,
  sender: string,
  receiver: string,
  quantity: Quantity,
): Promise<string> => {
  const taken = await declared(bench, "trader-2", {
    ...inward(receiver, `TAKE-${bench.disk.entries.length}`, quantity, { goods: WINE }),
    ...{ movement: "from-book", otherBook: sender },
  });
  const given = await declared(bench, "trader-1", {
    ...outward(sender, `GIVE-${bench.disk.entries.length}`, quantity),
    ...{ movement: "to-book", otherList: taken },
  });
  return given;
};

/** A batch: goods leave on a slip, and are declared with a list in the end. */
const leaveOnSlip = async (bench: Bench, book: string, quantity: Quantity): Promise<string> => {
  const { form } = await bench.do<{ form: string }>("business-form.file", "trader-1", {
    ...{ reference: "FORM", book, kind: "batches", direction: "out", validUntil: "2026-12-31" },
  });
  await bench.do("business-form.decide", "officer-1", {
    form,
    accept: true,
    reason: "in order",
    reserve: "0",
  });
  const slip = numberOf(
    await bench.run("stock-slip.declare", "trader-1", {
      ...{ reference: "SLIP", form, lines: [lineOf({ line: 1 }, quantity)] },
    }),
    "slip",
  );
  await carry(bench, book, "out", { slips: [slip] });
  return slip;
};

/** A list with a declaration, posted with one that is released. */
const postedOn = async (bench: Bench, request: object, quantity: Quantity): Promise<string> => {
  const list = await declared(bench, "trader-1", { ...request, transportMode: "9", declares: true });
  const goods = [wineOf(quantity.second ?? quantity.declared)];
  const declaration = await bench.file(`DEC-${bench.disk.entries.length}`, {
    ...{ guarantee: GUARANTEE, goods, transportMode: "9" },
  });
  await bench.do("bonded-list.cover", "officer-1", { list, declaration });
  return list;
};

describe("the view of flows", () => {
  it("sums the net mass of posted lists by month and places, each chapter for itself", async () => {
    const bench = await twoZones();
    const book = await openBook(bench);
    await bringIn(bench, book, { declared: "100", second: "1000.5" }, { goods: WINE });
    await bringIn(bench, book, { declared: "10", second: "20.25" });
    const waits = await declared(bench, "trader-1", outward(book, "OUT", { declared: "10", second: "100" }));
    const arrived = "2026-03 abroad > zone/waigaoqiao: 2 lists, 1020.75 kg";
    assert.deepEqual(await flows(bench), [arrived], "what is approved has not gone");
    bench.setClock("2026-04-02");
    assert.deepEqual(await carry(bench, book, "out", { lists: [{ list: waits }] }), [waits]);
    const left = "2026-04 zone/waigaoqiao > abroad: 1 lists, 100 kg";
    for (const [request, expected] of [
      [{}, [arrived, left]],
      [{ zone: "waigaoqiao" }, [arrived, left]],
      [{ zone: "second" }, []],
      [{ from: "2026-04" }, [left]],
      [{ until: "2026-03" }, [arrived]],
      [{ from: "2026-05", until: "2026-06" }, []],
      [{ chapter: "84" }, ["2026-03 abroad > zone/waigaoqiao: 1 lists, 20.25 kg"]],
      [{ chapter: "22" }, ["2026-03 abroad > zone/waigaoqiao: 1 lists, 1000.5 kg", left]],
      [{ chapter: "01" }, []],
    ] as const)
      assert.deepEqual(await flows(bench, request), expected, JSON.stringify(request));
    await bench.close();
  });

  it("counts a transfer once, in the list of the receiver, and a slip when its batch is posted", async () => {
    const bench = await twoZones();
    const sender = await openBook(bench);
    const receiver = await openBook(bench, IN_SECOND);
    const neighbour = await openBook(bench, { ...IN_SECOND, zone: "waigaoqiao" });
    await bringIn(bench, sender, { declared: "1000" }, { goods: WINE });
    const arrived = "2026-03 abroad > zone/waigaoqiao: 1 lists, 1000 kg";
    await handOver(bench, sender, neighbour, { declared: "30" });
    const within = "2026-03 zone/waigaoqiao > zone/waigaoqiao: 1 lists, 30 kg";
    assert.deepEqual(await flows(bench), [arrived, within]);
    const given = await handOver(bench, sender, receiver, { declared: "200" });
    await carry(bench, sender, "out", { lists: [{ list: given }] });
    assert.deepEqual(await flows(bench), [arrived, within], "it has left and not arrived");
    const { otherList } = (
      (await bench.ask("bonded-list.show", "officer-1", { id: given })) as unknown as {
        answer: { otherList: string };
      }
    ).answer;
    await carry(bench, receiver, "in", { lists: [{ list: otherList }] }, "trader-2");
    const between = "2026-03 zone/waigaoqiao > zone/second: 1 lists, 200 kg";
    assert.deepEqual((await flows(bench)).toSorted(), [arrived, between, within].toSorted());
    assert.deepEqual(await flows(bench, { zone: "second" }), [between]);
    const slip = await leaveOnSlip(bench, sender, { declared: "50" });
    assert.equal((await flows(bench)).length, 3, "goods on slips are not declared yet");
    bench.setClock("2026-04-02");
    const batch = {
      ...outward(sender, "BATCH", { declared: "50" }),
      movement: "batch-to-inland",
      slips: [slip],
    };
    await postedOn(bench, { ...batch, procedure: "5000" }, { declared: "50" });
    const release = { ...outward(sender, "FREE", { declared: "7" }), movement: "release" };
    await postedOn(bench, { ...release, procedure: "5000" }, { declared: "7" });
    assert.deepEqual(await flows(bench, { from: "2026-04" }), [
      "2026-04 zone/waigaoqiao > inland: 1 lists, 50 kg",
      "2026-04 zone/waigaoqiao > tax-paid: 1 lists, 7 kg",
    ]);
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before);
    await bench.close();
  });

  it("takes a reversed list out of its month, and nothing of a deleted one is left", async () => {
    const bench = await twoZones();
    const book = await openBook(bench);
    const neighbour = await openBook(bench, { ...IN_SECOND, zone: "waigaoqiao" });
    await bringIn(bench, book, { declared: "100" }, { goods: WINE });
    const wrong = await bringIn(bench, book, { declared: "5", second: "8.5" });
    const reason = "by mistake";
    const given = await handOver(bench, book, neighbour, { declared: "30" });
    const deleted = await declared(bench, "trader-1", outward(book, "OUT", { declared: "1" }));
    await bench.do("bonded-list.delete", "trader-1", { list: deleted, reason });
    assert.equal((await flows(bench)).length, 2);
    assert.equal(bench.disk.views.get("flow")!.rows.has(JSON.stringify([deleted])), false);
    bench.setClock("2026-05-05");
    await byTwo(bench, "bonded-list.reverse", { list: wrong, reason });
    await byTwo(bench, "bonded-list.reverse", { list: given, reason });
    assert.deepEqual(await flows(bench), ["2026-03 abroad > zone/waigaoqiao: 1 lists, 100 kg"]);
    const before = await bench.viewsNow();
    assert.equal(await bench.viewsRebuilt(), before);
    const after = await bench.restart();
    assert.equal(await after.viewsNow(), before);
    await after.close();
  });

  it("is for officers of either office, and administrators; no enterprise is told anything", async () => {
    const bench = await twoZones();
    const sender = await openBook(bench);
    await bringIn(bench, sender, { declared: "100" }, { goods: WINE });
    const grant = { role: "declarant", place: "office/2218", from: "2020-01-01", delegable: false };
    await bench.run("authority.grant", "installation", { ...grant, holder: "clerk-1" });
    for (const [actor, seen] of [
      ["officer-1", 1],
      ["officer-9", 0],
      ["admin-1", 1],
      ["trader-1", "refused"],
      ["trader-2", "refused"],
      ["broker-1", "refused"],
      ["clerk-1", "refused"],
      ["keeper-1", "refused"],
      ["importer-1", "refused"],
      ["nobody", "refused"],
      [undefined, "refused"],
    ] as const)
      for (const query of ["overview.flows", "overview.stock"]) {
        const found = await bench.ask(query, actor, {}, { after: bench.it.status().durable });
        const expected = query === "overview.stock" && seen === 1 ? 2 : seen;
        assert.equal(found.kind === "rows" ? found.rows.length : found.kind, expected, `${actor} ${query}`);
      }
    await bench.close();
  });

  it("shows a transfer between offices to both", async () => {
    const bench = await twoZones();
    const sender = await openBook(bench);
    await bringIn(bench, sender, { declared: "100" }, { goods: WINE });
    const { book: receiver } = await bench.do<{ book: string }>("account-book.open", "trader-2", {
      ...{ reference: "B-2219", zone: "second", office: "2219", party: OTHER, mode: "accumulate" },
      validUntil: "2026-12-31",
    });
    await bench.do("account-book.decide", "officer-9", { book: receiver, accept: true, reason: "in order" });
    const given = await handOver(bench, sender, receiver, { declared: "20" });
    await carry(bench, sender, "out", { lists: [{ list: given }] });
    const shown = await bench.ask("bonded-list.show", "officer-1", { id: given });
    const { otherList } = (shown as unknown as { answer: { otherList: string } }).answer;
    const papers = { kind: "papers", direction: "in", lists: [{ list: otherList }] };
    const { pass } = await bench.do<{ pass: string }>("gate-pass.request", "trader-2", {
      ...{ reference: "PASS", book: receiver, ...papers, vehicle: "HU-A12345", grossMassKg: "20" },
    });
    await bench.do("gate-pass.record-passage", "officer-9", { pass });
    const between = "2026-03 zone/waigaoqiao > zone/second: 1 lists, 20 kg";
    assert.deepEqual(await flows(bench, {}, "officer-9"), [between]);
    assert.equal((await flows(bench, {}, "officer-1")).length, 2);
    await bench.close();
  });
});

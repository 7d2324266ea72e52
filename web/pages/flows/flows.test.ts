import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Flow, flowsOf, massOf, toldOf } from "./flow-sums.ts";
import { isMonth, monthAfter, rangeOf } from "./months.ts";
import { layOut, linesOf } from "./sankey.ts";
import { partsOf, stockSums, wholeOf } from "./stock-sums.ts";

const flow = (from: string, to: string, kg: string, lists = 1): Flow => ({ from, to, kg, lists });

const FLOWS = [
  flow("abroad", "zone/a", "1000"),
  flow("inland", "zone/a", "200"),
  flow("zone/a", "inland", "300.5"),
  flow("zone/a", "tax-paid", "7"),
  flow("zone/a", "zone/b", "60"),
  flow("zone/b", "zone/a", "40"),
  flow("zone/a", "zone/a", "25"),
];

describe("months", () => {
  it("go on over the end of a year, and a range that is not said is the last twelve", () => {
    for (const [month, count, expected] of [
      ["2026-03", 1, "2026-04"],
      ["2026-12", 1, "2027-01"],
      ["2026-01", -1, "2025-12"],
      ["2026-03", -11, "2025-04"],
    ] as const)
      assert.equal(monthAfter(month, count), expected);
    for (const [from, until, expected] of [
      [null, null, "2025-12 2026-11"],
      ["2026-02", null, "2026-02 2026-11"],
      [null, "2026-06", "2025-07 2026-06"],
      ["2026-09", "2026-06", "2026-06 2026-09"],
      ["2026-13", "x", "2025-12 2026-11"],
    ] as const)
      assert.equal(Object.values(rangeOf({ from, until }, "2026-11-28")).join(" "), expected);
    assert.deepEqual(["2026-01", "2026-00", "2026-1", ""].map(isMonth), [true, false, false, false]);
  });
});

describe("flows", () => {
  it("are summed over months by place, the greatest first", () => {
    const rows = [
      flow("abroad", "zone/a", "1"),
      flow("inland", "zone/a", "2.5", 2),
      flow("abroad", "zone/a", "4"),
    ];
    assert.deepEqual(flowsOf(rows), [flow("abroad", "zone/a", "5", 2), flow("inland", "zone/a", "2.5", 2)]);
  });

  it("are told for one zone, or for all with what moved between them counted as within", () => {
    assert.deepEqual(toldOf(FLOWS, "a"), { came: "1240", left: "360.5", released: "7", within: "25" });
    assert.deepEqual(toldOf(FLOWS), { came: "1200", left: "300.5", released: "7", within: "125" });
  });

  it("are told in tonnes where they are many", () => {
    for (const [kg, expected] of [
      ["0", "0 kg"],
      ["999.99", "999.99 kg"],
      ["1000", "1 t"],
      ["1049.9", "1 t"],
      ["1050", "1.1 t"],
      ["12345678.5", "12,345.7 t"],
    ] as const)
      assert.equal(massOf(kg).join(" "), expected);
  });

  it("name places in one line, or in two where the name is long", () => {
    for (const name of ["Waigaoqiao Bonded Zone", "上海外高桥港综合保税区", "Longwordwithoutanyblankinit"])
      assert.deepEqual(linesOf(name), [name]);
    assert.deepEqual(linesOf("Waigaoqiao Port Comprehensive Bonded Zone"), [
      "Waigaoqiao Port",
      "Comprehensive Bonded Zone",
    ]);
  });

  it("are laid out so that bands fill their places, and none goes back", () => {
    for (const zone of ["a", undefined]) {
      const { nodes, bands } = layOut(FLOWS, zone, 400);
      assert.equal(bands.length, 6, "what stays in one zone is not drawn");
      for (const node of nodes) {
        assert.ok(node.top >= 0 && node.top + node.height <= 401, `${node.place} stands in the picture`);
        const sum = (end: 0 | 1) =>
          bands.filter(({ between }) => between[end] === node).reduce((all, band) => all + band.thickness, 0);
        assert.ok(Math.abs(Math.max(sum(0), sum(1)) - node.height) < 0.01, `${node.side} ${node.place}`);
      }
      for (const band of bands) {
        const below = (end: 0 | 1) =>
          bands.filter(
            (each) =>
              each !== band && each.between[end] === band.between[end] && each.tops[end] <= band.tops[end],
          );
        for (const end of [0, 1] as const) {
          const above = below(end).reduce((sum, { thickness }) => sum + thickness, band.between[end].top);
          assert.ok(Math.abs(above - band.tops[end]) < 0.01, "one band begins where another ends");
        }
      }
      const sides = ["from", "zone", "to"];
      for (const { between } of bands)
        assert.equal(sides.indexOf(between[1].side) - sides.indexOf(between[0].side), 1);
    }
    const sideOf = (zone: string | undefined) =>
      layOut(FLOWS, zone, 400)
        .nodes.filter(({ place }) => place === "zone/b")
        .map(({ side }) => side);
    assert.deepEqual(sideOf("a").toSorted(), ["from", "to"]);
    assert.deepEqual(sideOf(undefined).toSorted(), ["to", "zone"]);
    assert.deepEqual(layOut([], "a", 400), { nodes: [], bands: [] });
  });
});

describe("stock", () => {
  const row = (status: string, account: "stock" | "away", unit: string, count: string) => ({
    ...{ zone: "a", status, account, unit, count },
  });

  it("has one sum for each unit and status, with bars against the greatest of the same unit", () => {
    const sums = stockSums([
      row("bonded", "stock", "kg", "70"),
      row("bonded", "away", "kg", "30"),
      row("bonded", "stock", "kg", "100"),
      row("tax-paid", "stock", "kg", "50"),
      row("bonded", "stock", "pcs", "999999"),
    ]);
    assert.deepEqual(
      sums.map((sum) => `${sum.unit} ${sum.status} ${wholeOf(sum)} ${partsOf(sum, sums).stock.toFixed(1)}`),
      ["kg bonded 200 85.0", "kg tax-paid 50 25.0", "pcs bonded 999999 100.0"],
    );
  });
});

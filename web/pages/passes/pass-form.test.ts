import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyVehicle, isVehicleReady, massOf, passRequest, plateOf, restOf, takenOf } from "./pass-form.ts";

const LINES = [
  { line: "B-1", declared: "100.00", onPasses: "35.5", grossMassKg: "2000" },
  { line: "B-2", declared: "7", onPasses: "7", grossMassKg: "70" },
  { line: "B-3", declared: "8", onPasses: "0", grossMassKg: "12" },
];

describe("a gate pass", () => {
  it("takes all that is on no pass, and so much of the mass", () => {
    const rests = restOf(LINES);
    assert.deepEqual(
      rests.map(({ index, rest }) => `${index}: ${rest}`),
      ["0: 64.5", "2: 8"],
    );
    assert.equal(massOf(LINES, takenOf(rests, {})), "1302");
  });

  it("takes a part; a line with nothing is left out", () => {
    const taken = takenOf(restOf(LINES), { 0: "10", 2: "0" });
    assert.deepEqual(taken, [{ index: 0, declared: "10" }]);
    assert.equal(massOf(LINES, taken), "200");
    assert.deepEqual(takenOf(restOf(LINES), { 0: "x", 2: "" }), [{ index: 0, declared: "x" }]);
  });

  it("is of one vehicle", () => {
    assert.equal(plateOf("沪a·12345"), "沪A-12345");
    const vehicle = { ...emptyVehicle("12"), vehicle: "HU-A12345" };
    const about = { reference: "R", book: "B", kind: "papers", direction: "in" } as const;
    assert.deepEqual(passRequest(about, vehicle), { ...about, vehicle: "HU-A12345", grossMassKg: "12" });
    for (const [change, ready] of [
      [{}, true],
      [{ vehicle: "" }, false],
      [{ grossMassKg: "" }, false],
      [{ vehicleMassKg: "13000" }, true],
      [{ vehicleMassKg: "much" }, false],
    ] as const)
      assert.equal(isVehicleReady({ ...vehicle, ...change }), ready, JSON.stringify(change));
  });
});

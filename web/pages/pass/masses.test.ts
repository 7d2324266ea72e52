import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { differenceOf, partsOf } from "./masses.ts";

const TABLE: readonly (readonly [total: string, weighed: string | null, told: string])[] = [
  ["15000", null, "not weighed"],
  ["15000", "15000", "0 kg, 0.0 %"],
  ["15000", "15030", "+30 kg, 0.2 %"],
  ["15000", "14970.5", "-29.5 kg, 0.2 %"],
  ["2000", "3000", "+1000 kg, 50.0 %"],
  ["0", "12", "+12 kg, 0.0 %"],
];

describe("what was weighed less what was said", () => {
  for (const [total, weighed, told] of TABLE)
    it(`${weighed ?? "nothing"} of ${total}: ${told}`, () => {
      const found = differenceOf(total, weighed);
      assert.equal(found ? `${found.kg} kg, ${found.percent} %` : "not weighed", told);
    });
});

it("a vehicle weighs what was said of it", () => {
  const said = { grossMassKg: "2000", vehicleMassKg: "13000", frameMassKg: null, containerMassKg: "90" };
  assert.deepEqual(
    partsOf(said).map(({ name, kg }) => `${name} ${kg}`),
    ["grossMassKg 2000", "vehicleMassKg 13000", "containerMassKg 90"],
  );
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assessJson } from "./assess.ts";
import { request, tariffOf } from "./duty-samples.ts";
import { isHeldForRate } from "./not-stated.ts";

describe("a line is held for its rate", () => {
  const tariff = tariffOf(
    { code: "12", general: "1" },
    { code: "13", mfn: "1", vat: null },
    { code: "14", mfn: "1" },
  );
  const rows: readonly [name: string, changes: object, held: boolean][] = [
    ["MFN is not stated", { commodity: "12" }, true],
    ["VAT is not stated", { commodity: "13" }, true],
    ["all is stated", { commodity: "14" }, false],
    ["the commodity is unknown", { commodity: "15" }, false],
    [
      "something else is wrong too",
      { commodity: "12", claim: { agreement: "CL" }, rates: { vat: 1 } },
      false,
    ],
  ];
  for (const [name, changes, held] of rows) {
    it(`${name}: ${held ? "yes" : "no"}`, () =>
      assert.equal(isHeldForRate(assessJson(request(changes), tariff)), held));
  }
});

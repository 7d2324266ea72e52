import assert from "node:assert/strict";
import { it } from "node:test";
import { countOf, lessOf, shareOf, sumOf, textOf } from "./decimal.ts";

it("quantities are read and written without loss", () => {
  for (const text of ["0", "1", "1200", "0.00001", "35.5", "999999999999.99999"])
    assert.equal(textOf(countOf(text)), text);
  assert.equal(textOf(countOf("2.50")), "2.5");
  assert.equal(textOf(-150_000n), "-1.5");
  assert.equal(countOf("x"), 0n);
});

it("they are added, taken from each other and shared out", () => {
  assert.equal(sumOf(["0.1", "0.2", "10"]), "10.3");
  assert.equal(lessOf("100", "35.5"), "64.5");
  assert.equal(shareOf("2700", "1000", "1000"), "2700");
  assert.equal(shareOf("10", "1", "3"), "3.33333");
  assert.equal(shareOf("10", "1", "0"), "0");
});

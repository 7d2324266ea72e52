import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { positiveDecimal } from "./float-text.ts";

describe("numbers as other systems print them", () => {
  for (const [text, decimal] of [
    ["901.2", "901.2"],
    ["415092.72", "415092.72"],
    ["86125.20000000001", "86125.2"],
    ["4897.0999999999985", "4897.1"],
    ["0.7200000000000001", "0.72"],
    ["15554.999999999998", "15555"],
    ["1e3", "1000"],
    ["2.5E-2", "0.025"],
    ["007", "7"],
  ] as const)
    it(`${text} is ${decimal}`, () => assert.equal(positiveDecimal(text), decimal));

  for (const text of ["0", "0.0", "-3.2", "-0", "", "abc", "1,5", "NaN", "0.0000001", "1e9999"])
    it(`"${text}" is nothing that can be declared`, () => assert.equal(positiveDecimal(text), undefined));
});

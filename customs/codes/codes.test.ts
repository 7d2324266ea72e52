import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { AGREEMENTS_2026, agreementsCovering } from "./agreements.ts";
import { COUNTRY_CODES, isCountry } from "./countries.ts";
import { CURRENCY_CODES, findCurrencyDigits, isCurrency } from "./currencies.ts";
import { LEAST_DEVELOPED_2026 } from "./least-developed.ts";

describe("code lists", () => {
  it("have every country of ISO 3166 once, and no group of countries", () => {
    assert.equal(COUNTRY_CODES.length, 249);
    for (const code of ["CN", "HK", "MO", "TW", "KR", "GB"]) assert.ok(isCountry(code), code);
    for (const code of ["", "cn", "EU", "XX", "UK", "CHN"]) assert.ok(!isCountry(code), code);
  });
  it("have the currencies of ISO 4217 with their digits", () => {
    assert.deepEqual(["CNY", "JPY", "KWD", "CLF", "XXX"].map(findCurrencyDigits), [2, 0, 3, 4, undefined]);
    assert.ok(CURRENCY_CODES.every((code) => /^[A-Z]{3}$/.test(code)));
    for (const code of ["", "RMB", "cny", "DEM", "XTS", "XXX"]) assert.ok(!isCurrency(code), code);
  });
  it("name only countries in agreements and among the least developed", () => {
    assert.equal(AGREEMENTS_2026.size, 28);
    for (const { origins } of AGREEMENTS_2026.values())
      for (const origin of origins) assert.ok(isCountry(origin));
    for (const country of LEAST_DEVELOPED_2026) assert.ok(isCountry(country), country);
    assert.equal(new Set(LEAST_DEVELOPED_2026).size, LEAST_DEVELOPED_2026.length);
  });
  it("find the agreements of an origin", () => {
    assert.deepEqual(
      agreementsCovering("KR").map(({ code }) => code),
      ["AP", "KR", "R-KR"],
    );
  });
});

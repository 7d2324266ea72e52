import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { apartLacks, isSale, lineOfFault, saleRequest } from "./sale.ts";

describe("a sale", () => {
  for (const [movement, status, state, is] of [
    ["to-inland", "bonded", "approved", true],
    ["batch-to-inland", "bonded", "approved", true],
    ["release", "transit", "approved", true],
    ["to-inland", "bonded", "posted", false],
    ["to-inland", "tax-paid", "approved", false],
    ["from-inland", "bonded", "approved", false],
    ["to-abroad", "bonded", "approved", false],
  ] as const)
    it(`${movement}, ${status}, ${state}: ${is ? "owes" : "owes nothing"}`, () =>
      assert.equal(isSale({ movement, status, state }), is));

  const apart = {
    0: { storage: "", inland: "" },
    2: { storage: "800", inland: "" },
    4: { storage: "1.5", inland: "20" },
  };
  const request = saleRequest("QD1", apart);

  it("is asked with the lines of which something is stated apart", () =>
    assert.deepEqual(request, {
      list: "QD1",
      apart: [
        { line: 3, storage: "800" },
        { line: 5, storage: "1.5", inland: "20" },
      ],
    }));

  it("shows a fault at the line that it is about", () =>
    assert.deepEqual(
      ["/apart/1", "/apart/0/storage", "/apart/7", "/list"].map((pointer) => lineOfFault(pointer, request)),
      [4, 2, undefined, undefined],
    ));

  it("is not asked with what is no number", () =>
    assert.deepEqual(apartLacks({ 1: { storage: "8oo", inland: "-1" }, 2: { storage: "8", inland: "" } }), [
      { pointer: "/apart/1/storage", key: "lack.decimal" },
      { pointer: "/apart/1/inland", key: "lack.decimal" },
    ]));
});

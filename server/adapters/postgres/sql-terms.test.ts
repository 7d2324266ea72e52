import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ViewQuery } from "../../store.ts";
import { goodsView } from "../../store-contract/ground.ts";
import { compileQuery } from "./sql-terms.ts";

const compile = (parts: Partial<ViewQuery>) =>
  compileQuery(goodsView, {
    ...{ view: "goods", where: [], order: [{ field: "zone" }, { field: "item" }], limit: 10 },
    ...parts,
  });

const conditionOf = ({ text }: { readonly text: string }): string =>
  /where (.*) order by/.exec(text)?.[1] ?? "";

describe("terms compiled to SQL", () => {
  it("keeps every value out of the text", () => {
    const evil = "'; drop table journal; --";
    const { text, values } = compile({
      where: [
        { field: "name", is: "=", value: evil },
        {
          any: [
            { field: "name", is: "in", value: [evil] },
            { field: "name", is: "contains", value: evil },
          ],
        },
      ],
      after: [evil, evil],
    });
    assert.doesNotMatch(text, /drop/);
    assert.deepEqual(values, [evil, [evil], `%${evil.replace("_", "\\_")}%`, evil, evil, 10]);
  });

  it("refuses a field that the view does not have, whatever it is called", () => {
    for (const field of ['zone" or true --', "Zone", "toString", ""]) {
      assert.throws(() => compile({ where: [{ field, is: "=", value: "a" }] }), /no field/);
      assert.throws(() => compile({ order: [{ field }, { field: "zone" }, { field: "item" }] }), /no field/);
    }
  });

  it("continues after a key by one comparison of rows, which an index answers", () => {
    assert.equal(conditionOf(compile({ after: ["a", "1"] })), '("zone", "item") > ($1, $2)');
    const order = [
      { field: "zone", descending: true },
      { field: "item", descending: true },
    ];
    assert.equal(conditionOf(compile({ order, after: ["a", "1"] })), '("zone", "item") < ($1, $2)');
  });

  it("continues after mixed directions field by field", () => {
    const order = [{ field: "zone", descending: true }, { field: "item" }];
    assert.equal(
      conditionOf(compile({ order, after: ["a", "1"] })),
      '("zone" <= $1 and ("zone" < $1 or ("zone" = $1 and "item" > $2)))',
    );
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { countOf } from "./stock.ts";
import { movedWorth, NO_WORTH, shownWorth, type Worth, type WorthChange, worthAfter } from "./worth.ts";

const isOut = (change: WorthChange): boolean => "takes" in change;

const after = (worth: Worth, quantity: bigint, change: WorthChange): Worth =>
  worthAfter(worth, quantity, movedWorth(worth, quantity, change), isOut(change));

/** A posting in words: "in 10 for 1000", "out 5", "back 5 for 100", "lost 1", "found 1". */
const changeOf = (text: string): readonly [quantity: bigint, change: WorthChange] => {
  const [word, quantity, , usd = "0"] = text.split(" ");
  const changes: Readonly<Record<string, WorthChange>> = {
    in: { brings: countOf(usd) },
    out: { takes: "average" },
    back: { takes: countOf(usd) },
    lost: { takes: "average" },
    found: { finds: "average" },
  };
  return [countOf(quantity!), changes[word!]!];
};

const TABLE: readonly (readonly [postings: string, totalUsd: string, averageUsd: string | null])[] = [
  ["in 10 for 1000", "1000", "100"],
  ["in 10 for 1000, in 10 for 3000", "4000", "200"],
  ["in 10 for 1000, in 10 for 3000, out 5", "3000", "200"],
  ["in 3 for 10, out 1", "6.66667", "3.3333"],
  ["in 3 for 10, out 1, out 1, out 1", "0", null],
  ["in 10 for 1000, lost 1", "900", "100"],
  ["in 10 for 1000, found 1", "1100", "100"],
  ["found 1", "0", "0"],
  ["in 10 for 1000, in 10 for 3000, back 10 for 3000", "1000", "100"],
  ["in 10 for 1000, out 9, back 1 for 1000", "0", null],
  ["in 10 for 1000, in 10 for 3000, out 15, back 3 for 3000", "0", "0"],
];

describe("what goods are worth", () => {
  it("is the sum of what came, less what left by the average of its moment", () => {
    for (const [postings, totalUsd, averageUsd] of TABLE) {
      const worth = postings
        .split(", ")
        .map(changeOf)
        .reduce((now, [quantity, change]) => after(now, quantity, change), NO_WORTH);
      assert.deepEqual(shownWorth(worth), { totalUsd, averageUsd }, postings);
    }
  });

  it("is never less than nothing, and nothing where there are no goods, whatever happens", () => {
    const some = fc.bigInt(0n, 10n ** 12n);
    const change: fc.Arbitrary<WorthChange> = fc.oneof(
      some.map((brings) => ({ brings })),
      fc.constant<WorthChange>({ takes: "average" }),
      some.map((takes) => ({ takes })),
      fc.constant<WorthChange>({ finds: "average" }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.bigInt(1n, 10n ** 10n), change), { maxLength: 30 }), (postings) => {
        let worth = NO_WORTH;
        for (const [quantity, each] of postings) {
          const possible = isOut(each) && quantity > worth.declared ? worth.declared : quantity;
          if (possible === 0n) continue;
          worth = after(worth, possible, each);
          assert.ok(worth.usd >= 0n && worth.declared >= 0n);
          if (worth.declared === 0n) assert.equal(worth.usd, 0n);
        }
      }),
    );
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { STATUSES } from "../declare-list/paper.ts";
import { type BookLineRow, stockRows } from "./stock-rows.ts";

const line = (shelves: Readonly<Record<string, string>>): BookLineRow =>
  ({
    line: "T2218W000001-1",
    ...Object.fromEntries(
      STATUSES.flatMap((status) =>
        ["coming", "stock", "reserved"].map((shelf) => [`${status}.${shelf}`, "0"] as const),
      ),
    ),
    ...shelves,
  }) as unknown as BookLineRow;

const TABLE: readonly (readonly [what: string, shelves: Readonly<Record<string, string>>, told: string])[] = [
  ["nothing at all is told once", {}, "-: 0 0 0"],
  ["one status is one row", { "bonded.stock": "40", "bonded.reserved": "60" }, "bonded: 0 40 60"],
  ["what only comes is told too", { "transit.coming": "7.5" }, "transit: 7.5 0 0"],
  [
    "each status is a row of its own",
    { "bonded.stock": "1", "tax-paid.stock": "2" },
    "bonded: 0 1 0; tax-paid: 0 2 0",
  ],
];

describe("the stock of a book", () => {
  for (const [what, shelves, told] of TABLE)
    it(what, () => {
      const rows = stockRows([line(shelves)]).map(
        ({ status, coming, available, reserved }) => `${status || "-"}: ${coming} ${available} ${reserved}`,
      );
      assert.equal(rows.join("; "), told);
    });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { catalogues } from "../catalogue/catalogue.ts";
import { BOOK_KINDS, mayLeaveFor, mayMove, mustSeparate } from "./book-kinds.ts";

const MOVEMENTS = ["from-inland", "to-book", "release", "batch-to-inland", "batch-from-inland"] as const;
const FORMS = ["batches", "display", "test", "repair", "mould", "other"] as const;

const TABLE: readonly (readonly [kind: (typeof BOOK_KINDS)[number], told: string])[] = [
  ["logistics", `${MOVEMENTS.join(" ")}: ${FORMS.join(" ")}`],
  ["equipment", "separate from-inland to-book release batch-to-inland: test repair mould"],
  ["display", "from-inland to-book release batch-to-inland: display"],
  ["repair", "separate from-inland batch-to-inland: test"],
];

describe("the kinds of books", () => {
  for (const [kind, told] of TABLE)
    it(`${kind}: ${told}`, () => {
      const ways = MOVEMENTS.filter((movement) => mayMove(kind, movement));
      const forms = FORMS.filter((form) => mayLeaveFor(kind, form));
      assert.equal(`${mustSeparate(kind) ? "separate " : ""}${ways.join(" ")}: ${forms.join(" ")}`, told);
    });

  it("have a name and a sentence what they are for in both languages", () => {
    for (const kind of BOOK_KINDS)
      for (const texts of Object.values(catalogues))
        assert.ok(texts[`bookKind.${kind}`] && texts[`bookKindText.${kind}`].length > 9);
  });
});

/** Tables that the pages repeat, because they take only types from the customs room, are the server's. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { whyNoForm, whyNoMovement } from "@openftz/customs/account-book/book-kinds.ts";
import { MOVEMENTS } from "@openftz/customs/bonded-list/movements.ts";
import { FORM_KINDS } from "@openftz/customs/business-form/business-form.ts";
import { BOOK_KINDS, mayLeaveFor, mayMove } from "../../web/shared/book-kinds.ts";

it("the pages offer of a kind of book what the server allows", () => {
  for (const kind of BOOK_KINDS) {
    for (const movement of Object.keys(MOVEMENTS) as (keyof typeof MOVEMENTS)[])
      assert.equal(mayMove(kind, movement), !whyNoMovement(kind, movement), `${kind} ${movement}`);
    for (const form of Object.keys(FORM_KINDS) as (keyof typeof FORM_KINDS)[])
      assert.equal(mayLeaveFor(kind, form), !whyNoForm(kind, form, "out"), `${kind} ${form}`);
  }
});

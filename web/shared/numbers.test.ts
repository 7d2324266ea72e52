import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pageOfNumber } from "./numbers.ts";

const TABLE: readonly (readonly [number: string, page: string | undefined])[] = [
  ["221820261234567890", "declarations"],
  ["T2218W00004C", "books"],
  ["T2218W00004C-12", "book-lines"],
  ["QD221826I000000042", "lists"],
  ["Z2218I260331000000000042", "passes"],
  ["SS221826E000000042", "slips"],
  ["SD221826000000042", "forms"],
  ["SD22182600000004", undefined],
  ["wine", undefined],
];

describe("a number leads to its page", () => {
  for (const [number, page] of TABLE)
    it(`${number}: ${page ?? "none"}`, () =>
      assert.equal(pageOfNumber(number), page && `/${page}/${number}`));
});

import assert from "node:assert/strict";
import { it } from "node:test";
import { readText } from "./read-text.ts";

it("a file's text is read in either of the two ways in which spreadsheets write it", () => {
  const bytes = (...values: readonly number[]) => new Uint8Array(values).buffer;
  assert.equal(readText(bytes(0xe9, 0x98, 0x80, 0x2c, 0x37)), "阀,7");
  assert.equal(readText(bytes(0xb7, 0xa7, 0x2c, 0x37)), "阀,7");
});

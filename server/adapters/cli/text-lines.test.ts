import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import { it } from "node:test";
import fc from "fast-check";
import { type TextLine, TextLines } from "./text-lines.ts";

const LONGEST = 12;

const cut = (pieces: readonly Uint8Array[]): TextLine[] => {
  const lines: TextLine[] = [];
  const cutter = new TextLines((line) => lines.push(line), LONGEST);
  for (const piece of pieces) cutter.push(piece);
  cutter.end();
  return lines;
};

const expected = (lines: readonly Buffer[]): TextLine[] =>
  lines.map((bytes, at) => {
    const number = at + 1;
    if (bytes.length > LONGEST) return { kind: "too-long", number };
    return isUtf8(bytes) ? { kind: "text", number, text: bytes.toString() } : { kind: "not-utf8", number };
  });

it("lines are the same wherever the stream is cut, and each is judged by itself", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 8 }).map((text) => Buffer.from(text.replaceAll("\n", ""))),
    fc
      .constantFrom("", "\r", "船", "é", "x".repeat(LONGEST), "x".repeat(LONGEST + 1))
      .map((text) => Buffer.from(text)),
    fc.constant(Buffer.of(0xe4, 0xbd)),
  );
  const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), lengths, fc.boolean(), (lines, cuts, endsWithFeed) => {
      const whole = Buffer.from(lines.map((bytes) => `${bytes.toString("latin1")}\n`).join(""), "latin1");
      const bytes = endsWithFeed ? whole : whole.subarray(0, Math.max(0, whole.length - 1));
      const pieces: Uint8Array[] = [];
      for (let start = 0, turn = 0; start < bytes.length; start += cuts[turn++ % cuts.length]!)
        pieces.push(bytes.subarray(start, start + cuts[turn % cuts.length]!));
      // Without its line feed an empty last line is none.
      const isNone = !endsWithFeed && lines.at(-1)?.length === 0;
      assert.deepEqual(cut(pieces), expected(isNone ? lines.slice(0, -1) : lines));
      assert.deepEqual(cut([bytes]), expected(isNone ? lines.slice(0, -1) : lines));
    }),
    { numRuns: 1000 },
  );
});

it("a byte order mark is skipped before the first line only, whether or not it is cut", () => {
  const bytes = Buffer.from("\ufeffa\n\ufeffb\n");
  const lines = [
    { kind: "text", number: 1, text: "a" },
    { kind: "text", number: 2, text: "\ufeffb" },
  ];
  assert.deepEqual(cut([bytes.subarray(0, 1), bytes.subarray(1, 2), bytes.subarray(2)]), lines);
  assert.deepEqual(cut([bytes]), lines);
});

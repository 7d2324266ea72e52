import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Change, type ChangedLine, changeRequest, isChangeReady } from "./change-form.ts";

const BOOK = { number: "T2218W000001", validUntil: "2026-12-31" };
const NOW = { commodity: "8481804090", description: "valves" };
const line = (seq: number, to: Partial<typeof NOW>): ChangedLine => ({
  ...{ line: `${BOOK.number}-${seq}`, part: "V-100", now: NOW, ...NOW },
  ...to,
});
const change = (validUntil: string, ...lines: readonly ChangedLine[]): Change => ({ validUntil, lines });

const TABLE: readonly (readonly [what: string, change: Change, ready: boolean, asked: object])[] = [
  ["nothing", change("2026-12-31", line(1, {})), false, {}],
  ["a longer validity", change("2027-12-31"), true, { validUntil: "2027-12-31" }],
  [
    "one field of a line",
    change("2026-12-31", line(1, {}), line(12, { description: "other valves " })),
    true,
    { lines: [{ line: 12, description: "other valves" }] },
  ],
  [
    "both fields and the validity",
    change("2027-12-31", line(1, { commodity: "8481201090", description: "x" })),
    true,
    { validUntil: "2027-12-31", lines: [{ line: 1, commodity: "8481201090", description: "x" }] },
  ],
  [
    "half a code",
    change("2026-12-31", line(1, { commodity: "8481" })),
    false,
    { lines: [{ line: 1, commodity: "8481" }] },
  ],
  ["no day", change(""), false, { validUntil: "" }],
];

describe("a change that is asked for", () => {
  for (const [what, typed, ready, asked] of TABLE)
    it(`${what}: ${ready ? "can be sent" : "not yet"}`, () => {
      assert.equal(isChangeReady(BOOK, typed), ready);
      assert.deepEqual(changeRequest(BOOK, typed, "why"), { book: BOOK.number, ...asked, reason: "why" });
    });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ShownZone } from "../../api/types.ts";
import { historyOf } from "./history-lines.ts";

const fact = { source: "made up", confirmed: false };
const zone = {
  names: [{ name: { en: "Port", zh: "港" }, from: "2005-06-22", ...fact }],
  types: [
    { type: "bonded-port-area", from: "2005-06-22", approval: "x", ...fact },
    { type: "comprehensive-bonded-zone", from: "2020-05-16", approval: "y", ...fact },
  ],
  offices: [{ office: "2249", from: "2005-06-22", ...fact }],
  codes: [{ kind: "district", code: "31166", from: "2005-06-22", until: "2020-05-15", ...fact }],
  boundaries: [{ file: "0", from: "2020-05-16", approximate: true, ...fact }],
  acceptance: [{ part: "whole", step: "approved", on: "2005-06-22", ...fact }],
  settings: [{ capability: "ledger-required", value: "no", from: "2020-05-16", ...fact }],
} as unknown as ShownZone;

describe("a zone's history", () => {
  it("is one story, the newest first; a code ends on the day after its last", () => {
    assert.deepEqual(
      historyOf(zone).map(({ day, kind }) => `${day} ${kind}`),
      [
        "2020-05-16 type",
        "2020-05-16 setting",
        "2020-05-16 code-ends",
        "2020-05-16 boundary",
        "2005-06-22 acceptance",
        "2005-06-22 type",
        "2005-06-22 office",
        "2005-06-22 code-begins",
      ],
    );
  });
});

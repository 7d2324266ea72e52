import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { testJournal } from "../cli/test-journal.ts";
import type { StoredEntry } from "../store.ts";
import { PARTS } from "./export-format.ts";
import { HARM, harmableExport, isFoundIn } from "./test-tampering.ts";
import { exportDisk, worldDisk } from "./test-world.ts";

describe("tampering, tried everywhere", () => {
  let entries: readonly StoredEntry[] = [];
  before(async () => {
    ({ entries } = await worldDisk(3));
  });

  it("with every single bit of a journal's entries is found", async () => {
    const harm = HARM["a bit of an entry is flipped"]!;
    const bits = entries.reduce((sum, { bytes }) => sum + bytes.length * 8, 0);
    for (let bit = 0; bit < bits; bit++)
      assert.equal(await isFoundIn(harm(entries, (bit + 0.5) / bits)), true, `bit ${bit} of ${bits}`);
  });

  for (const name of [PARTS.entries, PARTS.manifest] as const)
    it(`with every single bit of an export's ${name} is found`, async () => {
      const { folder } = await exportDisk(await testJournal());
      const export_ = await harmableExport(folder);
      for (let bit = 0; bit < export_.bits[name]; bit++)
        assert.equal(await export_.flip(name, bit), true, `bit ${bit}`);
    });
});

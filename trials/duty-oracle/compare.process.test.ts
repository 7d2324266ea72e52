import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { compareLines, describeDifference } from "./compare.ts";
import { runAssess, writeWorld } from "./engine.ts";
import { makeWorld } from "./world.ts";

describe("the duty engine and the oracle answer alike", () => {
  it("on some hundred made lines", async (t) => {
    const { found, answered, problems } = await compareLines({ seed: "quick", lines: 800 });
    assert.equal(found.length, 0, found.slice(0, 5).map(describeDifference).join(""));
    assert.ok(answered > 200 && problems > 200, `${answered} assessed, ${problems} problems`);
    t.diagnostic(`${answered} assessed, ${problems} problems`);
  });
});

describe("assess refuses the command with exit 2 and no answer", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "openftz-oracle-"));
  after(() => rmSync(folder, { recursive: true }));
  const world = makeWorld("command", 3);
  const tariff = writeWorld(folder, world);
  for (const [name, args] of [
    ["without a tariff", []],
    ["with an unknown flag", [...tariff, "--json"]],
    ["with a tariff file that is not there", [...tariff, "--tariff", "nowhere.jsonl"]],
    ["with an argument nobody asked for", [...tariff, "requests.ndjson"]],
  ] as const)
    it(name, async () => {
      const { exit, out, err } = await runAssess(folder, args, world.requests);
      assert.deepEqual({ exit, out, told: err !== "" }, { exit: 2, out: "", told: true });
    });
});

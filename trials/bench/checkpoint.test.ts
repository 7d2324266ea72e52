import assert from "node:assert/strict";
import { it } from "node:test";
import { benchCheckpoint } from "./checkpoint.ts";

it("the benchmark of checkpoints gives its figures", async () => {
  const figures = await benchCheckpoint(1);
  assert.deepEqual(
    figures.map(({ name }) => name),
    ["checkpoint.cpuUsPerSignature", "checkpoint.cpuUsPerEntry"],
  );
  for (const { value } of figures) assert(value > 0);
});

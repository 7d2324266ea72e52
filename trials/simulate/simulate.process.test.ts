import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { simulateDay } from "./day.ts";
import { explore, reportBroken, SHORT_DAY } from "./explore.ts";

const TEN_SECONDS_MS = 10_000;

describe("a simulated day", () => {
  it("breaks no promise, in ten seconds of seeds", async () => {
    const { broken, days } = await explore({ seed: 1, ...SHORT_DAY }, { ms: TEN_SECONDS_MS });
    assert.equal(broken && (await reportBroken(broken.plan, broken.result)), undefined);
    assert.ok(days > 0);
  });

  it("is the same day again from the same seed, and another from another", async () => {
    const plan = { commands: 150, troubles: 5 };
    const [one, again, other] = [
      await simulateDay({ seed: 7, ...plan }),
      await simulateDay({ seed: 7, ...plan }),
      await simulateDay({ seed: 8, ...plan }),
    ];
    assert.deepEqual({ ...one }, { ...again });
    assert.notDeepEqual(one.taken, other.taken);
    assert.equal(one.violation, undefined);
  });

  it("lets every command be tried, and most be accepted", async () => {
    const { outcomes } = await simulateDay({ seed: 3, commands: 1_500, troubles: 5 });
    const { registry } = await import("../../server/installation.ts");
    const tried = new Set([...outcomes.keys()].map((outcome) => outcome.split(" ")[0]));
    assert.deepEqual(
      [...registry.commands.keys()].filter((name) => !tried.has(name)),
      [],
    );
  });
});

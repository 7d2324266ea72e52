import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { explore, reportBroken, SHORT_DAY, WHOLE_DAY } from "./explore.ts";
import { findFalseAlarm, prove } from "./prove.ts";

const MINUTE_MS = 60_000;

const found = async ({ broken }: Awaited<ReturnType<typeof explore>>): Promise<string | undefined> =>
  broken && reportBroken(broken.plan, broken.result);

describe("the simulator", () => {
  it("sees a whole day of 20,000 requests and 50 troubles without a broken promise", async () => {
    const explored = await explore({ seed: 2026, ...WHOLE_DAY }, { days: 1 });
    assert.equal(await found(explored), undefined);
    assert.ok(explored.commands > WHOLE_DAY.commands && explored.troubles >= WHOLE_DAY.troubles);
  });

  it("sees a minute of short days without a broken promise", async () => {
    assert.equal(await found(await explore({ seed: 1_000, ...SHORT_DAY }, { ms: MINUTE_MS })), undefined);
  });

  it("finds every planted fault within a minute of simulation", async () => {
    const proofs = await prove(() => {});
    assert.deepEqual(
      proofs.filter(({ isFound }) => !isFound).map(({ fault, how }) => `${fault.name}: ${how}`),
      [],
    );
    assert.ok(proofs.length >= 20);
    assert.equal(await findFalseAlarm(), undefined);
  });
});

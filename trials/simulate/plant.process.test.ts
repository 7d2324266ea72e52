import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { root } from "../files.ts";

/** What an account that holds 5 and gives 2 holds afterwards; a fault of the ledger says 4. */
const PROGRAM = `
  const { post } = await import("@openftz/kernel/ledger.ts");
  const { balances } = post({ "a|kg": 5n }, [{ from: "a", to: "b", asset: "kg", amount: 2n }], () => false);
  console.log(String(balances["a|kg"]));
`;

const run = (name: string | undefined) => {
  const { OPENFTZ_PLANTED: _, ...env } = process.env;
  const args = ["--import", "./trials/simulate/plant.ts", "--input-type=module", "--eval", PROGRAM];
  return spawnSync(process.execPath, args, {
    cwd: root,
    env: name === undefined ? env : { ...env, OPENFTZ_PLANTED: name },
    encoding: "utf8",
  });
};

describe("plant.ts", () => {
  it("puts the named fault into the module that is loaded", () => {
    const { stdout, stderr } = run("fen-appears");
    assert.equal(stdout.trim(), "4", stderr);
  });

  it("changes nothing without a name", () => {
    const { stdout, stderr } = run(undefined);
    assert.equal(stdout.trim(), "3", stderr);
  });

  it("ends the process when nobody knows the fault", () => {
    const { status, stdout, stderr } = run("no-such-fault");
    assert.equal(stdout, "");
    assert.notEqual(status, 0);
    assert.match(stderr, /There is no planted fault no-such-fault/);
  });
});

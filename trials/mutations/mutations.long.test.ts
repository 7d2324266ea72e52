import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tryMutations } from "./mutations.ts";

describe("a thousand changes of each endpoint's valid request", () => {
  it("meet no fault of the server and no silence, and every refusal has a reason", async (test) => {
    const result = await tryMutations({ seed: "long", times: 1_000, onTheWire: 2 });
    const { findings, statuses, endpoints, tried } = result;
    test.diagnostic(`${tried} changed requests to ${endpoints} endpoints: ${JSON.stringify(statuses)}`);
    assert.deepEqual(findings, []);
  });
});

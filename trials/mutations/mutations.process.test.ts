import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultOf, tryMutations } from "./mutations.ts";

describe("ten changes of each endpoint's valid request, in short", () => {
  it("meet no fault of the server and no silence, and every refusal has a reason", async (test) => {
    const { findings, unfit, statuses, endpoints, tried } = await tryMutations({
      seed: "quick",
      times: 10,
      onTheWire: 5,
    });
    test.diagnostic(`${tried} changed requests to ${endpoints} endpoints: ${JSON.stringify(statuses)}`);
    assert.deepEqual(findings, []);
    assert.deepEqual(unfit, [], "valid requests are taken as such");
    assert.ok(endpoints > 50 && tried > endpoints * 5);
  });
});

describe("what is wrong with an answer", () => {
  const problem = { type: "https://x/y", title: "A title", detail: "A reason", next: "A step", status: 422 };
  const told = (changes: object) => JSON.stringify({ ...problem, ...changes });
  const JSON_TYPE = "application/problem+json";
  const ANSWERS: readonly (readonly [
    what: string,
    status: number,
    type: string,
    body: string,
    wrong: boolean,
  ])[] = [
    ["an answer", 200, "application/json", "{}", false],
    ["a refusal with a reason", 422, JSON_TYPE, told({}), false],
    ["a refusal without a next step", 422, JSON_TYPE, told({ next: "" }), true],
    ["a refusal without a reason", 422, JSON_TYPE, told({ detail: undefined }), true],
    ["a refusal that says another status", 404, JSON_TYPE, told({}), true],
    ["a refusal in plain text", 404, "text/plain", "Not Found", true],
    ["half a problem", 404, JSON_TYPE, "{", true],
    ["a fault of the server", 500, JSON_TYPE, told({ status: 500 }), true],
    ["a store that is away, when it is not", 503, JSON_TYPE, told({ status: 503 }), true],
  ];
  for (const [what, status, type, body, wrong] of ANSWERS)
    it(`${what}: ${wrong ? "something" : "nothing"}`, () =>
      assert.equal(faultOf({ status, type, body }) !== undefined, wrong));
});

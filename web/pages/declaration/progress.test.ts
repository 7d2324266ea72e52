import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { progressOf } from "./progress.ts";

type Asked = Parameters<typeof progressOf>[0];

const at = "2026-11-24T01:00:00.000Z";
const told = (...types: readonly string[]) =>
  types.map((type, position) => ({ position, at, type: `declaration.${type}`, actor: "somebody", note: "" }));

const declaration = (change: object): Asked =>
  ({
    state: "held",
    holds: [{ kind: "tax", about: [] }],
    tax: { state: "due" },
    story: told("filed"),
    examination: { guaranteed: false, holds: [{ kind: "tax", about: [] }] },
    ...change,
  }) as unknown as Asked;

const steps = (it: Asked): string =>
  progressOf(it)
    .map(({ name, state }) => `${name} ${state}`)
    .join(", ");

describe("the way of a declaration", () => {
  it("held for tax: examined, to pay", () =>
    assert.equal(
      steps(declaration({})),
      "filed done, assessed done, paid now, released later, closed later",
    ));

  it("held for an inspection: being examined", () =>
    assert.equal(
      steps(declaration({ holds: [{ kind: "inspection", about: [] }] })),
      "filed done, assessed now, paid later, released later, closed later",
    ));

  it("released against a guarantee: the tax comes after", () =>
    assert.equal(
      steps(
        declaration({
          state: "released",
          holds: [],
          tax: { state: "guaranteed" },
          examination: { guaranteed: true, holds: [] },
        }),
      ),
      "filed done, assessed done, released done, paid now, closed later",
    ));

  it("without tax there is nothing to pay", () =>
    assert.equal(
      steps(declaration({ state: "closed", holds: [], tax: { state: "none" } })),
      "filed done, assessed done, released done, closed done",
    ));

  it("withdrawn ends there", () =>
    assert.equal(
      steps(declaration({ state: "withdrawn", story: told("filed", "withdrawn") })),
      "filed done, withdrawn done",
    ));
});

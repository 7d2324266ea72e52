import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import path from "node:path";
import { describe, it } from "node:test";
import { root } from "../files.ts";
import { type PlantedFault, plantInto } from "./planted/planted-fault.ts";
import { findFault, plantedFaults } from "./planted-faults.ts";

const planted = (fault: PlantedFault): string =>
  plantInto(readFileSync(path.join(root, fault.file), "utf8"), fault);

describe("the planted faults", () => {
  it("are at least twenty, and no two share a name or a change", () => {
    assert.ok(plantedFaults.length >= 20, `only ${plantedFaults.length}`);
    for (const what of ["name", "promise"] as const)
      assert.equal(new Set(plantedFaults.map((fault) => fault[what])).size, plantedFaults.length, what);
    const changes = new Set(
      plantedFaults.map(({ file, was, becomes }) => JSON.stringify([file, was, becomes])),
    );
    assert.equal(changes.size, plantedFaults.length);
  });

  for (const fault of plantedFaults)
    it(`${fault.name}: its text stands once in ${fault.file}, which can be read with it`, () => {
      assert.match(fault.name, /^[a-z]+(-[a-z]+)+$/);
      assert.match(fault.promise, /^[A-Z].*\.$/);
      assert.notEqual(fault.was, fault.becomes);
      stripTypeScriptTypes(planted(fault));
    });
});

describe("planting", () => {
  const fault = { name: "two-for-one", promise: "One is one.", file: "a.ts", was: "one", becomes: "two" };

  it("changes the one place and nothing else", () => {
    assert.equal(plantInto("const one = 1;", fault), "const two = 1;");
  });

  it("takes the new text as it stands", () => {
    assert.equal(plantInto("a one b", { ...fault, becomes: "$& $1" }), "a $& $1 b");
  });

  it("fails when the text is gone or stands there twice", () => {
    assert.throws(() => plantInto("const two = 1;", fault), /two-for-one is stale: .* 0 times in a\.ts/);
    assert.throws(() => plantInto("one + one", fault), /2 times/);
  });

  it("fails for a name that nobody gave", () => {
    assert.throws(() => findFault("no-such-fault"), /no planted fault no-such-fault/);
  });
});

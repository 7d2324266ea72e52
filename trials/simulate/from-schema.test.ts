import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { registry } from "../../server/installation.ts";
import { Random } from "../random.ts";
import { Seen, spoiled, valueFor } from "./from-schema.ts";

const ROUNDS = 60;
const makings = (seed: string) => ({ random: new Random(seed), seen: new Seen(), today: "2026-03-02" });

describe("a request made from its schema", () => {
  for (const { name, request } of [...registry.commands.values(), ...registry.queries.values()])
    it(`fits, and rarely fits once it is spoiled: ${name}`, () => {
      const made = makings(name);
      const wrong: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const value = valueFor(request, made) as object;
        const fault = registry.check(name, value);
        if (fault) wrong.push(JSON.stringify({ value, faults: fault.faults }));
      }
      assert.deepEqual(wrong.slice(0, 3), []);
      const spoils = Array.from({ length: ROUNDS }, () =>
        spoiled(valueFor(request, made) as object, made.random),
      );
      assert.ok(spoils.some((value) => registry.check(name, value) !== undefined));
    });

  it("names what was seen before, the newest first", () => {
    const { random, seen, today } = makings("seen");
    seen.add({ goods: [{ commodity: "2204210000" }], declaration: "220120261000000001" });
    const { request } = registry.commands.get("declaration.release")!;
    const made = Array.from(
      { length: ROUNDS },
      () => valueFor(request, { random, seen, today }) as { declaration: string },
    );
    const known = made.filter(({ declaration }) => declaration === "220120261000000001");
    assert.ok(known.length > ROUNDS / 2, `${known.length}`);
  });
});

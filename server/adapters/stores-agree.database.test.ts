import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import type { Cell, Row, RowOperation, Store, Term, ViewQuery, ViewShape } from "../store.ts";
import { memoryStore } from "./memory/memory-store.ts";
import { postgresStore } from "./postgres/postgres-store.ts";
import { sharedCluster } from "./postgres/shared-cluster.ts";
import { findBinaries } from "./postgres/temporary-cluster.ts";

const binaries = await findBinaries();
const skip = "missing" in binaries && binaries.missing;

const shape: ViewShape = {
  name: "things",
  version: 1,
  columns: {
    a: "text",
    b: "integer",
    text: "text",
    count: "integer",
    sum: "integer",
    flag: "boolean",
    rest: "json",
  },
  key: ["a", "b"],
  indexes: [["text"], ["count", "a"]],
};

const a = fc.constantFrom("x", "y", "一");
const b = fc.integer({ min: 0, max: 2 });
const text = fc.constantFrom(null, "", "x", "xy", "%", "_", "\\", "一二", "\u{20000}", "\uffee");
const count = fc.option(fc.integer({ min: -3, max: 3 }));
const flag = fc.option(fc.boolean());
const key = fc.record({ a, b });
const cells = fc.record(
  { text, count, flag, rest: fc.option(fc.constantFrom({ z: 1, a: [null, "一"] }, [], [1])) },
  { requiredKeys: [] },
);
const where: fc.Arbitrary<Row> = fc.oneof(
  { weight: 4, arbitrary: key },
  fc.record({ a }),
  fc.record({ text, flag }),
);
const numbers = fc.record(
  { count: fc.integer({ min: -3, max: 3 }), sum: fc.nat({ max: 5 }) },
  { requiredKeys: [] },
);

const operation: fc.Arbitrary<RowOperation> = fc.oneof(
  fc.tuple(key, cells).map(([one, rest]) => ({ put: { ...one, ...rest } })),
  fc.record({ set: cells, where }),
  fc.record({ add: numbers, where: key }),
  where.map((remove) => ({ remove })),
);

const comparison = fc.constantFrom(
  "=" as const,
  "!=" as const,
  "<" as const,
  "<=" as const,
  ">" as const,
  ">=" as const,
);
const { term } = fc.letrec<{ term: Term }>((tie) => ({
  term: fc.oneof(
    { maxDepth: 3 },
    fc.record({ field: fc.constant("text"), is: comparison, value: text }),
    fc.record({ field: fc.constantFrom("count", "b", "sum"), is: comparison, value: count }),
    fc.record({ field: fc.constant("flag"), is: fc.constantFrom("=" as const, "!=" as const), value: flag }),
    fc.record({
      field: fc.constant("text"),
      is: fc.constant("in" as const),
      value: fc.array(text, { maxLength: 3 }),
    }),
    fc.record({
      field: fc.constant("text"),
      is: fc.constantFrom("prefix" as const, "contains" as const),
      value: text.map(String),
    }),
    fc.record({ any: fc.array(tie("term"), { maxLength: 3 }) }),
    fc.record({ all: fc.array(tie("term"), { maxLength: 3 }) }),
  ),
}));

const order: fc.Arbitrary<ViewQuery["order"]> = fc
  .tuple(fc.subarray(["text", "count", "flag"]), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([fields, downs]) =>
    [...fields, "a", "b"].map((field, index) => ({ field, descending: downs[index]! })),
  );

describe("memory and PostgreSQL", { skip }, () => {
  let stores: readonly [Store, Store];
  before(async () => {
    const cluster = await sharedCluster();
    stores = [memoryStore(), await postgresStore({ connection: await cluster.createDatabase() })];
    for (const { views } of stores) await views.prepare([shape]);
  });
  after(async () => {
    await Promise.all(stores.map((store) => store.close()));
  });

  /** The same rows and the same page of them, asked of both. */
  async function assertAgree(query: ViewQuery): Promise<readonly Row[]> {
    const [inMemory, inPostgres] = await Promise.all(stores.map(({ views }) => views.query(query)));
    assert.deepEqual(inPostgres, inMemory);
    return inMemory!;
  }

  it("agree on what any operations leave and what any query finds", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(operation, { maxLength: 12 }), { maxLength: 3 }),
        fc.array(fc.tuple(term, order), { minLength: 3, maxLength: 3 }),
        async (batches, queries) => {
          for (const { views } of stores) await views.reset(shape.name);
          for (const [from, operations] of batches.entries()) {
            for (const { views } of stores)
              await views.apply(from, from + 1, new Map([[shape.name, operations]]));
          }
          for (const [condition, by] of queries) {
            const query: ViewQuery = { view: shape.name, where: [condition], order: by, limit: 100 };
            const rows = await assertAgree(query);
            await assertAgree({ ...query, where: [], limit: 4 });
            const last = rows.at(rows.length >> 1);
            if (last === undefined) continue;
            const seen: readonly Cell[] = by.map(({ field }) => last[field]!);
            await assertAgree({ ...query, where: [], after: seen, limit: 4 });
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

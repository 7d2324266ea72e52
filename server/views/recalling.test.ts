import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { Row } from "../store.ts";
import { recalling } from "./recalling.ts";
import { defineView } from "./view.ts";

const shape = {
  name: "sums",
  version: 1,
  columns: { key: "text", sum: "text" },
  key: ["key"],
  indexes: [],
} as const;

/** Entries say what is bound to which sum, and what is added to the sum of a name. */
const view = defineView({
  shape,
  recalls: true,
  on: {
    bound: ({ body }: Entry<never>) => {
      const { name, to } = body as { name: string; to: string };
      return [{ put: { key: name, sum: to } }];
    },
    added: ({ body }, recall) => {
      const { name, by } = body as { name: string; by: number };
      const to = recall(name)?.sum;
      if (to == null) return [];
      return [{ put: { key: String(to), sum: String(Number(recall(String(to))?.sum ?? 0) + by) } }];
    },
    freed: ({ body }: Entry<never>) => [{ remove: { key: (body as { name: string }).name } }],
  },
});

const bound = (name: string, to: string) => ({ type: "bound", body: { name, to } });
const added = (name: string, by: number) => ({ type: "added", body: { name, by } });
const freed = (name: string) => ({ type: "freed", body: { name } });

/** Projects entries on rows, in slices of so many; how often rows were read, and what is there in the end. */
const run = (entries: readonly object[], slice: number) => {
  const rows = new Map<string, Row>();
  let reads = 0;
  for (let from = 0; from < entries.length; from += slice) {
    const steps = recalling(view, entries.slice(from, from + slice) as unknown as Entry[]);
    let step = steps.next();
    while (!step.done) {
      reads += 1;
      step = steps.next(step.value.flatMap((key) => (rows.has(key) ? [rows.get(key)!] : [])));
    }
    for (const operation of step.value)
      if ("put" in operation) rows.set(String(operation.put.key), operation.put);
      else if ("remove" in operation) rows.delete(String(operation.remove.key));
  }
  return { reads, rows: Object.fromEntries([...rows].map(([key, { sum }]) => [key, sum])) };
};

describe("projections that recall rows", () => {
  it("see what the entries before them left, however these are cut into slices", () => {
    const entries = [
      ...[bound("a", "x"), added("a", 1), added("b", 5), bound("b", "x"), added("b", 2)],
      ...[bound("a", "y"), added("a", 3), freed("b"), added("b", 7), added("a", 4)],
    ];
    for (const slice of [1, 2, 3, 5, 10])
      assert.deepEqual(run(entries, slice).rows, { a: "y", x: "3", y: "7" }, `slices of ${slice}`);
  });

  it("ask for what they lack together, not one by one", () => {
    const names = Array.from({ length: 50 }, (_, index) => `n${index}`);
    const entries = [...names.map((name) => bound(name, "x")), ...names.map((name) => added(name, 1))];
    const { reads, rows } = run(entries, 50);
    assert.equal(rows.x, "50");
    assert.ok(reads <= 2, `${reads} reads`);
  });

  it("put and remove single rows, and nothing else", () => {
    const odd = { ...view, on: { set: () => [{ set: { sum: "1" }, where: { sum: "2" } }] } };
    assert.throws(() => recalling(odd, [{ type: "set" } as Entry]).next(), /puts or removes single ones/);
    assert.throws(
      () => defineView({ ...view, shape: { ...shape, key: ["key", "sum"] } }),
      /its key is one text/,
    );
  });
});

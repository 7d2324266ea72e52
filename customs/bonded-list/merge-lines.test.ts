import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatDecimal, fromScaled } from "@openftz/kernel/fraction.ts";
import fc from "fast-check";
import { countOf } from "../account-book/stock.ts";
import { type LineToMerge, type Merged, type MergedItem, mergeLines } from "./merge-lines.ts";

/** A line in words: goods, origin, quantity, kilograms net and gross, and the amount; `alone` at its end. */
const lineOf = (text: string): LineToMerge => {
  const [description, origin, quantity, net, gross, amount, currency, alone] = text.trim().split(/\s+/);
  return {
    ...{ commodity: "8481804090", description: description!, origin: origin!, destination: "CN" },
    ...{ unit: "pcs", lawfulUnit: "pcs", secondUnit: "kg" },
    ...{ declared: quantity!, lawful: quantity!, second: net!, netMassKg: net!, grossMassKg: gross! },
    ...{ value: { amount: amount!, currency: currency! }, alone: alone === "alone" },
  };
};

const told = (it: MergedItem): string =>
  `${it.lines.join("+")}: ${it.description} ${it.origin} ${it.quantity} at ${it.unitPrice} = ${it.total} ${it.currency}, ${it.netMassKg}/${it.grossMassKg} kg`;

const merged = (lines: readonly LineToMerge[]): Merged => {
  const outcome = mergeLines(lines);
  assert.ok("items" in outcome, JSON.stringify(outcome));
  return outcome;
};

const TABLE: Record<string, readonly [list: string, items: readonly string[]]> = {
  "equal goods become one item, and its price is that of all": [
    `valve DE 10  25   26  100.00 USD
     pump  DE 1   5    5   80.00  USD
     valve DE 5.5 13.1 14  50.05  USD`,
    ["1+3: valve DE 15.5 at 9.6806 = 150.05 USD, 38.1/40 kg", "2: pump DE 1 at 80.0000 = 80.00 USD, 5/5 kg"],
  ],
  "another origin or currency is another item": [
    `valve DE 1 1 1 5.00 USD
     valve FR 1 1 1 5.00 USD
     valve DE 1 1 1 5.00 EUR`,
    [
      "1: valve DE 1 at 5.0000 = 5.00 USD, 1/1 kg",
      "2: valve FR 1 at 5.0000 = 5.00 USD, 1/1 kg",
      "3: valve DE 1 at 5.0000 = 5.00 EUR, 1/1 kg",
    ],
  ],
  "a line that is marked stays alone": [
    `valve DE 1 1 1 5.00 USD
     valve DE 2 2 2 9.00 USD alone
     valve DE 3 3 3 16.00 USD
     valve DE 4 4 4 20.00 USD alone`,
    [
      "1+3: valve DE 4 at 5.2500 = 21.00 USD, 4/4 kg",
      "2: valve DE 2 at 4.5000 = 9.00 USD, 2/2 kg",
      "4: valve DE 4 at 5.0000 = 20.00 USD, 4/4 kg",
    ],
  ],
  "quantities keep five decimals, a total is rounded once": [
    `salt CN 0.00001 0.1 0.1 0.004 CNY
     salt CN 0.99999 0.2 0.2 0.004 CNY`,
    ["1+2: salt CN 1 at 0.0100 = 0.01 CNY, 0.3/0.3 kg"],
  ],
  "a price half way between two goes to the even one": [
    `low  CN 200 1 1 0.01 CNY
     high CN 200 1 1 0.03 CNY`,
    ["1: low CN 200 at 0.0000 = 0.01 CNY, 1/1 kg", "2: high CN 200 at 0.0002 = 0.03 CNY, 1/1 kg"],
  ],
};

describe("the lines of a list as items of a declaration", () => {
  for (const [promise, [list, items]] of Object.entries(TABLE))
    it(promise, () => {
      assert.deepEqual(merged(list.split("\n").map(lineOf)).items.map(told), items);
    });

  it("what differs in any unit, in its destination or commodity is not added", () => {
    const line = lineOf("valve DE 1 1 1 5.00 USD");
    const others = [
      { unit: "kg" },
      { lawfulUnit: "kg" },
      { secondUnit: "L" },
      { destination: "HK" },
      { commodity: "8481804010" },
    ];
    assert.equal(merged([line, ...others.map((change) => ({ ...line, ...change }))]).items.length, 6);
  });

  it("goods without a second legal unit have none afterwards", () => {
    const { second: _, secondUnit: __, ...line } = lineOf("valve DE 1 1 1 5.00 USD");
    const [item] = merged([line, line]).items;
    assert.equal("second" in item! || "secondUnit" in item!, false);
    assert.equal(item!.lawful, "2");
  });

  it("50 kinds of goods are a declaration; 51 are refused, with what to do", () => {
    const kinds = (count: number) =>
      Array.from({ length: 120 }, (_, index) => lineOf(`valve-${index % count} DE 1 1 1 5.00 USD`));
    assert.equal(merged(kinds(50)).items.length, 50);
    const outcome = mergeLines(kinds(101));
    assert.ok("problem" in outcome);
    const { detail, next } = outcome.problem;
    assert.equal(detail, "The 120 lines of the list make 101 items, and a declaration has at most 50.");
    assert.match(next, /in 3 lists or more, each with at most 50 kinds of goods/);
    assert.ok("problem" in mergeLines(kinds(51)));
  });
});

const decimal = (most: bigint, digits: number) =>
  fc.bigInt(1n, most).map((steps) => formatDecimal(fromScaled(steps, digits)));

const anyLine: fc.Arbitrary<LineToMerge> = fc
  .record({
    commodity: fc.constantFrom("8481804090", "2204210000"),
    description: fc.constantFrom("a", "b", 'a","b'),
    origin: fc.constantFrom("DE", "CN"),
    unit: fc.constantFrom("pcs", "kg"),
    currency: fc.constantFrom("USD", "CNY"),
    quantity: decimal(10n ** 12n, 5),
    mass: decimal(10n ** 10n, 5),
    amount: decimal(10n ** 9n, 2),
    alone: fc.integer({ min: 0, max: 9 }).map((turn) => turn === 0),
  })
  .map(({ quantity, mass, amount, currency, ...goods }) => ({
    ...goods,
    ...{ lawfulUnit: "pcs", declared: quantity, lawful: quantity, netMassKg: mass, grossMassKg: mass },
    value: { amount, currency },
  }));

/** At most 49 lines, so that there are never too many items. */
const anyList = fc.array(anyLine, { minLength: 1, maxLength: 49 });

const sumOf = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + countOf(text), 0n);

/** Each item as the lines that are in it, by what they say, whatever their order. */
const groupsOf = (lines: readonly LineToMerge[]): readonly string[] =>
  merged(lines)
    .items.map(({ lines: numbers }) =>
      numbers
        .map((number) => JSON.stringify(lines[number - 1]))
        .sort()
        .join(),
    )
    .sort();

describe("whatever the list", () => {
  it("its lines in another order make the same groups", () => {
    const lists = anyList.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(lists, ([lines, shuffled]) => assert.deepEqual(groupsOf(shuffled), groupsOf(lines))),
    );
  });

  it("every line is in exactly one item, and items are numbered from 1 without a gap", () => {
    fc.assert(
      fc.property(anyList, (lines) => {
        const { items, itemOf } = merged(lines);
        assert.deepEqual(
          items.map(({ item }) => item),
          items.map((_, index) => index + 1),
        );
        const places = items.flatMap(({ item, lines: numbers }) => numbers.map((number) => [number, item]));
        assert.deepEqual(
          places.toSorted(([a], [b]) => a! - b!),
          itemOf.map((item, index) => [index + 1, item]),
        );
      }),
    );
  });

  it("sums are what they were", () => {
    fc.assert(
      fc.property(anyList, (lines) => {
        const { items } = merged(lines);
        for (const field of ["lawful", "netMassKg", "grossMassKg"] as const)
          assert.equal(sumOf(items.map((it) => it[field])), sumOf(lines.map((line) => line[field])), field);
        assert.equal(
          sumOf(items.map(({ quantity }) => quantity)),
          sumOf(lines.map(({ declared }) => declared)),
        );
        assert.equal(sumOf(items.map(({ total }) => total)), sumOf(lines.map(({ value }) => value.amount)));
      }),
    );
  });

  it("price times quantity is the total, within half of the price's last digit for each unit", () => {
    const HUNDRED_THOUSANDTHS = 100_000n;
    fc.assert(
      fc.property(anyList, (lines) => {
        for (const { unitPrice, quantity, total } of merged(lines).items) {
          const [price, count, amount] = [unitPrice, quantity, total].map(countOf) as [
            bigint,
            bigint,
            bigint,
          ];
          const off = price * count - amount * HUNDRED_THOUSANDTHS;
          assert.ok((off < 0n ? -off : off) <= 5n * count, `${unitPrice} * ${quantity} = ${total}`);
        }
      }),
    );
  });
});

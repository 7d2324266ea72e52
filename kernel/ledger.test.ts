import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Balances, balanceOf, type Posting, post, reverseOf, sumOf } from "./ledger.ts";

const fromOutside = (account: string): boolean => account === "world";

/**
 * Each line is a batch: moves joined by "and", then what comes of it. `balance` lines say what an account holds.
 */
const stories: Record<string, string> = {
  "nobody takes out more than went in": `
    world -> zone:store 10 car                                              ok
    zone:store -> world 11 car                                              overdrawn by 1
    balance zone:store car                                                  10
    zone:store -> world 10 car                                              ok
    balance zone:store car                                                  0`,
  "what is refused changes nothing, not even the half that was possible": `
    world -> zone:store 5 car                                               ok
    zone:store -> zone:hall 5 car and zone:hall -> world 6 car              overdrawn by 1
    balance zone:store car                                                  5
    balance zone:hall car                                                   0`,
  "only the end of a batch counts, so goods may pass through in any order": `
    zone:hall -> zone:show 3 car and world -> zone:hall 3 car               ok
    balance zone:hall car                                                   0
    balance zone:show car                                                   3`,
  "one kind of goods is never taken for another": `
    world -> zone:store 4 car                                               ok
    zone:store -> world 1 engine                                            overdrawn by 1`,
  "the outside world may owe": `
    world -> zone:store 4 car                                               ok
    balance world car                                                       -4`,
};

type Book = { balances: Balances };

const movesOf = (text: string): Posting[] =>
  text.split(" and ").map((move) => {
    const [, from, to, amount, asset] = /^(\S+) -> (\S+) (\d+) (\S+)$/.exec(move)!;
    return { from: from!, to: to!, asset: asset!, amount: BigInt(amount!) };
  });

const play = (book: Book, line: string): string => {
  const balance = /^balance (\S+) (\S+)$/.exec(line);
  if (balance) return `${balanceOf(book.balances, balance[1]!, balance[2]!)}`;
  const result = post(book.balances, movesOf(line), fromOutside);
  if (result.kind === "overdrawn") return `overdrawn by ${result.short}`;
  book.balances = result.balances;
  return "ok";
};

describe("the ledger", () => {
  for (const [promise, story] of Object.entries(stories)) {
    it(promise, () => {
      const book: Book = { balances: {} };
      for (const line of story.trim().split("\n")) {
        const [, said, outcome] = /^(.*\S)\s{2,}(.+)$/.exec(line.trim())!;
        assert.equal(play(book, said!), outcome, said);
      }
    });
  }

  it("says which account is short of what", () => {
    const result = post({}, movesOf("zone:store -> world 2 car"), fromOutside);
    assert.deepEqual(result, { kind: "overdrawn", account: "zone:store", asset: "car", short: 2n });
  });

  it("takes a move that moves nothing, goes nowhere or has a bar in a name for a mistake of the program", () => {
    const move: Posting = { from: "world", to: "zone:store", asset: "car", amount: 1n };
    for (const wrong of [{ amount: 0n }, { amount: -1n }, { to: "world" }, { asset: "a|b" }, { to: "a|b" }])
      assert.throws(() => post({}, [{ ...move, ...wrong }], fromOutside), RangeError);
  });
});

const account = fc.constantFrom("world", "zone:store", "zone:hall", "zone:show");
const posting = fc
  .record({
    from: account,
    to: account,
    asset: fc.constantFrom("car", "engine"),
    amount: fc.bigInt({ min: 1n, max: 50n }),
  })
  .filter(({ from, to }) => from !== to);
const history = fc.array(fc.array(posting, { minLength: 1, maxLength: 4 }), { maxLength: 30 });

/** Posts what can be posted. */
const settle = (batches: readonly (readonly Posting[])[]): Balances =>
  batches.reduce<Balances>((balances, batch) => {
    const result = post(balances, batch, fromOutside);
    return result.kind === "posted" ? result.balances : balances;
  }, {});

describe("whatever is posted", () => {
  it("the sum over all accounts is zero, and nobody but the outside world is below zero", () => {
    fc.assert(
      fc.property(history, (batches) => {
        const balances = settle(batches);
        for (const asset of ["car", "engine"]) assert.equal(sumOf(balances, asset), 0n);
        for (const [key, amount] of Object.entries(balances))
          assert.ok(amount >= 0n || key.startsWith("world|"), key);
      }),
    );
  });

  it("the order within a batch does not matter", () => {
    fc.assert(
      fc.property(history, fc.array(posting, { minLength: 1 }), (batches, batch) => {
        const balances = settle(batches);
        const [there, back] = [
          post(balances, batch, fromOutside),
          post(balances, batch.toReversed(), fromOutside),
        ];
        assert.equal(there.kind, back.kind);
        if (there.kind === "posted") assert.deepEqual(there, back);
      }),
    );
  });

  it("its reverse restores every balance", () => {
    fc.assert(
      fc.property(history, fc.array(posting, { minLength: 1 }), (batches, batch) => {
        const before = settle(batches);
        const there = post(before, batch, fromOutside);
        if (there.kind === "overdrawn") return;
        const back = post(there.balances, batch.map(reverseOf), fromOutside);
        assert.ok(back.kind === "posted");
        for (const key of Object.keys(back.balances)) {
          const [name, asset] = key.split("|") as [string, string];
          assert.equal(balanceOf(back.balances, name, asset), balanceOf(before, name, asset), key);
        }
      }),
    );
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { tariffLineReader } from "@openftz/customs/duty/read-tariff-line.ts";
import { compileTariff } from "@openftz/customs/duty/tariff.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { goods, openWorld, WINE } from "../desk/test-bench.ts";
import { tryEdition } from "./try-edition.ts";

const wine = { code: "2204210000", mfn: "14", consumptionTax: "10", vat: "13", units: ["L"] };
const books = { code: "4901990000", mfn: "0", vat: "9" };

const tariffOf = (lines: readonly object[]) => {
  const read = tariffLineReader();
  const compiled = compileTariff(
    lines.map((line, at) => {
      const outcome = read(line, { file: "tried", line: at + 1 });
      return outcome.kind === "line" ? outcome.line : assert.fail(JSON.stringify(outcome.faults));
    }),
  );
  return compiled.kind === "tariff" ? compiled.tariff : assert.fail("overlaps");
};

/** A world with a declaration of wine, one of books, and one of wine worth dollars. */
const filedWorld = async () => {
  const bench = await openWorld();
  await bench.file("A-1");
  await bench.file("A-2", { goods: [goods("4901990000", "1000.00")] });
  await bench.file("A-3", { goods: [{ ...WINE, customsValue: { amount: "1000.00", currency: "USD" } }] });
  return bench;
};

describe("a tariff tried on recent declarations", () => {
  const rows: readonly [name: string, lines: readonly object[], from: string | undefined, told: string][] = [
    ["the same rates", [wine, books], undefined, "more 0 (0.00), less 0 (0.00), same 3, held 0, refused 0"],
    [
      "a higher duty on wine",
      [{ ...wine, mfn: "28" }, books],
      undefined,
      "more 2 (36386.00), less 0 (0.00), same 1, held 0, refused 0",
    ],
    [
      "a lower duty on wine",
      [{ ...wine, mfn: "0" }, books],
      undefined,
      "more 0 (0.00), less 2 (36386.00), same 1, held 0, refused 0",
    ],
    [
      "VAT of books not stated",
      [wine, { ...books, vat: null }],
      undefined,
      "more 0 (0.00), less 0 (0.00), same 2, held 1, refused 0",
    ],
    ["no line for books", [wine], undefined, "more 0 (0.00), less 0 (0.00), same 2, held 0, refused 1"],
    [
      "lines that begin later, asked for on that day",
      [{ ...wine, from: "2027-01-01" }, books],
      "2027-01-01",
      "more 0 (0.00), less 0 (0.00), same 3, held 0, refused 0",
    ],
  ];
  for (const [name, lines, from, expected] of rows)
    it(`${name}: ${expected}`, async () => {
      const bench = await filedWorld();
      const trial = { tariff: tariffOf(lines), from: from === undefined ? undefined : plainDateOf(from) };
      const { counts, owedMore, owedLess } = await tryEdition(bench.it.store, trial, 10);
      const { more, less, same, held, refused } = counts;
      assert.equal(
        `more ${more} (${owedMore}), less ${less} (${owedLess}), same ${same}, held ${held}, refused ${refused}`,
        expected,
      );
      await bench.close();
    });

  it("takes the newest, and writes nothing", async () => {
    const bench = await filedWorld();
    const before = await bench.it.store.journal.head();
    const trial = { tariff: tariffOf([{ ...wine, mfn: "28" }, books]), from: undefined };
    const { tried, declarations } = await tryEdition(bench.it.store, trial, 1);
    assert.deepEqual([tried, declarations.length], [1, 1]);
    assert.deepEqual(await bench.it.store.journal.head(), before);
    await bench.close();
  });
});

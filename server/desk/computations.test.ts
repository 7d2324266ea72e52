import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../adapters/memory/memory-store.ts";
import { Installation } from "../installation.ts";

/** What every computation answers with. */
type Answer = {
  readonly amount: string | null;
  readonly confirmed: boolean;
  readonly steps: readonly {
    readonly sentence: string;
    readonly citation: string;
    readonly confirmed: boolean;
  }[];
};

/** So many decimals, each by a name of its own. */
const manyByName = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}`, "1"]));

describe("computations that anybody may ask for, without an account", () => {
  let installation: Installation;
  before(async () => {
    const NOON = Date.UTC(2026, 2, 2, 4);
    installation = await Installation.open({ store: memoryStore(), clock: { now: () => NOON } });
    for (const [from, rate] of [
      ["2026-03-01", "7"],
      ["2026-04-01", "8"],
    ]) {
      const set = { currency: "USD", from, rate, source: "test" };
      assert.equal((await installation.submitValue("exchange.set", "installation", set)).kind, "accepted");
    }
  });
  after(() => installation.close());

  const ask = (query: string, request: object) => installation.ask({ query, actor: undefined, request });

  const FOB = { direction: "import", term: "3", price: { amount: "1000", currency: "USD" } };
  const FREIGHT = { mark: "3", amount: "100", currency: "USD" };
  type Row = readonly [
    what: string,
    query: string,
    request: object,
    amount: string | null,
    confirmed: boolean,
  ];
  const rows: readonly Row[] = [
    [
      "a value CIF",
      "valuation.compute",
      { direction: "import", term: "1", price: { amount: "1", currency: "CNY" } },
      "1.00",
      true,
    ],
    [
      "a value FOB at today's rate, insurance assumed",
      "valuation.compute",
      { ...FOB, freight: FREIGHT },
      "7723.10",
      false,
    ],
    [
      "at the rate of another month",
      "valuation.compute",
      { ...FOB, freight: FREIGHT, day: "2026-04-30" },
      "8826.40",
      false,
    ],
    [
      "at a rate that was given",
      "valuation.compute",
      { ...FOB, freight: FREIGHT, insurance: FREIGHT, exchangeRates: { USD: "1.000001" } },
      "1200.00",
      true,
    ],
    [
      "a retail purchase",
      "ecommerce.compute",
      { items: [{ price: "1000", vat: "13", consumptionTax: "15" }] },
      "230.59",
      true,
    ],
    [
      "a retail purchase in 2018, when 3,000 was too much",
      "ecommerce.compute",
      { items: [{ price: "3000", vat: "13" }], day: "2018-12-31" },
      null,
      true,
    ],
    [
      "the same a day later",
      "ecommerce.compute",
      { items: [{ price: "3000", vat: "13" }], day: "2019-01-01" },
      "273.00",
      false,
    ],
    [
      "a stay of three months",
      "temporary-admission.compute",
      { duty: "120000", from: "2026-01-15", until: "2026-04-15" },
      "6000.00",
      false,
    ],
    [
      "a stay for an exhibition",
      "temporary-admission.compute",
      { duty: "120000", purpose: "exhibition", from: "2026-01-15", until: "2026-04-15" },
      "0.00",
      false,
    ],
    [
      "exempt goods after 20 months",
      "exempt-goods.compute",
      { kind: "other", value: "900000", released: "2024-07-10", day: "2026-03-10" },
      "400000.00",
      false,
    ],
    [
      "exempt goods of 2016, supervised for five years",
      "exempt-goods.compute",
      { kind: "other", value: "600000", released: "2016-07-10", day: "2018-03-10" },
      "400000.00",
      false,
    ],
    [
      "tax paid ten days late",
      "late-payment.compute",
      { tax: "100000", due: "2026-03-16", paid: "2026-03-26" },
      "500.00",
      false,
    ],
    [
      "tax due on a Sunday, paid on the Monday",
      "late-payment.compute",
      { tax: "100000", due: "2026-03-15", paid: "2026-03-16" },
      "0.00",
      false,
    ],
    [
      "an import declared five days late",
      "late-declaration.compute",
      { customsValue: "1000000", entry: "2026-03-01", accepted: "2026-03-20" },
      "2500.00",
      false,
    ],
    [
      "interest of 2010",
      "deferred-interest.compute",
      { tax: "126000", from: "2010-01-01", billed: "2010-07-20" },
      "252.00",
      true,
    ],
    [
      "interest of today",
      "deferred-interest.compute",
      { tax: "126000", from: "2025-08-14", billed: "2026-03-02" },
      "245.00",
      false,
    ],
    [
      "no interest out of a zone",
      "deferred-interest.compute",
      { tax: "126000", from: "2025-08-14", billed: "2026-03-02", fromZone: true },
      "0.00",
      false,
    ],
  ];
  for (const [what, query, request, amount, confirmed] of rows)
    it(`${what}: ${amount ?? "general trade"}`, async () => {
      const found = await ask(query, request);
      assert.ok(found.kind === "answer", JSON.stringify(found));
      const answer = found.answer as Answer;
      assert.deepEqual([answer.amount, answer.confirmed], [amount, confirmed]);
      assert.ok(answer.steps.length > 0);
      for (const { sentence, citation } of answer.steps) assert.ok(sentence.endsWith(".") && citation !== "");
    });

  it("a value tells the rates it was counted at, and from which day each was set", async () => {
    const insurance = { mark: "3", amount: "1", currency: "EUR" };
    const request = {
      ...FOB,
      freight: FREIGHT,
      insurance,
      exchangeRates: { EUR: "8.10" },
      day: "2026-04-30",
    };
    const found = await ask("valuation.compute", request);
    assert.deepEqual(found.kind === "answer" && (found.answer as { exchangeRates: unknown }).exchangeRates, [
      { currency: "USD", rate: "8", from: "2026-04-01" },
      { currency: "EUR", rate: "8.1", from: null },
    ]);
  });

  it("duty by materials and by goods, side by side", async () => {
    const found = await ask("selective-duty.compute", {
      materials: { value: "60", dutyPercent: "10" },
      goods: { value: "100", dutyPercent: "0" },
      vatPercent: "13",
    });
    assert.ok(found.kind === "answer");
    const { lower, byMaterials, byGoods } = found.answer as {
      lower: string;
      byMaterials: { duty: string; vat: string; amount: string };
      byGoods: { duty: string; vat: string; amount: string };
    };
    assert.deepEqual([byMaterials.duty, byMaterials.vat, byMaterials.amount], ["6.00", "8.58", "14.58"]);
    assert.deepEqual([byGoods.duty, byGoods.vat, byGoods.amount], ["0.00", "13.00", "13.00"]);
    assert.equal(lower, "goods");
  });

  const refusals: readonly [what: string, query: string, request: object, pointers: readonly string[]][] = [
    [
      "everything that is wrong with a value",
      "valuation.compute",
      {
        ...FOB,
        price: { amount: "1", currency: "EUR" },
        insurance: { mark: "1", amount: "1", currency: "USD" },
        day: "3026-01-31",
      },
      ["/day", "/insurance/currency", "/freight", "/price/currency"],
    ],
    [
      "an amount without a currency",
      "valuation.compute",
      { ...FOB, freight: { mark: "3", amount: "1" } },
      ["/freight/currency"],
    ],
    [
      "a rate of nothing",
      "valuation.compute",
      { ...FOB, freight: FREIGHT, exchangeRates: { USD: "0", CNY: "1" } },
      ["/exchangeRates/USD", "/exchangeRates/CNY"],
    ],
    ["a term that says nothing", "valuation.compute", { ...FOB, term: "5" }, ["/term"]],
    [
      "rates that are none",
      "ecommerce.compute",
      { items: [{ price: "1", vat: "x", consumptionTax: "100" }] },
      ["/items/0/vat", "/items/0/consumptionTax"],
    ],
    [
      "one thing in two items",
      "ecommerce.compute",
      {
        items: [
          { price: "1", vat: "13" },
          { price: "1", vat: "13" },
        ],
        indivisible: true,
      },
      ["/indivisible"],
    ],
    [
      "a retail purchase before there were rules",
      "ecommerce.compute",
      { items: [{ price: "1", vat: "13" }], day: "2015-01-01" },
      ["/day"],
    ],
    [
      "a stay that ends before it begins",
      "temporary-admission.compute",
      { duty: "1", from: "2026-03-02", until: "2026-03-01" },
      ["/until"],
    ],
    [
      "a use before the release",
      "exempt-goods.compute",
      { kind: "other", value: "1", released: "2026-03-03" },
      ["/day"],
    ],
    [
      "days that do not exist",
      "late-payment.compute",
      { tax: "1", due: "2026-06-31", paid: "2026-13-01" },
      ["/due", "/paid"],
    ],
    [
      "a bill before the import",
      "deferred-interest.compute",
      { tax: "1", from: "2026-03-02", billed: "2026-03-01" },
      ["/billed"],
    ],
    [
      "a purchase with more quantities than goods have",
      "ecommerce.compute",
      { items: [{ price: "1", vat: "13", quantities: manyByName(21) }] },
      ["/items/0/quantities"],
    ],
    [
      "a question with more quantities than goods have",
      "duty.assess",
      { commodity: "22", quantities: manyByName(21) },
      ["/quantities"],
    ],
    [
      "more exchange rates than there are currencies",
      "duty.assess",
      { commodity: "22", exchangeRates: manyByName(201) },
      ["/exchangeRates"],
    ],
    [
      "a unit with an endless name",
      "duty.assess",
      { commodity: "22", quantities: { ["k".repeat(41)]: "1" } },
      [`/quantities/${"k".repeat(41)}`],
    ],
    ["a month that is none", "exchange.month", { currency: "USD", month: "2026-13" }, ["/month"]],
  ];
  for (const [what, query, request, pointers] of refusals)
    it(`refuses ${what}, naming ${pointers.join(", ")}`, async () => {
      const found = await ask(query, request);
      assert.ok(found.kind === "refused", JSON.stringify(found));
      assert.deepEqual(
        [found.problem.status, found.problem.faults.map(({ pointer }) => pointer)],
        [422, pointers],
      );
    });
});

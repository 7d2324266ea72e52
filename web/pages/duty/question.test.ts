import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type Question, questionIn, requestOfQuestion, searchOfQuestion } from "./question.ts";

const TODAY = "2026-11-24";
const asked = (search: string): Question => questionIn(search, TODAY);

describe("the address of the duty page", () => {
  it("holds the whole question, the day too, so that a link says the same tomorrow", () => {
    const search =
      "commodity=2204210000&origin=CL&value=200000&currency=USD&claim=CL&exporter=A+%26+B&proof=no" +
      "&quantity.L=1200&exchange.USD=7.03&date=2026-03-01";
    assert.equal(searchOfQuestion(asked(search)), search);
    assert.equal(searchOfQuestion(asked("commodity=2204")), `commodity=2204&date=${TODAY}`);
  });

  it("of a page on which nothing was asked yet is empty", () =>
    assert.equal(searchOfQuestion(asked("")), ""));

  it("with words that nobody knows is as good as without them", () => {
    const { direction, quota, proof } = asked("direction=sideways&quota=both&proof=&noise=1");
    assert.deepEqual([direction, quota, proof], ["import", "out", "yes"]);
  });

  it("brings back whatever was typed", () => {
    const text = fc.string({ maxLength: 12 });
    const texts = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 4 }),
      fc.string({ minLength: 1, maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        text,
        text,
        texts,
        texts,
        fc.constantFrom("in", "out"),
        (commodity, exporter, quantities, exchange, quota) => {
          const question = {
            ...asked("date=2026-01-01"),
            commodity,
            exporter,
            quantities,
            exchange,
            quota,
          } as Question;
          const again = questionIn(searchOfQuestion(question), "2026-01-01");
          assert.deepEqual(again, { ...question, quantities: { ...quantities }, exchange: { ...exchange } });
        },
      ),
    );
  });
});

describe("the request of a question", () => {
  const cases: readonly [what: string, search: string, request: object | null][] = [
    ["words ask nothing yet", "commodity=wine", null],
    ["one digit asks nothing yet", "commodity=2", null],
    ["a code alone", "commodity=2204", { commodity: "2204", direction: "import", date: TODAY }],
    [
      "everything",
      "commodity=2204&origin=CL&value=1&currency=USD&claim=CL&quota=in&proof=no&treatment=general&vat=9&quantity.L=2&exchange.USD=7",
      {
        commodity: "2204",
        direction: "import",
        date: TODAY,
        origin: "CL",
        claim: { agreement: "CL" },
        customsValue: { amount: "1", currency: "USD" },
        quantities: { L: "2" },
        quota: "in",
        originProof: false,
        treatment: "general",
        rates: { vat: "9" },
        exchangeRates: { USD: "7" },
      },
    ],
    [
      "an export has neither claim nor quota",
      "commodity=2204&direction=export&claim=CL&quota=in",
      { commodity: "2204", direction: "export", date: TODAY },
    ],
  ];
  for (const [what, search, request] of cases)
    it(what, () => assert.deepEqual(requestOfQuestion(asked(search)), request));
});

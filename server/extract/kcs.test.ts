import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { CsvFault } from "../adapters/tariff/csv.ts";
import { kcsRequest, kcsRows, officeOf, sixDigits } from "./kcs.ts";
import { SAMPLE_EXTRACT } from "./kcs-sample.ts";
import { wonRates } from "./won-rates.ts";

const rows = [...kcsRows(Buffer.from(SAMPLE_EXTRACT))];

describe("the Korean extract", () => {
  it("is read row by row, with the line of each", () => {
    assert.equal(rows.length, 7);
    assert.equal(rows[0]!.line, 2);
    assert.equal(sixDigits(rows[0]!), "220421");
  });

  it("becomes requests in the terms of a declaration, and says what was completed", () => {
    const made = kcsRequest(rows[0]!, "2204210000");
    assert.deepEqual(made, {
      kind: "request",
      request: {
        reference: "KCS-90000001",
        direction: "import",
        office: "9940",
        declarant: "KCSDDECLAR1",
        trader: "KCSIIMPORT1",
        procedure: "0110",
        transportMode: "2",
        grossMassKg: "901.2",
        guarantee: "KCS-DECLAR1",
        goods: [
          {
            commodity: "2204210000",
            description:
              "HS 220421 in the extract, completed to 2204210000, the tariff's first line under it",
            origin: "FR",
            customsValue: { amount: "5415092.72", currency: "KRW" },
            netMassKg: "901.2",
          },
        ],
        documents: [],
        day: "2021-02-03",
      },
    });
  });

  it("refuses a row with its reason: mass, amount, commodity", () => {
    const reasonOf = (index: number, commodity?: string) => {
      const made = kcsRequest(rows[index]!, commodity);
      return made.kind === "refused" ? made.reason : made.kind;
    };
    assert.equal(reasonOf(3), "unknown commodity");
    assert.equal(reasonOf(4, "2204210000"), "mass of 0 or less");
    assert.equal(reasonOf(5, "2204210000"), "amount of 0 or less");
  });

  it("leaves an unknown origin out", () => {
    const made = kcsRequest(rows[6]!, "8471301000");
    assert(made.kind === "request");
    assert(!("origin" in (made.request as { goods: object[] }).goods[0]!));
  });

  it("gives offices codes of four digits that differ", () => {
    const codes = ["40", "16", "102", "130"].map((id) => officeOf({ ...rows[0]!, "Office ID": id }));
    assert.deepEqual(codes, ["9940", "9916", "9102", "9130"]);
  });

  for (const [name, text, detail] of [
    ["a file of another form", "a,b\n1,2\n", /lacks Declaration ID/],
    ["a row with a field too few", SAMPLE_EXTRACT.replace(",0,0\n", ",0\n"), /21 fields where 22/],
  ] as const)
    it(`is refused whole: ${name}`, () =>
      assert.throws(
        () => [...kcsRows(Buffer.from(text))],
        (error) => error instanceof CsvFault && detail.test(error.message),
      ));
});

describe("the won", () => {
  it("has a dated rate with its source for each month of the extract", () => {
    const rates = wonRates();
    assert.equal(rates.length, 18);
    assert.equal(rates[0]!.from, "2020-01-01");
    assert.equal(rates.at(-1)!.from, "2021-06-01");
    // January 2021 uses the average of December 2020: 6.5393 / 1093.7876.
    const january = rates.find(({ from }) => from === "2021-01-01")!;
    assert.equal(january.rate, "0.005978583");
    assert.match(january.source, /H\.10, average of 2020-12/);
  });
});

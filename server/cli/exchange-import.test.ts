import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { memoryDisk } from "../adapters/memory/memory-store.ts";
import { main } from "./main.ts";
import { testIo } from "./test-io.ts";
import { onDisk } from "./test-journal.ts";

const folder = mkdtempSync(path.join(tmpdir(), "openftz-exchange-"));
after(() => rmSync(folder, { recursive: true }));

/** Runs the command on a file with this text; nothing listens at the address, so that only the file is looked at. */
const runOn = async (text: string | Uint8Array) => {
  const file = path.join(folder, "parity.csv");
  writeFileSync(file, text);
  const { io, out, err } = testIo("", { OPENFTZ_TOKEN: "x" });
  const code = await main(["exchange", "import", file, "--server", "http://127.0.0.1:1", "--json"], io);
  return { code, out: out(), err: err().replaceAll(file, "parity.csv") };
};

describe("exchange import", () => {
  const rows: readonly [what: string, text: string | Uint8Array, told: readonly RegExp[]][] = [
    ["an empty file", "", [/line 1: the first line must be day,currency,units,price or /]],
    ["another head", "date,code,rate\n2026-02-25,USD,7", [/line 1: the first line must be/]],
    ["a head alone", "day,currency,units,price\n", [/line 1: the file has no quotation/]],
    ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x41]), [/not UTF-8/]],
    [
      "every mistake by its line",
      "day,currency,units,price\n2026-02-30,USD,1,7\n2026-02-25,USD,1\n2026-02-25,EUR,3,-8\n2026-02-25,XXX,1,1\n2027-02-17,USD,1,7\n",
      [
        /line 2, field day: "2026-02-30" is not a day/,
        /line 3: it has 3 fields where the head has 4/,
        /line 4, field units: "3" is no power of ten/,
        /line 4, field price: "-8" is no decimal above 0/,
        /line 5, field currency: "XXX" is no currency/,
        /line 6, field day: The holidays of 2027 are not in the calendar/,
      ],
    ],
    [
      "a rate day that was left out",
      "day,currency,units,price\n2026-02-24,USD,1,7\n2026-02-26,USD,1,7\n",
      [/line 3, field day: USD is quoted before and after 2026-02-25, but not on it/],
    ],
    [
      "days that set no rate",
      "day,currency,units,price\n2026-02-18,USD,1,7\n",
      [/no quotation of a day that sets a month's rate/, /openftz exchange month/],
    ],
  ];
  for (const [what, text, told] of rows)
    it(`refuses ${what}`, async () => {
      const { code, err } = await runOn(text);
      assert.equal(code, 1);
      for (const pattern of told) assert.match(err, pattern);
    });

  it("sends what is right, rate days only, before anything else can go wrong", async () => {
    const { code, err } = await runOn(
      "day,currency,units,price,in\n2026-02-24,USD,1,7.1,\n2026-02-25,USD,1,6.9812,\n2026-02-25,KRW,100,0.0683,USD\n",
    );
    assert.equal(code, 3, "nobody listens there");
    assert.match(err, /2 quotations of rate days, 1 of other days left out/);
  });
});

describe("exchange.adopt", () => {
  const usd = { day: "2026-02-25", currency: "USD", units: "1", price: "6.9812" };
  const won = { day: "2026-02-25", currency: "KRW", units: "100", price: "0.0683", in: "USD" };
  const disk = memoryDisk();
  const adopt = (...quotations: readonly object[]) =>
    onDisk(disk, (installation) =>
      installation.submitValue("exchange.adopt", "installation", { quotations, source: "test" }),
    );

  it("sets all rates of the month in one act, each a rate from its first day", async () => {
    const reply = await adopt(usd, won);
    assert.equal(reply.kind, "accepted");
    const told = await onDisk(disk, (installation) =>
      installation.ask({
        query: "exchange.month",
        actor: undefined,
        request: { currency: "KRW", month: "2026-03" },
      }),
    );
    assert.deepEqual(told.kind === "answer" && told.answer, {
      currency: "KRW",
      month: "2026-03",
      rateDay: "2026-02-25",
      rule: "The third Wednesday of the month before, or the fourth when it is a holiday.",
      citation: "Decree 124, art. 16",
      rate: "0.004768",
      from: "2026-03-01",
      source: "Central parity of 2026-02-25: test",
      ofThisMonth: true,
    });
  });

  it("sets a rate that stands already no second time", async () => {
    const reply = await adopt(usd, won);
    assert.equal(reply.kind === "refused" && reply.problem.status, 409);
  });

  it("sets none when one is wrong, and tells where", async () => {
    const before = disk.entries.length;
    const reply = await adopt(
      { ...usd, price: "7" },
      { ...usd, day: "2026-02-24" },
      { ...won, price: "0.0" },
    );
    assert.ok(reply.kind === "refused");
    assert.deepEqual(
      reply.problem.faults.map(({ pointer }) => pointer),
      ["/quotations/2/price", "/quotations/1/day"],
    );
    assert.equal(disk.entries.length, before);
  });
});

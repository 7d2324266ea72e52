import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../accounts/test-store.ts";
import { Installation } from "../installation.ts";
import { EVERY } from "./command.ts";
import { CommandFault } from "./exit.ts";
import { readFlags } from "./flags.ts";
import { ITSELF, type Link, localLink } from "./link.ts";
import { questionIn, showTariffLine, tariffShowCommand } from "./tariff-show.ts";
import { testIo } from "./test-io.ts";

const LINES = [
  {
    code: "0207141100",
    mfn: "0.6 CNY/kg",
    general: "4.2 CNY/kg",
    agreements: { "R-KR": "10" },
    vat: "9",
    units: ["kg"],
  },
  {
    code: "2204210000",
    mfn: "14",
    general: "180",
    provisional: "12",
    vat: "13",
    consumptionTax: "10",
    description: "wine",
  },
  { code: "2204220000", mfn: "20", general: "180", vat: "13" },
];

describe("openftz tariff show", () => {
  let link: Link;
  before(async () => {
    const installation = await Installation.open({ store: memoryStore() });
    link = localLink(installation, ITSELF, "memory");
    const edition = await link.keepFile(
      Buffer.from(`${LINES.map((line) => JSON.stringify(line)).join("\n")}\n`),
    );
    await installation.submitValue("tariff.adopt", ITSELF, { edition, from: "2020-01-01", source: "test" });
  });
  after(() => link.close());

  const show = async (...argv: string[]): Promise<string> => {
    const given = readFlags({ ...tariffShowCommand.flags, ...EVERY }, argv);
    const { io, out } = testIo();
    assert.equal(await showTariffLine(link, questionIn(given), given, io), 0);
    return out();
  };

  it("tells every column, the one that applies and what the origin may claim", async () => {
    const told = await show("0207141100", "--origin", "KR", "--date", "2026-03-01");
    assert.match(told, /mfn +0\.6 CNY\/kg +all +applies/);
    assert.match(told, /agreement:R-KR +10 +KR +claim R-KR/);
    assert.match(told, /VAT 9/);
    assert.match(told, /2020-01-01 to open +MFN 0\.6 CNY\/kg/);
  });

  it("a code with one line under it is that line, with points too", async () => {
    assert.match(await show("02071411"), /^0207141100 /);
    assert.match(await show("0207.14"), /^0207141100 /);
  });

  it("a code with several lines lists them", async () => {
    const told = await show("2204");
    assert.match(told, /2204210000 .*14 .*wine/);
    assert.match(told, /2204220000/);
  });

  it("is one object with --json", async () => {
    const told = JSON.parse(await show("2204210000", "--json")) as {
      line: { code: string };
      columns: object[];
    };
    assert.equal(told.line.code, "2204210000");
    assert.equal(told.columns.length, 3);
    assert.deepEqual(Object.keys(JSON.parse(await show("2204", "--json"))), [
      "day",
      "edition",
      "line",
      "under",
    ]);
  });

  const wrong: readonly [what: string, argv: readonly string[], code: number, says: RegExp][] = [
    ["no code", [], 2, /Name one code/],
    ["words", ["wine"], 2, /no code/],
    ["a country that is none", ["2204", "--origin", "Chile"], 2, /--origin/],
    ["a day that is none", ["2204", "--date", "2026-02-30"], 2, /--date/],
    ["no such line", ["9999"], 1, /no line 9999/],
  ];
  for (const [what, argv, code, says] of wrong)
    it(`says what is wrong and what to do next: ${what}`, () =>
      assert.rejects(
        () => show(...argv),
        (fault) =>
          fault instanceof CommandFault &&
          fault.code === code &&
          says.test(fault.message) &&
          fault.next !== "",
      ));
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { memoryStore } from "../adapters/memory/memory-store.ts";
import type { RowResult } from "../extract/tally.ts";
import { Installation } from "../installation.ts";
import { carryOut } from "../sample/acts.ts";
import { adoptOwnTariff } from "../sample/own-tariff.ts";
import { PARTIES, partyActs } from "../sample/parties.ts";
import { enterPlaces } from "../sample/places.ts";
import { CommandFault } from "./exit.ts";
import { fileRequests, readRequests } from "./file-requests.ts";
import { readFlags } from "./flags.ts";
import { localLink } from "./link.ts";
import { testIo } from "./test-io.ts";

const wine = (reference: string, amount = "200000.00") => ({
  reference,
  direction: "import",
  office: "2218",
  declarant: PARTIES.wine,
  trader: PARTIES.wine,
  procedure: "0110",
  transportMode: "2",
  grossMassKg: "1500",
  goods: [
    {
      commodity: "2204210000",
      description: "red wine",
      origin: "FR",
      customsValue: { amount, currency: "CNY" },
      netMassKg: "1200",
      quantities: { L: "1200" },
    },
  ],
  documents: [],
});

const fileAll = async (text: string) => {
  const installation = await Installation.open({ store: memoryStore() });
  await adoptOwnTariff(installation);
  await enterPlaces(installation);
  await carryOut(installation, partyActs());
  const { io, out, err } = testIo();
  const given = readFlags({ json: { about: "" } }, ["--json"]);
  const results: RowResult[] = [];
  const report = { add: async (result: RowResult) => void results.push(result), close: async () => {} };
  const code = await fileRequests(localLink(installation, "installation", "memory"), Buffer.from(text), {
    given,
    io,
    report,
  });
  await installation.close();
  return { code, answer: JSON.parse(out()) as Record<string, unknown>, err: err(), results };
};

describe("openftz file", () => {
  it("answers one request with its own answer", async () => {
    const { code, answer } = await fileAll(JSON.stringify(wine("A"), null, 2));
    assert.equal(code, 0);
    assert.match(String(answer.declaration), /^[0-9]{18}$/);
    assert.equal((answer.taxes as { duty: string }).duty, "28000.00");
  });

  for (const [name, text] of [
    ["an array", JSON.stringify([wine("A"), wine("B", "0"), wine("C")])],
    ["JSON lines", [wine("A"), wine("B", "0"), wine("C")].map((each) => JSON.stringify(each)).join("\n\n")],
  ] as const)
    it(`answers ${name} with a summary, and ends with 1 when one was refused`, async () => {
      const { code, answer, err, results } = await fileAll(text);
      assert.equal(code, 1);
      assert.deepEqual([answer.filed, answer.refused, answer.duty], [2, 1, "56000.00"]);
      assert.match(err, /B is refused: .*customsValue\/amount/);
      assert.equal(results.length, 3);
    });

  it("answers one refused request with the problem and 1", async () => {
    const { code, answer } = await fileAll(JSON.stringify({ reference: "A" }));
    assert.equal(code, 1);
    assert.equal((answer.problem as { status: number }).status, 422);
  });

  for (const text of ["", "  \n ", "{", '{"a":1}\nnonsense', "[1]", '"text"'])
    it(`says that ${JSON.stringify(text)} holds no requests`, () =>
      assert.throws(
        () => readRequests(Buffer.from(text)),
        (error) => error instanceof CommandFault && error.code === 2,
      ));
});

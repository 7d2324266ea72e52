import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Bench, filing, GUARANTEE, goods, openWorld, TRADER, tariffFile } from "./test-bench.ts";
import { contentOf } from "./test-story.ts";

const LINES = [
  {
    code: "3907610000",
    mfn: "6.5",
    general: "45",
    vat: "13",
    units: ["kg"],
    remedies: [
      {
        code: "AD-PET",
        kind: "anti-dumping",
        origins: ["KR"],
        exporters: { "Maker A": "5" },
        rate: "20",
        from: "2025-01-01",
        to: "2029-12-31",
      },
    ],
  },
  { code: "1001990001", mfn: "65", general: "180", quota: "1", vat: "9", units: ["kg"] },
];

const withRemedies = async (): Promise<Bench> => {
  const bench = await openWorld();
  const edition = await bench.it.keepFile(tariffFile(LINES));
  // Five chapters of the small world's tariff are not in this one.
  const accepted = { "chapter-lost-lines": 5 };
  await bench.do("tariff.adopt", "installation", { edition, from: "2026-01-01", source: "test", accepted });
  return bench;
};

type Shown = {
  readonly holds: readonly { readonly kind: string }[];
  readonly examination: {
    readonly taxes: Record<string, string>;
    readonly items: readonly { readonly duty: { readonly basis: string } | null }[];
    readonly documents: { readonly asked: readonly string[] };
  };
};

describe("what declared goods owe beside the duty", () => {
  const table: [says: string, item: object, duty: string, additional: string, vat: string, basis: string][] =
    [
      ["goods of another origin meet no remedy", { origin: "JP" }, "6500.00", "", "13845.00", "mfn"],
      ["a remedy meets goods by their origin", { origin: "KR" }, "6500.00", "20000.00", "16445.00", "mfn"],
      [
        "an exporter named has a rate of its own",
        { origin: "KR", exporter: " Maker A " },
        "6500.00",
        "5000.00",
        "14495.00",
        "mfn",
      ],
      [
        "another exporter has the rate of all others",
        { origin: "KR", exporter: "Maker B" },
        "6500.00",
        "20000.00",
        "16445.00",
        "mfn",
      ],
      [
        "goods whose origin is not proved owe the general duty where that is more",
        { origin: "JP", originProof: false },
        "45000.00",
        "",
        "18850.00",
        "general",
      ],
    ];
  for (const [says, item, duty, additional, vat, basis] of table) {
    it(says, async () => {
      const bench = await withRemedies();
      const declared = [goods("3907610000", "100000.00", { quantities: { kg: "1" }, ...item })];
      const number = await bench.file("R-1", { goods: declared });
      const { examination } = (await bench.show(number)) as unknown as Shown;
      const { taxes, items } = examination;
      assert.deepEqual(
        [taxes.duty, taxes.additionalDuty ?? "", taxes.vat, items[0]!.duty?.basis],
        [duty, additional, vat, basis],
      );
      const sum = ["duty", "additionalDuty", "consumptionTax", "vat", "lateDeclarationFee"]
        .map((tax) => BigInt((taxes[tax] ?? "0.00").replace(".", "")))
        .reduce((total, fen) => total + fen, 0n);
      assert.equal(taxes.total!.replace(".", ""), String(sum));
      await bench.close();
    });
  }

  it("goods whose duty is suspended owe no remedy either", async () => {
    const bench = await withRemedies();
    const declared = [goods("3907610000", "100000.00", { quantities: { kg: "1" }, origin: "KR" })];
    const number = await bench.file("S-1", { goods: declared, procedure: "2700" });
    const { taxes } = ((await bench.show(number)) as unknown as Shown).examination;
    assert.deepEqual([taxes.additionalDuty ?? "", taxes.total], ["", "0.00"]);
    await bench.close();
  });

  it("an amendment that names an exporter and a guarantee reserves what is owed then, remedies included", async () => {
    const bench = await withRemedies();
    const content = (exporter: object) => ({
      goods: [goods("3907610000", "100000.00", { quantities: { kg: "1" }, origin: "KR", ...exporter })],
    });
    const declaration = await bench.file("A-1", content({}));
    const owed = async () => {
      const { tax } = await bench.show(declaration);
      const letter = (await bench.rows("guarantee.list", "officer-1")).find(
        (row) => row.guarantee === GUARANTEE,
      );
      return [tax.total, tax.reserved, String(letter!.reservedFen)];
    };
    assert.deepEqual(await owed(), ["42945.00", "0", "0"]);
    await bench.do("declaration.request-amendment", "trader-1", {
      declaration,
      content: contentOf(filing("A-1", { ...content({ exporter: "Maker A" }), guarantee: GUARANTEE })),
      reason: "the maker",
    });
    await bench.do("declaration.decide-amendment", "officer-1", {
      declaration,
      accept: true,
      reason: "as shown",
    });
    assert.deepEqual(await owed(), ["25995.00", "2599500", "2599500"]);
    await bench.close();
  });

  it("a preview tells the remedies that filing then tells", async () => {
    const bench = await withRemedies();
    const declared = [
      goods("3907610000", "100000.00", { quantities: { kg: "1" }, origin: "KR", exporter: "Maker A" }),
      goods("3907610000", "100000.00", { quantities: { kg: "1" }, originProof: false }),
      goods("1001990001", "100000.00", { origin: "US", quota: "in" }),
    ];
    const request = filing("P-1", { goods: declared, trader: TRADER });
    const found = await bench.it.ask({ query: "declaration.preview", actor: "trader-1", request });
    if (found.kind !== "answer") assert.fail(JSON.stringify(found));
    const { taxes, items, documents } = found.answer as Shown["examination"];
    const { examination } = (await bench.show(
      await bench.file("P-1", { goods: declared }),
    )) as unknown as Shown;
    assert.ok(taxes.additionalDuty);
    assert.deepEqual(
      { taxes, items, documents },
      { taxes: examination.taxes, items: examination.items, documents: examination.documents },
    );
    await bench.close();
  });

  it("goods within a quota owe its rate and wait for the certificate", async () => {
    const bench = await withRemedies();
    const wheat = goods("1001990001", "100000.00", { origin: "US", quota: "in" });
    const number = await bench.file("Q-1", { goods: [wheat] });
    const shown = (await bench.show(number)) as unknown as Shown;
    const { examination } = shown;
    assert.deepEqual([examination.items[0]!.duty?.basis, examination.taxes.duty], ["quota", "1000.00"]);
    assert.deepEqual(examination.documents.asked, ["t"]);
    assert.ok(shown.holds.some(({ kind }) => kind === "documents"));
    const given = await bench.file("Q-2", { goods: [wheat], documents: [{ kind: "t", number: "TRQ-1" }] });
    assert.ok(!(await bench.show(given)).holds.some(({ kind }) => kind === "documents"));
    await bench.close();
  });

  it("a quota that the line does not have is a mistake at its field", async () => {
    const bench = await withRemedies();
    const declared = filing("Q-3", { goods: [goods("3907610000", "1.00", { quota: "in" })], trader: TRADER });
    const reply = await bench.run("declaration.file", "trader-1", declared);
    assert.equal(reply.kind, "refused");
    const pointers = reply.kind === "refused" ? reply.problem.faults?.map(({ pointer }) => pointer) : [];
    assert.deepEqual(pointers, ["/goods/0/quota"]);
    await bench.close();
  });
});

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { main } from "./main.ts";
import { testIo } from "./test-io.ts";

let folder = "";
const at = (name: string): string => join(folder, name);
const lines = (...each: readonly object[]): string =>
  each.map((line) => `${JSON.stringify(line)}\n`).join("");
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "openftz-tariff-"));
  await writeFile(at("source"), lines({ code: "0102", vat: "13" }, { code: "0101", mfn: "10", vat: "13" }));
  await writeFile(at("moved"), lines({ code: "0101", mfn: "101", vat: "13" }));
  const broken = Array.from({ length: 150 }, (_, index) => ({ code: `${1000 + index}`, mfn: "10 pct" }));
  await writeFile(at("broken"), lines(...broken));
  await writeFile(at("twice"), lines({ code: "01" }, { code: "01" }));
  await writeFile(at("sheet.csv"), "hs,duty\n0101,0.1\n");
  const mapping = { columns: { hs: "code", duty: "mfn" }, constants: { vat: "13", consumptionTax: null } };
  await writeFile(at("mapping.json"), JSON.stringify({ ...mapping, numbers: "fraction" }));
  await writeFile(at("bad-mapping.json"), JSON.stringify(mapping));
  await writeFile(at("hs2022.csv"), "code,digits\n01,2\n0101,4\n010121,6\n");
});
after(() => rm(folder, { recursive: true }));

const run = async (...argv: string[]) => {
  const { io, out, err } = testIo();
  const code = await main(["tariff", ...argv], io);
  return { code, out: out(), err: err() };
};

describe("openftz tariff import --to", () => {
  it("writes the lines in the order of their codes and tells the counts; an old file is replaced", async () => {
    await writeFile(at("out.jsonl"), "old");
    const ran = await run("import", at("source"), "--to", at("out.jsonl"), "--from", "2020-01-01", "--json");
    assert.deepEqual([ran.code, ran.err, JSON.parse(ran.out).counts.lines], [0, "", 2]);
    assert.match(await readFile(at("out.jsonl"), "utf8"), /^\{"code":"0101","from":"2020-01-01","mfn":"10"/);
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.endsWith(".part")),
      [],
    );
  });

  it("takes a spreadsheet with its mapping", async () => {
    const ran = await run(
      "import",
      at("sheet.csv"),
      "--mapping",
      at("mapping.json"),
      "--to",
      at("sheet.jsonl"),
    );
    assert.equal(ran.code, 0);
    assert.equal(
      await readFile(at("sheet.jsonl"), "utf8"),
      '{"code":"0101","mfn":"10","vat":"13","consumptionTax":null}\n',
    );
  });

  it("names every line that is not understood with its column, and writes nothing", async () => {
    const ran = await run("import", at("broken"), "--to", at("never"));
    assert.equal(ran.code, 2);
    const named = [...ran.err.matchAll(/line (\d+), field mfn: .*column 4/g)].map(([, line]) => Number(line));
    assert.deepEqual(
      named,
      Array.from({ length: 150 }, (_, index) => index + 1),
    );
    await assert.rejects(readFile(at("never")));
  });

  const rows: readonly [name: string, argv: () => readonly string[], complaint: RegExp][] = [
    ["no source", () => ["--to", at("x")], /Name one source/],
    ["two sources", () => [at("source"), at("source"), "--to", at("x")], /Name one source/],
    ["an unknown flag", () => [at("source"), "--to", at("x"), "--force"], /Nobody knows --force/],
    ["an unreal day", () => [at("source"), "--to", at("x"), "--from", "2020-02-30"], /no day/],
    ["a missing source", () => [at("missing"), "--to", at("x")], /cannot be read/],
    ["a place that cannot be written", () => [at("source"), "--to", at("no/x")], /cannot be written/],
    ["lines that overlap", () => [at("twice"), "--to", at("x")], /line 2, field code: .*line 1/],
    [
      "a mapping with a gap",
      () => [at("sheet.csv"), "--mapping", at("bad-mapping.json"), "--to", at("x")],
      /numbers/,
    ],
    ["an acceptance of nothing known", () => [at("source"), "--accept", "all"], /--accept holds "all"/],
  ];
  for (const [name, argv, complaint] of rows)
    it(`${name}: 2, and nothing is written`, async () => {
      const { code, out, err } = await run("import", ...argv());
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, complaint);
      await assert.rejects(readFile(at("x")));
    });
});

describe("openftz tariff check, without an installation", () => {
  const rows: readonly [name: string, argv: () => readonly string[], code: number, said: RegExp][] = [
    ["by itself", () => [at("source"), "--from", "2026-01-01"], 0, /2 lines\. Nothing stands against it/],
    [
      "against an older file",
      () => [at("moved"), "--from", "2026-01-01", "--against", at("source")],
      1,
      /mfn of 0101 was 10, is 101[\s\S]*Chapter 01 had 2 lines and has 1[\s\S]*--accept rate-moved=1,chapter-lost-lines=1/,
    ],
    [
      "against HS codes",
      () => [at("source"), "--from", "2026-01-01", "--hs", folder],
      1,
      /code-not-in-hs 1 .*\n {2}0102 is not in HS 2022/,
    ],
    ["a source that is not understood", () => [at("twice")], 1, /Not yet:\n.*line 2, field code/],
  ];
  for (const [name, argv, code, said] of rows)
    it(`${name}: ${code}`, async () => {
      const ran = await run("check", ...argv());
      assert.equal(ran.code, code, ran.err);
      assert.match(ran.out, said);
    });

  it("--json tells the same to programs", async () => {
    const { out } = await run(
      "check",
      at("moved"),
      "--from",
      "2026-01-01",
      "--against",
      at("source"),
      "--json",
    );
    const { sound, needsAcceptance, changes } = JSON.parse(out);
    assert.deepEqual(
      [sound, needsAcceptance, changes],
      [
        false,
        { "rate-moved": 1, "chapter-lost-lines": 1 },
        { added: [], changed: [{ code: "0101", fields: ["mfn"] }], ended: ["0102"] },
      ],
    );
  });
});

import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { readTariff } from "@openftz/customs/duty/read-tariff.ts";
import { capture } from "./captured-streams.ts";
import { type TariffReader, tariffToFileCommand } from "./tariff-to-file.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "openftz-tariff-"));
  await writeFile(join(folder, "source"), '{"code":"01"}\n{"code":"02"}\n');
  await writeFile(join(folder, "broken"), '{"code":"01"}\n{"code":"x"}\n');
});
after(() => rm(folder, { recursive: true }));

/** Reads JSON lines and writes their codes: what the command does around it is tested here. */
const reader: TariffReader = {
  importTariff: (bytes, { file, from }) => {
    const { lines, faults } = readTariff(bytes, file);
    return { form: `test from ${from ?? "ever"}`, lines, faults, counts: { lines: lines.length } };
  },
  editionBytes: (lines) => new TextEncoder().encode(lines.map(({ code }) => `${code}\n`).join("")),
};
const run = (...argv: readonly string[]) => capture((streams) => tariffToFileCommand(argv, streams, reader));
const at = (name: string): string => join(folder, name);

describe("openftz tariff import", () => {
  it("writes the file and tells the counts", async () => {
    const ran = await run(at("source"), "--to", at("out.jsonl"), "--from", "2020-01-01");
    assert.deepEqual([ran.code, ran.stderr], [0, ""]);
    assert.match(ran.stdout, /^test from 2020-01-01, written to .*out\.jsonl\n {7}2 {2}lines\n$/);
    assert.equal(await readFile(at("out.jsonl"), "utf8"), "01\n02\n");
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.endsWith(".part")),
      [],
    );
  });

  it("--json tells them to programs, and an existing file is replaced", async () => {
    await writeFile(at("old.jsonl"), "old");
    const ran = await run("--json", "--to", at("old.jsonl"), at("source"));
    assert.deepEqual(JSON.parse(ran.stdout), {
      form: "test from ever",
      to: at("old.jsonl"),
      counts: { lines: 2 },
    });
    assert.equal(await readFile(at("old.jsonl"), "utf8"), "01\n02\n");
  });

  const rows: readonly [name: string, argv: () => readonly string[], complaint: RegExp][] = [
    ["no source", () => ["--to", at("x")], /Name one source/],
    ["two sources", () => [at("source"), at("source"), "--to", at("x")], /Name one source/],
    ["no file to write", () => [at("source")], /--to/],
    ["--to without a value", () => [at("source"), "--to"], /--to has no value/],
    ["an unknown flag", () => [at("source"), "--to", at("x"), "--force"], /"--force" is not known/],
    ["an unreal day", () => [at("source"), "--to", at("x"), "--from", "2020-02-30"], /no day/],
    ["a missing source", () => [at("missing"), "--to", at("x")], /cannot be read/],
    ["a broken source", () => [at("broken"), "--to", at("x")], /broken, line 2, field code: /],
    [
      "a place that cannot be written",
      () => [at("source"), "--to", join(folder, "no", "x")],
      /cannot be written/,
    ],
  ];
  for (const [name, argv, complaint] of rows) {
    it(`${name}: exit 2, nothing written`, async () => {
      const ran = await run(...argv());
      assert.deepEqual([ran.code, ran.stdout], [2, ""]);
      assert.match(ran.stderr, complaint);
      assert.ok(!(await readdir(folder)).includes("x"));
    });
  }

  it("--help says how to use it", async () => {
    const ran = await run("--help");
    assert.deepEqual([ran.code, ran.stderr], [0, ""]);
    assert.match(ran.stdout, /--from DATE/);
  });
});

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { openftz } from "../cli/test-process.ts";

const reference = process.env.OPENFTZ_REFERENCE_DATA ?? "";
const extract = path.join(reference, "risk-kcs", "df_syn_valid_eng.csv");
const tariff = path.join(reference, "cn-tariff-2020", "tariff.csv");
const skip =
  reference === ""
    ? "OPENFTZ_REFERENCE_DATA is not set: the Korean extract and the tariff of 2020 lie there"
    : existsSync(extract) && existsSync(tariff)
      ? false
      : `the Korean extract or the tariff of 2020 is not in ${reference}`;

const ROWS = 8134;

type Summary = {
  filed: number;
  refused: number;
  byStatus: Record<string, number>;
  byLane: Record<string, number>;
  duty: string;
  seconds: number;
};

describe("the Korean extract on the embedded store", { skip, concurrency: false }, async () => {
  const folder = skip ? "" : await mkdtemp(path.join(tmpdir(), "openftz-kcs-"));
  after(() => (skip ? undefined : rm(folder, { recursive: true, force: true })));
  const data = path.join(folder, "data");
  let first: Summary;

  it("rests on the tariff of 2020, whose import prints its counts", async () => {
    const { code, out, err } = await openftz([
      "tariff",
      "import",
      tariff,
      "--from",
      "2020-01-01",
      "--data",
      data,
      "--json",
    ]);
    assert.equal(code, 0, err);
    const { counts } = JSON.parse(out) as { counts: Record<string, number> };
    assert.equal(counts.lines, 11_988);
    assert(counts["MFN rate not stated: taxed by quantity"]! > 0);
  });

  it("ends with every row filed or refused, released or held, and in a lane", async () => {
    const { code, out, err } = await openftz(["file", "--format", "kcs", extract, "--data", data, "--json"]);
    assert.equal(code, 0, err);
    first = JSON.parse(out) as Summary;
    const { filed, refused, byStatus, byLane, duty } = first;
    assert.equal(filed + refused, ROWS);
    assert.equal(byStatus.released! + byStatus.held!, filed);
    assert.equal(byLane.release! + byLane.documents! + byLane.inspect!, filed);
    // 55 rows have no mass, 24 others no price; every six digits of the extract have a line in the tariff of 2020.
    assert.equal(refused, 79);
    assert(byStatus.released! > byStatus.held!);
    assert.match(duty, /^[1-9]\d*\.\d\d$/);
    process.stderr.write(`${err.split("\n").slice(-20).join("\n")}\n`);
  });

  it("leaves a sound journal", async () => {
    const { code, out } = await openftz(["verify", "--data", data, "--json"]);
    assert.equal(code, 0);
    const { entries, ok, firstFault } = JSON.parse(out) as { entries: number; ok: boolean; firstFault: null };
    assert(ok && firstFault === null);
    assert(entries > first.filed);
  });

  it("imported again gives the same sums, and files nothing twice", async () => {
    const { code, out } = await openftz(["file", "--format", "kcs", extract, "--data", data, "--json"]);
    assert.equal(code, 0);
    const { seconds: _, ...again } = JSON.parse(out) as Summary;
    const { seconds: __, ...before } = first;
    assert.deepEqual(again, before);
    const counted = await openftz(["overview", "counts", "--data", data, "--json"]);
    const { rows } = JSON.parse(counted.out) as { rows: { what: string; count: number }[] };
    const filed = rows.filter(({ what }) => what === "filed").reduce((sum, { count }) => sum + count, 0);
    assert.equal(filed, first.filed);
  });
});

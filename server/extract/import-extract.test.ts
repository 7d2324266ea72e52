import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { memoryStore } from "../adapters/memory/memory-store.ts";
import { ITSELF, localLink } from "../cli/link.ts";
import { prove } from "../cli/verify.ts";
import { Installation } from "../installation.ts";
import { carryOut } from "../sample/acts.ts";
import { importExtract } from "./import-extract.ts";
import { kcsRows } from "./kcs.ts";
import { SAMPLE_EXTRACT, SAMPLE_TARIFF } from "./kcs-sample.ts";
import type { RowResult } from "./tally.ts";

const rows = [...kcsRows(Buffer.from(SAMPLE_EXTRACT))];

const withInstallation = async (work: (installation: Installation) => Promise<void>): Promise<void> => {
  const installation = await Installation.open({ store: memoryStore() });
  try {
    const edition = await installation.keepFile(Buffer.from(SAMPLE_TARIFF));
    await carryOut(installation, [
      ["tariff.adopt", { edition, from: "2020-01-01", source: "made up for a test" }],
    ]);
    await work(installation);
  } finally {
    await installation.close();
  }
};

const importInto = async (installation: Installation, actor = ITSELF) => {
  const results: RowResult[] = [];
  const outcome = await importExtract(localLink(installation, actor, "memory"), rows, {
    onRow: (result) => void results.push(result),
  });
  return { ...outcome, results: results.sort((a, b) => a.line - b.line) };
};

describe("an extract", () => {
  it("is imported whole: every row is filed or refused with a reason, and the journal is sound", () =>
    withInstallation(async (installation) => {
      const { tally, registered } = await importInto(installation);
      const { filed, refused, byStatus, byLane, duty } = tally.summary(0);
      assert.equal(filed + refused, rows.length);
      assert.deepEqual([filed, refused], [4, 3]);
      assert.equal(byStatus.released! + byStatus.held!, filed);
      assert.equal(
        Object.values(byLane).reduce((a, b) => a + b),
        filed,
      );
      assert.deepEqual(Object.fromEntries(tally.reasons), {
        "unknown commodity": 1,
        "mass of 0 or less": 1,
        "amount of 0 or less": 1,
      });
      assert.equal(tally.holds.get("rate"), 1);
      // Wine: 5,415,092.72 KRW x 0.0058887124 is 31,887.92 CNY, 14 %; the computer of unknown origin: 70 % of 23,554.85.
      assert.equal(duty, "20952.71");
      assert.deepEqual(registered, { offices: 1, parties: 8, mandates: 7, guarantees: 1, rates: 18 });
      assert.equal((await prove(installation.store)).proof.ok, true);
    }));

  it("is filed under each row's own day, as imported, without a late fee", () =>
    withInstallation(async (installation) => {
      const { results } = await importInto(installation);
      const [wine] = results;
      assert(wine?.kind === "filed");
      assert.equal(wine.answer.taxes.lateDeclarationFee, "0.00");
      const [entry] = await installation.store.journal.read(wine.answer.position, 1);
      const { body, command } = JSON.parse(Buffer.from(entry!.bytes).toString("utf8")) as {
        command: string;
        body: { imported: boolean; examination: { day: string } };
      };
      assert.equal(command, "declaration.import");
      assert.equal(body.imported, true);
      assert.equal(body.examination.day, "2021-02-03");
    }));

  it("imported twice is imported once: the same declarations, the same sums", () =>
    withInstallation(async (installation) => {
      const first = await importInto(installation);
      const second = await importInto(installation);
      assert.deepEqual(second.results, first.results);
      assert.deepEqual(second.tally.summary(0), first.tally.summary(0));
      assert.deepEqual(second.registered, { offices: 0, parties: 0, mandates: 0, guarantees: 0, rates: 18 });
    }));

  it("gives a mandate that is missing because an earlier import was interrupted", () =>
    withInstallation(async (installation) => {
      const party = (code: string) =>
        ["party.register", { party: code, name: code, credit: "registered", from: "2020-01-01" }] as const;
      await carryOut(installation, [party("KCSDDECLAR1"), party("KCSIIMPORT1")]);
      const { tally, registered } = await importInto(installation);
      assert.equal(tally.filed, 4);
      assert.equal(registered.mandates, 6);
    }));

  it("stops at once, with the reason, for an account that may not import", () =>
    withInstallation(async (installation) => {
      await assert.rejects(importInto(installation, "trader-1"), /exchange\.set was refused/);
      assert.equal(installation.status().durable, 1);
    }));
});

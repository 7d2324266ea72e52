import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { findBinaries, temporaryCluster } from "@openftz/server/adapters/postgres/temporary-cluster.ts";
import { startServer } from "@openftz/server/cli/test-process.ts";
import { SAMPLE_PASSWORD } from "@openftz/server/sample/accounts.ts";
import { fileOnce, fileWithoutPause, signIn } from "./filer.ts";

const binaries = await findBinaries();
const skip = "missing" in binaries ? binaries.missing : false;
const AWAY_MS = 1_500;
const BACK_WITHIN_MS = 15_000;

describe("a lost database", { skip }, () => {
  it("refuses as retryable, and goes on by itself when it is back", async () => {
    if ("missing" in binaries) return;
    const cluster = await temporaryCluster(binaries.folder);
    const folder = await mkdtemp(path.join(tmpdir(), "openftz lost "));
    try {
      const { host, port, user, database } = await cluster.createDatabase();
      const url = `postgres://${user}@${encodeURIComponent(String(host))}:${port}/${database}`;
      const server = await startServer(folder, { OPENFTZ_DATABASE_URL: url });
      const cookie = await signIn(server.url, "trader-1", SAMPLE_PASSWORD);
      const filer = fileWithoutPause(server.url, cookie, "L");
      await sleep(600);
      await cluster.kill();
      await sleep(AWAY_MS);
      await cluster.start();
      for (const until = Date.now() + BACK_WITHIN_MS; Date.now() < until; await sleep(200))
        if ((await fileOnce(server.url, cookie, "L-back")).kind === "acknowledged") break;
      await filer.stop();
      assert.equal((await fileOnce(server.url, cookie, "L-back")).kind, "acknowledged");
      assert.ok(filer.refusals.length > 0, "nothing was refused while the database was away");
      for (const refusal of filer.refusals)
        assert.deepEqual(refusal, {
          kind: "refused",
          status: 503,
          type: "https://openftz.org/problems/try-again",
        });
      for (const [reference, declaration] of filer.acknowledged)
        assert.deepEqual(await fileOnce(server.url, cookie, reference), {
          kind: "acknowledged",
          declaration,
          repeated: true,
        });
      for (const reference of filer.unsure)
        assert.equal((await fileOnce(server.url, cookie, reference)).kind, "acknowledged", reference);
      assert.equal((await server.stop()).code, 0);
    } finally {
      await cluster.remove();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

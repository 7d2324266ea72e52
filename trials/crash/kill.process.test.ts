import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { readPidFile } from "@openftz/server/adapters/embedded/pid-file.ts";
import { findBinaries, temporaryCluster } from "@openftz/server/adapters/postgres/temporary-cluster.ts";
import { openftz, startServer } from "@openftz/server/cli/test-process.ts";
import { SAMPLE_PASSWORD } from "@openftz/server/sample/accounts.ts";
import { fileOnce, fileWithoutPause, signIn } from "./filer.ts";

const SHORTEST_MS = 400;
const SPREAD_MS = 900;

/** How a store is set up, where it keeps its data, and how its database dies. */
type Ground = {
  readonly data: string;
  readonly env: Record<string, string>;
  readonly killDatabase: () => Promise<void>;
  readonly verify: () => Promise<{ ok: boolean; entries: number }>;
};

/** Kills the real server while a client files, starts it again, and looks every acknowledgement up. */
const crashOnce = async (ground: Ground, round: number, withDatabase: boolean): Promise<number> => {
  const server = await startServer(ground.data, ground.env);
  const cookie = await signIn(server.url, "trader-1", SAMPLE_PASSWORD);
  const filer = fileWithoutPause(server.url, cookie, `K${round}`);
  await sleep(SHORTEST_MS + Math.random() * SPREAD_MS);
  if (withDatabase) await ground.killDatabase();
  process.kill(server.pid, "SIGKILL");
  await Promise.all([filer.done, server.stop("SIGKILL")]);
  assert.ok(filer.acknowledged.size > 0, "nothing was acknowledged before the kill");

  const again = await startServer(ground.data, ground.env);
  const fresh = await signIn(again.url, "trader-1", SAMPLE_PASSWORD);
  for (const [reference, declaration] of filer.acknowledged) {
    const attempt = await fileOnce(again.url, fresh, reference);
    assert.deepEqual(attempt, { kind: "acknowledged", declaration, repeated: true }, reference);
  }
  for (const reference of filer.unsure)
    assert.equal((await fileOnce(again.url, fresh, reference)).kind, "acknowledged", reference);
  assert.equal((await again.stop()).code, 0);
  assert.equal((await ground.verify()).ok, true);
  return filer.acknowledged.size;
};

const verifyWith = (data: string, env: Record<string, string>) => async () => {
  const { out, err } = await openftz(["verify", "--data", data, "--json"], { env });
  return JSON.parse(out || `{"ok":false,"said":${JSON.stringify(err)}}`) as { ok: boolean; entries: number };
};

const rounds: readonly (readonly [string, boolean])[] = [
  ["the process alone", false],
  ["the process with its database", true],
  ["the process alone, once more", false],
];

describe("SIGKILL loses no acknowledged declaration, on the embedded store", {
  concurrency: false,
}, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "openftz crash "));
  after(() => rm(folder, { recursive: true, force: true }));
  const data = path.join(folder, "data");
  const ground: Ground = {
    data,
    env: {},
    killDatabase: async () => {
      const running = await readPidFile(path.join(data, "postgres"));
      process.kill(running!.processId, "SIGKILL");
    },
    verify: verifyWith(data, {}),
  };
  for (const [index, [name, withDatabase]] of rounds.entries())
    it(name, async (t) => {
      const kept = await crashOnce(ground, index, withDatabase);
      t.diagnostic(`${kept} acknowledged, all found`);
    });
});

const binaries = await findBinaries();
const skip = "missing" in binaries ? binaries.missing : false;

describe("SIGKILL loses no acknowledged declaration, on PostgreSQL", {
  concurrency: false,
  skip,
}, async () => {
  if ("missing" in binaries) return;
  const cluster = await temporaryCluster(binaries.folder);
  const { host, port, user, database } = await cluster.createDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), "openftz crash "));
  after(async () => {
    await cluster.remove();
    await rm(folder, { recursive: true, force: true });
  });
  const url = `postgres://${user}@${encodeURIComponent(String(host))}:${port}/${database}`;
  const env = { OPENFTZ_DATABASE_URL: url };
  const ground: Ground = {
    data: folder,
    env,
    killDatabase: async () => {
      await cluster.kill();
      await cluster.start();
    },
    verify: verifyWith(folder, env),
  };
  for (const [index, [name, withDatabase]] of rounds.entries())
    it(name, async (t) => {
      const kept = await crashOnce(ground, index, withDatabase);
      t.diagnostic(`${kept} acknowledged, all found`);
    });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import {
  type Head,
  HeadMoved,
  OutcomeUnknown,
  type Store,
  StoreLocked,
  StoreUnavailable,
} from "../../store.ts";
import { batch, entries, entry, headAt } from "../../store-contract/ground.ts";
import { type EmbeddedStore, embeddedStore } from "../embedded-store.ts";
import { readPidFile } from "./pid-file.ts";
import { startsAfterKilledFirstStarts } from "./test-first-starts.ts";
import { dataFolderUsedBefore, removeTemplate, startAppender, temporaryFolder } from "./test-ground.ts";

after(removeTemplate);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The server may be between two lives. */
function killIfThere(processId: number): void {
  try {
    process.kill(processId, "SIGKILL");
  } catch (error) {
    assert.match(String(error), /ESRCH/);
  }
}

async function withFolder(work: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = await dataFolderUsedBefore();
  try {
    await work(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Every entry from the first to the last, with its own bytes. */
async function assertWhole(store: Store, atLeast: number): Promise<number> {
  const { position } = await store.journal.head();
  assert.ok(position >= atLeast, `acknowledged ${atLeast}, but the journal ends at ${position}`);
  const read = await store.journal.read(1, position + 10);
  assert.deepEqual(
    read.map((each) => Buffer.from(each.bytes).toString()),
    entries(1, position).map((each) => Buffer.from(each.bytes).toString()),
  );
  return position;
}

/** The head, when the store answers again; it may be killed once more meanwhile. */
async function headOnceBack(store: Store): Promise<Head> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.journal.head();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt === 10) throw error;
      await pause(100);
    }
  }
}

/** Appends until told to stop, as the desk does: after a failure it reads the head and goes on from there. */
async function appendThroughFailures(store: EmbeddedStore, isOver: () => boolean): Promise<number> {
  let acknowledged = 0;
  while (!isOver()) {
    try {
      await store.journal.append(batch(entries(acknowledged + 1, acknowledged + 3)));
      acknowledged += 3;
    } catch (error) {
      assert.ok(error instanceof StoreUnavailable || error instanceof OutcomeUnknown, String(error));
      const { position } = await headOnceBack(store);
      if (error instanceof StoreUnavailable)
        assert.equal(position, acknowledged, "nothing was to be appended");
      else
        assert.ok(
          position === acknowledged || position === acknowledged + 3,
          `a torn batch ends at ${position}`,
        );
      acknowledged = position;
    }
  }
  return acknowledged;
}

/** Why an ordinary user cannot be tried here; false when one can. */
const notForOthers = (): string | false => {
  if (process.getuid?.() !== 0) return "every other test here does that";
  const { status } = spawnSync(process.execPath, ["--version"], { uid: 65_534, gid: 65_534 });
  return status === 0 ? false : "an ordinary user may not enter the folder of this clone";
};

describe("the embedded store", () => {
  it("loses nothing and comes back by itself when PostgreSQL is killed at any moment", () =>
    withFolder(async (dataDir) => {
      const store = await embeddedStore({ dataDir });
      try {
        let over = false;
        const appending = appendThroughFailures(store, () => over);
        appending.catch(() => undefined);
        for (let round = 0; round < 5; round++) {
          await pause(50 + Math.random() * 250);
          killIfThere(store.processId);
        }
        await pause(300);
        over = true;
        await assertWhole(store, await appending);
        assert.equal(await store.reachable(), true);
      } finally {
        await store.close();
      }
    }));

  it("loses nothing when OpenFTZ is killed, and takes over the PostgreSQL that it left", () =>
    withFolder(async (dataDir) => {
      let acknowledged = 0;
      let server = "";
      for (let round = 0; round < 3; round++) {
        const appender = startAppender(dataDir, "append");
        server = (await appender.says("open")).split(" ")[1]!;
        await pause(Math.random() * 300);
        appender.child.kill("SIGKILL");
        await appender.ended;
        acknowledged = Math.max(acknowledged, appender.acknowledged());
      }
      const started = performance.now();
      const store = await embeddedStore({ dataDir, lockPatienceMs: 0 });
      try {
        assert.equal(store.processId, Number(server), "the running server is taken over");
        assert.ok(performance.now() - started < 2_000);
        const position = await assertWhole(store, acknowledged);
        await store.journal.append(batch([entry(position + 1)]));
      } finally {
        await store.close();
      }
    }));

  it("starts after both were killed, whoever has the dead server's number now", () =>
    withFolder(async (dataDir) => {
      const appender = startAppender(dataDir, "append");
      const server = Number((await appender.says("open")).split(" ")[1]);
      await appender.says("acknowledged");
      appender.child.kill("SIGKILL");
      process.kill(server, "SIGKILL");
      await appender.ended;
      const pidFile = join(dataDir, "postgres", "postmaster.pid");
      await writeFile(pidFile, (await readFile(pidFile, "utf8")).replace(/^\d+/, String(process.ppid)));
      const store = await embeddedStore({ dataDir });
      try {
        await assertWhole(store, appender.acknowledged());
      } finally {
        await store.close();
      }
    }));

  it("refuses a second OpenFTZ on the folder, in this process or another", () =>
    withFolder(async (dataDir) => {
      const store = await embeddedStore({ dataDir });
      try {
        await assert.rejects(embeddedStore({ dataDir, lockPatienceMs: 0 }), StoreLocked);
        const second = startAppender(dataDir, "hold");
        assert.match(await second.says("StoreLocked"), /Another OpenFTZ works in/);
        await store.journal.append(batch([entry(1)]));
      } finally {
        await store.close();
      }
    }));

  it("starts although ten first starts were killed at any moment", () => startsAfterKilledFirstStarts(10));

  it("lets one of several first starts at once win", async () => {
    const dataDir = await temporaryFolder();
    const started = Array.from({ length: 4 }, () => startAppender(dataDir, "hold"));
    const answers = await Promise.all(
      started.map((each) => Promise.any([each.says("open"), each.says("StoreLocked")])),
    );
    assert.deepEqual(answers.map((answer) => answer.split(/[ :]/)[0]).toSorted(), [
      ...["StoreLocked", "StoreLocked", "StoreLocked", "open"],
    ]);
    for (const each of started) each.child.kill("SIGTERM");
    await Promise.all(started.map((each) => each.ended));
    await rm(dataDir, { recursive: true, force: true });
  });

  it("stops its server on close, or leaves it for the next one if asked", () =>
    withFolder(async (dataDir) => {
      const left = await embeddedStore({ dataDir, leaveRunning: true });
      await left.close();
      process.kill(left.processId, 0);
      const taken = await embeddedStore({ dataDir });
      assert.equal(taken.processId, left.processId);
      await taken.close();
      assert.equal(await readPidFile(join(dataDir, "postgres")), undefined);
    }));

  it("comes back when somebody cleans its socket away", () =>
    withFolder(async (dataDir) => {
      const store = await embeddedStore({ dataDir });
      try {
        await store.journal.append(batch([entry(1)]));
        const { socketFolder } = (await readPidFile(join(dataDir, "postgres")))!;
        await rm(socketFolder, { recursive: true });
        process.kill(store.processId, "SIGKILL");
        assert.equal((await store.journal.read(1, 10)).length, 1);
        await store.journal.append(batch([entry(2)]));
      } finally {
        await store.close();
      }
    }));

  it("fences a writer that believes in an older head", () =>
    withFolder(async (dataDir) => {
      const store = await embeddedStore({ dataDir });
      await store.journal.append(batch(entries(1, 2)));
      await assert.rejects(store.journal.append(batch([entry(2)], { expects: headAt(1) })), HeadMoved);
      await store.close();
    }));

  it("runs for an ordinary user", {
    skip: notForOthers(),
  }, async () => {
    const dataDir = await temporaryFolder();
    await chmod(dataDir, 0o777);
    const appender = startAppender(dataDir, "append", { uid: 65_534, gid: 65_534 });
    try {
      assert.match(await appender.says("open"), / 65534$/);
      await appender.says("acknowledged");
    } finally {
      appender.child.kill("SIGKILL");
      await appender.ended;
    }
    const store = await embeddedStore({ dataDir });
    await assertWhole(store, appender.acknowledged());
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});

/** Serves an installation to a bench that started this process, and speaks to it over IPC. */
import { randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import { createAccount, createToken } from "@openftz/server/accounts/accounts.ts";
import { startHttp } from "@openftz/server/adapters/http/http-server.ts";
import { openStore } from "@openftz/server/adapters/open-store.ts";
import { Installation } from "@openftz/server/installation.ts";

/** Opens the store of a folder, sets the world up if it is new, and serves with a token of the account until told to stop. */
export const serveWorld = async (
  dataDir: string,
  account: string,
  setUp: (installation: Installation) => Promise<void>,
): Promise<void> => {
  const chance = { bytes: (count: number) => randomBytes(count) };
  const clock = { now: Date.now };
  const store = await openStore({ dataDir, databaseUrl: process.env.OPENFTZ_DATABASE_URL });
  const installation = await Installation.open({ store });
  // A folder that was filled before has its world already.
  if (installation.status().durable === 0) {
    await setUp(installation);
    const password = chance.bytes(16).toString();
    await createAccount(store.cabinet, chance, { account, name: "Benchmark", password });
  }
  const { token } = await createToken(store.cabinet, chance, clock, account, "bench");
  const http = await startHttp({ installation, host: "127.0.0.1", port: 0, behindProxy: false });
  const rebuild = async (): Promise<void> => {
    const start = performance.now();
    await installation.rebuildViews();
    process.send!({ rebuildSeconds: (performance.now() - start) / 1000 });
  };
  process.on("message", (message) => {
    if (message === "status") process.send!({ status: installation.status() });
    if (message === "rebuild") void rebuild();
    if (message === "stop")
      void http
        .close()
        .then(() => installation.close())
        .then(() => process.exit(0));
  });
  process.send!({ url: http.url, token, databasePid: (store as { processId?: number }).processId ?? null });
};

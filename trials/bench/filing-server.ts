/** The server under measurement, in a process of its own: `filing-server.ts DATA-DIR`. Speaks to the bench over IPC. */
import { randomBytes } from "node:crypto";
import { createAccount, createToken } from "@openftz/server/accounts/accounts.ts";
import { startHttp } from "@openftz/server/adapters/http/http-server.ts";
import { openStore } from "@openftz/server/adapters/open-store.ts";
import { Installation } from "@openftz/server/installation.ts";
import { FILER, setUpFilingWorld } from "./filing-world.ts";

const chance = { bytes: (count: number) => randomBytes(count) };
const clock = { now: Date.now };
const store = await openStore({ dataDir: process.argv[2]!, databaseUrl: process.env.OPENFTZ_DATABASE_URL });
const installation = await Installation.open({ store });
// A folder that was filled before has its world already.
if (installation.status().durable === 0) {
  await setUpFilingWorld(installation);
  const password = chance.bytes(16).toString();
  await createAccount(store.cabinet, chance, { account: FILER, name: "Benchmark", password });
}
const { token } = await createToken(store.cabinet, chance, clock, FILER, "bench");
const http = await startHttp({ installation, host: "127.0.0.1", port: 0, behindProxy: false });

process.on("message", (message) => {
  if (message === "status") process.send!({ status: installation.status() });
  if (message === "stop")
    void http
      .close()
      .then(() => installation.close())
      .then(() => process.exit(0));
});
process.send!({ url: http.url, token, databasePid: (store as { processId?: number }).processId ?? null });

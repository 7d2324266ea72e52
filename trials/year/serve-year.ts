/** Shows a year in the browser: its enterprises' accounts and the officers', on this machine only. */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { createAccount } from "../../server/accounts/accounts.ts";
import { hashPassword } from "../../server/accounts/passwords.ts";
import { startHttp } from "../../server/adapters/http/http-server.ts";
import type { Bench } from "../../server/desk/test-bench.ts";

const PASSWORD = "sample-password";
const chance = { bytes: (count: number) => randomBytes(count) };

/** Serves until the process is told to end. */
export const serveYear = async (
  bench: Bench,
  port: number,
  enterprises: number,
  say: (text: string) => void,
): Promise<void> => {
  const { cabinet } = bench.it.store;
  const hashed = await hashPassword(chance, PASSWORD);
  const firms = Array.from({ length: enterprises }, (_, number) => `firm-${number + 1}`);
  for (const account of ["officer-1", "officer-2", "admin-1", ...firms])
    await createAccount(cabinet, chance, { account, name: account, password: PASSWORD }, hashed);
  const server = await startHttp({
    ...{ installation: bench.it, host: "127.0.0.1", port, behindProxy: false },
    webRoot: path.resolve(import.meta.dirname, "../../web/dist"),
  });
  say(`${server.url}: officer-1, admin-1, firm-1 and on, each with the password ${PASSWORD}`);
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
  await server.close();
};

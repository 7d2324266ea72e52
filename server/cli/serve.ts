/** Opens everything that a running server consists of, in the order in which it can be trusted. */
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { disableSampleAccounts, listAccounts, sampleAccounts } from "../accounts/accounts.ts";
import type { Clock, Log } from "../desk/ports.ts";
import type { Installation } from "../installation.ts";
import { keepSigning, type Proofs } from "../proof/proofs.ts";
import { adoptOwnTariff } from "../sample/own-tariff.ts";
import { makeSampleWorld, wantsSampleWorld } from "../sample/sample-world.ts";
import { refusal } from "./exit.ts";
import type { Given } from "./flags.ts";
import { type Io, tell } from "./io.ts";
import { dataPlace, openInstallation, openStoreFor } from "./local.ts";
import { jsonLog } from "./log.ts";
import { headsKept, openSigningFor, proofsOf } from "./signing.ts";
import { clockFor, type StartPlan } from "./start-plan.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MINUTE_MS = 60_000;
const chance = { bytes: (count: number) => randomBytes(count) };

/** A server that runs. */
export type Running = {
  readonly url: string;
  readonly data: string;
  readonly fresh: boolean;
  readonly samples: readonly { readonly account: string; readonly password: string }[];
  readonly hasAccounts: boolean;
  readonly hasPages: boolean;
  /** What people should know: for instance that the journal's time is ahead of this machine's. */
  readonly warnings: readonly string[];
  readonly stop: () => Promise<void>;
};

/** Opens, seeds what is fresh, and listens. Whatever was opened is closed again when something fails. */
export const serve = async (plan: StartPlan, given: Given, io: Io): Promise<Running> => {
  const clock = clockFor(plan.day);
  const log = jsonLog(io.stderr, clock, plan.verbose);
  const pages = buildPages(log, io);
  const store = await openStoreFor(given, io);
  const signing = await openSigningFor(store, given, io);
  const installation = await openInstallation({ store, clock, log, heads: await headsKept(signing) });
  try {
    const { fresh, warnings } = await prepare(installation, plan, clock);
    const webRoot = await pages;
    const proofs = proofsOf(installation, signing);
    const http = await listen(installation, plan, { webRoot, log, proofs });
    const stopClock = runClock(installation, log);
    const stopSigning = keepSigning(proofs, log);
    return {
      url: http.url,
      data: dataPlace(given, io),
      fresh,
      samples: await sampleAccounts(store.cabinet),
      hasAccounts: (await listAccounts(store.cabinet)).some(({ disabled }) => !disabled),
      hasPages: webRoot !== undefined,
      warnings,
      stop: async () => {
        stopClock();
        await http.close();
        await stopSigning();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
};

/** Samples on a fresh folder behind loopback; on another address they end for good. */
const prepare = async (installation: Installation, plan: StartPlan, clock: Clock) => {
  const { cabinet } = installation.store;
  const warnings: string[] = [];
  if (!plan.isLoopback || plan.behindProxy) {
    const ended = await disableSampleAccounts(cabinet);
    if (ended > 0) warnings.push(`${ended} sample accounts were disabled for good.`);
  }
  const fresh = installation.status().durable === 0;
  if (await wantsSampleWorld(installation)) await makeSampleWorld(installation, chance);
  else if (fresh) await adoptOwnTariff(installation);
  if (plan.day && (await sampleAccounts(cabinet)).length === 0)
    throw refusal(
      "--clock is only for trying things out, where sample accounts exist.",
      "Leave --clock out, or use a fresh --data folder.",
    );
  const { at, day } = installation.now();
  if (Date.parse(at) > clock.now() + MINUTE_MS) {
    if (plan.day)
      throw refusal(
        `The journal has come to ${day}; its time never runs back to ${plan.day}.`,
        `Give --clock ${day} or later, or use a fresh --data folder.`,
      );
    warnings.push(
      `The journal's last entry is of ${at}, later than this machine's clock: today stays ${day} (see --clock).`,
    );
  }
  return { fresh, warnings };
};

type Around = { readonly webRoot: string | undefined; readonly log: Log; readonly proofs: Proofs };

const listen = async (installation: Installation, plan: StartPlan, { webRoot, log, proofs }: Around) => {
  const { startHttp } = await import("../adapters/http/http-server.ts");
  try {
    return await startHttp({
      installation,
      host: plan.host,
      port: plan.port,
      behindProxy: plan.behindProxy,
      log,
      proofs,
      ...(webRoot !== undefined && { webRoot }),
    });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === "EADDRINUSE")
      throw refusal(
        `Port ${plan.port} on ${plan.host} is taken by another program.`,
        `Choose another: --port ${plan.port + 1}`,
      );
    if (code === "EACCES")
      throw refusal(`Port ${plan.port} may not be used by this user.`, "Choose one above 1023.");
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw refusal(`${plan.host} is no address of this machine (${message}).`, "Check --host.");
    throw error;
  }
};

/** What is due is submitted at the start and every minute. Returns how to stop it. */
const runClock = (installation: Installation, log: Log): (() => void) => {
  const tick = () => {
    installation
      .runDeadlines()
      .then((done) => done > 0 && log.info("deadlines", { done }))
      .catch((error: Error) => log.warn("deadlines-wait", { detail: error.message }));
  };
  tick();
  const timer = setInterval(tick, MINUTE_MS);
  return () => clearInterval(timer);
};

type PageBuilder = { buildWeb: (options: { root: string; log: (line: string) => void }) => Promise<unknown> };

/** Builds the pages unless they are built; without them the server still answers programs. */
const buildPages = async (log: Log, io: Io): Promise<string | undefined> => {
  const builder = path.join(ROOT, "web", "build.mjs");
  const built = path.join(ROOT, "web", "dist");
  try {
    if (existsSync(builder)) {
      const { buildWeb } = (await import(builder)) as PageBuilder;
      await buildWeb({ root: ROOT, log: (line) => void tell(io, line) });
    }
  } catch (error) {
    log.warn("pages-not-built", { detail: (error as Error).message });
  }
  return existsSync(path.join(built, "index.html")) ? built : undefined;
};

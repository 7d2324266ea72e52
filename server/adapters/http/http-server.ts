/** The HTTP server of an installation: where it may listen, what it is made of, and how it ends. */
import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import { disableSampleAccounts } from "../../accounts/accounts.ts";
import { Callers } from "../../accounts/callers.ts";
import type { Chance, Log } from "../../desk/ports.ts";
import type { Installation } from "../../installation.ts";
import { processMeters } from "../../metrics/process-meters.ts";
import type { Proofs } from "../../proof/proofs.ts";
import { Admission } from "./admission.ts";
import { Unanswered } from "./connections.ts";
import { makeApp } from "./http-app.ts";
import { HttpMeters } from "./http-meters.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import type { HttpParts } from "./parts.ts";
import { Throttle } from "./throttle.ts";

/** How to serve. What is left out is the installation's own or the default. */
export type HttpOptions = {
  readonly installation: Installation;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** A proxy with https stands before this server; only then may it listen on other addresses than loopback. */
  readonly behindProxy: boolean;
  /** The folder of the built pages. */
  readonly webRoot?: string;
  /** Signed checkpoints and proofs; without them their routes answer as if they were not there. */
  readonly proofs?: Proofs;
  readonly chance?: Chance;
  readonly log?: Log;
  readonly limits?: Partial<Limits>;
};

/** A running server. `close` takes nothing new, finishes what runs (for a while), and leaves the installation open. */
export type HttpServer = { readonly url: string; readonly close: () => Promise<void> };

/** The address would open this server to a network without https before it. */
export class AddressRefused extends Error {
  override name = "AddressRefused";
}

const LOOPBACK = /^(localhost|127(\.[0-9]{1,3}){3}|::1|\[::1\])$/;

/** True for addresses that only this machine reaches. */
export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

const bracketed = (host: string): string =>
  host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;

/** The parts of the application for these options; also for tests, which inject requests. */
export const partsFor = (options: Omit<HttpOptions, "port">): HttpParts => {
  const { installation, host, behindProxy, webRoot, proofs } = options;
  const { clock, store } = installation;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const names = ["localhost", "127.0.0.1", "[::1]", bracketed(host).toLowerCase()];
  return {
    installation,
    clock,
    behindProxy,
    webRoot,
    proofs,
    callers: new Callers(store.cabinet, clock),
    throttle: new Throttle(clock),
    admission: new Admission(limits.inside, () => performance.now()),
    unanswered: new Unanswered(),
    meters: new HttpMeters(),
    limits,
    chance: options.chance ?? { bytes: (count) => randomBytes(count) },
    log: options.log ?? installation.log,
    hosts: behindProxy ? undefined : new Set(names),
  };
};

/**
 * Starts serving. Throws AddressRefused for an address beyond loopback without a proxy. Whoever serves others loses
 * the sample accounts for good, because everybody knows their passwords.
 */
export const startHttp = async (options: HttpOptions): Promise<HttpServer> => {
  const { installation, host, port, behindProxy } = options;
  if (!isLoopback(host) && !behindProxy)
    throw new AddressRefused(
      `${host} can be reached from other machines, and passwords would travel unencrypted. ` +
        "Next: listen on 127.0.0.1, or put a proxy with https before this server and add --behind-proxy.",
    );
  const parts = partsFor(options);
  if (behindProxy) {
    const disabled = await disableSampleAccounts(installation.store.cabinet);
    if (disabled > 0) parts.log.warn("sample-accounts-disabled", { count: disabled });
  }
  const measured = processMeters();
  const app = makeApp(parts, measured.families);
  app.addHook("onClose", async () => measured.stop());
  // Whoever comes in a crowd waits in the system's queue: one that finds it full is not told so, and waits for minutes.
  const backlog = parts.limits.connections;
  await app.listen({ host: host.replace(/^\[|\]$/g, ""), port, backlog });
  const { port: bound } = app.server.address() as AddressInfo;
  parts.log.info("listening", { host, port: bound, behindProxy });
  return { url: `http://${bracketed(host)}:${bound}`, close: () => closeWithin(app, parts) };
};

const IDLE_LOOK_MS = 20;

/** Connections go as soon as they are idle; requests that still run after `closeMs` lose theirs. */
const closeWithin = async (app: ReturnType<typeof makeApp>, { limits, log }: HttpParts): Promise<void> => {
  const tidying = setInterval(() => app.server.closeIdleConnections(), IDLE_LOOK_MS);
  const impatience = setTimeout(() => {
    log.warn("closing-without-waiting", { afterMs: limits.closeMs });
    app.server.closeAllConnections();
  }, limits.closeMs);
  try {
    await app.close();
  } finally {
    clearInterval(tidying);
    clearTimeout(impatience);
  }
};

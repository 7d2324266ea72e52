/** For tests: a server on a port, in a process of its own, on a store that can be made slow. Speaks over IPC. */

import { memoryStore } from "../../accounts/test-store.ts";
import type { Store } from "../../store.ts";
import { startHttp } from "./http-server.ts";
import type { Limits } from "./limits.ts";
import { openWorld, TRADER } from "./test-world.ts";

/** What the process is told first: its limits. Later: how long an append takes from now on. */
export type ToServer = { readonly limits: Partial<Limits> } | { readonly appendMs: number };
/** What it says when it listens. */
export type Started = { readonly url: string; readonly flooder: string; readonly other: string };

let appendMs = 0;

const slowStore = (): Store => {
  const inner = memoryStore();
  const journal = new Proxy(inner.journal, {
    get(target, name, receiver) {
      if (name !== "append") {
        const value: unknown = Reflect.get(target, name, receiver);
        return typeof value === "function" ? (value.bind(target) as unknown) : value;
      }
      return async (batch: Parameters<Store["journal"]["append"]>[0]) => {
        await new Promise((resolve) => setTimeout(resolve, appendMs));
        await target.append(batch);
      };
    },
  });
  return { ...inner, journal };
};

const start = async (limits: Partial<Limits>): Promise<void> => {
  const { installation, tokens } = await openWorld(slowStore());
  const grant = { holder: "nobody-1", role: "declarant", place: `party/${TRADER}`, from: "2020-01-01" };
  await installation.submitValue("authority.grant", "installation", { ...grant, delegable: false });
  const http = await startHttp({ installation, host: "127.0.0.1", port: 0, behindProxy: false, limits });
  process.send!({ url: http.url, flooder: tokens["broker-1"], other: tokens["nobody-1"] } satisfies Started);
};

process.on("message", (message: ToServer) => {
  if ("limits" in message) void start(message.limits);
  else ({ appendMs } = message);
});
process.on("disconnect", () => process.exit());

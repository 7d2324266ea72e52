/** A unix socket between a store and its PostgreSQL that can be cut at a chosen moment; for tests. */
import { createServer, connect as dial, type Socket } from "node:net";
import { join } from "node:path";

/**
 * Where to cut: when the client's words arrive, when half of what came with them has been passed on, once the server has
 * answered them, or never and go silent instead.
 */
export type Cut = {
  readonly on: string;
  readonly when: "before" | "half-way" | "after the answer" | "silence";
};

export type CuttingProxy = {
  readonly folder: string;
  /** The next connection that sends these words is cut; once. Resolves when it has been. */
  cut(cut: Cut): Promise<void>;
  /** Cuts every connection now. */
  cutAll(): void;
  close(): Promise<void>;
};

const port = 5432;

export async function cuttingProxy(folder: string, serverFolder: string): Promise<CuttingProxy> {
  const path = (of: string): string => join(of, `.s.PGSQL.${port}`);
  const open = new Set<Socket>();
  let planned: (Cut & { readonly done: () => void }) | undefined;

  const server = createServer((client) => {
    const backend = dial(path(serverFolder));
    let silent = false;
    let dropAnswer = false;
    const end = (): void => {
      client.destroy();
      backend.destroy();
    };
    for (const socket of [client, backend]) {
      open.add(socket);
      socket.on("error", end);
      socket.on("close", () => {
        open.delete(socket);
        end();
      });
    }
    client.on("data", (bytes) => {
      if (planned !== undefined && bytes.includes(planned.on)) {
        const { when, done } = planned;
        planned = undefined;
        done();
        if (when === "before") return end();
        if (when === "half-way") return void backend.write(bytes.subarray(0, bytes.length >> 1), end);
        if (when === "silence") silent = true;
        else dropAnswer = true;
      }
      if (!silent) backend.write(bytes);
    });
    backend.on("data", (bytes) => (dropAnswer ? end() : client.write(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(path(folder), resolve));
  const cutAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  return {
    folder,
    cut: (cut) =>
      new Promise((done) => {
        planned = { ...cut, done };
      }),
    cutAll,
    async close() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

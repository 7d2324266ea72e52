/** What anybody may see: start, health and readiness; and for those signed in: status and authority. */
import { ROLES } from "@openftz/customs/define/actor.ts";
import type { FastifyInstance } from "fastify";
import { sampleAccounts } from "../../accounts/accounts.ts";
import type { Registry } from "../../desk/registry.ts";
import { tryAgain } from "../../desk/replies.ts";
import manifest from "../../package.json" with { type: "json" };
import { sendJson, sendProblem } from "./answers.ts";
import { gateFor } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { API } from "./requests.ts";

/** The release. */
export const VERSION: string = manifest.version;

/** Adds the routes. */
export const addPublic = (app: FastifyInstance, parts: HttpParts): void => {
  const { installation } = parts;
  const authority = authorityTable(installation.registry);
  const forAnyone = { onRequest: gateFor(parts, "anyone") };
  app.get(`${API}/health`, (_, reply) => sendJson(reply, { alive: true }));
  const isReady = readiness(parts);
  app.get(`${API}/ready`, async (_, reply) =>
    (await isReady()) ? sendJson(reply, { ready: true }) : sendProblem(reply, tryAgain()),
  );
  app.get(`${API}/start`, forAnyone, async (_, reply) =>
    sendJson(reply, await startPage(parts, await isReady())),
  );
  app.get(`${API}/status`, { onRequest: gateFor(parts, ["administrator", "officer"]) }, (_, reply) =>
    sendJson(reply, installation.status()),
  );
  app.get(`${API}/authority`, { onRequest: gateFor(parts, "signed-in") }, (_, reply) =>
    sendJson(reply, authority),
  );
};

/** Whether the store answers. However many ask, it is asked once at a time. */
export const storeAsker = ({ store }: HttpParts["installation"]): (() => Promise<boolean>) => {
  let asking: Promise<boolean> | undefined;
  const askStore = async (): Promise<boolean> => {
    try {
      return await store.reachable();
    } catch {
      return false; // a store that cannot even say so does not answer
    } finally {
      asking = undefined;
    }
  };
  return () => {
    asking ??= askStore();
    return asking;
  };
};

/** Whether requests are taken: the desk serves and the store answers. */
const readiness = ({ installation }: HttpParts): (() => Promise<boolean>) => {
  const storeAnswers = storeAsker(installation);
  return async () => installation.status().serving && storeAnswers();
};

/** The start page tells no figure. Sample accounts are named only while they can be used. */
const startPage = async ({ installation }: HttpParts, serving: boolean): Promise<object> => {
  const today = installation.now().day;
  const page = { name: "OpenFTZ", version: VERSION, today, serving };
  const samples = await sampleAccounts(installation.store.cabinet).catch(() => []);
  if (samples.length === 0) return page;
  const withRoles = samples.map(async (sample) => {
    const { grants } = await installation.actorOf(sample.account);
    return { ...sample, role: grants[0]?.role ?? null };
  });
  return { ...page, sampleAccounts: await Promise.all(withRoles) };
};

/** Which role may do which command or query. */
export const authorityTable = ({ commands, queries }: Registry): object => ({
  roles: Object.entries(ROLES).map(([role, name]) => ({ role, name })),
  acts: [
    ...[...commands.values()].map(({ name, title, by, twoPeople }) => ({
      name,
      kind: "command",
      title,
      by,
      twoPeople: twoPeople === true,
    })),
    ...[...queries.values()].map(({ name, title, by }) => ({
      name,
      kind: "query",
      title,
      by,
      twoPeople: false,
    })),
  ],
});

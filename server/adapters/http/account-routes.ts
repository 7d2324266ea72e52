/** Accounts, for administrators; and everybody's own tokens. */
import { problem } from "@openftz/customs/define/problem.ts";
import type { FastifyInstance, FastifyReply } from "fastify";
import Type from "typebox";
import {
  type Changed,
  changePassword,
  createAccount,
  createToken,
  disableAccount,
  enableAccount,
  listAccounts,
  listTokens,
  revokeToken,
} from "../../accounts/accounts.ts";
import { sendJson, sendNothing, sendNothingHere, sendProblem } from "./answers.ts";
import { accountOf, gateFor, isAdministrator } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { API, readerOf } from "./requests.ts";

const closed = { additionalProperties: false } as const;
const Text = Type.String({ minLength: 1, maxLength: 400 });
/** The request for a new account. */
export const NewAccount = Type.Object({ account: Text, name: Text, password: Text }, closed);
/** Which account. */
export const OneAccount = Type.Object({ account: Text }, closed);
/** A password that an administrator sets for someone who lost theirs. */
export const ResetPassword = Type.Object({ account: Text, new: Text }, closed);
/** What a token is for. */
export const NewToken = Type.Object({ label: Type.String({ minLength: 1, maxLength: 100 }) }, closed);

const readNewAccount = readerOf(NewAccount);
const readOneAccount = readerOf(OneAccount);
const readReset = readerOf(ResetPassword);
const readNewToken = readerOf(NewToken);

/** Adds the routes of accounts. */
export const addAccounts = (app: FastifyInstance, parts: HttpParts): void => {
  const { installation, chance, callers } = parts;
  const { cabinet } = installation.store;
  const path = `${API}/accounts`;
  const onRequest = gateFor(parts, isAdministrator);
  const sendChanged = (reply: FastifyReply, changed: Changed) => {
    callers.forget();
    return changed.kind === "refused"
      ? sendProblem(reply, changed.problem)
      : sendJson(reply, changed.account);
  };
  app.get(path, { onRequest }, async (_, reply) =>
    sendJson(reply, { accounts: await listAccounts(cabinet) }),
  );
  app.post(path, { onRequest }, async (request, reply) => {
    const read = readNewAccount(request);
    if ("problem" in read) return sendProblem(reply, read.problem);
    return sendChanged(reply, await createAccount(cabinet, chance, read.value));
  });
  app.post(`${path}/password`, { onRequest }, async (request, reply) => {
    const read = readReset(request);
    if ("problem" in read) return sendProblem(reply, read.problem);
    return sendChanged(reply, await changePassword(cabinet, chance, read.value.account, read.value.new));
  });
  app.post(`${path}/disable`, { onRequest }, async (request, reply) => {
    const read = readOneAccount(request);
    if ("problem" in read) return sendProblem(reply, read.problem);
    if (read.value.account === accountOf(request)) return sendProblem(reply, yourself());
    return sendChanged(reply, await disableAccount(cabinet, read.value.account));
  });
  app.post(`${path}/enable`, { onRequest }, async (request, reply) => {
    const read = readOneAccount(request);
    if ("problem" in read) return sendProblem(reply, read.problem);
    return sendChanged(reply, await enableAccount(cabinet, read.value.account));
  });
};

const yourself = () =>
  problem("not-now", "Nobody disables their own account.", "Ask another administrator to do it.", [
    { pointer: "/account", detail: "This is your own account." },
  ]);

/** Adds the routes of tokens. A token cannot make tokens: whoever finds one must not be able to outlive its revocation. */
export const addTokens = (app: FastifyInstance, parts: HttpParts): void => {
  const { installation, chance, clock, callers } = parts;
  const { cabinet } = installation.store;
  const path = `${API}/tokens`;
  const onRequest = gateFor(parts, "signed-in");
  app.get(path, { onRequest }, async (request, reply) =>
    sendJson(reply, { tokens: await listTokens(cabinet, accountOf(request)) }),
  );
  app.post(path, { onRequest }, async (request, reply) => {
    if (request.caller?.by === "token")
      return sendProblem(
        reply,
        problem("not-now", "A token cannot make another token.", "Sign in with the password, then make it."),
      );
    const read = readNewToken(request);
    if ("problem" in read) return sendProblem(reply, read.problem);
    return sendJson(reply, await createToken(cabinet, chance, clock, accountOf(request), read.value.label));
  });
  app.delete<{ Params: { id: string } }>(`${path}/:id`, { onRequest }, async (request, reply) => {
    const revoked = await revokeToken(cabinet, request.params.id, accountOf(request));
    callers.forget();
    return revoked ? sendNothing(reply) : sendNothingHere(reply);
  });
};

/** Signing in and out, who I am, and a new password. */
import { problem } from "@openftz/customs/define/problem.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import Type from "typebox";
import { changePassword, createSession, removeSession } from "../../accounts/accounts.ts";
import { sendJson, sendNothing, sendProblem } from "./answers.ts";
import { cookieFor, noCookie, sessionIn } from "./cookies.ts";
import { tooMany } from "./failures.ts";
import { accountOf, gateFor } from "./gate.ts";
import type { HttpParts } from "./parts.ts";
import { PasswordGuard } from "./password-guard.ts";
import { API, readerOf } from "./requests.ts";
import { isOwnOrigin } from "./senders.ts";

const closed = { additionalProperties: false } as const;
const Secret = Type.String({ minLength: 1, maxLength: 400 });
/** The request to sign in. */
export const SignIn = Type.Object(
  { account: Type.String({ minLength: 1, maxLength: 100 }), password: Secret },
  closed,
);
/** The request for a new password. */
export const NewPassword = Type.Object({ old: Secret, new: Secret }, closed);

const MOST_BYTES = 8_192;
const readSignIn = readerOf(SignIn);
const readNewPassword = readerOf(NewPassword);

const notSignedIn = () => problem("not-signed-in", "Nobody is signed in.", "Sign in: POST /api/v1/session.");

const wrongPassword = (pointer: string) =>
  problem(
    "not-signed-in",
    "The account or the password is wrong.",
    "Try again, or ask an administrator for a new password.",
    [{ pointer, detail: "Account and password do not belong together." }],
  );

const otherSite = () =>
  problem(
    "malformed-request",
    "Nobody signs in from a page of another site.",
    "Open this server's own page.",
    [{ pointer: "", detail: "The Origin header names another site." }],
  );

/** Adds the routes of sessions. */
export const addSessions = (app: FastifyInstance, parts: HttpParts): void => {
  const path = `${API}/session`;
  const guard = new PasswordGuard(parts);
  const onRequest = gateFor(parts, "signed-in");
  app.get(path, { onRequest: gateFor(parts, "anyone") }, (request, reply) =>
    showSession(parts, request, reply),
  );
  app.post(path, { bodyLimit: MOST_BYTES }, (request, reply) => signIn(parts, guard, request, reply));
  app.delete(path, { onRequest }, (request, reply) => signOut(parts, request, reply));
  app.post(`${path}/password`, { onRequest, bodyLimit: MOST_BYTES }, (request, reply) =>
    renewPassword(parts, guard, request, reply),
  );
};

const aboutMe = async (
  { installation }: HttpParts,
  me: { account: string; name: string; sample: boolean },
) => {
  const { account, name, sample } = me;
  const { grants } = await installation.actorOf(account);
  return { account, name, grants: grants.map(({ role, place }) => ({ role, place })), sample };
};

const showSession = async (parts: HttpParts, { caller }: FastifyRequest, reply: FastifyReply) =>
  caller ? sendJson(reply, await aboutMe(parts, caller)) : sendProblem(reply, notSignedIn());

const signIn = async (
  parts: HttpParts,
  guard: PasswordGuard,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const { installation, chance, clock, behindProxy } = parts;
  if (request.headers.origin !== undefined && !isOwnOrigin(request.headers, behindProxy))
    return sendProblem(reply, otherSite());
  const read = readSignIn(request);
  if ("problem" in read) return sendProblem(reply, read.problem);
  const { account, password } = read.value;
  const checked = await guard.check(request, account, password);
  if (checked.kind === "wait") return sendProblem(reply, tooMany(), checked.ms);
  if (checked.kind === "wrong") return sendProblem(reply, wrongPassword("/password"));
  await guard.sweep();
  const secret = await createSession(installation.store.cabinet, chance, clock, account);
  parts.log.info("signed-in", { sample: checked.account.sample });
  return sendJson(
    reply.header("set-cookie", cookieFor(secret, behindProxy)),
    await aboutMe(parts, checked.account),
  );
};

const signOut = async (parts: HttpParts, request: FastifyRequest, reply: FastifyReply) => {
  const secret = sessionIn(request.headers, parts.behindProxy);
  if (secret !== undefined) await removeSession(parts.installation.store.cabinet, secret);
  parts.callers.forget();
  return sendNothing(reply.header("set-cookie", noCookie(parts.behindProxy)));
};

/** All sessions of the account end; whoever changed it in a browser goes on with a new one. */
const renewPassword = async (
  parts: HttpParts,
  guard: PasswordGuard,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const { installation, chance, clock, callers, behindProxy } = parts;
  const read = readNewPassword(request);
  if ("problem" in read) return sendProblem(reply, read.problem);
  const account = accountOf(request);
  const checked = await guard.check(request, account, read.value.old);
  if (checked.kind === "wait") return sendProblem(reply, tooMany(), checked.ms);
  if (checked.kind === "wrong")
    return sendProblem(
      reply,
      problem("invalid-request", "The old password is wrong.", "Type the password you signed in with.", [
        { pointer: "/old", detail: "This is not the account's password." },
      ]),
    );
  const changed = await changePassword(installation.store.cabinet, chance, account, read.value.new);
  if (changed.kind === "refused") return sendProblem(reply, changed.problem);
  callers.forget();
  if (request.caller?.by === "session")
    reply.header(
      "set-cookie",
      cookieFor(await createSession(installation.store.cabinet, chance, clock, account), behindProxy),
    );
  return sendNothing(reply);
};

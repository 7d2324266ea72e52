/** The server's own operations, which are no command or query of the registry: listed by hand. */
import type { TSchema } from "typebox";
import { NewAccount, NewToken, OneAccount, ResetPassword } from "./account-routes.ts";
import { KeyPassphrase } from "./export-routes.ts";
import { bodyFor, type Operation, ok, problems, SIGNED_IN } from "./openapi-parts.ts";
import { NewPassword, SignIn } from "./session-routes.ts";

/** Method, path, id, title, who may, and the request if there is one. */
export type ServerRoute = readonly [
  method: string,
  path: string,
  id: string,
  summary: string,
  description: string,
  body?: TSchema,
];

/** Every such route. */
export const SERVER_ROUTES: readonly ServerRoute[] = [
  [
    "get",
    "/start",
    "start",
    "What this server is",
    "For anyone: name, version, the legal day, and sample accounts while there are any.",
  ],
  ["get", "/health", "health", "The process runs", "For anyone. 200 as long as the process answers."],
  ["get", "/ready", "ready", "Requests are taken", "For anyone. 503 while the store is away."],
  ["get", "/status", "status", "How the installation is doing", "For: administrator, officer."],
  ["get", "/authority", "authority", "Which role may do what", "For everyone signed in."],
  ["get", "/session", "session.show", "Who I am", "401 when nobody is signed in."],
  ["post", "/session", "session.begin", "Sign in", "For anyone. Sets the session's cookie.", SignIn],
  ["delete", "/session", "session.end", "Sign out", "For everyone signed in."],
  [
    "post",
    "/session/password",
    "session.password",
    "A new password",
    "For everyone signed in. All sessions end; this one goes on with a new cookie.",
    NewPassword,
  ],
  ["get", "/tokens", "tokens.list", "My tokens", "For everyone signed in."],
  [
    "post",
    "/tokens",
    "tokens.create",
    "A new token",
    "For everyone signed in with a password. Its text is shown this once.",
    NewToken,
  ],
  ["delete", "/tokens/{id}", "tokens.revoke", "Revoke a token", "For everyone signed in; their own."],
  ["get", "/accounts", "accounts.list", "All accounts", "For: administrator."],
  [
    "post",
    "/accounts",
    "accounts.create",
    "A new account",
    "For: administrator. Roles are granted with authority.grant.",
    NewAccount,
  ],
  ["post", "/accounts/disable", "accounts.disable", "Disable an account", "For: administrator.", OneAccount],
  ["post", "/accounts/enable", "accounts.enable", "Enable an account", "For: administrator.", OneAccount],
  [
    "post",
    "/accounts/password",
    "accounts.password",
    "Set someone's password",
    "For: administrator.",
    ResetPassword,
  ],
  [
    "put",
    "/files",
    "files.keep",
    "Keep a file",
    "For everyone with a role: raw bytes, 10 MB; 64 MB for tariff-keeper, importer, administrator. Answers its hash.",
  ],
  [
    "get",
    "/checkpoint",
    "checkpoint.show",
    "The newest signed checkpoint",
    "For everyone signed in. Text in the form of c2sp.org/tlog-checkpoint; ?day=2026-03-01 gives the last one of a day, ?size=N that of the first N entries.",
  ],
  [
    "get",
    "/checkpoint/keys",
    "checkpoint.keys",
    "The public keys of the checkpoints",
    "For everyone signed in. One a line, the newest last.",
  ],
  [
    "get",
    "/checkpoint/consistency",
    "checkpoint.consistency",
    "That the journal only grew",
    "For everyone signed in. ?from=SIZE of an earlier checkpoint; text as a witness takes it (c2sp.org/tlog-witness).",
  ],
  [
    "get",
    "/proofs",
    "proofs.find",
    "The entries of a declaration or reference",
    "For everyone signed in who may see them. ?declaration=NUMBER, or ?reference=TEXT with its &scope=.",
  ],
  [
    "get",
    "/proofs/{position}",
    "proofs.show",
    "Proof that an entry is in the journal",
    "For everyone who may see the entry. Text in the form of c2sp.org/tlog-proof; ?size=SIZE for an earlier checkpoint.",
  ],
  [
    "get",
    "/export/place",
    "export.place",
    "Where the journal stood after an entry",
    "For: administrator of the whole installation. ?position=N.",
  ],
  [
    "get",
    "/export/entries",
    "export.entries",
    "Entries byte for byte",
    "For: administrator of the whole installation. ?from=N&to=M; raw bytes, see openftz export.",
  ],
  [
    "get",
    "/export/files",
    "export.files",
    "All files beside the journal",
    "For: administrator of the whole installation.",
  ],
  [
    "post",
    "/export/keys",
    "export.keys",
    "The keys of persons under a passphrase",
    "For: administrator of the whole installation.",
    KeyPassphrase,
  ],
  ["get", "/files/{hash}", "files.read", "Read a file", "For: tariff-keeper, administrator."],
];

/** Describes one. */
export const serverOperation = ([, path, id, summary, description, body]: ServerRoute): Operation => {
  const variable = /\{(\w+)\}/.exec(path)?.[1];
  return {
    operationId: id,
    tags: ["server"],
    summary,
    description,
    security: /^For anyone/.test(description) ? [] : SIGNED_IN,
    ...(variable && {
      parameters: [{ name: variable, in: "path", required: true, schema: { type: "string" } }],
    }),
    ...(body && bodyFor(body)),
    ...(id === "files.keep" && { requestBody: { content: { "application/octet-stream": { schema: {} } } } }),
    responses: { ...ok({ type: "object" }), ...problems(404, 422, 429, 503) },
  };
};

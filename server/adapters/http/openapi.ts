/** The OpenAPI 3.1 description, made from the registry: what is not a command or query of it is listed by hand here. */
import { PROBLEMS } from "@openftz/customs/define/problem.ts";
import type { TSchema } from "typebox";
import type { AnyCommand, AnyQuery, Registry } from "../../desk/registry.ts";
import { NewAccount, NewToken, OneAccount, ResetPassword } from "./account-routes.ts";
import { exampleOf } from "./examples.ts";
import { fieldsOf } from "./query-string.ts";
import { API, pathOf } from "./requests.ts";
import { NewPassword, SignIn } from "./session-routes.ts";

/** One operation, as the pages list it. */
export type Operation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: object;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: object; readonly example?: unknown }>>;
  };
  readonly responses: object;
};

/** The whole description. */
export type OpenApi = {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
};

const SIGNED_IN = [{ token: [] }, { session: [] }];
const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), { $ref: "#/components/responses/problem" }]));
const jsonOf = (schema: object, example?: unknown) => ({
  "application/json": { schema, ...(example !== undefined && { example }) },
});
const ok = (schema: object) => ({ "200": { description: "Done.", content: jsonOf(schema) } });
const bodyFor = (schema: TSchema) => ({
  requestBody: { required: true, content: jsonOf(schema, exampleOf(schema)) },
});
const nounOf = (name: string): string => name.slice(0, name.indexOf("."));
const whoOf = (by: AnyQuery["by"]): string =>
  by === "anyone"
    ? "Open to anyone."
    : by === "signed-in"
      ? "For everyone signed in."
      : `For: ${by.join(", ")}.`;

const POSITION = { type: "integer", description: "The journal's position; ask lists with after=position." };

const commandOperation = ({ name, title, by, twoPeople, request }: AnyCommand): Operation => ({
  operationId: name,
  tags: [nounOf(name)],
  summary: `${title.en} · ${title.zh}`,
  description: `${whoOf(by)}${twoPeople ? " One person proposes it, another confirms it with proposal.confirm." : ""}`,
  security: SIGNED_IN,
  ...bodyFor(request),
  responses: {
    ...ok({
      type: "object",
      properties: {
        position: POSITION,
        repeated: {
          type: "boolean",
          description: "True: this reference was carried out before; the same answer again.",
        },
      },
      required: ["position", "repeated"],
    }),
    ...problems(400, 404, 409, 413, 422, 429, 503),
  },
});

const LIST_ANSWER = {
  type: "object",
  properties: {
    rows: { type: "array", items: { type: "object" } },
    next: { type: ["string", "null"], description: "Give it as cursor for the next page." },
    position: POSITION,
  },
  required: ["rows", "next", "position"],
};

const FRAME = {
  list: [
    { name: "cursor", in: "query", description: "next of the page before.", schema: { type: "string" } },
    {
      name: "limit",
      in: "query",
      description: "Rows on a page.",
      schema: { type: "integer", minimum: 1, maximum: 500, default: 50 },
    },
    {
      name: "after",
      in: "query",
      description: "Wait until the lists stand at this position.",
      schema: { type: "integer", minimum: 0 },
    },
  ],
  record: [
    {
      name: "asOf",
      in: "query",
      description: "As it was at a position, or at the end of a day.",
      schema: { type: "string" },
    },
  ],
};

const parametersOf = ({ request }: AnyQuery) => {
  const { properties, required = [] } = request as {
    properties?: Record<string, TSchema>;
    required?: readonly string[];
  };
  return [...fieldsOf(request).keys()].map((name) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: properties![name]!,
  }));
};

const queryOperations = (query: AnyQuery): Readonly<Record<string, Operation>> => {
  const { name, title, by, kind, request } = query;
  const nested = [...fieldsOf(request).values()].includes("nested");
  const common = {
    tags: [nounOf(name)],
    summary: `${title.en} · ${title.zh}`,
    security: by === "anyone" ? [{}, ...SIGNED_IN] : SIGNED_IN,
    responses: { ...ok(kind === "list" ? LIST_ANSWER : { type: "object" }), ...problems(404, 422, 429, 503) },
  };
  const get = {
    ...common,
    operationId: name,
    description: whoOf(by),
    parameters: [...parametersOf(query), ...FRAME[kind]],
  };
  const post = {
    ...common,
    operationId: nested ? name : `${name}.post`,
    description: `${whoOf(by)} The same question with a JSON body.`,
    parameters: FRAME[kind],
    ...bodyFor(request),
  };
  return nested ? { post } : { get, post };
};

type Plain = readonly [
  method: string,
  path: string,
  id: string,
  summary: string,
  description: string,
  body?: TSchema,
];

const PLAIN: readonly Plain[] = [
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
  ["get", "/files/{hash}", "files.read", "Read a file", "For: tariff-keeper, administrator."],
];

const plainOperation = ([, path, id, summary, description, body]: Plain): Operation => {
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

const COMPONENTS = {
  securitySchemes: {
    token: { type: "http", scheme: "bearer", description: "Authorization: Bearer oftz_…" },
    session: {
      type: "apiKey",
      in: "cookie",
      name: "openftz",
      description: "The cookie of POST /api/v1/session; behind a proxy __Host-openftz.",
    },
  },
  schemas: {
    Problem: {
      type: "object",
      description: `RFC 9457. Types: ${Object.entries(PROBLEMS)
        .map(([type, [status]]) => `${type} (${status})`)
        .join(", ")}.`,
      properties: {
        type: { type: "string" },
        status: { type: "integer" },
        title: { type: "string" },
        detail: { type: "string" },
        next: { type: "string", description: "What to do now." },
        faults: {
          type: "array",
          items: {
            type: "object",
            properties: {
              pointer: {
                type: "string",
                description: "JSON pointer (RFC 6901) into the request; empty: the whole.",
              },
              detail: { type: "string" },
              try: { type: "array", items: { type: "string" } },
            },
            required: ["pointer", "detail"],
          },
        },
      },
      required: ["type", "status", "title", "detail", "next", "faults"],
    },
  },
  responses: {
    problem: {
      description: "Refused, with everything that is wrong and the next step.",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  },
};

/** Describes a release. */
export const openApiOf = ({ commands, queries }: Registry, version: string): OpenApi => {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const command of commands.values()) paths[pathOf(command.name)] = { post: commandOperation(command) };
  for (const query of queries.values()) paths[pathOf(query.name)] = queryOperations(query);
  for (const plain of PLAIN) {
    const path = API + plain[1];
    paths[path] = { ...paths[path], [plain[0]]: plainOperation(plain) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "OpenFTZ",
      version,
      description:
        "Every act is a command, every look a query. A stranger is told 404 for everything that is not open to anyone.",
    },
    paths,
    components: COMPONENTS,
  };
};

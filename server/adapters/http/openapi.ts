/** The OpenAPI 3.1 description, made from the registry: what is not a command or query of it is listed by hand here. */
import type { TSchema } from "typebox";
import type { AnyCommand, AnyQuery, Registry } from "../../desk/registry.ts";
import { bodyFor, COMPONENTS, type Operation, ok, problems, SIGNED_IN } from "./openapi-parts.ts";
import { SERVER_ROUTES, serverOperation } from "./openapi-server.ts";
import { fieldsOf } from "./query-string.ts";
import { API, pathOf } from "./requests.ts";

/** The whole description. */
export type OpenApi = {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
};

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

/** Describes a release. */
export const openApiOf = ({ commands, queries }: Registry, version: string): OpenApi => {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const command of commands.values()) paths[pathOf(command.name)] = { post: commandOperation(command) };
  for (const query of queries.values()) paths[pathOf(query.name)] = queryOperations(query);
  for (const route of SERVER_ROUTES) {
    const path = API + route[1];
    paths[path] = { ...paths[path], [route[0]]: serverOperation(route) };
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

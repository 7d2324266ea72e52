/** Every endpoint with a request that it takes: out of the API's own description, and what is on record. */
import type { OpenApi } from "../../server/adapters/http/openapi.ts";
import type { Operation } from "../../server/adapters/http/openapi-parts.ts";
import type { World } from "../../server/adapters/http/test-world.ts";
import { declaration, PASSWORD, TRADER } from "../../server/adapters/http/test-world.ts";
import type { Sent } from "./mutate.ts";

/**
 * An operation of the API and its valid request, of which `json` is the body's value. Where a path has several
 * methods (a query by GET and by POST), each has its share of the changes.
 */
export type Endpoint = {
  readonly id: string;
  readonly sent: Sent;
  readonly json: unknown;
  readonly share: number;
};

/** Who asks: somebody with every role, so that no request ends at the gate. */
export const ASKER = "nobody-1";
const ROLES = [
  ["declarant", `party/${TRADER}`],
  ["officer", "office/2218"],
  ["importer", "*"],
  ["tariff-keeper", "*"],
  ["administrator", "*"],
] as const;

/** Gives the asker every role, and files a declaration; returns its number and the hash of a file. */
export const prepare = async ({ installation, ask }: World) => {
  for (const [role, place] of ROLES)
    await installation.submitValue("authority.grant", "installation", {
      holder: ASKER,
      role,
      place,
      from: "2020-01-01",
      delegable: true,
    });
  const filed = await ask("POST", "/api/v1/declaration/file", { as: ASKER, body: declaration("first") });
  const file = await ask("PUT", "/api/v1/files", {
    as: ASKER,
    body: Buffer.from('{"code":"8471301000","mfn":"0"}\n'),
  });
  return { number: String(filed.json.declaration), file: String(file.json.hash) };
};

type Known = Awaited<ReturnType<typeof prepare>>;

/** What is on record, by the names of fields; for all else the description's own examples stand. */
const factsOf = ({ number, file }: Known): Readonly<Record<string, string>> => ({
  account: "officer-1",
  declarant: TRADER,
  declaration: number,
  edition: file,
  file,
  hash: file,
  holder: "broker-1",
  id: "none",
  office: "2218",
  old: PASSWORD,
  party: TRADER,
  password: PASSWORD,
  trader: TRADER,
});

const withFacts = (value: unknown, facts: ReturnType<typeof factsOf>): unknown => {
  if (Array.isArray(value)) return value.map((each) => withFacts(each, facts));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === "string" && Object.hasOwn(facts, name) ? facts[name] : withFacts(inner, facts),
    ]),
  );
};

type Parameters = NonNullable<Operation["parameters"]>;

/** The needed parameters, as the example of the same question by POST has them. */
const queryOf = (parameters: Parameters, example: Readonly<Record<string, unknown>>): string => {
  const parts = parameters
    .filter(({ name, in: where, required }) => where === "query" && required && Object.hasOwn(example, name))
    .map(({ name }) => `${name}=${encodeURIComponent(String(example[name]))}`);
  return parts.length > 0 ? `?${parts.join("&")}` : "";
};

const exampleIn = (operation: Operation | undefined): unknown =>
  operation?.requestBody?.content["application/json"]?.example;

/** All operations of the description, and those that it does not list. */
export const endpointsOf = ({ paths }: OpenApi, known: Known, token: string): readonly Endpoint[] => {
  const facts = factsOf(known);
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const listed = Object.entries(paths).flatMap(([path, methods]) => {
    const asked = withFacts(exampleIn(methods.post) ?? {}, facts) as Readonly<Record<string, unknown>>;
    const at = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? "x");
    return Object.entries(methods).map(([method, operation]): Endpoint => {
      const { operationId: id, parameters = [] } = operation;
      const json = id === "declaration.file" ? declaration("valid") : withFacts(exampleIn(operation), facts);
      const text = id === "files.keep" ? '{"code":"8471301000"}\n' : JSON.stringify(json);
      const body = text === undefined ? {} : { body: Buffer.from(text) };
      const url = at + queryOf(parameters, asked);
      const sent = { method: method.toUpperCase(), url, headers, ...body };
      return { id, json, sent, share: 1 / Object.keys(methods).length };
    });
  });
  // The large pages take no input, and looking through them costs more than all else: a twentieth is enough.
  const more = [
    ["/metrics", 1],
    ["/api/v1/nothing", 1],
    ["/", 0.05],
    ["/api/docs", 0.05],
    ["/api/v1/openapi.json", 0.05],
  ] as const;
  return [
    ...listed,
    ...more.map(([url, share]) => ({
      id: url,
      json: undefined,
      share,
      sent: { method: "GET", url, headers },
    })),
  ];
};

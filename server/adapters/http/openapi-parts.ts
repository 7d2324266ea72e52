/** Pieces that every operation of the OpenAPI description is made of. */
import { PROBLEMS } from "@openftz/customs/define/problem.ts";
import type { TSchema } from "typebox";
import { exampleOf } from "./examples.ts";

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

/** Who is signed in: by a token or a session. */
export const SIGNED_IN = [{ token: [] }, { session: [] }];
/** The answers that are problems. */
export const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [String(status), { $ref: "#/components/responses/problem" }]));
const jsonOf = (schema: object, example?: unknown) => ({
  "application/json": { schema, ...(example !== undefined && { example }) },
});
/** The answer when all is well. */
export const ok = (schema: object) => ({ "200": { description: "Done.", content: jsonOf(schema) } });
/** The body of a request, with an example. */
export const bodyFor = (schema: TSchema) => ({
  requestBody: { required: true, content: jsonOf(schema, exampleOf(schema)) },
});
/** What the operations refer to. */
export const COMPONENTS = {
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

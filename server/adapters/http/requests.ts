/** Reading requests: the path of a command or query, raw bodies, and small JSON bodies of our own routes. */
import type { Problem } from "@openftz/customs/define/problem.ts";
import type { FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import { checkerOf, readJson } from "../../desk/requests.ts";

/** Where the API lives. */
export const API = "/api/v1";

/** The path of a command or query: declaration.file is /api/v1/declaration/file. */
export const pathOf = (name: string): string => `${API}/${name.replace(".", "/")}`;

const NO_BYTES = Buffer.alloc(0);

/** The body as it came; empty when there was none. */
export const bodyOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : NO_BYTES);

/** A reader of bodies of one schema: the value, or what is wrong with it. */
export const readerOf = <Schema extends TSchema>(schema: Schema) => {
  const check = checkerOf(schema);
  return (request: FastifyRequest): { readonly value: Static<Schema> } | { readonly problem: Problem } => {
    const read = readJson(bodyOf(request));
    if ("status" in read) return { problem: read };
    const problem = check(read.value);
    return problem ? { problem } : { value: read.value as Static<Schema> };
  };
};

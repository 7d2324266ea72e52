/** The API's own pages: the description as JSON, and the same for people, made of it once at the start. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { sendJsonBytes } from "./answers.ts";
import { type OpenApi, openApiOf } from "./openapi.ts";
import type { Operation } from "./openapi-parts.ts";
import type { HttpParts } from "./parts.ts";
import { VERSION } from "./public-routes.ts";
import { API } from "./requests.ts";

const HEADERS = {
  "cache-control": "no-cache",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

/** Adds the pages. They describe no data, so anyone may read them. */
export const addDocs = (app: FastifyInstance, { installation }: HttpParts): void => {
  const description = openApiOf(installation.registry, VERSION);
  // One copy, however many ask and do not read.
  const page = Buffer.from(pageOf(description));
  const json = Buffer.from(JSON.stringify(description));
  app.get(`${API}/openapi.json`, (_, reply) => sendJsonBytes(reply, json));
  app.get("/api/docs", (_, reply) => reply.headers(HEADERS).type("text/html; charset=utf-8").send(page));
  for (const [name, type] of [
    ["page.css", "text/css; charset=utf-8"],
    ["page.js", "text/javascript; charset=utf-8"],
  ] as const) {
    const text = readFileSync(path.join(import.meta.dirname, "docs", name));
    app.get(`/api/docs/${name}`, (_, reply) => reply.headers(HEADERS).type(type).send(text));
  }
};

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
const block = (title: string, value: unknown): string =>
  `<h4>${title}</h4><pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;

const operationHtml = (at: string, method: string, operation: Operation): string => {
  const { summary, description, parameters = [], requestBody } = operation;
  const [body] = Object.values(requestBody?.content ?? {});
  const rows = parameters.map(
    ({ name, required, schema }) =>
      `<li><code>${escaped(name)}</code>${required ? " (needed)" : ""} <code>${escaped(JSON.stringify(schema))}</code></li>`,
  );
  return `<details><summary><span class="method">${method.toUpperCase()}</span> <code>${escaped(at)}</code> ${escaped(summary)}</summary>
<p>${escaped(description)}</p>${rows.length > 0 ? `<h4>Parameters</h4><ul>${rows.join("")}</ul>` : ""}${
    body?.example === undefined ? "" : block("Example of a request", body.example)
  }${body ? block("Schema of the request", body.schema) : ""}</details>`;
};

const pageOf = ({ info, paths, components }: OpenApi): string => {
  const all = Object.entries(paths).flatMap(([at, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ at, method, operation })),
  );
  const tags = [...new Set(all.flatMap(({ operation }) => operation.tags))];
  const sections = tags.map((tag) => {
    const own = all.filter(({ operation }) => operation.tags.includes(tag));
    return `<h2>${escaped(tag)}</h2>${own.map(({ at, method, operation }) => operationHtml(at, method, operation)).join("\n")}`;
  });
  const { Problem } = (components as { schemas: { Problem: object } }).schemas;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)} API</title><link rel="stylesheet" href="/api/docs/page.css"><link rel="icon" href="data:,">
<script src="/api/docs/page.js" defer></script></head>
<body><h1>${escaped(info.title)} API ${escaped(info.version)}</h1><p>${escaped(info.description)}
As a file: <a href="${API}/openapi.json">openapi.json</a>.</p>
<p><label>Search <input id="words" type="search"></label></p>
${sections.join("\n")}
<h2>Problems</h2><p>Every refusal is <code>application/problem+json</code>.</p>${block("Schema", Problem)}
</body></html>
`;
};

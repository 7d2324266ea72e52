/**
 * The built pages. All files are read once at the start and found by their exact name, so no path, however it is
 * written, can reach anything else. Every other path of a page gets the start page, whose own routes go on from there.
 */
import { hash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sendNothingHere } from "./answers.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};
const SMALL_BYTES = 1_000;
const BROTLI_QUALITY = 5;

// antd writes its styles into the page as it runs; nothing else may come from anywhere but here.
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

type Page = {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly caching: string;
  readonly packed: Map<string, Promise<Buffer>>;
};

const API_PATH = /^\/+api([/?]|$)/i;

/** A path that pages may have: everything outside /api. */
export const isForPages = ({ raw, method }: FastifyRequest): boolean => {
  const url = raw.url ?? "";
  return (method === "GET" || method === "HEAD") && !API_PATH.test(url) && !API_PATH.test(pathIn(url));
};

/** The path with dots and escapes resolved; what cannot be resolved is nobody's. */
const pathIn = (url: string): string => {
  try {
    return decodeURIComponent(new URL(url.replace(/^\/+/, "/"), "http://localhost").pathname);
  } catch {
    return "/api";
  }
};

const NOT_BUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>OpenFTZ</title>
<h1>OpenFTZ</h1><p>The pages are not built here. The API answers: <a href="/api/docs">its pages</a>.</p></html>`;

const readPages = (root: string | undefined): ReadonlyMap<string, Page> => {
  const pages = new Map<string, Page>();
  if (root !== undefined && existsSync(root))
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const name = `/${path.relative(root, file).split(path.sep).join("/")}`;
      pages.set(name, pageOf(name, readFileSync(file)));
    }
  if (!pages.has("/index.html")) pages.set("/index.html", pageOf("/index.html", Buffer.from(NOT_BUILT)));
  return pages;
};

const pageOf = (name: string, bytes: Buffer): Page => ({
  bytes,
  type: TYPES[path.extname(name)] ?? "application/octet-stream",
  etag: `"${hash("sha256", bytes, "base64url").slice(0, 27)}"`,
  caching: name.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
  packed: new Map(),
});

const packers: Readonly<Record<string, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: promisify(gzip),
};

/** The bytes in the best form that the browser takes; each is packed once, when it is first asked for. */
const inBestForm = async (page: Page, accepted: string): Promise<{ bytes: Buffer; encoding?: string }> => {
  const encoding = Object.keys(packers).find((name) => new RegExp(`\\b${name}\\b(?!;q=0)`).test(accepted));
  if (encoding === undefined || page.bytes.length < SMALL_BYTES || !/^text|json|svg/.test(page.type))
    return { bytes: page.bytes };
  const packed = page.packed.get(encoding) ?? packers[encoding]!(page.bytes);
  page.packed.set(encoding, packed);
  return { bytes: await packed, encoding };
};

/** A handler for everything that is not the API. */
export const webPages = (root: string | undefined, behindProxy: boolean) => {
  const pages = readPages(root);
  const start = pages.get("/index.html")!;
  const headers = {
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "referrer-policy": "same-origin",
    vary: "accept-encoding",
    "x-content-type-options": "nosniff",
    ...(behindProxy && { "strict-transport-security": "max-age=31536000" }),
  };
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const name = (request.raw.url ?? "/").replace(/[?#].*$/s, "");
    const page = pages.get(name) ?? (name.startsWith("/assets/") ? undefined : start);
    if (!page) return sendNothingHere(reply);
    reply.code(200).headers({ ...headers, "cache-control": page.caching, etag: page.etag });
    if (request.headers["if-none-match"] === page.etag) return reply.code(304).send();
    const { bytes, encoding } = await inBestForm(page, String(request.headers["accept-encoding"] ?? ""));
    if (encoding !== undefined) reply.header("content-encoding", encoding);
    return reply.type(page.type).send(bytes);
  };
};

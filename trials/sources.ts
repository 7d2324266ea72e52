import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { listFiles, root } from "./files.ts";

/** A syntax tree's node, as the parser hands it out. */
export type Node = { readonly type: string; readonly start: number; readonly end: number } & {
  readonly [key: string]: unknown;
};
/** A comment without its marks. */
export type Comment = {
  readonly type: "Line" | "Block";
  readonly value: string;
  readonly start: number;
  readonly end: number;
};

/** One import or re-export. `target` is a file from the root for what is ours, else the package's name. */
export type Import = {
  readonly specifier: string;
  readonly target: string;
  readonly ours: boolean;
  /** Written `import type` or `export type`: nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
};

/** One source file, parsed. */
export type Source = {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  /** A test, or a contract that only tests run. */
  readonly isTest: boolean;
  readonly program: Node;
  readonly comments: readonly Comment[];
  readonly imports: readonly Import[];
  readonly errors: readonly string[];
};

type Request = { readonly value?: string; readonly start: number; readonly end: number };
type Parsed = {
  readonly program: Node;
  readonly comments: readonly Comment[];
  readonly errors: readonly { readonly message: string }[];
  readonly module: {
    readonly staticImports: readonly { readonly start: number; readonly moduleRequest: Request }[];
    readonly staticExports: readonly {
      readonly start: number;
      readonly entries: readonly { moduleRequest: Request | null }[];
    }[];
    readonly dynamicImports: readonly { readonly moduleRequest: Request }[];
  };
};

// The compiler has no API any more; the parser that comes with Vite reads 300 files in a tenth of a second.
const { parseSync } = createRequire(import.meta.resolve("vite"))("rolldown/experimental") as {
  parseSync: (file: string, text: string) => Parsed;
};

const resolveSpecifier = (from: string, specifier: string): { target: string; ours: boolean } => {
  if (specifier.startsWith("."))
    return { target: path.posix.join(path.posix.dirname(from), specifier), ours: true };
  if (specifier.startsWith("@openftz/")) return { target: specifier.slice("@openftz/".length), ours: true };
  if (specifier.startsWith("node:")) return { target: specifier, ours: false };
  const parts = specifier.split("/");
  return { target: parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/"), ours: false };
};

const importsOf = (file: string, text: string, parsed: Parsed): Import[] => {
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const found = [
    ...staticImports.map(({ start, moduleRequest }) => ({ start, request: moduleRequest })),
    ...staticExports.flatMap(({ start, entries }) =>
      entries.slice(0, 1).flatMap(({ moduleRequest: request }) => (request ? [{ start, request }] : [])),
    ),
    ...dynamicImports.map(({ moduleRequest }) => ({ start: -1, request: moduleRequest })),
  ];
  return found.flatMap(({ start, request }) => {
    const written = /^(["'`])(.+)\1$/.exec(text.slice(request.start, request.end))?.[2];
    if (written === undefined) return []; // a computed dynamic import
    const typeOnly = start >= 0 && /^(import|export)\s+type\b/.test(text.slice(start, start + 40));
    return [{ specifier: written, typeOnly, ...resolveSpecifier(file, written) }];
  });
};

const readSource = (file: string): Source => {
  const text = readFileSync(path.join(root, file), "utf8");
  const parsed = parseSync(file, text);
  return {
    path: file,
    room: file.includes("/") ? file.slice(0, file.indexOf("/")) : "",
    text,
    isTest: /\.test\.tsx?$|-contract(\/.*)?\.ts$/.test(file),
    program: parsed.program,
    comments: parsed.comments,
    imports: importsOf(file, text, parsed),
    errors: parsed.errors.map(({ message }) => message),
  };
};

/** Every TypeScript and JavaScript source of the clone. */
export const readSources = (): Source[] =>
  listFiles()
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map(readSource);

/** A place for people: the file and the line. */
export const placeOf = (source: Source, at: { readonly start: number }): string =>
  `${source.path}:${source.text.slice(0, at.start).split("\n").length}`;

/** Visits every node with the nodes around it, the nearest last. */
export const visit = (
  node: Node,
  see: (node: Node, around: readonly Node[], key: string) => void,
  around: readonly Node[] = [],
  key = "",
): void => {
  see(node, around, key);
  const inner = [...around, node];
  for (const [name, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child !== null && typeof child === "object" && typeof child.type === "string")
        visit(child as Node, see, inner, name);
};

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { listFiles, root } from "./trials/files.ts";
import { makesFloats, reachesOutside } from "./trials/purity.ts";
import { type Import, type Node, placeOf, readSources, type Source, visit } from "./trials/sources.ts";

// The house rules, as tests. A rule that is not here is a preference.

const ROOMS = ["kernel", "customs", "policy", "server", "trials"] as const;
const files = listFiles();
const sources = readSources();
const inRooms = (...rooms: readonly string[]): Source[] => sources.filter(({ room }) => rooms.includes(room));
const pure = inRooms("kernel", "customs", "policy").filter(({ isTest }) => !isTest);
const isBin = (source: Source): boolean => source.path.startsWith("server/bin/");

type Manifest = Partial<
  Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>
> & {
  readonly private?: boolean;
  readonly version?: string;
};
const readText = (file: string): string => readFileSync(path.join(root, file), "utf8");
const manifestOf = (room: string): Manifest =>
  JSON.parse(readText(path.join(room, "package.json"))) as Manifest;
const namesIn = (manifest: Manifest, kind: "dependencies" | "devDependencies"): string[] =>
  Object.keys(manifest[kind] ?? {});

/** Fails with everything that is wrong, one a line, under a sentence that tells what to do. */
const expectNone = (found: readonly string[], whatToDo: string): void => {
  if (found.length > 0) assert.fail(`${whatToDo}\n  ${found.join("\n  ")}`);
};

const eachImport = (of: readonly Source[], wrong: (source: Source, one: Import) => boolean): string[] =>
  of.flatMap((source) =>
    source.imports
      .filter((one) => wrong(source, one))
      .map(({ specifier }) => `${source.path}  imports ${specifier}`),
  );
const roomOf = (target: string): string => target.split("/")[0] ?? "";

describe("arrows", () => {
  it("every source can be read", () => {
    const broken = sources.flatMap(({ path: file, errors }) => errors.map((error) => `${file}  ${error}`));
    expectNone(broken, "These do not parse; mend the syntax:");
  });

  it("rooms import to the left only: kernel <- customs <- policy <- server <- trials", () => {
    const rank = (room: string): number => (ROOMS as readonly string[]).indexOf(room);
    const wrong = eachImport(
      inRooms(...ROOMS).filter((source) => !isBin(source)),
      (source, { ours, target }) =>
        ours && (rank(roomOf(target)) < 0 || rank(roomOf(target)) > rank(source.room)),
    );
    expectNone(wrong, "Move what is shared to the room further left, or pass it in as an argument:");
  });

  it("the web takes types from customs, and nothing else from any room", () => {
    const wrong = eachImport(
      inRooms("web"),
      (_, { ours, target, typeOnly }) =>
        ours && roomOf(target) !== "web" && !(roomOf(target) === "customs" && typeOnly),
    );
    expectNone(wrong, "Write `import type` from @openftz/customs, or ask the server over HTTP:");
  });

  it("an adapter never imports another", () => {
    const adapter = (file: string): string | undefined => /^server\/adapters\/([^/]+)\//.exec(file)?.[1];
    const wrong = eachImport(sources, ({ path: file }, { target }) => {
      const [own, other] = [adapter(file), adapter(target)];
      return own !== undefined && other !== undefined && own !== other;
    });
    expectNone(
      wrong,
      "Move what two adapters share to server/, behind a port; server's own files put them together:",
    );
  });

  it("a room imports only packages that its package.json names", () => {
    const shared = namesIn(manifestOf("."), "devDependencies");
    const wrong = [...ROOMS, "web"].flatMap((room) => {
      const own = manifestOf(room);
      const forUse = namesIn(own, "dependencies");
      const forTests = [...forUse, ...namesIn(own, "devDependencies"), ...shared];
      return eachImport(inRooms(room), (source, { ours, target, typeOnly }) => {
        if (ours)
          return room !== roomOf(target) && !forUse.includes(`@openftz/${roomOf(target)}`) && !isBin(source);
        if (target.startsWith("node:")) return false;
        const tools =
          source.isTest ||
          typeOnly ||
          room === "trials" ||
          /vite\.config|web\/(build|browser-test)/.test(source.path);
        return !(tools ? forTests : forUse).includes(target);
      });
    });
    expectNone(wrong, "Name the package in that room's package.json (kernel has none), or do without:");
  });
});

describe("purity of the inner rooms", () => {
  it("kernel, customs and policy touch no clock, chance, locale or outside world", () => {
    expectNone(
      pure.flatMap(reachesOutside),
      "Take it as an argument (now, draw, hash), or move it to server/:",
    );
  });

  it("nothing owed or stocked is a float", () => {
    const what =
      "Count in whole units: bigint, kernel/fraction.ts or kernel/quantity.ts; days and places with Math.floor(a / b):";
    expectNone(pure.flatMap(makesFloats), what);
  });
});

const everyNode = (of: readonly Source[], wrong: (node: Node) => string | undefined): string[] =>
  of.flatMap((source) => {
    const found: string[] = [];
    visit(source.program, (node) => {
      const what = wrong(node);
      if (what !== undefined) found.push(`${placeOf(source, node)}  ${what}`);
    });
    return found;
  });
const everyComment = (word: RegExp): string[] =>
  sources.flatMap((source) =>
    source.comments
      .filter(({ value }) => word.test(value))
      .map((at) => `${placeOf(source, at)}  ${at.value.trim()}`),
  );

// Three X are also ISO 4217's "no currency": only at the start of a line or before a colon are they a note.
const LATER = /\b(TODO|FIXME|HACK)\b|^[\s*]*XXX\b|\bXXX:/m;

describe("no leftover", () => {
  it("nothing is `any`, and the compiler is never silenced", () => {
    const any = everyNode(sources, ({ type }) => (type === "TSAnyKeyword" ? "any" : undefined));
    const silenced = everyComment(/@ts-(ignore|expect-error|nocheck)\b/);
    expectNone([...any, ...silenced], "Say the type; for bytes from outside it is `unknown` until checked:");
  });

  it("nothing is left for later", () => {
    expectNone(everyComment(LATER), "Do it now, or write an issue and remove the note:");
  });

  it("no test runs alone, no debugger stays", () => {
    const left = everyNode(sources, (node) => {
      if (node.type === "DebuggerStatement") return "debugger";
      const callee = node.type === "CallExpression" ? (node.callee as Node) : undefined;
      const [object, property] = [callee?.object as Node | undefined, callee?.property as Node | undefined];
      const runner = /^(test|it|describe|suite)$/.test(String(object?.name));
      return runner && property?.name === "only" ? `${String(object?.name)}.only(` : undefined;
    });
    expectNone(left, "Remove it, so that all tests run:");
  });

  it("no file knows one machine's folders or a registry's host", () => {
    const machine = /(?<![\w.@:/-])\/(?:home|root|Users|work|workspace|mnt)\/[\w.-]+/;
    const host = /registry\.(?:npmjs|yarnpkg|npmmirror)\.|"resolved": "https?:/;
    const text = files.filter((file) => /\.(ts|tsx|mjs|json|md|sh|html|css|ya?ml)$|^\.ci\//.test(file));
    const wrong = text.flatMap((file) =>
      readText(file)
        .split("\n")
        .flatMap((line, index) =>
          machine.test(line) || host.test(line) ? [`${file}:${index + 1}  ${line.trim()}`] : [],
        ),
    );
    expectNone(wrong, "Use a path from the clone's root, or none; npm's own settings know the registry:");
  });

  it("every room is private and carries the one version", () => {
    const { version } = manifestOf(".");
    const wrong = [".", ...ROOMS, "web"].flatMap((room) => {
      const manifest = manifestOf(room);
      const others = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
        .filter(([name, asked]) => name.startsWith("@openftz/") && asked !== version)
        .map(([name, asked]) => `${room}/package.json  asks ${name} ${asked}`);
      if (manifest.private !== true) others.push(`${room}/package.json  is not "private": true`);
      if (manifest.version !== version) others.push(`${room}/package.json  is version ${manifest.version}`);
      return others;
    });
    expectNone(wrong, `Set "private": true and version ${version} everywhere:`);
  });

  it("every test file is one that `npm test` or `npm run test:long` runs", () => {
    const strange = files.filter((file) => /[.-](test|spec)\.(tsx|mjs|js|cjs|mts)$|[.-]spec\.ts$/.test(file));
    expectNone(strange, "Name it <name>.test.ts, .database., .process., .browser. or .long.test.ts:");
  });

  it("no source lies unused", () => {
    const imported = new Set(sources.flatMap((source) => source.imports.map(({ target }) => target)));
    // Files may also be named: a worker's URL, a script in a page or a manifest.
    const named = new Set<string>();
    const noteName = (text: string): void => {
      for (const [, name] of text.matchAll(/([\w.-]+\.(?:ts|tsx|mjs))\b/g)) named.add(name ?? "");
    };
    for (const source of sources) {
      const specifiers = new Set(source.imports.map(({ specifier }) => specifier));
      visit(source.program, (node) => {
        const value = node.type === "TemplateElement" ? (node.value as { raw: string }).raw : node.value;
        if (typeof value === "string" && !specifiers.has(value)) noteName(value);
      });
    }
    for (const file of files.filter((name) => /package\.json$|\.html$|^\.ci\//.test(name)))
      noteName(readText(file));
    const unused = inRooms(...ROOMS, "web").filter(
      ({ path: file, isTest }) =>
        !isTest &&
        !imported.has(file) &&
        !named.has(path.basename(file)) &&
        !/^policy\/measures\/|vite\.config|\.d\.ts$/.test(file), // read from their folder; read by Vite; types
    );
    expectNone(
      unused.map(({ path: file }) => file),
      "Nothing imports these: wire them in or remove them:",
    );
  });
});

/** What the lock says was published must be there, byte for byte. */
const changedSince = (lockFile: string): string[] => {
  if (!existsSync(path.join(root, lockFile))) return [];
  const lock = JSON.parse(readText(lockFile)) as Record<string, string>;
  const folder = path.dirname(lockFile);
  return Object.entries(lock).flatMap(([name, sha256]) => {
    const file = [name, path.join(folder, name), path.join(folder, "measures", name)].find((one) =>
      existsSync(path.join(root, one)),
    );
    if (file === undefined) return [`${name}  is gone`];
    return createHash("sha256")
      .update(readFileSync(path.join(root, file)))
      .digest("hex") === sha256
      ? []
      : [`${file}  changed`];
  });
};

describe("what was published stays", () => {
  it("a published measure is never edited", () => {
    const what = "Restore the file (git checkout) and add the next .v<n+1>.ts beside it:";
    expectNone(changedSince("policy/measures.lock.json"), what);
  });

  it("a sample of a published entry version is never edited", () => {
    const what = "Restore the sample; a new shape is a new version with an upcast and a sample of its own:";
    expectNone(changedSince("trials/entries/lock.json"), what);
  });
});

const EXPORTS = new Set(["ExportNamedDeclaration", "ExportDefaultDeclaration"]);
const exportedName = (node: Node): string => {
  const declaration = node.declaration as Node;
  const [first] = (declaration.declarations as readonly Node[] | undefined) ?? [declaration];
  return String((first?.id as Node | undefined)?.name ?? "default");
};

const undocumented = (source: Source): string[] => {
  const seen = new Set<string>();
  return (source.program.body as readonly Node[])
    .filter((node) => EXPORTS.has(node.type) && node.declaration)
    .flatMap((node) => {
      const name = exportedName(node);
      if (seen.has(name)) return []; // the next overload
      seen.add(name);
      const doc = source.comments.some(
        ({ type, value, end, start }) =>
          type === "Block" &&
          value.startsWith("*") &&
          start < node.start &&
          source.text.slice(end, node.start).trim() === "",
      );
      return doc ? [] : [`${placeOf(source, node)}  ${name}`];
    });
};

describe("docstrings", () => {
  it("every exported thing in kernel and customs says what it is", () => {
    const missing = inRooms("kernel", "customs")
      .filter(({ isTest }) => !isTest)
      .flatMap(undocumented);
    expectNone(missing, "Write /** one sentence with units, errors and the law behind it */ above each:");
  });
});

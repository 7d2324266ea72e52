/** All that a release knows: commands, queries, kinds of records, types of entries, views. Checked once at start. */
import type { Command } from "@openftz/customs/define/command.ts";
import type { EntryType } from "@openftz/customs/define/entry-type.ts";
import type { Problem } from "@openftz/customs/define/problem.ts";
import type { Query } from "@openftz/customs/define/query.ts";
import type { DerivedKind, FileKind, JournalKind } from "@openftz/customs/define/record.ts";
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import type { Upcasts } from "@openftz/kernel/fold.ts";
import type { Kinds } from "./record-cache.ts";
import { checkerOf } from "./requests.ts";
import { type EntryBook, entryBook, personalPaths } from "./sealing.ts";

/** A command with its types folded away; what it is given was checked against its own schema. */
export type AnyCommand = Command<never, object, CustomsLaw>;
/** A query with its types folded away. */
export type AnyQuery = Query;

/** What rooms hand in. */
export type RegistryParts = {
  readonly commands: readonly AnyCommand[];
  readonly queries: readonly AnyQuery[];
  readonly kinds: readonly JournalKind<never>[];
  readonly files: readonly FileKind<never>[];
  readonly derived: readonly DerivedKind<never>[];
  readonly entryTypes: readonly EntryType[];
  readonly upcasts: Upcasts;
  readonly foldHash: string;
};

/** See the file's first line. */
export type Registry = {
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly queries: ReadonlyMap<string, AnyQuery>;
  readonly kinds: Kinds;
  readonly book: EntryBook;
  readonly foldHash: string;
  /** What is wrong with a request of the command or query of that name; undefined when nothing is. */
  readonly check: (name: string, request: unknown, isPlain?: boolean) => Problem | undefined;
};

/** Builds the registry; throws when two things have one name or a record reads an entry that nobody defined. */
export const buildRegistry = (parts: RegistryParts): Registry => {
  const commands = byName(parts.commands, "command");
  const queries = byName(parts.queries, "query");
  const book = entryBook(parts.entryTypes, parts.upcasts);
  for (const { name, twoPeople, request } of parts.commands)
    if (twoPeople && personalPaths(request).length > 0)
      throw new Error(
        `${name} waits as a proposal, which keeps its request in clear: it may hold nothing personal`,
      );
  for (const kind of parts.kinds) for (const type of Object.keys(kind.on)) book.typeOf(type);
  const checkers = new Map(
    [...parts.commands, ...parts.queries].map(({ name, request }) => [name, checkerOf(request)] as const),
  );
  return {
    commands,
    queries,
    kinds: {
      journal: new Map(parts.kinds.map((kind) => [kind.kind, kind as unknown as JournalKind<unknown>])),
      file: new Map(parts.files.map((file) => [file.kind, file as unknown as FileKind<unknown>])),
      derived: new Map(parts.derived.map((each) => [each.kind, each as unknown as DerivedKind<unknown>])),
    },
    book,
    foldHash: parts.foldHash,
    check: (name, request, isPlain) => checkers.get(name)!(request, isPlain),
  };
};

const byName = <Named extends { readonly name: string }>(
  all: readonly Named[],
  what: string,
): ReadonlyMap<string, Named> => {
  const found = new Map(all.map((each) => [each.name, each]));
  if (found.size !== all.length) throw new Error(`two things share the name of a ${what}`);
  return found;
};

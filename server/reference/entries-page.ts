/** The page of all types of entries: what a body holds, which records read it, and which fields are personal. */
import type { EntryType } from "@openftz/customs/define/entry-type.ts";
import type { JournalKind } from "@openftz/customs/define/record.ts";
import { code, page, table } from "./markdown.ts";
import { schemaRows } from "./schema-rows.ts";

const entryPart = (entry: EntryType, kinds: readonly JournalKind<never>[]): string => {
  const readers = kinds.filter(({ on }) => Object.hasOwn(on, entry.type)).map(({ kind }) => code(kind));
  return [
    `## ${entry.type}`,
    `Version ${entry.version}. Read by: ${readers.join(", ")}.${entry.erases ? " Erases the key of its subject." : ""}`,
    table(
      ["field", "always", "what", ""],
      schemaRows(entry.body).map(({ path, needed, what, says, personal }) => [
        code(path),
        needed ? "yes" : "no",
        what,
        personal ? `**personal** ${says}`.trim() : says,
      ]),
    ),
  ].join("\n\n");
};

/** Makes the page. */
export const entriesPage = (types: readonly EntryType[], kinds: readonly JournalKind<never>[]): string =>
  page(
    "Types of entries",
    "What every entry has around its body is told in [the journal](../concepts/journal.md). A body may hold more than is listed: what was found out and decided is kept with it. Personal fields are encrypted with a key of the person or party, and read as null once the key is erased.",
    ...[...types].sort((a, b) => (a.type < b.type ? -1 : 1)).map((entry) => entryPart(entry, kinds)),
  );

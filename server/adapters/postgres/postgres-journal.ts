import type { Checkpoint, Head, Journal, StoredEntry } from "../../store.ts";
import { checkBatch } from "../../store-checks.ts";
import type { Database } from "./database.ts";
import type { Writer } from "./writer.ts";

const columns = "position, seal, body, records, reference_scope, reference_text, reference_entries";

type EntryRow = [number, Buffer, Buffer, string[], string | null, string | null, number | null];

function toEntry([position, seal, bytes, records, scope, text, entries]: EntryRow): StoredEntry {
  if (scope === null || text === null || entries === null) return { position, seal, bytes, records };
  return { position, seal, bytes, records, reference: { scope, text, entries } };
}

type ReferenceRow = {
  readonly scope: string;
  readonly text: string;
  readonly entries: number;
  readonly position: number;
};

/** Asks the unique index once for each distinct key. */
const findReferences = `
  select reference_scope as scope, reference_text as text, reference_entries as entries, position
    from (select distinct scope collate "C" as scope, text collate "C" as text
            from unnest($1::text[], $2::text[]) as given (scope, text)) as asked
    join journal on reference_scope = asked.scope and reference_text = asked.text and reference_scope is not null`;

/** Finds the positions first: an entry of hundreds of records is large, and is read once. */
const recordTails = `
  where position = any(array(select distinct kept.position
    from (select given.record collate "C" as record, given.after
            from unnest($1::text[], $2::bigint[]) as given (record, after)) as asked
    join entry_record kept on kept.record = asked.record and kept.position > asked.after)) order by position`;

export function postgresJournal(database: Database, writer: Writer): Journal {
  const read = async (rest: string, values: readonly unknown[]): Promise<readonly StoredEntry[]> =>
    (await database.readArrays<EntryRow>(`select ${columns} from journal ${rest}`, values)).map(toEntry);
  return {
    async head() {
      const [head] = await database.read<Head>("select position, seal from head");
      if (head === undefined)
        throw new Error("The table head is empty; this database is not whole. Restore a backup.");
      return head;
    },
    async append(batch) {
      checkBatch(batch);
      await writer.append(batch);
    },
    async read(from, limit) {
      return read("where position >= $1 order by position limit $2", [from, limit]);
    },
    async readSeals(from, limit) {
      const rows = await database.readArrays<[Buffer]>(
        "select seal from journal where position >= $1 order by position limit $2",
        [from, limit],
      );
      return rows.map(([seal]) => seal);
    },
    async readRecord(record, after, upTo = Number.MAX_SAFE_INTEGER) {
      return read(
        `where position = any(array(select position from entry_record
           where record = $1 and position > $2 and position <= $3)) order by position`,
        [record, after, upTo],
      );
    },
    async readRecords(asked) {
      return read(recordTails, [asked.map(({ record }) => record), asked.map(({ after }) => after)]);
    },
    async findReferences(keys) {
      if (keys.length === 0) return [];
      const scopes = keys.map(({ scope }) => scope);
      return database.read<ReferenceRow>(findReferences, [scopes, keys.map(({ text }) => text)]);
    },
    async findCheckpoint(upTo = Number.MAX_SAFE_INTEGER) {
      const [newest] = await database.read<Checkpoint>(
        "select position, root, frontier from checkpoint where position <= $1 order by position desc limit 1",
        [upTo],
      );
      return newest;
    },
  };
}

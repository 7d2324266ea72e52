import type { Batch, Head, Journal, StoredEntry } from "../../store.ts";
import { HeadMoved, OutcomeUnknown, ReferenceBound, StoreUnavailable } from "../../store.ts";
import { checkBatch } from "../../store-checks.ts";
import type { MemoryDisk } from "./memory-store.ts";

/** The journal as an array: entry 1 at index 0. */
export function memoryJournal(disk: MemoryDisk): Journal {
  return {
    async head() {
      return headOf(disk);
    },
    async append(batch) {
      checkBatch(batch);
      const fault = disk.fault;
      disk.fault = undefined;
      if (fault === "unavailable") throw new StoreUnavailable("The disk was told to refuse this append.");
      if (fault !== "unknown and lost") write(disk, batch);
      if (fault !== undefined)
        throw new OutcomeUnknown("The disk was told to lose the reply to this append.");
    },
    async read(from, limit) {
      const start = Math.max(from, 1) - 1;
      return disk.entries.slice(start, start + limit);
    },
    async readSeals(from, limit) {
      const start = Math.max(from, 1) - 1;
      return disk.entries.slice(start, start + limit).map(({ seal }) => seal);
    },
    async readRecord(record, after, upTo = Number.POSITIVE_INFINITY) {
      const positions = disk.records.get(record) ?? [];
      return positions.filter((each) => each > after && each <= upTo).map((each) => disk.entries[each - 1]!);
    },
    async readRecords(asked) {
      const positions = asked.flatMap(({ record, after }) =>
        (disk.records.get(record) ?? []).filter((each) => each > after),
      );
      return [...new Set(positions)].sort((a, b) => a - b).map((each) => disk.entries[each - 1]!);
    },
    async findReferences(keys) {
      const asked = new Set(keys.map(({ scope, text }) => referenceKey(scope, text)));
      return [...asked].flatMap((key) => {
        const entry = disk.references.get(key);
        return entry?.reference === undefined ? [] : [{ ...entry.reference, position: entry.position }];
      });
    },
    async findCheckpoint(upTo = Number.POSITIVE_INFINITY) {
      return disk.checkpoints.findLast(({ position }) => position <= upTo);
    },
  };
}

const referenceKey = (scope: string, text: string): string => JSON.stringify([scope, text]);

function headOf(disk: MemoryDisk): Head {
  const last = disk.entries.at(-1);
  return last === undefined
    ? { position: 0, seal: new Uint8Array(32) }
    : { position: last.position, seal: last.seal };
}

/** Refuses first, then writes without a way to fail: so a batch is there whole or not at all. */
function write(disk: MemoryDisk, batch: Batch): void {
  refuseMovedHead(headOf(disk), batch.expects);
  refuseBoundReferences(disk, batch);
  refuseKnownKeys(disk, batch);
  for (const entry of batch.entries) keep(disk, entry);
  if (batch.checkpoint !== undefined) {
    const { position, root, frontier } = batch.checkpoint;
    disk.checkpoints.push({ position, root: new Uint8Array(root), frontier: new Uint8Array(frontier) });
  }
  for (const { subject, key } of batch.newKeys) disk.keys.set(subject, new Uint8Array(key));
  for (const subject of batch.erasedKeys) disk.keys.delete(subject);
}

function refuseMovedHead(head: Head, expects: Head): void {
  if (head.position === expects.position && head.seal.every((byte, index) => byte === expects.seal[index]))
    return;
  throw new HeadMoved(
    `The journal ends at ${head.position}, not at the expected ${expects.position}: another writer was here.`,
  );
}

function refuseBoundReferences(disk: MemoryDisk, batch: Batch): void {
  const bound = new Set<string>();
  for (const { position, reference } of batch.entries) {
    if (reference === undefined) continue;
    const key = referenceKey(reference.scope, reference.text);
    if (bound.has(key) || disk.references.has(key)) {
      throw new ReferenceBound(
        `Entry ${position} binds reference ${key} again; it was bound before. Look it up first.`,
      );
    }
    bound.add(key);
  }
}

function refuseKnownKeys(disk: MemoryDisk, batch: Batch): void {
  const fresh = new Set<string>();
  for (const { subject } of batch.newKeys) {
    if (fresh.has(subject) || disk.keys.has(subject)) {
      throw new Error(
        `A new key for ${subject} would replace the one it has, and with it all that was encrypted.`,
      );
    }
    fresh.add(subject);
  }
}

function keep(disk: MemoryDisk, entry: StoredEntry): void {
  const { position, records, reference } = entry;
  const kept: StoredEntry = {
    position,
    seal: new Uint8Array(entry.seal),
    bytes: new Uint8Array(entry.bytes),
    records: [...records],
    ...(reference === undefined ? {} : { reference }),
  };
  disk.entries.push(kept);
  for (const record of records) {
    const positions = disk.records.get(record);
    if (positions === undefined) disk.records.set(record, [position]);
    else positions.push(position);
  }
  if (reference !== undefined) disk.references.set(referenceKey(reference.scope, reference.text), kept);
}

/**
 * A store in memory, for tests and the simulator. Everything lives in a `disk`, which can outlive the store: close the
 * store (or `crash` the disk), open another on the same disk, and the process has "restarted".
 */
import type { Cabinet, Checkpoint, Files, Keys, Snapshots, Store, StoredEntry } from "../../store.ts";
import { StoreLocked } from "../../store.ts";
import { checkHash, checkText } from "../../store-checks.ts";
import { compareText } from "../../text-order.ts";
import { memoryJournal } from "./memory-journal.ts";
import { type MemoryView, memoryViews } from "./memory-views.ts";

/** What the next append does instead of succeeding; it is used once. */
export type AppendFault = "unavailable" | "unknown and kept" | "unknown and lost";

export type MemoryDisk = {
  readonly entries: StoredEntry[];
  readonly records: Map<string, number[]>;
  readonly references: Map<string, StoredEntry>;
  readonly checkpoints: Checkpoint[];
  readonly keys: Map<string, Uint8Array>;
  readonly files: Map<string, Uint8Array>;
  readonly cabinet: Map<string, Map<string, string>>;
  readonly snapshots: Map<string, { readonly position: number; readonly state: Uint8Array }>;
  readonly views: Map<string, MemoryView>;
  /** The store that holds the writer's lock. */
  holder: object | undefined;
  fault: AppendFault | undefined;
};

export function memoryDisk(): MemoryDisk {
  return {
    entries: [],
    records: new Map(),
    references: new Map(),
    checkpoints: [],
    keys: new Map(),
    files: new Map(),
    cabinet: new Map(),
    snapshots: new Map(),
    views: new Map(),
    holder: undefined,
    fault: undefined,
  };
}

/** Ends whatever store is open on the disk, as a killed process would: its calls fail from now on. */
export function crash(disk: MemoryDisk): void {
  disk.holder = undefined;
}

/** Opens a store on a disk, a new one unless given. Throws StoreLocked while another store is open on it. */
export function memoryStore(disk: MemoryDisk = memoryDisk()): Store {
  if (disk.holder !== undefined) throw new StoreLocked("Another store is open on this disk; close it first.");
  const holder = {};
  disk.holder = holder;
  const guard = <Part extends object>(part: Part): Part => guarded(part, () => disk.holder === holder);
  return {
    name: "memory",
    journal: guard(memoryJournal(disk)),
    snapshots: guard(memorySnapshots(disk)),
    views: guard(memoryViews(disk.views)),
    files: guard(memoryFiles(disk)),
    keys: guard(memoryKeys(disk)),
    cabinet: guard(memoryCabinet(disk)),
    reachable: async () => disk.holder === holder,
    async close() {
      if (disk.holder === holder) disk.holder = undefined;
    },
  };
}

/** Every method refuses when the store is closed, as a database without a connection would. */
function guarded<Part extends object>(part: Part, isOpen: () => boolean): Part {
  return new Proxy(part, {
    get(target, name, receiver) {
      if (isOpen()) return Reflect.get(target, name, receiver);
      return async () => {
        throw new Error("This store is closed; open it again before using it.");
      };
    },
  });
}

function memorySnapshots(disk: MemoryDisk): Snapshots {
  const keyOf = (record: string, fold: string): string => JSON.stringify([record, fold]);
  return {
    async find(records, fold) {
      return new Map(
        records.flatMap((record) => {
          const found = disk.snapshots.get(keyOf(record, fold));
          return found ? [[record, found]] : [];
        }),
      );
    },
    async put(record, fold, position, state) {
      const known = disk.snapshots.get(keyOf(record, fold));
      if (known !== undefined && known.position > position) return;
      disk.snapshots.set(keyOf(record, fold), { position, state: new Uint8Array(state) });
    },
  };
}

function memoryFiles(disk: MemoryDisk): Files {
  return {
    async put(hash, bytes) {
      checkHash(hash, bytes);
      disk.files.set(hash, new Uint8Array(bytes));
    },
    async find(hash) {
      return disk.files.get(hash);
    },
    async list() {
      return [...disk.files.keys()].sort(compareText);
    },
  };
}

function memoryKeys(disk: MemoryDisk): Keys {
  return {
    async find(subjects) {
      const found = new Map<string, Uint8Array>();
      for (const subject of subjects) {
        const key = disk.keys.get(subject);
        if (key !== undefined) found.set(subject, key);
      }
      return found;
    },
    async all() {
      return new Map(disk.keys);
    },
    async restore(keys) {
      for (const [subject, key] of keys) {
        checkText(subject, "the subject of a key");
        if (!disk.keys.has(subject)) disk.keys.set(subject, new Uint8Array(key));
      }
    },
    async erase(subjects) {
      for (const subject of subjects) disk.keys.delete(subject);
    },
  };
}

function memoryCabinet(disk: MemoryDisk): Cabinet {
  return {
    async get(drawer, key) {
      const text = disk.cabinet.get(drawer)?.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    async put(drawer, key, value) {
      checkText(drawer, "the name of a drawer");
      checkText(key, `a key of drawer ${drawer}`);
      if (!disk.cabinet.has(drawer)) disk.cabinet.set(drawer, new Map());
      disk.cabinet.get(drawer)!.set(key, JSON.stringify(value));
    },
    async remove(drawer, key) {
      disk.cabinet.get(drawer)?.delete(key);
    },
    async list(drawer) {
      return [...(disk.cabinet.get(drawer) ?? [])]
        .sort(([left], [right]) => compareText(left, right))
        .map(([key, text]) => ({ key, value: JSON.parse(text) as unknown }));
    },
  };
}

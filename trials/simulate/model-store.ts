/**
 * A store at the end of a simulated line: it takes its time, and commits, refuses, gets lost or leaves the outcome of a
 * commit unknown, as the weather has it. What it keeps is the memory store's disk, so it outlives its process.
 */
import { type MemoryDisk, memoryStore } from "../../server/adapters/memory/memory-store.ts";
import {
  type Batch,
  type Head,
  HeadMoved,
  OutcomeUnknown,
  type Store,
  StoreUnavailable,
} from "../../server/store.ts";
import type { Random } from "../random.ts";
import type { Life, Loop } from "./loop.ts";

/** What the next append meets; used once, in order. */
export type AppendFault = "refused" | "unknown, kept" | "unknown, lost";

/** How the store is doing. Days of the simulation set it; all stores on a disk share it. */
export type Weather = {
  /** The longest a message takes, one way. */
  legMs: number;
  /** The line is cut: everything fails, and an append that is under way has an unknown outcome. */
  isAway: boolean;
  /** Nothing more can be written. */
  isFull: boolean;
  readonly appends: AppendFault[];
  /** So many of the next changes to views are carried out, but the answer says that they failed. */
  viewsUnknown: number;
  /** Appends of dead processes that are still on their way. */
  onTheWay: number;
};

/** Calm weather. */
export const calm = (): Weather => ({
  legMs: 4,
  isAway: false,
  isFull: false,
  appends: [],
  viewsUnknown: 0,
  onTheWay: 0,
});

const away = (): StoreUnavailable => new StoreUnavailable("The line to the store is cut.");
const full = (): StoreUnavailable => new StoreUnavailable("The store is full.");

/** What a store needs to be simulated. */
export type ModelParts = {
  readonly disk: MemoryDisk;
  readonly loop: Loop;
  readonly random: Random;
  readonly weather: Weather;
  readonly life: Life;
  /** Entries have reached the disk; whether they follow what this process wrote itself, or found when it started. */
  readonly onWritten: (isOwn: boolean) => void;
};

const LAGGARD = 25;

/** Opens a store on a disk for one process. Whoever had it before keeps a handle, as across a partition. */
export const modelStore = (parts: ModelParts): Store => {
  const { disk, loop, random, weather, life } = parts;
  disk.holder = undefined;
  const inner = memoryStore(disk);
  const holder = disk.holder;
  let isClosed = false;
  const asHolder = <Found>(work: () => Promise<Found>): Promise<Found> => {
    if (isClosed) return Promise.reject(new StoreUnavailable("This store is closed."));
    const other = disk.holder;
    disk.holder = holder;
    try {
      return work();
    } finally {
      disk.holder = other;
    }
  };
  const isAway = (): boolean => weather.isAway || life.isCut === true;
  const leg = (): number => random.below(weather.legMs + 1);
  /** Now and then an answer takes much longer than everything that was asked after it. */
  const back = (): number => (random.chance(3) ? leg() * LAGGARD : leg());
  const remote = <Found>(work: () => Promise<Found>): Promise<Found> =>
    new Promise((resolve, reject) => {
      const answer = (settle: () => void) => loop.at(back(), settle, life);
      const fail = (error: unknown) => answer(() => reject(error));
      const arrive = (): void => {
        if (isAway()) return void fail(away());
        asHolder(work).then((found) => answer(() => resolve(found)), fail);
      };
      loop.at(leg(), arrive, life);
    });
  const writing = <Found>(work: () => Promise<Found>): Promise<Found> =>
    remote(() => (weather.isFull ? Promise.reject(full()) : work()));

  /** Appends go over one line: none overtakes another. */
  let lastArrival = 0;
  const arrival = (): number => {
    lastArrival = Math.max(lastArrival, loop.now + leg());
    return lastArrival - loop.now;
  };

  /** The last position that is this process's own; heads that it reads later may be another's. */
  let own: number | undefined;
  let hasAppended = false;
  const head = async (): Promise<Head> => {
    const found = await inner.journal.head();
    if (!hasAppended) own = found.position;
    return found;
  };

  /** An append that has left may arrive though its process has died meanwhile; half of them do. */
  const append = (batch: Batch): Promise<void> =>
    new Promise((resolve, reject) => {
      const outlives = random.chance(50);
      const answer = (settle: () => void) => loop.at(leg(), settle, life);
      const arrive = (): void => {
        weather.onTheWay -= 1;
        if (!life.alive && !outlives) return;
        if (isAway()) return void answer(() => reject(away()));
        if (weather.isFull) return void answer(() => reject(full()));
        const fault = weather.appends.shift();
        if (fault === "refused") return void answer(() => reject(new StoreUnavailable("The store refuses.")));
        const lost = () => answer(() => reject(new OutcomeUnknown("The line was cut in the commit.")));
        if (fault === "unknown, lost") return void lost();
        asHolder(() => inner.journal.append(batch)).then(
          () => {
            const isOwn = own === undefined || batch.expects.position === own;
            own = batch.entries.at(-1)!.position;
            parts.onWritten(isOwn);
            if (fault || isAway()) lost();
            else answer(() => (isAway() ? reject(new OutcomeUnknown("The line was cut.")) : resolve()));
          },
          (error) =>
            answer(() => {
              life.beaten ||= error instanceof HeadMoved;
              reject(error);
            }),
        );
      };
      weather.onTheWay += 1;
      hasAppended = true;
      loop.at(arrival(), arrive);
    });

  const { journal, snapshots, views, files, keys, cabinet } = inner;
  return {
    name: "model",
    journal: {
      append,
      head: () => remote(head),
      read: (from, limit) => remote(() => journal.read(from, limit)),
      readSeals: (from, limit) => remote(() => journal.readSeals(from, limit)),
      readRecord: (record, after, upTo) => remote(() => journal.readRecord(record, after, upTo)),
      readRecords: (asked) => remote(() => journal.readRecords(asked)),
      findReferences: (asked) => remote(() => journal.findReferences(asked)),
      findCheckpoint: (upTo) => remote(() => journal.findCheckpoint(upTo)),
    },
    snapshots: {
      find: (records, fold) => remote(() => snapshots.find(records, fold)),
      put: (record, fold, position, state) => writing(() => snapshots.put(record, fold, position, state)),
    },
    views: {
      prepare: (shapes) => writing(() => views.prepare(shapes)),
      position: (view) => remote(() => views.position(view)),
      query: (query) => remote(() => views.query(query)),
      reset: (view) => writing(() => views.reset(view)),
      apply: (from, to, work) =>
        writing(async () => {
          await views.apply(from, to, work);
          if (weather.viewsUnknown === 0) return;
          weather.viewsUnknown -= 1;
          throw new StoreUnavailable("The line was cut after the views were changed.");
        }),
    },
    files: {
      put: (hash, bytes) => writing(() => files.put(hash, bytes)),
      find: (hash) => remote(() => files.find(hash)),
      list: () => remote(() => files.list()),
    },
    keys: {
      find: (subjects) => remote(() => keys.find(subjects)),
      all: () => remote(() => keys.all()),
      restore: (kept) => writing(() => keys.restore(kept)),
      erase: (subjects) => writing(() => keys.erase(subjects)),
    },
    cabinet: {
      get: (drawer, key) => remote(() => cabinet.get(drawer, key)),
      put: (drawer, key, value) => writing(() => cabinet.put(drawer, key, value)),
      remove: (drawer, key) => writing(() => cabinet.remove(drawer, key)),
      list: (drawer) => remote(() => cabinet.list(drawer)),
    },
    reachable: async () => !isAway() && !isClosed,
    close: async () => {
      isClosed = true;
      if (disk.holder === holder) disk.holder = undefined;
    },
  };
};

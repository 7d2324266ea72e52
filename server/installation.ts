/**
 * One installation: a journal, its desk, its views. Everything outside (HTTP, the command line, the simulator)
 * talks to this and nothing deeper.
 */
import { hash as digest, randomBytes } from "node:crypto";
import { commands, derived, entryTypes, files, kinds, queries, upcasts } from "@openftz/customs/customs.ts";
import type { Actor } from "@openftz/customs/define/actor.ts";
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import { NO_SEAL } from "@openftz/kernel/entry.ts";
import type { Frontier } from "@openftz/kernel/merkle.ts";
import { law as releaseLaw } from "@openftz/policy/law.ts";
import { Applier } from "./desk/applier.ts";
import { ask, type Found, type Question } from "./desk/ask.ts";
import { DUE_AT_ONCE, runDeadlines } from "./desk/deadlines.ts";
import { Desk } from "./desk/desk.ts";
import { legalDays } from "./desk/legal-day.ts";
import { type Chance, type Clock, type Log, type Soon, silentLog } from "./desk/ports.ts";
import type { CacheLimits } from "./desk/record-cache.ts";
import { buildRegistry, type Registry } from "./desk/registry.ts";
import { foldHashOf } from "./desk/release.ts";
import type { Reply, Submission } from "./desk/replies.ts";
import {
  checkReach,
  fromCheckpoint,
  fromTheStart,
  type KnownHead,
  type Verified,
  verifyHead,
  verifyJournal,
} from "./desk/verify.ts";
import { AppendMeters } from "./metrics/append-meters.ts";
import type { Store } from "./store.ts";
import { archiveView } from "./views/archive-view.ts";
import { bookActView } from "./views/book-act-view.ts";
import { bookMoveView } from "./views/book-move-view.ts";
import { bondedListView, bookLineView, bookView } from "./views/book-views.ts";
import { countView } from "./views/count-view.ts";
import { deadlineView } from "./views/deadline-view.ts";
import { declarationView } from "./views/declaration-view.ts";
import { differenceView } from "./views/difference-view.ts";
import { flowView } from "./views/flow-view.ts";
import { businessFormView, gatePassView, stockSlipView } from "./views/paper-views.ts";
import { guaranteeView, partyView, proposalView, zoneView } from "./views/register-views.ts";
import { stockView } from "./views/stock-view.ts";
import type { View } from "./views/view.ts";

/** What comes from outside; whatever is left out is the real thing. */
export type InstallationOptions = {
  readonly store: Store;
  readonly clock?: Clock;
  readonly chance?: Chance;
  readonly soon?: Soon;
  readonly pause?: (ms: number) => Promise<void>;
  readonly log?: Log;
  readonly law?: CustomsLaw;
  /** The district's time zone; its calendar makes the legal days. */
  readonly timeZone?: string;
  /** False: verify only what is asked for; for tools that verify themselves. */
  readonly verifyInBackground?: boolean;
  /** Tree heads that are known from outside, such as signed checkpoints: a journal without them is not served. */
  readonly heads?: readonly KnownHead[];
  /** How much is kept in memory; absent: what a server keeps. */
  readonly limits?: CacheLimits;
  /** How many deadlines are submitted at once; absent: as a server does. */
  readonly dueAtOnce?: number;
};

/** How an installation is doing. */
export type Status = {
  readonly serving: boolean;
  readonly durable: number;
  readonly views: number;
  readonly verified: number;
  readonly fault: string | null;
};

/** How much is where: positions of the journal, requests, and records. */
export type Figures = {
  readonly durable: number;
  readonly staged: number;
  readonly views: number;
  /** Requests that wait for their turn. */
  readonly waiting: number;
  /** Records in memory. */
  readonly records: number;
};

/** Every view of the release. */
export const views: readonly View[] = [
  declarationView,
  partyView,
  zoneView,
  guaranteeView,
  proposalView,
  archiveView,
  differenceView,
  bookView,
  bookLineView,
  bondedListView,
  businessFormView,
  stockSlipView,
  gatePassView,
  bookMoveView,
  bookActView,
  countView,
  flowView,
  stockView,
  deadlineView(kinds),
];

const shapes = new Map(views.map(({ shape }) => [shape.name, shape]));

const LONG_MS = 1_000;

/** Short pauses are work going on; a long wait must not keep a process alive that has nothing else to do. */
const realPause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    if (ms >= LONG_MS) timer.unref();
  });

const BACKGROUND_PAUSE_MS = 5;

/** The release's registry; built once. */
export const registry: Registry = buildRegistry({
  commands,
  queries,
  kinds,
  files,
  derived,
  entryTypes,
  upcasts,
  foldHash: foldHashOf(),
});

/** See the file's first lines. */
export class Installation {
  readonly registry = registry;
  readonly store: Store;
  readonly law: CustomsLaw;
  readonly clock: Clock;
  readonly log: Log;
  readonly appendMeters = new AppendMeters();
  readonly #desk: Desk;
  readonly #applier: Applier;
  readonly #options: InstallationOptions;
  #fault: Error | undefined;
  #verified = 0;
  #closed = false;

  constructor(options: InstallationOptions, start: Start, secret: Uint8Array) {
    this.#options = options;
    this.store = options.store;
    this.law = options.law ?? releaseLaw;
    this.clock = options.clock ?? { now: Date.now };
    this.log = options.log ?? silentLog;
    const pause = options.pause ?? realPause;
    this.#desk = new Desk({
      store: this.store,
      registry,
      law: this.law,
      clock: this.clock,
      chance: options.chance ?? { bytes: (count) => randomBytes(count) },
      soon: options.soon ?? setImmediate,
      pause,
      log: this.log,
      dayOf: legalDays(options.timeZone ?? "Asia/Shanghai"),
      secret,
      appendMeters: this.appendMeters,
      start,
      onDurable: (entries, position) => this.#applier.hear(entries, position),
      onFatal: (error) => {
        this.#fault = error;
      },
      ...(options.limits && { limits: options.limits }),
    });
    this.#applier = new Applier({
      store: this.store,
      views,
      book: registry.book,
      keys: this.#desk.keys,
      log: this.log,
      pause,
      onFault: (error) => this.#desk.stop(error),
    });
  }

  /** Opens an installation: verifies the journal's tail, prepares the views, and verifies the rest in the background. */
  static async open(options: InstallationOptions): Promise<Installation> {
    const start = await findStart(options.store, options.heads ?? []);
    const chance = options.chance ?? { bytes: (count: number) => randomBytes(count) };
    const installation = new Installation(options, start, await findSecret(options.store, chance));
    await installation.#applier.start(start.verified.position);
    if (options.verifyInBackground !== false) void installation.#verifyRest(start.trusted);
    return installation;
  }

  /** Runs a command. */
  submit(submission: Submission): Promise<Reply> {
    return this.#desk.submit(submission);
  }

  /** Runs a command whose request is at hand as a value. */
  submitValue(command: string, actor: string, request: object): Promise<Reply> {
    return this.submit({ command, actor, bytes: Buffer.from(JSON.stringify(request)) });
  }

  /** Answers a query. */
  async ask(question: Question): Promise<Found> {
    const parts = {
      store: this.store,
      desk: this.#desk,
      applier: this.#applier,
      registry,
      shapes,
      law: this.law,
      positionAtEndOf: (day: string) => this.#positionAtEndOf(day),
    };
    try {
      return await ask(parts, question);
    } catch (error) {
      return { kind: "refused", problem: this.#desk.problemOf(error as Error) };
    }
  }

  /** What an account may do today. */
  actorOf(account: string): Promise<Actor> {
    return this.#desk.actorOf(account);
  }

  /** The same, if it costs no waiting. */
  actorAtHand(account: string): Actor | undefined {
    return this.#desk.actorAtHand(account);
  }

  /** The instant and the legal day. */
  now(): { readonly at: string; readonly day: string } {
    return this.#desk.now();
  }

  /** The Merkle tree over everything that is durable. */
  get tree(): Frontier {
    return this.#desk.tree;
  }

  /** Keeps a file beside the journal and tells its hash. */
  async keepFile(bytes: Uint8Array): Promise<string> {
    const hash = digest("sha256", bytes, "hex");
    await this.store.files.put(hash, bytes);
    // Whoever asked for it before it was here was told that there is none.
    this.#desk.records.evict([...registry.kinds.file.keys()].map((kind) => `${kind}/${hash}`));
    return hash;
  }

  /** Waits until the views stand at a position. */
  viewsReach(position: number, withinMs = 30_000): Promise<boolean> {
    return this.#applier.reached(position, withinMs);
  }

  /** Empties the views and applies the journal from its start. */
  rebuildViews(onProgress?: (position: number) => void): Promise<void> {
    return this.#applier.rebuild(onProgress);
  }

  /** Submits what is due; returns how many deadlines acted. */
  runDeadlines(): Promise<number> {
    return runDeadlines({
      store: this.store,
      today: this.#desk.now().day,
      durable: this.#desk.durable,
      submit: (submission) => this.submit(submission),
      viewsReach: (position) => this.viewsReach(position),
      log: this.log,
      atOnce: this.#options.dueAtOnce ?? DUE_AT_ONCE,
    });
  }

  /** How it is doing. */
  status(): Status {
    return {
      serving: !this.#desk.isAway && !this.#closed,
      durable: this.#desk.durable,
      views: this.#applier.position,
      verified: this.#verified,
      fault: this.#fault?.message ?? null,
    };
  }

  /** Figures for those who watch it. */
  figures(): Figures {
    const { durable, staged, waiting, records } = this.#desk;
    return { durable, staged, waiting, views: this.#applier.position, records: records.size };
  }

  /** Finishes what was accepted, then lets go of the store. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#desk.close();
    await this.#applier.stop();
    await this.store.close();
  }

  /** Verifies what was taken on trust at the start, slice by slice, with pauses. */
  async #verifyRest(trusted: number): Promise<void> {
    try {
      await verifyJournal(this.store.journal, {
        upTo: trusted,
        heads: this.#options.heads ?? [],
        onProgress: async (position) => {
          this.#verified = position;
          await (this.#options.pause ?? realPause)(BACKGROUND_PAUSE_MS);
          if (this.#closed) throw new Closed();
        },
      });
    } catch (error) {
      if (error instanceof Closed || this.#closed) return;
      if ((error as Error).name === "JournalFault") this.#desk.stop(error as Error);
      else this.log.warn("background-verification-ended", { detail: (error as Error).message });
    }
  }

  async #positionAtEndOf(day: string): Promise<number> {
    const dayOf = legalDays(this.#options.timeZone ?? "Asia/Shanghai");
    let [low, high] = [0, this.#desk.durable];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const [stored] = await this.store.journal.read(middle, 1);
      const { at } = JSON.parse(Buffer.from(stored!.bytes).toString("utf8")) as { at: string };
      if (dayOf(Date.parse(at)) <= day) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

class Closed extends Error {}

type Start = {
  readonly verified: Verified;
  readonly checkpointed: number;
  readonly lastAt: number;
  readonly trusted: number;
};

/** Verifies the tail since the last checkpoint and finds where the journal goes on. */
const findStart = async (store: Store, heads: readonly KnownHead[]): Promise<Start> => {
  const head = await store.journal.head();
  checkReach(head.position, heads);
  if (head.position === 0)
    return { verified: { ...fromTheStart, seal: NO_SEAL }, checkpointed: 0, lastAt: 0, trusted: 0 };
  const checkpoint = await store.journal.findCheckpoint();
  const from = checkpoint ? await fromCheckpoint(store.journal, checkpoint) : fromTheStart;
  const verified = await verifyJournal(store.journal, { from, heads });
  for (const known of heads) if (known.position <= from.position) await verifyHead(store.journal, known);
  const [last] = await store.journal.read(head.position, 1);
  const { at } = JSON.parse(Buffer.from(last!.bytes).toString("utf8")) as { at: string };
  const trusted = checkpoint?.position ?? 0;
  return { verified, checkpointed: trusted, lastAt: Date.parse(at), trusted };
};

const SECRET_BYTES = 32;

/** The server's secret, made once and kept in the cabinet: never an entry, never in a log. */
const findSecret = async (store: Store, chance: Chance): Promise<Uint8Array> => {
  const kept = (await store.cabinet.get("secret", "draw")) as { base64: string } | undefined;
  if (kept) return Buffer.from(kept.base64, "base64");
  const secret = chance.bytes(SECRET_BYTES);
  await store.cabinet.put("secret", "draw", { base64: Buffer.from(secret).toString("base64") });
  return secret;
};

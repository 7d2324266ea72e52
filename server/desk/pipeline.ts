/**
 * Staged entries on their way to the store: appended batch after batch, in order. If an append fails, everything
 * behind it is dropped too; if its outcome is unknown, the head is read before anybody is told anything.
 */
import type { Entry } from "@openftz/kernel/entry.ts";
import { NO_SEAL } from "@openftz/kernel/entry.ts";
import { sameBytes } from "@openftz/kernel/hash.ts";
import { appendLeaf, encodePeaks, type Frontier, rootOf } from "@openftz/kernel/merkle.ts";
import {
  type Head,
  HeadMoved,
  type Journal,
  OutcomeUnknown,
  ReferenceBound,
  type StoredEntry,
} from "../store.ts";
import type { Log } from "./ports.ts";
import { sha256 } from "./sealing.ts";

/** A key that a batch creates, and what it erases. */
export type KeyChanges = {
  readonly newKeys: { subject: string; key: Uint8Array }[];
  readonly erasedKeys: string[];
};

/**
 * What became of something staged: it is durable; it was lost with the store; or it was dropped because a reference
 * had been bound before, and can be decided again at once.
 */
export type Settled = "durable" | "lost" | "again";

type StagedBatch = KeyChanges & {
  readonly stored: StoredEntry[];
  readonly entries: Entry[];
  readonly frontiers: Frontier[];
  readonly waiters: ((settled: Settled) => void)[];
};

/** What the pipeline tells the desk. */
export type PipelineEvents = {
  /** A batch is durable; its entries in order. */
  readonly onDurable: (entries: readonly Entry[], position: number, keys: KeyChanges) => void;
  /** These entries were dropped; what was folded from them must go. */
  readonly onDropped: (entries: readonly Entry[], keys: KeyChanges, how: Settled) => void;
  /** Another writer was here, or the journal is not what it was: serving must stop. */
  readonly onFatal: (error: Error) => void;
};

const CHECKPOINT_EVERY = 1_000;
const RETRY_MS = 200;

const newBatch = (): StagedBatch => ({
  stored: [],
  entries: [],
  frontiers: [],
  waiters: [],
  newKeys: [],
  erasedKeys: [],
});

/** See the file's first lines. */
export class Pipeline {
  readonly #journal: Pick<Journal, "append" | "head">;
  readonly #events: PipelineEvents;
  readonly #log: Log;
  readonly #pause: (ms: number) => Promise<void>;
  #durable: Head = { position: 0, seal: NO_SEAL };
  #durableFrontier: Frontier;
  #staged: Head;
  #frontier: Frontier;
  #checkpointed: number;
  #waiting: StagedBatch[] = [];
  #inFlight: StagedBatch | undefined;
  #lost = false;
  #closing = false;
  #closed = false;

  constructor(
    journal: Pick<Journal, "append" | "head">,
    start: { readonly head: Head; readonly frontier: Frontier; readonly checkpointed: number },
    events: PipelineEvents,
    log: Log,
    pause: (ms: number) => Promise<void>,
  ) {
    this.#journal = journal;
    this.#events = events;
    this.#log = log;
    this.#pause = pause;
    this.#durable = this.#staged = start.head;
    this.#durableFrontier = this.#frontier = start.frontier;
    this.#checkpointed = start.checkpointed;
  }

  /** The last position that the store has acknowledged. */
  get durable(): number {
    return this.#durable.position;
  }

  /** The tree over everything that is durable. */
  get tree(): Frontier {
    return this.#durableFrontier;
  }

  /** The head that the next entry continues, staged entries included. */
  get staged(): Head {
    return this.#staged;
  }

  /** True while the store does not answer: nothing may be staged. */
  get lost(): boolean {
    return this.#lost;
  }

  /** Stages the entries of one request; they become durable together. */
  stage(stored: readonly StoredEntry[], entries: readonly Entry[], keys: KeyChanges): void {
    const changesKeys = keys.newKeys.length + keys.erasedKeys.length > 0;
    let batch = this.#waiting.at(-1);
    if (!batch || (changesKeys && batch.newKeys.length + batch.erasedKeys.length > 0)) {
      batch = newBatch();
      this.#waiting.push(batch);
    }
    for (const each of stored) {
      this.#frontier = appendLeaf(sha256, this.#frontier, each.seal);
      batch.stored.push(each);
      this.#staged = { position: each.position, seal: each.seal };
    }
    batch.frontiers[0] = this.#frontier;
    batch.entries.push(...entries);
    batch.newKeys.push(...keys.newKeys);
    batch.erasedKeys.push(...keys.erasedKeys);
  }

  /** Tells when what became of everything staged so far is known. */
  whenSettled(tell: (settled: Settled) => void): void {
    const batch = this.#waiting.at(-1) ?? this.#inFlight;
    if (batch) batch.waiters.push(tell);
    else tell("durable");
  }

  /** Whether anything is staged that may yet become durable. */
  get isBusy(): boolean {
    return this.#inFlight !== undefined || this.#waiting.length > 0;
  }

  /** The same as a promise. */
  settled(): Promise<Settled> {
    return new Promise((resolve) => this.whenSettled(resolve));
  }

  /** Starts the next append unless one is running. Takes everything that waits in the oldest batch. */
  flush(): void {
    if (this.#inFlight || this.#lost || this.#closed) return;
    const batch = this.#waiting.shift();
    if (!batch) return;
    this.#inFlight = batch;
    void this.#append(batch);
  }

  /** Waits until nothing is in flight and accepts nothing more. A store that is away is asked once more, then given up. */
  async close(): Promise<void> {
    this.#closing = true;
    while (this.#inFlight || (this.#waiting.length > 0 && !this.#lost)) {
      this.flush();
      await this.settled();
    }
    this.#closed = true;
  }

  async #append(batch: StagedBatch): Promise<void> {
    const last = batch.stored.at(-1)!;
    const frontier = batch.frontiers[0]!;
    const isDue = last.position - this.#checkpointed >= CHECKPOINT_EVERY;
    try {
      await this.#journal.append({
        expects: this.#durable,
        entries: batch.stored,
        newKeys: batch.newKeys,
        erasedKeys: batch.erasedKeys,
        ...(isDue && {
          checkpoint: {
            position: last.position,
            root: rootOf(sha256, frontier),
            frontier: encodePeaks(frontier),
          },
        }),
      });
    } catch (error) {
      await this.#appendFailed(batch, error as Error);
      return;
    }
    if (isDue) this.#checkpointed = last.position;
    this.#becameDurable(batch);
  }

  #becameDurable(batch: StagedBatch): void {
    const last = batch.stored.at(-1)!;
    this.#durable = { position: last.position, seal: last.seal };
    this.#durableFrontier = batch.frontiers[0]!;
    this.#inFlight = undefined;
    this.#lost = false;
    this.#events.onDurable(batch.entries, last.position, batch);
    for (const waiter of batch.waiters) waiter("durable");
    this.flush();
  }

  async #appendFailed(batch: StagedBatch, error: Error): Promise<void> {
    if (error instanceof ReferenceBound) return this.#drop(batch, "again");
    this.#lost = true;
    this.#log.warn("append-failed", { error: error.name, detail: error.message });
    if (error instanceof OutcomeUnknown) {
      const head = await this.#readHead();
      const last = batch.stored.at(-1)!;
      if (head.position === last.position && sameBytes(head.seal, last.seal)) {
        this.#log.info("append-found", { position: last.position });
        this.#becameDurable(batch);
        return;
      }
      this.#drop(batch);
      this.#resume(head);
      return;
    }
    this.#drop(batch);
    if (error instanceof HeadMoved) this.#events.onFatal(error);
    else this.#resume(await this.#readHead());
  }

  /** Reads the head again and again until the store answers. */
  async #readHead(): Promise<Head> {
    for (;;) {
      try {
        return await this.#journal.head();
      } catch {
        if (this.#closing) return this.#durable;
        await this.#pause(RETRY_MS);
      }
    }
  }

  /** Drops the batch and everything staged behind it, the newest first. */
  #drop(failed: StagedBatch, how: Settled = "lost"): void {
    const dropped = [failed, ...this.#waiting].reverse();
    this.#waiting = [];
    this.#inFlight = undefined;
    this.#staged = this.#durable;
    this.#frontier = this.#durableFrontier;
    for (const batch of dropped) {
      this.#events.onDropped(batch.entries, batch, how);
      for (const waiter of batch.waiters) waiter(how);
    }
  }

  #resume(head: Head): void {
    if (head.position !== this.#durable.position || !sameBytes(head.seal, this.#durable.seal)) {
      this.#events.onFatal(
        new HeadMoved(`the journal ends at ${head.position}, not at ${this.#durable.position}`),
      );
      return;
    }
    this.#lost = false;
    this.#log.info("store-back", { position: head.position });
  }
}

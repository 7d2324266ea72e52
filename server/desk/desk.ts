/** The desk: runs every command, one after another, and answers only what is durable. */

import { type Authority, AuthorityRecord, grantsOn } from "@openftz/customs/authority/authority.ts";
import type { Actor } from "@openftz/customs/define/actor.ts";
import { holds } from "@openftz/customs/define/actor.ts";
import type { Context, Draft, Outcome } from "@openftz/customs/define/command.ts";
import { nothingHere, type Problem } from "@openftz/customs/define/problem.ts";
import { keyOf, type Need, type Records } from "@openftz/customs/define/record.ts";
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import { toHex } from "@openftz/kernel/hash.ts";
import type { Frontier } from "@openftz/kernel/merkle.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { AppendMeters } from "../metrics/append-meters.ts";
import { type Store, type StoredEntry, StoreUnavailable } from "../store.ts";
import { BUILT_IN } from "./built-in.ts";
import { Draws } from "./draws.ts";
import { FetchedKeys } from "./key-ring.ts";
import type { KeyChanges } from "./pipeline.ts";
import { Pipeline } from "./pipeline.ts";
import type { Chance, Clock, Log, Soon } from "./ports.ts";
import { type CacheLimits, type FoundNeeds, missingNeeds, RecordCache } from "./record-cache.ts";
import { type Bound, References } from "./references.ts";
import type { Registry } from "./registry.ts";
import {
  absentOf,
  absentProblem,
  asWritten,
  hashOf,
  isSameRequest,
  type Reply,
  refused,
  reusedProblem,
  type Submission,
  tryAgain,
  type Waiting,
} from "./replies.ts";
import { isPlainText, readJson } from "./requests.ts";
import { holdsPersonal, openEntry, sealDraft } from "./sealing.ts";
import { checkSealed, type Verified } from "./verify.ts";

/** What a desk is made of. */
export type DeskParts = {
  readonly store: Store;
  readonly registry: Registry;
  readonly law: CustomsLaw;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly soon: Soon;
  readonly pause: (ms: number) => Promise<void>;
  readonly log: Log;
  /** The legal day of an instant in the district's time zone. */
  readonly dayOf: (ms: number) => PlainDate;
  /** Known to the server alone; what is drawn comes from it. */
  readonly secret: Uint8Array;
  readonly start: { readonly verified: Verified; readonly checkpointed: number; readonly lastAt: number };
  readonly onDurable: (entries: readonly Entry[], position: number) => void;
  readonly onFatal: (error: Error) => void;
  /** Absent: the limits of a server. */
  readonly limits?: CacheLimits;
  readonly appendMeters: AppendMeters;
};

const LOOKED_UP_FIRST = 2_000;

/** See the file's first line. */
export class Desk {
  readonly records: RecordCache;
  readonly keys: FetchedKeys;
  readonly #parts: DeskParts;
  readonly #pipeline: Pipeline;
  readonly #references: References;
  readonly #draws: Draws;
  /** What an authority came to on the day it was last asked for. A changed authority is another object. */
  readonly #actors = new WeakMap<Authority, { readonly day: PlainDate; readonly actor: Actor }>();
  #queue: Waiting[] = [];
  #deciding = false;
  #lastAt: number;
  #stopped: Error | undefined;
  #nowMs = -1;
  /** How many requests still have their references looked up before they are decided. */
  #lookFirst = 0;
  #now: Context["now"] | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    const { store, registry, start } = parts;
    this.keys = new FetchedKeys(store.keys);
    this.records = new RecordCache(
      store,
      registry.book,
      registry.kinds,
      this.keys,
      registry.foldHash,
      parts.soon,
      parts.limits,
    );
    this.#references = new References(store.journal);
    this.#draws = new Draws(parts.secret);
    this.#lastAt = start.lastAt;
    this.records.trim(start.verified.position);
    const head = { position: start.verified.position, seal: start.verified.seal };
    this.#pipeline = new Pipeline(
      parts.appendMeters.measured(store.journal),
      { head, frontier: start.verified.frontier, checkpointed: start.checkpointed },
      {
        onDurable: (entries, position, { erasedKeys }) => {
          this.keys.forget(erasedKeys);
          this.records.trim(position);
          parts.onDurable(entries, position);
        },
        onDropped: (entries, changes, how) => {
          if (how === "again") this.#lookFirst = LOOKED_UP_FIRST;
          this.#dropped(entries, changes);
        },
        onFatal: (error) => this.stop(error),
      },
      parts.log,
      parts.pause,
    );
  }

  /** The last durable position. */
  get durable(): number {
    return this.#pipeline.durable;
  }

  /** The last position that is decided; what lies beyond `durable` is not durable yet. */
  get staged(): number {
    return this.#pipeline.staged.position;
  }

  /** How many requests wait for their turn. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** The tree over everything that is durable. */
  get tree(): Frontier {
    return this.#pipeline.tree;
  }

  /** True while the store is away or serving has stopped. */
  get isAway(): boolean {
    return this.#pipeline.lost || this.#stopped !== undefined;
  }

  /**
   * Whether what lies beyond `durable` may yet settle here. Where nothing is staged, or the desk has stopped, it is
   * another writer's: waiting for it would be for ever.
   */
  get settles(): boolean {
    return this.#pipeline.isBusy && this.#stopped === undefined;
  }

  /** Stops serving for good, because of a fault in the journal or another writer. */
  stop(error: Error): void {
    if (this.#stopped) return;
    this.#stopped = error;
    this.#parts.log.error("serving-stopped", { error: error.name, detail: error.message });
    this.#parts.onFatal(error);
  }

  /** Waits for everything that was accepted and takes nothing more. */
  async close(): Promise<void> {
    this.#stopped ??= new Error("closed");
    await this.#pipeline.close();
  }

  /** Today, in the district. */
  now(): Context["now"] {
    const ms = Math.max(this.#parts.clock.now(), this.#lastAt);
    if (ms !== this.#nowMs) {
      this.#nowMs = ms;
      this.#now = { at: new Date(ms).toISOString(), day: this.#parts.dayOf(ms) };
    }
    return this.#now!;
  }

  /** What an account holds today; a change that is only staged is waited for. */
  async actorOf(account: string): Promise<Actor> {
    const key = keyOf(AuthorityRecord, account);
    if (!Object.hasOwn(BUILT_IN, account))
      while ((await this.records.load(key)).position > this.durable && this.settles) await this.settled();
    return this.#actorNow(account, this.now().day);
  }

  /** The same, if it costs no waiting. */
  actorAtHand(account: string): Actor | undefined {
    const held = this.records.peek(keyOf(AuthorityRecord, account));
    const isKnown = Object.hasOwn(BUILT_IN, account) || (held !== undefined && held.position <= this.durable);
    return isKnown ? this.#actorNow(account, this.now().day) : undefined;
  }

  #actorNow(account: string, day: PlainDate): Actor {
    const builtIn = Object.hasOwn(BUILT_IN, account) ? BUILT_IN[account] : undefined;
    if (builtIn) return { id: account, grants: builtIn };
    const authority = this.records.peek(keyOf(AuthorityRecord, account))?.state as Authority | undefined;
    if (!authority) return { id: account, grants: [] };
    const known = this.#actors.get(authority);
    if (known?.day === day) return known.actor;
    const actor: Actor = { id: account, grants: grantsOn(authority, day) };
    this.#actors.set(authority, { day, actor });
    return actor;
  }

  /** Runs a command. Never throws for what a sender did or for a lost store: those are problems. */
  submit(submission: Submission): Promise<Reply> {
    return new Promise((answer) => this.#receive(submission, answer));
  }

  #receive(submission: Submission, answer: Waiting["answer"]): void {
    const command = this.#parts.registry.commands.get(submission.command);
    if (!command) return void answer(refused(nothingHere()));
    const read = readJson(submission.bytes);
    if ("status" in read) return void answer(refused(read));
    const fault = this.#parts.registry.check(command.name, read.value, isPlainText(read.text));
    if (fault) return void answer(refused(fault));
    if (this.isAway) return void answer(refused(tryAgain()));
    const text = (read.value as { reference?: string }).reference;
    const scope = command.scope?.(read.value as never) ?? `account/${submission.actor}`;
    const reference = text === undefined ? undefined : { scope, text, hash: hashOf(submission.bytes) };
    const waiting: Waiting = {
      command,
      actor: submission.actor,
      request: read,
      reference,
      bound: undefined,
      lookedUp: false,
      answer,
    };
    if (reference && this.#lookFirst > 0) {
      this.#lookFirst -= 1;
      void this.#takeTurnAgain(waiting);
    } else this.#enqueue(waiting);
  }

  /** What to tell whoever met an error. A fault in the journal stops serving; a programmer's error is thrown on. */
  problemOf(error: Error): Problem {
    if (error.name === "JournalFault") this.stop(error);
    else if (!(error instanceof StoreUnavailable)) throw error;
    return tryAgain();
  }

  /** Answers a request whose turn met an error. A programmer's error stops serving, after its sender was answered. */
  #answerError({ answer }: Waiting, error: Error): void {
    try {
      answer(refused(this.problemOf(error)));
    } catch (fault) {
      answer(refused(tryAgain()));
      this.stop(fault as Error);
    }
  }

  /** What a command needs as far as it is known, of that which of it is missing in memory, and the records found. */
  #needsOf(command: Waiting["command"], account: string, request: unknown, now: Context["now"]): FoundNeeds {
    const authority: Need = { kind: AuthorityRecord, id: account };
    const ask = (records: Records) => [authority, ...command.needs(request as never, records, now)];
    return missingNeeds(ask, (key) => this.records.peek(key));
  }

  #loadAll(keys: readonly string[]): Promise<unknown> {
    return Promise.all(keys.map((key) => this.records.load(key)));
  }

  #enqueue(waiting: Waiting): void {
    this.#queue.push(waiting);
    if (this.#deciding) return;
    this.#deciding = true;
    this.#parts.soon(() => this.#decideAll());
  }

  /** The writer: decides what waits, one after another, on staged records. It never waits itself. */
  #decideAll(): void {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const waiting = next;
      try {
        this.#decide(waiting)?.then(
          () => this.#enqueue(waiting),
          (error) => this.#answerError(waiting, error as Error),
        );
      } catch (error) {
        this.#answerError(waiting, error as Error);
      }
    }
    this.#deciding = false;
    this.#pipeline.flush();
  }

  /**
   * Decides a request in one breath: nothing it read can change or leave while it is decided. What is not at hand is
   * fetched outside the writer, and then the request takes its turn again from the start.
   */
  #decide(waiting: Waiting): Promise<unknown> | undefined {
    if (this.isAway) return void waiting.answer(refused(tryAgain()));
    const { command, reference, request } = waiting;
    const now = this.now();
    const { needs, missing, records } = this.#needsOf(command, waiting.actor, request.value, now);
    if (missing.length > 0) return this.#loadAll(missing);
    const actor = this.#actorNow(waiting.actor, now.day);
    if (!holds(actor, command.by, command.places(request.value as never, records)))
      return void this.#answerRefusal(waiting, needs, nothingHere());
    const bound = reference && (this.#references.recent(reference.scope, reference.text) ?? waiting.bound);
    if (bound) return void this.#answerAgain(waiting, bound);
    const outcome = this.#outcome(waiting, { needs, records, now, actor });
    if (outcome.kind === "refused") {
      // What was accepted once gets its answer again, even if it would be refused today.
      if (reference && !waiting.lookedUp) return void this.#takeTurnAgain(waiting);
      return void this.#answerRefusal(waiting, needs, outcome.problem);
    }
    const keys = this.#subjectsOf(outcome.drafts).filter((subject) => !this.keys.knows(subject));
    if (keys.length > 0) return this.keys.fetch(keys);
    return void this.#stage(waiting, outcome.drafts, now.at);
  }

  #outcome(
    { command, request }: Waiting,
    {
      needs,
      records,
      now,
      actor,
    }: { needs: readonly Need[]; records: Records; now: Context["now"]; actor: Actor },
  ): Outcome {
    const absent = absentOf(needs, records);
    if (absent.length > 0) return { kind: "refused", problem: absentProblem(absent) };
    const ticket = this.#pipeline.staged.position + 1;
    const context: Context = { records, actor, now, ticket, draw: this.#draws.of(ticket) };
    return command.decide(request.value as never, context, this.#parts.law);
  }

  #subjectsOf(drafts: readonly Draft[]): readonly string[] {
    const { book } = this.#parts.registry;
    return drafts
      .filter(({ type, body }) => holdsPersonal(book, type, body))
      .map(({ type, body }) => book.typeOf(type).subject!(body as never));
  }

  /** Seals the drafts, folds them into the staged records and answers when they are durable. */
  #stage(waiting: Waiting, drafts: readonly Draft[], at: string): void {
    const { registry, chance } = this.#parts;
    const changes: KeyChanges = { newKeys: [], erasedKeys: [] };
    for (const subject of this.#subjectsOf(drafts)) {
      if (this.keys.find(subject)) continue;
      const key = chance.bytes(32);
      this.keys.put(subject, key);
      changes.newKeys.push({ subject, key });
    }
    const stored: StoredEntry[] = [];
    const entries: Entry[] = [];
    let { position, seal } = this.#pipeline.staged;
    for (const [index, draft] of drafts.entries()) {
      position += 1;
      const heading = {
        position,
        at,
        actor: waiting.actor,
        command: waiting.command.name,
        reference: index === 0 ? (waiting.reference ?? null) : null,
        previous: toHex(seal),
      };
      const sealed = sealDraft(registry.book, heading, draft, waiting.request, this.keys, chance);
      ({ seal } = sealed);
      entries.push(sealed.entry);
      stored.push({
        position,
        seal,
        bytes: sealed.bytes,
        records: draft.records,
        ...bindingOf(waiting, index, drafts),
      });
      changes.erasedKeys.push(...(registry.book.typeOf(draft.type).erases?.(draft.body as never) ?? []));
    }
    this.#foldAll(drafts, entries);
    this.keys.forget(changes.erasedKeys);
    this.#lastAt = Date.parse(at);
    const first = entries[0]!.position;
    if (waiting.reference) {
      const { scope, text } = waiting.reference;
      this.#references.bind(scope, text, { position: first, entries: entries.length });
    }
    this.#pipeline.stage(stored, entries, changes);
    const answer = waiting.command.answer(asWritten(entries));
    this.#whenDurable(waiting, { kind: "accepted", position, repeated: false, answer });
  }

  /** Folds what is staged; a record that cannot be folded leaves nothing of it in memory. */
  #foldAll(drafts: readonly Draft[], entries: readonly Entry[]): void {
    try {
      for (const { creates } of drafts) if (creates) this.records.begin(creates);
      for (const entry of entries) this.records.fold(entry);
    } catch (error) {
      this.records.evict(entries.flatMap(({ records }) => records));
      throw error;
    }
  }

  #whenDurable(waiting: Waiting, reply: Reply): void {
    this.#pipeline.whenSettled((settled) => {
      if (settled === "again") void this.#takeTurnAgain(waiting);
      else waiting.answer(settled === "durable" ? reply : refused(tryAgain()));
    });
  }

  /**
   * Nearly every reference is new, so none is looked up before its request is decided. Before it is refused it is, and
   * the store's index finds one that is bound again: then all that were staged with it take their turns once more, and
   * for a while every reference is looked up first, so that somebody who repeats old ones cannot keep others waiting.
   */
  async #takeTurnAgain(waiting: Waiting): Promise<void> {
    try {
      const { reference } = waiting;
      const bound = reference && (await this.#references.find(reference.scope, reference.text));
      this.#enqueue({ ...waiting, bound, lookedUp: true });
    } catch (error) {
      this.#answerError(waiting, error as Error);
    }
  }

  /** A refusal that read staged records waits for them: it must not rest on something that is lost. */
  #answerRefusal(waiting: Waiting, needs: readonly Need[], why: Problem): void {
    const readStaged = needs.some(
      ({ kind, id }) => (this.records.peek(keyOf(kind, id))?.position ?? 0) > this.durable,
    );
    if (readStaged) this.#whenDurable(waiting, refused(why));
    else waiting.answer(refused(why));
  }

  /** The reference is bound: the same content gets the same answer, other content is refused. */
  async #answerAgain(waiting: Waiting, bound: Bound): Promise<void> {
    try {
      if (bound.position > this.durable) {
        const settled = await this.#pipeline.settled();
        if (settled === "again") return this.#takeTurnAgain(waiting);
        if (settled === "lost") return void waiting.answer(refused(tryAgain()));
      }
      const { store, registry } = this.#parts;
      const stored = await store.journal.read(bound.position, bound.entries);
      for (const each of stored) checkSealed(each);
      await this.keys.fetchFor(registry.book, stored);
      const entries = stored.map((each) => openEntry(registry.book, each, this.keys));
      if (!isSameRequest(waiting, entries)) return void waiting.answer(refused(reusedProblem(waiting)));
      const position = entries.at(-1)!.position;
      const answer = waiting.command.answer(asWritten(entries));
      waiting.answer({ kind: "accepted", position, repeated: true, answer });
    } catch (error) {
      this.#answerError(waiting, error as Error);
    }
  }

  #dropped(entries: readonly Entry[], changes: KeyChanges): void {
    this.records.evict(entries.flatMap(({ records }) => records));
    this.#references.release(entries.flatMap(({ reference }) => (reference ? [reference] : [])));
    this.keys.forget([...changes.newKeys.map(({ subject }) => subject), ...changes.erasedKeys]);
  }

  /** Waits until everything staged so far is durable; false when it was dropped. For queries that read records. */
  async settled(): Promise<boolean> {
    return (await this.#pipeline.settled()) === "durable";
  }
}

const bindingOf = (waiting: Waiting, index: number, drafts: readonly Draft[]) =>
  waiting.reference && index === 0
    ? { reference: { scope: waiting.reference.scope, text: waiting.reference.text, entries: drafts.length } }
    : {};

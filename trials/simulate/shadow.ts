/**
 * The journal followed from outside: every entry is checked, folded and decided again as it reaches the disk, from what
 * is on the disk and nothing else. What the desk answers is compared with what can be known from here.
 */
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Authority, AuthorityRecord, grantsOn } from "@openftz/customs/authority/authority.ts";
import { type Actor, holds } from "@openftz/customs/define/actor.ts";
import type { Draft, Outcome } from "@openftz/customs/define/command.ts";
import { nothingHere, type Problem } from "@openftz/customs/define/problem.ts";
import { keyOf, type Need, type Records } from "@openftz/customs/define/record.ts";
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import { foldEntry } from "@openftz/kernel/fold.ts";
import { canonicalJson, type Json } from "@openftz/kernel/json.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { MemoryDisk } from "../../server/adapters/memory/memory-store.ts";
import { BUILT_IN } from "../../server/desk/built-in.ts";
import { Draws } from "../../server/desk/draws.ts";
import { legalDays } from "../../server/desk/legal-day.ts";
import { type Held, missingNeeds } from "../../server/desk/record-cache.ts";
import type { AnyCommand } from "../../server/desk/registry.ts";
import { absentOf, absentProblem, asWritten } from "../../server/desk/replies.ts";
import { openEntry } from "../../server/desk/sealing.ts";
import { registry } from "../../server/installation.ts";
import type { StoredEntry } from "../../server/store.ts";
import { must, Violation } from "./violation.ts";

/** A request as the shadow needs it: who asked for what; the value is undefined when it does not fit its schema. */
export type Asked = { readonly command: string; readonly actor: string; readonly value: unknown };

/** The entries of one accepted request, and the request that was found to have made them. */
export type Group = { readonly entries: readonly Entry[]; readonly asked: Asked };

const dayOf = legalDays("Asia/Shanghai");
const NOTHING: Held = { position: 0, state: undefined };

/** Who asked for entries, and what they should be. */
type Made = { readonly asked: Asked; readonly drafts: readonly Draft[] };

/** What a decision would have been at a position: entries, a refusal, or the answer of a reference bound before. */
export type Expected =
  | { readonly kind: "accepted"; readonly drafts: readonly Draft[] }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "bound"; readonly group: Group };

const finish = <Result>(work: Generator<void, Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

/** The bytes of a request of which only the value matters. */
const plain = (value: unknown): string => canonicalJson(value as Json);

/** See the file's first lines. */
export class Shadow {
  readonly #disk: MemoryDisk;
  readonly #law: CustomsLaw;
  /** Everything that may have been asked for and not yet been answered for good. */
  readonly #candidates: () => readonly Asked[];
  readonly #histories = new Map<string, Held[]>();
  readonly #files = new Map<string, Held>();
  readonly #groups = new Map<number, Group>();
  readonly #bound = new Map<string, Group>();
  readonly #keys = new Map<string, Uint8Array>();
  /** All entries, as a reader of the journal sees them at the moment they were written. */
  readonly entries: Entry[] = [];
  #seal = "0".repeat(64);
  #at = "";

  /** The instant of the last entry. */
  get at(): string {
    return this.#at;
  }

  constructor(disk: MemoryDisk, law: CustomsLaw, candidates: () => readonly Asked[]) {
    this.#disk = disk;
    this.#law = law;
    this.#candidates = candidates;
  }

  get position(): number {
    return this.entries.length;
  }

  /** The accepted request whose last entry stands at a position. */
  groupEndingAt(position: number): Group | undefined {
    return this.#groups.get(position);
  }

  /** All accepted requests whose entries lie after a position. */
  *groupsAfter(position: number): Generator<Group> {
    for (const group of this.#groups.values()) if (group.entries[0]!.position > position) yield group;
  }

  /** Reads what has come to the disk since the last time. */
  follow(): readonly Group[] {
    const fresh: Group[] = [];
    while (this.position < this.#disk.entries.length) fresh.push(this.#followRequest());
    return fresh;
  }

  #followRequest(): Group {
    const first = this.#read(this.position + 1);
    const { asked, drafts } = this.#whoAsked(first);
    const entries = [first];
    this.#keep(first);
    for (const draft of drafts.slice(1)) {
      const next = this.#read(this.position + 1);
      must("an accepted request is written whole", isDraft(next, draft, asked), () => told(next));
      this.#keep(next);
      entries.push(next);
    }
    const group = { entries, asked };
    this.#groups.set(entries.at(-1)!.position, group);
    if (first.reference) {
      const name = `${first.reference.scope}\0${first.reference.text}`;
      must("a reference is bound once", !this.#bound.has(name), () => `${name} again by ${told(first)}`);
      this.#bound.set(name, group);
    }
    return group;
  }

  /** Reads an entry from the disk and checks it by its own bytes. */
  #read(position: number): Entry {
    const stored = this.#disk.entries[position - 1];
    if (!stored) throw new Violation("an accepted request is written whole", `entry ${position} is missing`);
    this.#checkSealed(stored, position);
    for (const subject of this.#disk.keys.keys()) this.#keys.set(subject, this.#disk.keys.get(subject)!);
    const entry = openEntry(registry.book, stored, { find: (subject) => this.#keys.get(subject) });
    must(
      "the clock of the journal never runs back",
      entry.at >= this.#at,
      () => `${this.#at}, then ${entry.at}`,
    );
    this.#at = entry.at;
    return entry;
  }

  #checkSealed({ bytes, seal, position, records }: StoredEntry, expected: number): void {
    const computed = createHash("sha256").update(Buffer.of(0)).update(bytes).digest("hex");
    const raw = JSON.parse(Buffer.from(bytes).toString("utf8")) as Entry;
    must("every entry is sealed", computed === Buffer.from(seal).toString("hex"), () => `entry ${position}`);
    must("positions have no gap", position === expected && raw.position === expected, () => `${position}`);
    must("entries form a chain", raw.previous === this.#seal, () => `entry ${position} follows another`);
    must(
      "the index names the sealed records",
      records.join() === raw.records.join(),
      () => `entry ${position}`,
    );
    this.#seal = computed;
  }

  #keep(entry: Entry): void {
    this.entries.push(entry);
    for (const key of entry.records) {
      const kind = registry.kinds.journal.get(kindName(key));
      if (!kind) throw new Violation("entries belong to known records", `${key} in ${told(entry)}`);
      const history = this.#histories.get(key) ?? [];
      const state = foldEntry(kind, history.at(-1)?.state, entry);
      history.push({ position: entry.position, state });
      this.#histories.set(key, history);
    }
  }

  /** Finds the request that made an entry: one of those on their way, decided again, must come to the same. */
  #whoAsked(entry: Entry): Made {
    const seen: string[] = [];
    let inPart: Made | undefined;
    for (const asked of this.#candidates()) {
      if (asked.command !== entry.command || asked.actor !== entry.actor || asked.value === undefined)
        continue;
      const outcome = this.expect(asked, entry.at, this.position);
      if (outcome.kind === "accepted" && isDraft(entry, outcome.drafts[0]!, asked)) {
        const made = { asked, drafts: outcome.drafts };
        if (this.#isWhole(made)) return made;
        // Another copy on its way may begin alike; if none is whole, this one tells what is missing.
        inPart ??= made;
      }
      seen.push(outcome.kind === "refused" ? outcome.problem.detail : outcome.kind);
    }
    if (inPart) return inPart;
    throw new Violation(
      "every entry is what its request comes to on the entries before it",
      `${told(entry)}; decided again: ${seen.join(" | ") || "nobody asked for it"}`,
    );
  }

  /** Whether all entries of a request stand on the disk, from the next one on. */
  #isWhole({ asked, drafts }: Made): boolean {
    return drafts.every((draft, index) => {
      const stored = this.#disk.entries[this.position + index];
      if (!stored) return false;
      const entry = openEntry(registry.book, stored, { find: (subject) => this.#keys.get(subject) });
      return isDraft(entry, draft, asked);
    });
  }

  /** What a request comes to on the journal up to a position. */
  expect({ command: name, actor: account, value }: Asked, at: string, upTo: number): Expected {
    const command = registry.commands.get(name);
    if (!command) return { kind: "refused", problem: nothingHere() };
    const day = dayOf(Date.parse(at));
    const { needs, records } = this.#needsOf(command, account, value, { at, day }, upTo);
    const actor = this.actorOn(account, day, upTo);
    if (!holds(actor, command.by, command.places(value as never, records)))
      return { kind: "refused", problem: nothingHere() };
    const group = this.#boundBy(command, account, value, upTo);
    if (group) return { kind: "bound", group };
    const absent = absentOf(needs, records);
    if (absent.length > 0) return { kind: "refused", problem: absentProblem(absent) };
    const ticket = upTo + 1;
    const context = { records, actor, now: { at, day }, ticket, draw: this.#drawFor(ticket) };
    const outcome: Outcome = command.decide(value as never, context, this.#law);
    if (outcome.kind === "accepted") mustHaveAsked(outcome.drafts, needs);
    return outcome;
  }

  #boundBy(command: AnyCommand, account: string, value: unknown, upTo: number): Group | undefined {
    const { reference } = value as { reference?: string };
    if (reference === undefined) return undefined;
    const scope = command.scope?.(value as never) ?? `account/${account}`;
    const group = this.#bound.get(`${scope}\0${reference}`);
    return group && group.entries[0]!.position <= upTo ? group : undefined;
  }

  #needsOf(
    command: AnyCommand,
    account: string,
    value: unknown,
    now: { readonly at: string; readonly day: PlainDate },
    upTo: number,
  ) {
    const authority: Need = { kind: AuthorityRecord, id: account };
    return this.find((records) => [authority, ...command.needs(value as never, records, now)], upTo);
  }

  /** Finds records as of a position; everything is at hand here. */
  find(
    ask: (records: Records) => readonly Need[],
    upTo: number,
  ): { readonly needs: readonly Need[]; readonly records: Records } {
    return missingNeeds(ask, (key) => this.heldAt(key, upTo));
  }

  /** An account's grants on a day. */
  actorOn(account: string, day: PlainDate, upTo: number): Actor {
    const builtIn = Object.hasOwn(BUILT_IN, account) ? BUILT_IN[account] : undefined;
    const authority = this.heldAt(keyOf(AuthorityRecord, account), upTo).state as Authority | undefined;
    return { id: account, grants: builtIn ?? grantsOn(authority, day) };
  }

  /** A record as of a position. */
  heldAt(key: string, upTo: number): Held {
    const kind = kindName(key);
    if (registry.kinds.journal.has(kind))
      return this.#histories.get(key)?.findLast(({ position }) => position <= upTo) ?? NOTHING;
    const known = this.#files.get(key);
    if (known) return known;
    const made = { position: 0, state: this.#make(kind, key.slice(kind.length + 1)) };
    if (made.state !== undefined) this.#files.set(key, made);
    return made;
  }

  #make(kind: string, id: string): unknown {
    const file = registry.kinds.file.get(kind);
    const bytes = this.#disk.files.get(id);
    if (file) return bytes && finish(file.parse(bytes));
    const derived = registry.kinds.derived.get(kind)!;
    const { records } = this.find(() => derived.parts(id), 0);
    return finish(derived.make(id, records));
  }

  /** The keys of all records of a kind that have entries. */
  idsOf(kind: string): readonly string[] {
    return [...this.#histories.keys()]
      .filter((key) => kindName(key) === kind)
      .map((key) => key.slice(kind.length + 1));
  }

  /** The record as it stands now. */
  now<State>(kind: string, id: string): State | undefined {
    return this.heldAt(`${kind}/${id}`, this.position).state as State | undefined;
  }

  #drawFor(ticket: number): (below: number) => number {
    const kept = JSON.parse(this.#disk.cabinet.get("secret")!.get("draw")!) as { base64: string };
    return new Draws(Buffer.from(kept.base64, "base64")).of(ticket);
  }

  /** Whether what a bound reference stands for is what somebody asks now. */
  isSame(group: Group, asked: Asked): boolean {
    return group.asked.command === asked.command && plain(group.asked.value) === plain(asked.value);
  }

  /** Whether entries may be a request's own: it is what was asked, or, under no reference, comes to the very same entries. */
  mayBeOf(group: Group, asked: Asked): boolean {
    if (this.isSame(group, asked)) return true;
    const [first] = group.entries;
    if (first!.reference || asked.command !== first!.command || asked.actor !== first!.actor) return false;
    const outcome = this.expect(asked, first!.at, first!.position - 1);
    return (
      outcome.kind === "accepted" &&
      outcome.drafts.length === group.entries.length &&
      outcome.drafts.every((draft, index) => isDraft(group.entries[index]!, draft, asked))
    );
  }

  /** What an accepted request is answered, for ever. */
  answerOf({ entries, asked }: Group): object {
    return registry.commands.get(asked.command)!.answer(asWritten(entries));
  }
}

const kindName = (key: string): string => key.slice(0, key.indexOf("/"));

const told = ({ position, command, actor, type }: Entry): string =>
  `entry ${position} (${type} by ${actor}, ${command})`;

/** True when an entry is what a decision drafted for a request; what was left undefined is absent. */
const isDraft = (entry: Entry, draft: Draft, asked: Asked): boolean => {
  const body = draft.withRequest ? { request: asked.value, ...draft.body } : draft.body;
  const expected = { type: draft.type, records: draft.records, law: draft.law ?? null, body };
  const { type, records, law, body: kept } = entry;
  return isDeepStrictEqual(asJson(expected), asJson({ type, records, law, body: kept }));
};

const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value));

/** A command writes only to records that it asked for, or begins: others may not be in memory. */
const mustHaveAsked = (drafts: readonly Draft[], needs: readonly Need[]): void => {
  const known = new Set(needs.map(({ kind, id }) => keyOf(kind, id)));
  for (const { creates } of drafts) if (creates !== undefined) known.add(creates);
  for (const { type, records } of drafts) {
    const unasked = records.find((key) => !known.has(key));
    must("a command asks for what it writes to", unasked === undefined, () => `${type}: ${unasked}`);
  }
};

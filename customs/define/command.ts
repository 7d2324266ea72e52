/** A command: the one place where an act is written. Route, verb, page, authority and audit are made from it. */
import type { Bilingual } from "@openftz/kernel/measure.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Static, TSchema } from "typebox";
import type { Actor, Place, Role } from "./actor.ts";
import { type Fault, type Problem, type ProblemType, problem } from "./problem.ts";
import type { Need, Records } from "./record.ts";

/** An entry before it has a position: its type, the records it belongs to, and its body. */
export type Draft = {
  readonly type: string;
  readonly records: readonly string[];
  /** The one of them that begins with this entry and has a number made from the ticket, so nobody could ask for it. */
  readonly creates?: string;
  readonly body: object;
  /** True: the sealed body begins with the request exactly as it arrived, as the field `request`. */
  readonly withRequest?: true;
  /** Measures, editions and engine that the body rests on. */
  readonly law?: object;
};

/** What a command came to: entries to be written, or a refusal that binds nothing. */
export type Outcome =
  | { readonly kind: "accepted"; readonly drafts: readonly Draft[] }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Accepts: these entries, all or none. */
export const accept = (...drafts: readonly Draft[]): Outcome => ({ kind: "accepted", drafts });

/** Refuses, with all that is wrong and the next step. */
export const refuse = (
  type: ProblemType,
  detail: string,
  next: string,
  faults: readonly Fault[] = [],
): Outcome => ({ kind: "refused", problem: problem(type, detail, next, faults) });

/** Everything that a decision may look at. It sees what it is handed and nothing else. */
export type Context = {
  readonly records: Records;
  readonly actor: Actor;
  /** The instant (UTC) and the legal day in the district's time zone. */
  readonly now: { readonly at: string; readonly day: PlainDate };
  /** The position that the first entry would have: unique and rising, so numbers are made from it. */
  readonly ticket: number;
  /** A number from 0 to `below` - 1 that nobody outside can foresee; what was drawn belongs into the entry. */
  readonly draw: (below: number) => number;
};

/** An entry as `answer` sees it. */
export type Written = { readonly position: number; readonly type: string; readonly body: never };

/** A command. `Law` is whatever the room of law hands to decisions; see `customs/law/`. */
export type Command<Schema extends TSchema = TSchema, Answer extends object = object, Law = unknown> = {
  /** "declaration.file": the route is POST /api/v1/declaration/file, the verb `openftz declaration file`. */
  readonly name: string;
  readonly title: Bilingual;
  /** The roles to which the act belongs. */
  readonly by: readonly Role[];
  readonly request: Schema;
  /** Whose references these are; absent: the actor's own. */
  readonly scope?: (request: Static<Schema>) => string;
  /** The act is proposed by one person and carried out when another confirms it. */
  readonly twoPeople?: true;
  /** The records it reads. Called again with what was found until it asks for nothing new; so it may follow what it read. */
  readonly needs: (request: Static<Schema>, records: Records, now: Context["now"]) => readonly Need[];
  /** Where the actor must hold one of the roles. An empty list: only a role held for the whole installation will do. */
  readonly places: (request: Static<Schema>, records: Records) => readonly Place[] | "anywhere";
  readonly decide: (request: Static<Schema>, context: Context, law: Law) => Outcome;
  /** The answer is a view of the entries written, so a retry gets the same one for ever. */
  readonly answer: (written: readonly Written[]) => Answer;
};

/** Defines a command; only gives types to its parts. */
export const defineCommand =
  <Law>() =>
  <Schema extends TSchema, Answer extends object>(
    command: Command<Schema, Answer, Law>,
  ): Command<Schema, Answer, Law> =>
    command;

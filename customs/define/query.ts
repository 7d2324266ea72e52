/** A query: the only way to read. Who sees what is decided here and nowhere else. */
import type { Bilingual } from "@openftz/kernel/measure.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Static, TSchema } from "typebox";
import type { Actor, Place, Role } from "./actor.ts";
import type { Problem } from "./problem.ts";
import type { Need, Records } from "./record.ts";

/** One condition on a row, as data: the server compiles it to SQL, the memory store interprets it. */
export type Term =
  | { readonly field: string; readonly is: "=" | "!=" | "<" | "<=" | ">" | ">="; readonly value: TermValue }
  | { readonly field: string; readonly is: "in"; readonly value: readonly TermValue[] }
  | { readonly field: string; readonly is: "prefix" | "contains"; readonly value: string }
  | { readonly any: readonly Term[] }
  | { readonly all: readonly Term[] };

/** What a row's field is compared with. */
export type TermValue = string | number | boolean | null;

/** A row of a view. */
export type ViewRow = Readonly<Record<string, unknown>>;

/** Who may ask: roles, everyone signed in, or anyone at all. */
export type Audience = readonly Role[] | "signed-in" | "anyone";

/** A list: rows of a view that the actor may see. The request may also carry `after` (a cursor) and `limit`. */
export type ListQuery<Schema extends TSchema = TSchema, Row extends object = object> = {
  readonly kind: "list";
  readonly name: string;
  readonly title: Bilingual;
  readonly by: Audience;
  readonly request: Schema;
  readonly view: string;
  /** The record whose rows they are: whoever may not see it gets "there is nothing here". */
  readonly of?: {
    readonly needs: (request: Static<Schema>) => readonly Need[];
    readonly sees: (actor: Actor, request: Static<Schema>, records: Records) => boolean;
  };
  /** The rows that this actor may see at all. */
  readonly rows: (actor: Actor, now: { readonly day: PlainDate }) => readonly Term[];
  readonly where: (request: Static<Schema>) => readonly Term[];
  /** Ends with the view's key, so that the order is total. */
  readonly order: (
    request: Static<Schema>,
  ) => readonly { readonly field: string; readonly descending?: boolean }[];
  readonly answer: (row: ViewRow) => Row;
};

/** A look at records themselves, as of now or as of a position or date. */
export type RecordQuery<Schema extends TSchema = TSchema, Answer extends object = object, Law = unknown> = {
  readonly kind: "record";
  readonly name: string;
  readonly title: Bilingual;
  readonly by: Audience;
  readonly request: Schema;
  readonly needs: (
    request: Static<Schema>,
    records: Records,
    now: { readonly day: PlainDate },
    actor: Actor,
  ) => readonly Need[];
  /** Where the actor must hold one of the roles to see it; everyone else gets "there is nothing here". */
  readonly places?: (request: Static<Schema>, records: Records) => readonly Place[];
  /** Who may see it, where roles at places do not say it; both must agree. */
  readonly sees?: (actor: Actor, request: Static<Schema>, records: Records) => boolean;
  readonly answer: (
    request: Static<Schema>,
    context: {
      readonly records: Records;
      readonly actor: Actor;
      readonly now: { readonly at: string; readonly day: PlainDate };
    },
    law: Law,
  ) => Answer | { readonly problem: Problem };
};

/** Any query. */
export type Query = ListQuery | RecordQuery;

/** Defines a list; only gives types to its parts. */
export const defineList = <Schema extends TSchema, Row extends object>(
  query: Omit<ListQuery<Schema, Row>, "kind">,
): ListQuery<Schema, Row> => ({ kind: "list", ...query });

/** Defines a look at records; only gives types to its parts. */
export const defineLookup =
  <Law>() =>
  <Schema extends TSchema, Answer extends object>(
    query: Omit<RecordQuery<Schema, Answer, Law>, "kind">,
  ): RecordQuery<Schema, Answer, Law> => ({ kind: "record", ...query });

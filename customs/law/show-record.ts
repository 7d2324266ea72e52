/** A look at one record as it stands: the same query for every kind, also as of a position or a day. */
import type { Bilingual } from "@openftz/kernel/measure.ts";
import Type, { type TSchema } from "typebox";
import { type Actor, holds, type Role } from "../define/actor.ts";
import { closed } from "../define/fields.ts";
import type { RecordQuery } from "../define/query.ts";
import { must, type RecordKind } from "../define/record.ts";
import { lookup } from "./command.ts";
import type { CustomsLaw } from "./law.ts";

/** What differs from kind to kind. */
export type ShowRecord<State extends object> = {
  readonly kind: RecordKind<State>;
  readonly name: string;
  readonly title: Bilingual;
  readonly by: readonly Role[];
  /** The schema of the record's id. */
  readonly id: TSchema;
  /** Whether this actor may see this record; officers and administrators always may. */
  readonly sees: (actor: Actor, state: State) => boolean;
  /** The record as it is shown; absent: as it is. */
  readonly shown?: (state: State, actor: Actor) => object;
};

/** True for those who may look at every record: officers of any office, and administrators. */
const seesEverything = (actor: Actor): boolean => holds(actor, ["officer", "administrator"], "anywhere");

/** Makes the query "<kind>.show" with the one field `id`. */
export const showRecord = <State extends object>(
  it: ShowRecord<State>,
): RecordQuery<TSchema, object, CustomsLaw> =>
  lookup({
    name: it.name,
    title: it.title,
    by: it.by,
    request: Type.Object({ id: it.id }, closed),
    needs: ({ id }) => [must(it.kind, id as string, "/id")],
    sees: (actor, { id }, records) => {
      const state = records.find(it.kind, id as string);
      return state !== undefined && (seesEverything(actor) || it.sees(actor, state));
    },
    answer: ({ id }, { records, actor }) => {
      const state = records.get(it.kind, id as string);
      return it.shown ? it.shown(state, actor) : state;
    },
  }) as unknown as RecordQuery<TSchema, object, CustomsLaw>;

/** Terms that many lists share. */
import { type Actor, idsAt, placesOf } from "./actor.ts";
import type { Term } from "./query.ts";

/** Every row, for lists that have nothing to hide from those who may ask. */
export const everyRow: readonly Term[] = [];

/** No row at all. */
export const noRow: readonly Term[] = [{ any: [] }];

/** True when the actor holds a role for the whole installation that sees everything. */
const seesAll = (actor: Actor): boolean =>
  placesOf(actor, ["administrator", "officer", "importer"]).includes("*");

/** Rows of the actor's parties (in any of the fields) and of the actor's offices. */
export const ownRows = (
  actor: Actor,
  partyFields: readonly string[],
  officeField?: string,
): readonly Term[] => {
  if (seesAll(actor)) return everyRow;
  const parties = idsAt(actor, "party", ["declarant"]);
  const offices = idsAt(actor, "office", ["officer"]);
  return [
    {
      any: [
        ...(parties.length > 0
          ? partyFields.map((field) => ({ field, is: "in" as const, value: parties }))
          : []),
        ...(officeField !== undefined && offices.length > 0
          ? [{ field: officeField, is: "in" as const, value: offices }]
          : []),
      ],
    },
  ];
};

/** Rows of the actor's offices, in any of the fields: nothing is shown to parties. */
export const officeRows = (actor: Actor, officeFields: readonly string[]): readonly Term[] => {
  if (placesOf(actor, ["administrator", "officer"]).includes("*")) return everyRow;
  const offices = idsAt(actor, "office", ["officer", "administrator"]);
  return [{ any: officeFields.map((field) => ({ field, is: "in" as const, value: offices })) }];
};

import Type from "typebox";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { everyRow, ownRows } from "../define/view-rows.ts";

/** A party as lists show it; the contact is empty when none is named or the person was erased. */
export type PartyRow = {
  readonly party: string;
  readonly name: string;
  readonly credit: string;
  readonly contactName: string | null;
  readonly erased: boolean;
};

/** Parties by their code: officers and administrators see all, a declarant their own. */
export const listParties = defineList({
  name: "party.list",
  title: { en: "Parties", zh: "企业" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object({ text: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })) }, closed),
  view: "party",
  rows: (actor) =>
    actor.grants.some(({ role }) => role === "officer" || role === "administrator")
      ? everyRow
      : ownRows(actor, ["party"]),
  where: ({ text }) =>
    text
      ? [
          {
            any: [
              { field: "party", is: "prefix", value: text },
              { field: "name", is: "contains", value: text },
            ],
          },
        ]
      : [],
  order: () => [{ field: "party" }],
  answer: (row) => row as PartyRow,
});

import type { PlantedFault } from "./planted-fault.ts";

/** Acts by somebody who may not, and looks at what is not one's own. */
export const authorityFaults: readonly PlantedFault[] = [
  {
    name: "everybody-lists-all-guarantees",
    promise: "A declarant's list of guarantees holds those of their own parties.",
    file: "customs/guarantee/list-guarantees.ts",
    was: 'actor.grants.some(({ role }) => role === "officer" || role === "administrator")',
    becomes: "actor.grants.length > 0",
  },
  {
    name: "officers-list-all-offices",
    promise: "An officer's list of declarations holds those of their own offices.",
    file: "customs/define/view-rows.ts",
    was: 'placesOf(actor, ["administrator", "officer", "importer"]).includes("*");',
    becomes: 'placesOf(actor, ["administrator", "officer", "importer"]).length > 0;',
  },
  {
    name: "everybody-looks-at-a-party",
    promise: "A party with its contact is shown to its own people and to officers.",
    file: "customs/law/record-queries.ts",
    was: "sees: (actor, { id }) => isOf(actor, id),",
    becomes: "sees: (actor) => actor.grants.length > 0,",
  },
  {
    name: "everybody-looks-at-a-declaration",
    promise: "A declaration is shown to its declarant, its trader and its office.",
    file: "server/desk/ask.ts",
    was: "if (query.places && !holds(actor, query.by as never, query.places(request, records)))",
    becomes: 'if (query.places && !holds(actor, query.by as never, "anywhere"))',
  },
  {
    name: "broker-without-its-mandate",
    promise: "A broker cannot file for a trader that took its mandate back.",
    file: "customs/mandate/mandate.ts",
    was: "  !mandate.withdrawn &&\n",
    becomes: "",
  },
  {
    name: "mandate-never-ends",
    promise: "A broker cannot file for a trader after the last day of its mandate.",
    file: "customs/mandate/mandate.ts",
    was: "(mandate.until === null || day <= mandate.until);",
    becomes: "(mandate.until === null || mandate.from <= mandate.until);",
  },
  {
    name: "revoked-role-still-acts",
    promise: "Who lost a role does not act in it any more.",
    file: "customs/authority/authority.ts",
    was: "!revoked && from <= day",
    becomes: "from <= day",
  },
  {
    name: "one-person-for-two",
    promise: "An act for two people is not confirmed by the one who proposed it.",
    file: "customs/proposal/two-people.ts",
    was: "if (it.by === context.actor.id)",
    becomes: "if (it.id === context.actor.id)",
  },
  {
    name: "officer-of-another-office",
    promise: "An officer releases declarations of their own office.",
    file: "customs/declaration/release-declaration.ts",
    was: "places: ({ declaration }, records) => atOffice(declaration, records),",
    becomes: 'places: () => "anywhere",',
  },
  {
    name: "guarantee-of-a-stranger",
    promise: "A declaration rests on a guarantee of its trader or its declarant.",
    file: "customs/declaration/inputs.ts",
    was: "if (letter && letter.party !== trader && letter.party !== declarant)",
    becomes: "if (!letter && guarantee !== undefined)",
  },
];

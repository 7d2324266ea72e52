import Type from "typebox";
import { closed, OfficeCode, PartyId } from "../define/fields.ts";
import { defineList, type Term } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";

/** A declaration as lists show it. Amounts are CNY in fen. */
export type DeclarationRow = {
  readonly number: string;
  readonly reference: string;
  readonly direction: string;
  readonly office: string;
  readonly declarant: string;
  readonly trader: string;
  readonly procedure: string;
  readonly goods: string;
  readonly items: number;
  readonly state: string;
  readonly lane: string | null;
  readonly taxState: string;
  readonly totalFen: number;
  readonly due: string | null;
  readonly at: string;
  readonly day: string;
  readonly imported: boolean;
  readonly holds: readonly string[];
  readonly amendment: boolean;
};

/** The reasons for being held that the view keeps, each in a column of its own. */
export const HOLD_COLUMNS = {
  tax: "holdTax",
  documents: "holdDocuments",
  inspection: "holdInspection",
  rate: "holdRate",
  conflict: "holdConflict",
  silence: "holdSilence",
} as const;

const ListDeclarations = Type.Object(
  {
    state: Type.Optional(
      Type.Union([
        Type.Literal("held"),
        Type.Literal("released"),
        Type.Literal("closed"),
        Type.Literal("withdrawn"),
      ]),
    ),
    lane: Type.Optional(
      Type.Union([Type.Literal("release"), Type.Literal("documents"), Type.Literal("inspect")]),
    ),
    taxState: Type.Optional(Type.String({ maxLength: 20 })),
    office: Type.Optional(OfficeCode),
    party: Type.Optional(PartyId),
    /** The beginning of a number or reference, or part of the goods' description. */
    text: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    /** What waits for an officer: documents, inspections, conflicts, amendments, and what only needs release. */
    forOfficer: Type.Optional(Type.Boolean()),
    oldestFirst: Type.Optional(Type.Boolean()),
  },
  closed,
);

const textTerms = (text: string): Term => ({
  any: [
    { field: "number", is: "prefix", value: text },
    { field: "reference", is: "prefix", value: text },
    { field: "goods", is: "contains", value: text },
  ],
});

/** Held, and not merely for the tax or a missing rate. */
const waitsForOfficer: readonly Term[] = [
  { field: "state", is: "=", value: "held" },
  {
    any: [
      { field: "holdDocuments", is: "=", value: true },
      { field: "holdInspection", is: "=", value: true },
      { field: "holdConflict", is: "=", value: true },
      { field: "holdSilence", is: "=", value: true },
      { field: "amendment", is: "=", value: true },
      {
        all: [
          { field: "holdTax", is: "=", value: false },
          { field: "holdRate", is: "=", value: false },
        ],
      },
    ],
  },
];

/** Declarations, newest first: a declarant sees those of their parties, an officer those of their offices. */
export const listDeclarations = defineList({
  name: "declaration.list",
  title: { en: "Declarations", zh: "报关单" },
  by: ["declarant", "officer", "administrator", "importer"],
  request: ListDeclarations,
  view: "declaration",
  rows: (actor) => ownRows(actor, ["declarant", "trader"], "office"),
  where: ({ state, lane, taxState, office, party, text, forOfficer }) => [
    ...(state ? [{ field: "state", is: "=" as const, value: state }] : []),
    ...(lane ? [{ field: "lane", is: "=" as const, value: lane }] : []),
    ...(taxState ? [{ field: "taxState", is: "=" as const, value: taxState }] : []),
    ...(office ? [{ field: "office", is: "=" as const, value: office }] : []),
    ...(party
      ? [
          {
            any: [
              { field: "trader", is: "=" as const, value: party },
              { field: "declarant", is: "=" as const, value: party },
            ],
          },
        ]
      : []),
    ...(text ? [textTerms(text)] : []),
    ...(forOfficer ? waitsForOfficer : []),
  ],
  order: ({ oldestFirst }) => [
    { field: "at", descending: !oldestFirst },
    { field: "number", descending: !oldestFirst },
  ],
  answer: (row): DeclarationRow => {
    const holds = Object.entries(HOLD_COLUMNS).flatMap(([kind, column]) => (row[column] ? [kind] : []));
    const shown = Object.fromEntries(Object.entries(row).filter(([field]) => !field.startsWith("hold")));
    return { ...(shown as Omit<DeclarationRow, "holds">), holds };
  },
});

/** A bonded verification list (保税核注清单): the paper that moves goods into and out of a book. Domain 2.4.4, 2.5.3. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { LineGoods, LineMoved, type Moved } from "../account-book/book-line.ts";
import { type Outside, STATUSES, type Status } from "../account-book/stock.ts";
import { defineEntry } from "../define/entry-type.ts";
import { CurrencyCode, closed, Day, DecimalText, OfficeCode, PartyId, Reference } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";

/** Where a list can stand: approved (预核扣), posted (已核扣), deleted (删除), or reversed after it was posted (红冲). */
export type ListState = "approved" | "posted" | "deleted" | "reversed";

/** The states as a table. */
export const LIST_STATES: StateTable<ListState> = {
  approved: ["posted", "deleted"],
  posted: ["reversed"],
  deleted: [],
  reversed: [],
};

/** The posting mark that Chinese messages carry for a state (domain VrfdedMarkcd); one that ended otherwise has none. */
export const POSTING_MARKS: Readonly<Record<ListState, string>> = {
  approved: "1",
  posted: "2",
  deleted: "",
  reversed: "",
};

/** QD, the customs office, two digits of the year, I or E, and nine digits. */
export const ListNumber = Type.String({
  pattern: "^QD[0-9]{6}[IE][0-9]{9}$",
  description: "18 characters: QD, office, year, I in or E out, serial, for example QD221826I000000042.",
});

/** What moves: over the first line (abroad) or the second (inland), in or out. */
export const MOVEMENTS = {
  "from-abroad": { inbound: true, outside: "abroad" },
  "to-abroad": { inbound: false, outside: "abroad" },
  "from-inland": { inbound: true, outside: "inland" },
  "to-inland": { inbound: false, outside: "inland" },
} as const satisfies Readonly<Record<string, { readonly inbound: boolean; readonly outside: Outside }>>;

/** The direction of the declaration that goods need; the zone counts as abroad at the second line. */
export const directionOf = (movement: Movement): "import" | "export" =>
  movement === "from-abroad" || movement === "to-inland" ? "import" : "export";

/**
 * Whether a list needs a declaration, by movement and status. Over the first line it depends on the zone (domain 1.7), so the
 * enterprise says; what changes between the customs territory's goods and supervised goods always needs one (2.6, 5.7).
 */
export const DECLARES = {
  "from-abroad": { bonded: "may", transit: "may", "tax-paid": "must", "non-bonded": "never" },
  "to-abroad": { bonded: "may", transit: "may", "tax-paid": "must", "non-bonded": "must" },
  "from-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
  "to-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
} as const satisfies Readonly<Record<Movement, Readonly<Record<Status, "must" | "may" | "never">>>>;

/** The name of a movement. */
export type Movement = keyof typeof MOVEMENTS;

const oneOf = <Word extends string>(words: readonly Word[]) =>
  Type.Union(words.map((word) => Type.Literal(word)));

/** One line of a list: of a line of the book, or, inbound, of goods that are new in it. */
export const ListLine = Type.Object(
  {
    line: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999_999 })),
    goods: Type.Optional(LineGoods),
    declared: DecimalText,
    lawful: DecimalText,
    second: Type.Optional(DecimalText),
    netMassKg: DecimalText,
    grossMassKg: DecimalText,
    value: Type.Object({ amount: DecimalText, currency: CurrencyCode }, closed),
  },
  closed,
);

/** See `ListLine`. */
export type Line = {
  readonly line?: number;
  readonly goods?: Record<string, string>;
  readonly declared: string;
  readonly lawful: string;
  readonly second?: string;
  readonly netMassKg: string;
  readonly grossMassKg: string;
  readonly value: { readonly amount: string; readonly currency: string };
};

const MOST_LINES = 500;

/** A list as it is declared. */
export const DeclareList = Type.Object(
  {
    reference: Reference,
    book: BookNumber,
    movement: oneOf(Object.keys(MOVEMENTS) as Movement[]),
    status: Type.Optional(oneOf(STATUSES)),
    procedure: Type.String({ pattern: "^[0-9]{4}$", description: "The supervision mode, for example 5034." }),
    transportMode: Type.String({
      pattern: "^[0-9A-Z]$",
      description: "One character, for example 2 for sea.",
    }),
    /** Whether a declaration belongs to it: then it is posted only when that is released. */
    declares: Type.Boolean(),
    lines: Type.Array(ListLine, { minItems: 1, maxItems: MOST_LINES }),
  },
  closed,
);

/** What the journal says of a list. */
export type BondedList = {
  readonly number: string;
  readonly book: string;
  readonly party: string;
  readonly movement: Movement;
  readonly procedure: string;
  readonly transportMode: string;
  readonly status: Status;
  readonly declares: boolean;
  readonly state: ListState;
  /** As declared, each with the line of the book that it moves. */
  readonly lines: readonly (Omit<Line, "line" | "goods"> & { readonly line: string; readonly hs8: string })[];
  readonly declaration: string | null;
  readonly postedOn: PlainDate | null;
};

const Moves = Type.Array(LineMoved);

/** A list was declared and, with nothing against it, approved: its quantities are announced or reserved. */
export const bondedListApproved = defineEntry({
  type: "bonded-list.approved",
  version: 1,
  body: Type.Object({
    request: DeclareList,
    list: ListNumber,
    party: PartyId,
    office: OfficeCode,
    status: oneOf(STATUSES),
    lines: Type.Array(Type.Object({ line: Type.String(), hs8: Type.String() })),
    moved: Moves,
  }),
});

/** A list was posted: what was announced is there, what was reserved is gone. */
export const bondedListPosted = defineEntry({
  type: "bonded-list.posted",
  version: 1,
  body: Type.Object({
    list: ListNumber,
    declaration: Type.Union([Type.String(), Type.Null()]),
    gatePass: Type.String(),
    day: Day,
    status: oneOf(STATUSES),
    moved: Moves,
  }),
});

/** A list was deleted before anything of it moved. */
export const bondedListDeleted = defineEntry({
  type: "bonded-list.deleted",
  version: 1,
  body: Type.Object({ list: ListNumber, reason: Type.String(), status: oneOf(STATUSES), moved: Moves }),
});

/** A posted list was wrong: what it posted is posted back. */
export const bondedListReversed = defineEntry({
  type: "bonded-list.reversed",
  version: 1,
  body: Type.Object({ list: ListNumber, reason: Type.String(), status: oneOf(STATUSES), moved: Moves }),
});

/** The body of `bonded-list.approved`. */
export type Approved = {
  readonly request: {
    readonly book: string;
    readonly movement: Movement;
    readonly procedure: string;
    readonly transportMode: string;
    readonly declares: boolean;
    readonly lines: readonly Line[];
  };
  readonly list: string;
  readonly party: string;
  readonly office: string;
  readonly status: Status;
  readonly lines: readonly { readonly line: string; readonly hs8: string }[];
  readonly moved: readonly Moved[];
};

/** The record of a list. */
export const BondedListRecord = defineRecord<BondedList>({
  kind: "bonded-list",
  on: {
    "bonded-list.approved": (_, { body }: { body: Approved }) => {
      const { book, movement, procedure, transportMode, declares, lines } = body.request;
      return {
        number: body.list,
        book,
        party: body.party,
        movement,
        procedure,
        transportMode,
        status: body.status,
        declares,
        state: "approved",
        lines: lines.map(({ line: _seq, goods: _goods, ...said }, index) => ({
          ...said,
          ...body.lines[index]!,
        })),
        declaration: null,
        postedOn: null,
      };
    },
    "bonded-list.posted": (list, { body }: { body: { declaration: string | null; day: PlainDate } }) => ({
      ...list!,
      state: step(LIST_STATES, list!.state, "posted"),
      declaration: body.declaration,
      postedOn: body.day,
    }),
    "bonded-list.deleted": (list) => ({ ...list!, state: step(LIST_STATES, list!.state, "deleted") }),
    "bonded-list.reversed": (list) => ({ ...list!, state: step(LIST_STATES, list!.state, "reversed") }),
  },
});

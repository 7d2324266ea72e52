/** A bonded verification list (保税核注清单): the paper that moves goods into and out of a book. Domain 2.4.4, 2.5.3. */
import type { Upcasts } from "@openftz/kernel/fold.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { LineMoved, type Moved, upcastMoved } from "../account-book/moved.ts";
import { type KeptLine, keptLines, type PaperLine, PaperLines } from "../account-book/paper-line.ts";
import { countOf, STATUSES, type Status, textOf } from "../account-book/stock.ts";
import { DocumentField } from "../declaration/content.ts";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, DeclarationNumber, OfficeCode, PartyId, Reference } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { PassNumber } from "../gate-pass/pass-number.ts";
import { SlipNumber } from "../stock-slip/slip-number.ts";
import { MOVEMENTS, type Movement } from "./movements.ts";

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

const oneOf = <Word extends string>(words: readonly Word[]) =>
  Type.Union(words.map((word) => Type.Literal(word)));

/** All movements, as a field. */
export const MovementField = oneOf(Object.keys(MOVEMENTS) as Movement[]);

const MOST_SLIPS = 300;

/** A list as it is declared. */
export const DeclareList = Type.Object(
  {
    reference: Reference,
    book: BookNumber,
    movement: MovementField,
    status: Type.Optional(oneOf(STATUSES)),
    procedure: Type.String({ pattern: "^[0-9]{4}$", description: "The supervision mode, for example 5034." }),
    transportMode: Type.String({
      pattern: "^[0-9A-Z]$",
      description: "One character, for example 2 for sea.",
    }),
    /** Whether a declaration belongs to it: then it is posted only when that is released. */
    declares: Type.Boolean(),
    /** The enterprise outside the zone that declares what crosses the second line, where it is known. */
    counterparty: Type.Optional(PartyId),
    /** Of a transfer: the book from which goods are to come, or the list with which that book's holder announced them. */
    otherBook: Type.Optional(BookNumber),
    otherList: Type.Optional(ListNumber),
    /** The pass with which goods entered that are declared later. */
    pass: Type.Optional(PassNumber),
    /** The slips that a batch declares together. */
    slips: Type.Optional(Type.Array(SlipNumber, { minItems: 1, maxItems: MOST_SLIPS, uniqueItems: true })),
    lines: PaperLines,
  },
  closed,
);

/** What the request of a list says. */
export type ListRequest = {
  readonly book: string;
  readonly movement: Movement;
  readonly procedure: string;
  readonly transportMode: string;
  readonly declares: boolean;
  readonly counterparty?: string;
  readonly otherBook?: string;
  readonly otherList?: string;
  readonly pass?: string;
  readonly slips?: readonly string[];
  readonly lines: readonly PaperLine[];
};

/** A line of a list, and how much of it, in the declared unit, is on gate passes and has passed. */
export type ListedLine = KeptLine & { readonly onPasses: string; readonly passed: string };

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
  readonly lines: readonly ListedLine[];
  /** The enterprise outside the zone that declares the goods, where the list names it. */
  readonly counterparty: string | null;
  /** The released declaration that covers it. */
  readonly declaration: string | null;
  readonly postedOn: PlainDate | null;
  /** What posting it brought or took of each line of the book, in US dollars. */
  readonly postedUsd: Readonly<Record<string, string>>;
  /** Of a transfer: the other book, and its list once both are declared. */
  readonly otherBook: string | null;
  readonly otherList: string | null;
  /** Of goods that entered before: the pass. */
  readonly pass: string | null;
  readonly slips: readonly string[];
  /** True when its goods go through the gate before it is posted. */
  readonly gate: boolean;
};

const Moves = Type.Array(LineMoved);
const StatusField = oneOf(STATUSES);

/** A list was declared and, with nothing against it, approved: its quantities are announced or reserved. */
export const bondedListApproved = defineEntry({
  type: "bonded-list.approved",
  version: 2,
  body: Type.Object({
    request: DeclareList,
    list: ListNumber,
    party: PartyId,
    office: OfficeCode,
    status: StatusField,
    lines: Type.Array(
      Type.Object({
        line: Type.String(),
        hs8: Type.String(),
        changes: Type.Optional(Type.Integer()),
        usd: Type.Optional(Type.String()),
      }),
    ),
    gate: Type.Boolean(),
    /** Of a transfer: the other book, the list of it that waited, and the day after which it is off. */
    otherBook: Type.Optional(BookNumber),
    otherList: Type.Optional(ListNumber),
    expires: Type.Optional(Day),
    pass: Type.Optional(PassNumber),
    slips: Type.Optional(Type.Array(SlipNumber)),
    moved: Moves,
  }),
});

/** A released declaration of the same goods covers the list: what leaves may now leave. */
export const bondedListCovered = defineEntry({
  type: "bonded-list.covered",
  version: 1,
  body: Type.Object({ list: ListNumber, declaration: DeclarationNumber }),
});

/** A list was posted: what was announced is there, what was reserved is gone. */
export const bondedListPosted = defineEntry({
  type: "bonded-list.posted",
  version: 2,
  body: Type.Object({
    list: ListNumber,
    declaration: Type.Union([Type.String(), Type.Null()]),
    day: Day,
    status: StatusField,
    slips: Type.Optional(Type.Array(SlipNumber)),
    /** Documents that customs looked at when the goods came from abroad. */
    documents: Type.Optional(Type.Array(DocumentField)),
    moved: Moves,
  }),
});

/** A list was deleted before it was posted; `undeclared` are the goods that are to be declared again. */
export const bondedListDeleted = defineEntry({
  type: "bonded-list.deleted",
  version: 2,
  body: Type.Object({
    list: ListNumber,
    reason: Type.String(),
    status: StatusField,
    slips: Type.Optional(Type.Array(SlipNumber)),
    undeclared: Type.Optional(Type.Array(Type.Object({ pass: PassNumber, by: Day }))),
    moved: Moves,
  }),
});

/** A posted list was wrong: what it posted is posted back, and goods that entered first are to be declared again. */
export const bondedListReversed = defineEntry({
  type: "bonded-list.reversed",
  version: 2,
  body: Type.Object({
    list: ListNumber,
    reason: Type.String(),
    status: StatusField,
    undeclared: Type.Optional(Type.Array(Type.Object({ pass: PassNumber, by: Day }))),
    moved: Moves,
  }),
});

type Posted1 = { readonly gatePass: string } & Parameters<typeof upcastMoved>[0];

/** Before version 2 the goods of every list went through the gate, with one pass that was a number and no record. */
export const listUpcasts: Upcasts = {
  "bonded-list.approved@1": (body: Parameters<typeof upcastMoved>[0]) => ({
    ...upcastMoved(body),
    gate: false,
  }),
  "bonded-list.posted@1": ({ gatePass: _gatePass, ...body }: Posted1) => upcastMoved(body),
  "bonded-list.deleted@1": upcastMoved,
  "bonded-list.reversed@1": upcastMoved,
  "book-line.adjusted@1": upcastMoved,
};

/** The body of `bonded-list.approved`. */
export type Approved = {
  readonly request: ListRequest;
  readonly list: string;
  readonly party: string;
  readonly office: string;
  readonly status: Status;
  readonly lines: readonly {
    readonly line: string;
    readonly hs8: string;
    readonly changes?: number;
    readonly usd?: string;
  }[];
  readonly gate: boolean;
  readonly otherBook?: string;
  readonly otherList?: string;
  readonly expires?: PlainDate;
  readonly pass?: string;
  readonly slips?: readonly string[];
  readonly moved: readonly Moved[];
};

type Step<Body> = { readonly body: Body };

/** How much of which lines a gate pass takes. */
export type OnPass = {
  readonly lists: readonly {
    readonly list: string;
    readonly lines: readonly { readonly index: number; readonly declared: string }[];
  }[];
};

/** A list after more of its goods are on passes, or have passed. */
const passing =
  (field: "onPasses" | "passed", sign: 1n | -1n) =>
  (list: BondedList | undefined, { body }: Step<OnPass>): BondedList => {
    const taken = body.lists.find((each) => each.list === list!.number);
    if (!taken) return list!;
    const lines = list!.lines.map((line, index) => {
      const change = taken.lines
        .filter((each) => each.index === index)
        .reduce((sum, { declared }) => sum + countOf(declared), 0n);
      return change === 0n ? line : { ...line, [field]: textOf(countOf(line[field]) + sign * change) };
    });
    return { ...list!, lines };
  };

const EXPIRY = "expiry";

/** The record of a list. */
export const BondedListRecord = defineRecord<BondedList>({
  kind: "bonded-list",
  on: {
    "bonded-list.approved": (list, { body }: Step<Approved>) => {
      // The list that waits for this one hears of it too.
      if (list) return { ...list, otherList: body.list };
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
        lines: keptLines(lines, body.lines).map((line) => ({ ...line, onPasses: "0", passed: "0" })),
        counterparty: body.request.counterparty ?? null,
        declaration: null,
        postedOn: null,
        postedUsd: {},
        otherBook: body.otherBook ?? null,
        otherList: body.otherList ?? null,
        pass: body.pass ?? null,
        slips: body.slips ?? [],
        gate: body.gate,
      };
    },
    "bonded-list.covered": (list, { body }: Step<{ declaration: string }>) => ({
      ...list!,
      declaration: body.declaration,
    }),
    "bonded-list.posted": (
      list,
      { body }: Step<{ declaration: string | null; day: PlainDate; moved: readonly Moved[] }>,
    ) => ({
      ...list!,
      postedUsd: Object.fromEntries(
        body.moved.flatMap(({ line, usd }) => (usd === undefined ? [] : [[line, usd]])),
      ),
      state: step(LIST_STATES, list!.state, "posted"),
      declaration: body.declaration,
      postedOn: body.day,
    }),
    "bonded-list.deleted": (list, { body }: Step<{ list: string }>) =>
      body.list === list!.number
        ? { ...list!, state: step(LIST_STATES, list!.state, "deleted"), declaration: null }
        : { ...list!, otherList: null },
    "bonded-list.reversed": (list) => ({ ...list!, state: step(LIST_STATES, list!.state, "reversed") }),
    "gate-pass.approved": passing("onPasses", 1n),
    "gate-pass.voided": passing("onPasses", -1n),
    "gate-pass.passed": passing("passed", 1n),
  },
  deadlines: ({ type, body }) => {
    const { list, expires } = body as { list: string; expires?: PlainDate };
    if (type === "bonded-list.approved" && expires)
      return {
        set: [{ name: EXPIRY, at: expires, command: "bonded-list.expire", request: { list, expires } }],
      };
    return type === "bonded-list.posted" || type === "bonded-list.deleted" ? { clear: [EXPIRY] } : undefined;
  },
});

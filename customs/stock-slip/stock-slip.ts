/** A stock slip (出入库单): goods of a form go, or come back. Domain 2.4.6, 2.5.5. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { LineMoved, type Moved } from "../account-book/moved.ts";
import { byLine, type KeptLine, keptLines, type PaperLine, PaperLines } from "../account-book/paper-line.ts";
import {
  minus,
  NO_GOODS,
  type Path,
  plus,
  type Quantities,
  type Status,
  shelfOf,
} from "../account-book/stock.ts";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, OfficeCode, PartyId, Reference } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { FormNumber, SlipNumber } from "./slip-number.ts";

/** Where a slip can stand: its goods wait at the gate, went, are declared by a list, or it was taken back. */
export type SlipState = "approved" | "passed" | "declared" | "deleted";

/** The states as a table; a list that is deleted gives its slips back. */
export const SLIP_STATES: StateTable<SlipState> = {
  approved: ["passed", "deleted"],
  passed: ["declared"],
  declared: ["passed"],
  deleted: [],
};

/** Goods go the way of their form, or return. */
export type SlipKind = "go" | "return";

/** The ways of goods under a slip, by the direction of the form. */
export const SLIP_PATHS = {
  out: {
    go: (status) => ({
      from: shelfOf(status, "stock"),
      holds: shelfOf(status, "reserved"),
      to: shelfOf(status, "away"),
    }),
    return: (status) => ({
      from: shelfOf(status, "away"),
      holds: shelfOf(status, "claimed"),
      to: shelfOf(status, "stock"),
    }),
  },
  in: {
    go: (status) => ({ from: "inland", holds: shelfOf(status, "coming"), to: shelfOf(status, "entered") }),
    return: (status) => ({
      from: shelfOf(status, "entered"),
      holds: shelfOf(status, "claimed"),
      to: "inland",
    }),
  },
} as const satisfies Readonly<Record<"in" | "out", Readonly<Record<SlipKind, (status: Status) => Path>>>>;

/** A slip as it is declared; `returns` names the slip whose goods come back. */
export const DeclareSlip = Type.Object(
  { reference: Reference, form: FormNumber, returns: Type.Optional(SlipNumber), lines: PaperLines },
  closed,
);

/** What the journal says of a slip. */
export type StockSlip = {
  readonly number: string;
  readonly form: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly kind: SlipKind;
  readonly direction: "in" | "out";
  readonly status: Status;
  readonly state: SlipState;
  readonly lines: readonly KeptLine[];
  /** The last day for its declaration. */
  readonly by: PlainDate;
  /** The slip whose goods come back with this one, and those with which its own came back. */
  readonly returns: string | null;
  readonly returnedBy: readonly { readonly slip: string; readonly lines: readonly KeptLine[] }[];
  readonly list: string | null;
  /** The pass on which its goods are. */
  readonly pass: string | null;
  /** What its goods would owe if they never came back, line by line in fen; none where nothing stands in for it. */
  readonly stakes: readonly Stake[];
};

/** What goods of a line of a book would owe, in fen. */
export type Stake = { readonly line: string; readonly fen: string };

const Moves = Type.Array(LineMoved);

/** A slip was declared: its goods are laid aside for it. */
export const stockSlipDeclared = defineEntry({
  type: "stock-slip.declared",
  version: 1,
  body: Type.Object({
    request: DeclareSlip,
    slip: SlipNumber,
    form: FormNumber,
    book: BookNumber,
    party: PartyId,
    office: OfficeCode,
    status: Type.String(),
    direction: Type.Union([Type.Literal("in"), Type.Literal("out")]),
    by: Day,
    returns: Type.Union([SlipNumber, Type.Null()]),
    lines: Type.Array(
      Type.Object({ line: Type.String(), hs8: Type.String(), changes: Type.Optional(Type.Integer()) }),
    ),
    /** What the goods would owe, in fen, where a guarantee stands in for it. */
    stake: Type.Optional(Type.String()),
    stakes: Type.Optional(Type.Array(Type.Object({ line: Type.String(), fen: Type.String() }))),
    moved: Moves,
  }),
});

/** The goods of a slip went through the gate. */
export const stockSlipPassed = defineEntry({
  type: "stock-slip.passed",
  version: 1,
  body: Type.Object({ slip: SlipNumber, pass: Type.String(), status: Type.String(), moved: Moves }),
});

/** A slip was taken back before its goods went. */
export const stockSlipDeleted = defineEntry({
  type: "stock-slip.deleted",
  version: 1,
  body: Type.Object({ slip: SlipNumber, reason: Type.String(), status: Type.String(), moved: Moves }),
});

type Step<Body> = { readonly body: Body };

type Declared = Pick<
  StockSlip,
  "form" | "book" | "party" | "office" | "status" | "direction" | "by" | "returns"
> & {
  readonly request: { readonly lines: readonly PaperLine[] };
  readonly slip: string;
  readonly lines: readonly { readonly line: string; readonly hs8: string; readonly changes?: number }[];
  readonly moved: readonly Moved[];
  readonly stakes?: readonly Stake[];
};

/** The record of a slip. */
export const StockSlipRecord = defineRecord<StockSlip>({
  kind: "stock-slip",
  on: {
    "stock-slip.declared": (slip, { body }: Step<Declared>) => {
      const lines = keptLines(body.request.lines, body.lines);
      if (slip) return { ...slip, returnedBy: [...slip.returnedBy, { slip: body.slip, lines }] };
      const { form, book, party, office, status, direction, by, returns } = body;
      return {
        ...{ number: body.slip, form, book, party, office, status, direction, by, returns, lines },
        ...{ kind: returns === null ? "go" : "return", state: "approved" },
        ...{ returnedBy: [], list: null, pass: null, stakes: body.stakes ?? [] },
      };
    },
    "stock-slip.passed": (slip) => ({ ...slip!, state: step(SLIP_STATES, slip!.state, "passed") }),
    "stock-slip.deleted": (slip, { body }: Step<{ slip: string }>) =>
      body.slip === slip!.number
        ? { ...slip!, state: step(SLIP_STATES, slip!.state, "deleted") }
        : { ...slip!, returnedBy: slip!.returnedBy.filter((each) => each.slip !== body.slip) },
    "bonded-list.approved": (slip, { body }: Step<{ list: string }>) => ({
      ...slip!,
      state: step(SLIP_STATES, slip!.state, "declared"),
      list: body.list,
    }),
    "bonded-list.deleted": (slip) => ({
      ...slip!,
      state: step(SLIP_STATES, slip!.state, "passed"),
      list: null,
    }),
    "bonded-list.posted": (slip) => slip!,
    "gate-pass.approved": (slip, { body }: Step<{ pass: string }>) => ({ ...slip!, pass: body.pass }),
    "gate-pass.voided": (slip) => ({ ...slip!, pass: null }),
  },
});

/** The way of a slip's goods. */
export const pathOf = ({ direction, kind, status }: Pick<StockSlip, "direction" | "kind" | "status">): Path =>
  SLIP_PATHS[direction][kind](status);

/** What slips come to, line by line: what went less what returned. */
export const slipSums = (slips: readonly StockSlip[]): ReadonlyMap<string, Quantities> => {
  const sums = new Map<string, Quantities>();
  for (const { kind, lines } of slips)
    for (const [line, quantities] of byLine(lines))
      sums.set(line, (kind === "go" ? plus : minus)(sums.get(line) ?? NO_GOODS, quantities));
  return sums;
};

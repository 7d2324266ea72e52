/** The kinds of books: what each is for, as a table. Domain 1.1 (S), 1.4, 2.18, 2.19, 6.4. */
import type { Movement } from "../bonded-list/movements.ts";
import type { FormKind } from "../business-form/business-form.ts";
import type { CapabilityName } from "../zone/capability.ts";

type Row = {
  /** How customs papers call it. */
  readonly title: { readonly en: string; readonly zh: string };
  /** What the zone must allow. */
  readonly asks: CapabilityName;
  /** Ways its goods may go; all where absent. */
  readonly movements?: readonly Movement[];
  /** Forms under which its goods may leave; all where absent. */
  readonly forms?: readonly FormKind[];
  /** True: every arrival is a line of its own, so that each thing is known for itself. */
  readonly separate?: true;
  /** True: its goods are transferred only to books of the same kind. */
  readonly amongThemselves?: true;
};

const LINES = ["from-abroad", "to-abroad", "from-inland", "to-inland"] as const;
const BOOKS = ["from-book", "to-book"] as const;

/** See the file's first line. */
export const BOOK_KINDS = {
  logistics: { title: { en: "Logistics book", zh: "物流账册" }, asks: "storage" },
  /** Machines and tools of the enterprise's own: they are used, tested, repaired and returned; what does not return is declared. */
  equipment: {
    title: { en: "Equipment book", zh: "区内设备账册" },
    asks: "ledger-required",
    movements: [...LINES, ...BOOKS, "release", "batch-to-inland"],
    forms: ["test", "repair", "mould"],
    separate: true,
    amongThemselves: true,
  },
  /** Goods that are shown inside and outside the zone, and declared when they are sold. */
  display: {
    title: { en: "Display and trading book", zh: "保税展示交易账册" },
    asks: "display",
    movements: [...LINES, ...BOOKS, "release", "batch-to-inland"],
    forms: ["display"],
  },
  /** Goods that come to be repaired and go back: each is known for itself. */
  repair: {
    title: { en: "Repair book", zh: "保税维修账册" },
    asks: "repair",
    movements: [...LINES, "batch-to-inland"],
    forms: ["test"],
    separate: true,
  },
} as const satisfies Readonly<Record<string, Row>>;

/** The name of a kind. */
export type BookKind = keyof typeof BOOK_KINDS;

/** All of them. */
export const BOOK_KIND_NAMES = Object.keys(BOOK_KINDS) as readonly BookKind[];

const rowOf = (kind: BookKind): Row => BOOK_KINDS[kind];

/** Why goods of a kind of book do not go a way; undefined: they may. */
export const whyNoMovement = (kind: BookKind, movement: Movement): string | undefined => {
  const { movements } = rowOf(kind);
  return movements && !movements.includes(movement)
    ? `Goods of a book of ${kind} do not go ${movement}.`
    : undefined;
};

/** Why goods of a kind of book do not leave under a form, or enter under it; undefined: they may. */
export const whyNoForm = (kind: BookKind, form: FormKind, direction: "in" | "out"): string | undefined => {
  const { forms } = rowOf(kind);
  if (direction === "in" && whyNoMovement(kind, "batch-from-inland"))
    return `Goods do not enter a book of ${kind} before they are declared.`;
  return forms && !forms.includes(form)
    ? `Goods of a book of ${kind} do not leave for ${form}, but for ${forms.join(", ") || "nothing"}.`
    : undefined;
};

/** Why goods do not go from a book of one kind to one of another; undefined: they may. */
export const whyNoTransfer = (from: BookKind, to: BookKind): string | undefined =>
  from !== to && (rowOf(from).amongThemselves || rowOf(to).amongThemselves)
    ? `Goods do not go from a book of ${from} to one of ${to}.`
    : undefined;

/** What a zone must allow for a kind of book, and whether its arrivals must be lines of their own. */
export const asksOf = (kind: BookKind): Pick<Row, "asks" | "separate"> => rowOf(kind);

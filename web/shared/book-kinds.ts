/** What the kinds of books allow, for pages that offer only what may be. */
import type { BookKind, BOOK_KINDS as Kinds } from "@openftz/customs/account-book/book-kinds.ts";
import type { Movement } from "@openftz/customs/bonded-list/movements.ts";
import type { FormKind } from "@openftz/customs/business-form/business-form.ts";

type Of<Row, Field extends string> = Row extends { readonly [Name in Field]: infer Value }
  ? Value
  : undefined;

type Table = {
  readonly [Kind in BookKind]: {
    readonly movements: Of<(typeof Kinds)[Kind], "movements">;
    readonly forms: Of<(typeof Kinds)[Kind], "forms">;
    readonly separate: Of<(typeof Kinds)[Kind], "separate">;
  };
};

/** The server's table once more; the compiler holds it equal to the server's. */
const KINDS: Table = {
  logistics: { movements: undefined, forms: undefined, separate: undefined },
  equipment: {
    movements: [
      ...(["from-abroad", "to-abroad", "from-inland", "to-inland"] as const),
      ...(["from-book", "to-book", "release", "batch-to-inland"] as const),
    ],
    forms: ["test", "repair", "mould"],
    separate: true,
  },
  display: {
    movements: [
      ...(["from-abroad", "to-abroad", "from-inland", "to-inland"] as const),
      ...(["from-book", "to-book", "release", "batch-to-inland"] as const),
    ],
    forms: ["display"],
    separate: undefined,
  },
  repair: {
    movements: ["from-abroad", "to-abroad", "from-inland", "to-inland", "batch-to-inland"],
    forms: ["test"],
    separate: true,
  },
};

/** All kinds. */
export const BOOK_KINDS = Object.keys(KINDS) as readonly BookKind[];

/** Every arrival in a book of this kind is a line of its own. */
export const mustSeparate = (kind: BookKind): boolean => KINDS[kind].separate === true;

/** Goods of a book of this kind may go this way. */
export const mayMove = (kind: BookKind, movement: Movement): boolean => {
  const { movements }: { readonly movements?: readonly Movement[] | undefined } = KINDS[kind];
  return movements?.includes(movement) ?? true;
};

/** Goods of a book of this kind may leave under a form of this one. */
export const mayLeaveFor = (kind: BookKind, form: FormKind): boolean => {
  const { forms }: { readonly forms?: readonly FormKind[] | undefined } = KINDS[kind];
  return forms?.includes(form) ?? true;
};

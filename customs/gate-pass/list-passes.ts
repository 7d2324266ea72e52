import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { ListNumber } from "../bonded-list/bonded-list.ts";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";
import { PassNumber } from "./pass-number.ts";

/**
 * A gate pass as lists show it; `declareBy` is the last day to declare goods that entered first. Masses are kilograms in
 * decimal text, null where nothing was said; `endedAt` is when the vehicle went, or the pass was voided.
 */
export type PassRow = {
  readonly pass: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly kind: string;
  readonly direction: string;
  readonly vehicle: string;
  readonly container: string | null;
  readonly grossMassKg: string;
  readonly vehicleMassKg: string | null;
  readonly frameMassKg: string | null;
  readonly containerMassKg: string | null;
  readonly transportDocument: string | null;
  readonly description: string | null;
  readonly totalMassKg: string;
  readonly weighedKg: string | null;
  readonly lists: readonly string[];
  readonly slips: readonly string[];
  readonly declareBy: string | null;
  readonly state: string;
  readonly at: string;
  readonly askedBy: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly reason: string | null;
};

const numbersIn = (text: unknown): readonly string[] =>
  (text as string).split(" ").filter((number) => number !== "");

/** Gate passes, newest first: an enterprise sees its own, an officer those of the office. */
export const listPasses = defineList({
  name: "gate-pass.list",
  title: { en: "Gate passes", zh: "核放单" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object(
    {
      pass: Type.Optional(PassNumber),
      book: Type.Optional(BookNumber),
      list: Type.Optional(ListNumber),
      state: Type.Optional(
        Type.Union([Type.Literal("approved"), Type.Literal("passed"), Type.Literal("voided")]),
      ),
    },
    closed,
  ),
  view: "gate-pass",
  rows: (actor) => ownRows(actor, ["party"], "office"),
  where: ({ pass, book, list, state }) => [
    ...(pass ? [{ field: "pass", is: "=" as const, value: pass }] : []),
    ...(list ? [{ field: "lists", is: "contains" as const, value: list }] : []),
    ...(book ? [{ field: "book", is: "=" as const, value: book }] : []),
    ...(state ? [{ field: "state", is: "=" as const, value: state }] : []),
  ],
  order: () => [
    { field: "at", descending: true },
    { field: "pass", descending: true },
  ],
  answer: ({ lists, slips, ...row }) =>
    ({ ...row, lists: numbersIn(lists), slips: numbersIn(slips) }) as unknown as PassRow,
});

/** A view: a table that pages read, and the pure function from entries to what happens to its rows. */
import type { Entry } from "@openftz/kernel/entry.ts";
import type { Row, RowOperation, ViewShape } from "../store.ts";

/** A row of the view itself, by its key, as the entries before have left it; undefined: there is none, or not yet. */
export type Recall = (key: string) => Row | undefined;

/** What one type of entry does to the rows. */
export type Projection = (entry: Entry<never>, recall: Recall) => readonly RowOperation[];

/** A view; raise the shape's version whenever shape or projections change, and it is rebuilt. */
export type View = {
  readonly shape: ViewShape;
  /** True: its projections recall rows, and so put or remove single rows only; see `recalling`. */
  readonly recalls?: true;
  readonly on: Readonly<Record<string, Projection>>;
};

/** Defines a view; checks that its key and indexes are columns, and that rows to be recalled have a name. */
export const defineView = (view: View): View => {
  const { shape, recalls } = view;
  for (const column of [...shape.key, ...shape.indexes.flat()])
    if (!(column in shape.columns)) throw new Error(`the view ${shape.name} has no column ${column}`);
  if (recalls && (shape.key.length !== 1 || shape.columns[shape.key[0]!] !== "text"))
    throw new Error(`the view ${shape.name} recalls rows, so its key is one text`);
  return view;
};

/** For views that recall nothing. */
export const noRecall: Recall = () => {
  throw new Error("A view whose projections recall rows says so.");
};

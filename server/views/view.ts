/** A view: a table that pages read, and the pure function from entries to what happens to its rows. */
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation, ViewShape } from "../store.ts";

/** What one type of entry does to the rows. */
export type Projection = (entry: Entry<never>) => readonly RowOperation[];

/** A view; raise the shape's version whenever shape or projections change, and it is rebuilt. */
export type View = { readonly shape: ViewShape; readonly on: Readonly<Record<string, Projection>> };

/** Defines a view; checks that its key and indexes are columns. */
export const defineView = (view: View): View => {
  const { shape } = view;
  for (const column of [...shape.key, ...shape.indexes.flat()])
    if (!(column in shape.columns)) throw new Error(`the view ${shape.name} has no column ${column}`);
  return view;
};

import type { BookLine } from "./book-line.ts";
import { onShelf, type Quantities, SHELVES, type Shelf, STATUSES, textOf } from "./stock.ts";
import { shownWorth } from "./worth.ts";

const texts = ({ declared, lawful, second }: Quantities) => ({
  declared: textOf(declared),
  lawful: textOf(lawful),
  second: textOf(second),
});

const NAMES: Readonly<Partial<Record<Shelf, string>>> = { stock: "available" };

/** A line as people read it: its stock by status and shelf, and which paper holds what of it. */
export const shownLine = ({ balances, heldBy, worth, ...line }: BookLine): object => ({
  ...line,
  stock: STATUSES.map((status) => ({
    status,
    shelves: SHELVES.map(
      (shelf) => [NAMES[shelf] ?? shelf, texts(onShelf(balances, status, shelf))] as const,
    ),
  }))
    .filter(({ shelves }) => shelves.some(([, { declared }]) => declared !== "0"))
    .map(({ status, shelves }) => ({ status, ...Object.fromEntries(shelves) })),
  worth: shownWorth(worth),
  heldBy: heldBy.map(({ paper, declared }) => ({ paper, declared: textOf(declared) })),
});

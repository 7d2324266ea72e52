import type { BookLine } from "./book-line.ts";
import { onShelf, type Quantities, STATUSES, textOf } from "./stock.ts";

const texts = ({ declared, lawful, second }: Quantities) => ({
  declared: textOf(declared),
  lawful: textOf(lawful),
  second: textOf(second),
});

/** A line as people read it: its stock by status and shelf, and who holds what of it. */
export const shownLine = ({ balances, heldBy, ...line }: BookLine): object => ({
  ...line,
  stock: STATUSES.map((status) => ({
    status,
    coming: texts(onShelf(balances, status, "coming")),
    available: texts(onShelf(balances, status, "stock")),
    reserved: texts(onShelf(balances, status, "reserved")),
  })).filter(({ coming, available, reserved }) =>
    [coming, available, reserved].some(({ declared }) => declared !== "0"),
  ),
  heldBy: heldBy.map(({ list, declared }) => ({ list, declared: textOf(declared) })),
});

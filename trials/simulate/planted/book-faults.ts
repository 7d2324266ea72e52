/** Books: goods that vanish, appear, or are promised twice. */
import type { PlantedFault } from "./planted-fault.ts";

/** See the file's first line. */
export const bookFaults: readonly PlantedFault[] = [
  {
    name: "stock-promised-twice",
    promise: "What one list has reserved, no other list can have.",
    file: "customs/account-book/stock.ts",
    was: "const outcome = post(balances, postingsOf(it), isOutside);",
    becomes: "const outcome = post(balances, postingsOf(it), () => true);",
  },
  {
    name: "deleted-list-takes-the-goods",
    promise: "What a deleted list had reserved is free again.",
    file: "customs/bonded-list/move-lines.ts",
    was: 'return act === "post" ? moves.leave(status, outside, quantities) : moves.giveBack(status, quantities);',
    becomes: "return moves.leave(status, outside, quantities);",
  },
  {
    name: "posted-without-its-declaration",
    promise: "A list that declares is posted only with a released declaration.",
    file: "customs/bonded-list/post-list.ts",
    was: "if (!list.declares)",
    becomes: "if (!list.declares || !declaration)",
  },
  {
    name: "tax-paid-goods-as-bonded",
    promise: "Goods of different status never net out against each other.",
    file: "customs/account-book/stock.ts",
    was: "(status: Status, shelf: Shelf): string =>",
    becomes: '(is: Status, shelf: Shelf, status = is === "tax-paid" ? "bonded" : is): string =>',
  },
];

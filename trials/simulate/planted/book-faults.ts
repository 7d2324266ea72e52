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
    file: "customs/account-book/stock.ts",
    was: 'if (act === "delete") return { from: holds, to: from, quantities };',
    becomes: 'if (act === "delete") return { from: holds, to, quantities };',
  },
  {
    name: "posted-without-its-declaration",
    promise: "A list that declares is posted only with a released declaration.",
    file: "customs/bonded-list/list-declaration.ts",
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

  {
    name: "posted-before-it-passed",
    promise: "A list is posted when all its goods went through the gate.",
    file: "customs/bonded-list/posting.ts",
    was: "countOf(declared) === countOf(passed)",
    becomes: "countOf(declared) > 0n && countOf(passed) > 0n",
  },
  {
    name: "pass-takes-more-than-listed",
    promise: "No more goes on gate passes than a list says.",
    file: "customs/gate-pass/request-pass.ts",
    was: "if (countOf(declared) > left)",
    becomes: "if (countOf(declared) > 2n * left + 1n)",
  },
  {
    name: "one-side-of-a-transfer",
    promise: "Both sides of a transfer are posted, or neither.",
    file: "customs/bonded-list/posting.ts",
    was: "return [list, ...(pair ? [pair] : [])].map((each) =>",
    becomes: "return [list, ...(pair ? [] : [])].map((each) =>",
  },
  {
    name: "transfer-of-another-quantity",
    promise: "Both sides of a transfer have the same legal quantities.",
    file: "customs/bonded-list/list-faults.ts",
    was: "if (same[measure] !== legal[measure])",
    becomes: "if (same[measure] === undefined)",
  },
  {
    name: "transfer-for-ever",
    promise: "A transfer that was not posted within its days is off.",
    file: "customs/bonded-list/bonded-list.ts",
    was: 'if (type === "bonded-list.approved" && expires)',
    becomes: 'if (type === "bonded-list.approved" && !expires)',
  },
  {
    name: "batch-less-than-its-slips",
    promise: "A batched list has the goods of its slips, no more and no less.",
    file: "customs/bonded-list/list-faults.ts",
    was: "MEASURES.filter((measure) => slip[measure] !== list[measure])",
    becomes: "MEASURES.filter((measure) => slip[measure] < list[measure])",
  },
  {
    name: "more-returns-than-went",
    promise: "No more comes back than went.",
    file: "customs/stock-slip/declare-slip.ts",
    was: "quantities[measure] > there[measure]",
    becomes: "quantities[measure] > 2n * there[measure]",
  },
  {
    name: "form-closed-with-goods-outside",
    promise: "A form is closed when its goods are back or declared.",
    file: "customs/business-form/decide-form.ts",
    was: "sum[measure] !== 0n",
    becomes: "sum[measure] < 0n",
  },
  {
    name: "paused-book-moves",
    promise: "Nothing moves in a book that customs paused.",
    file: "customs/account-book/why-closed.ts",
    was: "stops(book.pause, inbound)",
    becomes: "stops(book.pause, !inbound)",
  },
  {
    name: "entered-goods-declared-twice",
    promise: "Goods that entered first are declared once.",
    file: "customs/bonded-list/list-faults.ts",
    was: ".undeclared.some(",
    becomes: ".undeclared.every(",
  },
];

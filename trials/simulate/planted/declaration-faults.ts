import type { PlantedFault } from "./planted-fault.ts";

/** Steps of a declaration that must not be taken. */
export const declarationFaults: readonly PlantedFault[] = [
  {
    name: "released-before-payment",
    promise: "Goods that wait for their tax are not released before it is paid or guaranteed.",
    file: "customs/declaration/release-declaration.ts",
    was: "if (it.holds.length > 0)",
    becomes: 'if (it.holds.some(({ kind }) => kind !== "tax"))',
  },
  {
    name: "released-under-an-amendment",
    promise: "A declaration whose amendment waits is not released.",
    file: "customs/declaration/release-declaration.ts",
    was: "if (it.amendment)",
    becomes: "if (it.amendment && it.holds.length > 0)",
  },
  {
    name: "withdrawn-after-release",
    promise: "A declarant alone cannot withdraw what has been released.",
    file: "customs/declaration/withdraw.ts",
    was: 'if (it.state !== "held")',
    becomes: 'if (it.state === "closed" || it.state === "withdrawn")',
  },
  {
    name: "closed-while-owing",
    promise: "A declaration on which tax is owed is not closed.",
    file: "customs/declaration/close-declaration.ts",
    was: 'if (it.tax.state !== "none" && it.tax.state !== "paid")',
    becomes: 'if (it.tax.state === "due")',
  },
  {
    name: "any-document-will-do",
    promise: "The hold for documents is settled when every paper that was asked for is there.",
    file: "customs/declaration/clear-hold.ts",
    was: "if (missing.length > 0)",
    becomes: "if (missing.length > 0 && given.size === 0)",
  },
  {
    name: "amended-under-todays-law",
    promise: "An amended declaration is examined under the law of the day on which it was filed.",
    file: "customs/declaration/amend.ts",
    was: "const day: PlainDate = before.day;",
    becomes: "const day: PlainDate = now.day;",
  },
  {
    name: "paid-twice",
    promise: "A bill is paid once.",
    file: "customs/declaration/pay-tax.ts",
    was: 'if (it.tax.state === "none" || it.tax.state === "paid" || it.state === "withdrawn")',
    becomes: 'if (it.tax.state === "none" || it.state === "closed" || it.state === "withdrawn")',
  },
];

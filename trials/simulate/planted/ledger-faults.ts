import type { PlantedFault } from "./planted-fault.ts";

/** Guarantees whose books do not balance with the declarations that rest on them, and bills that are wrong. */
export const ledgerFaults: readonly PlantedFault[] = [
  {
    name: "last-fen-not-moved",
    promise: "An account of the ledger may be emptied to the last fen.",
    file: "kernel/ledger.ts",
    was: "if (left < 0n && !mayOverdraw(from))",
    becomes: "if (left <= 0n && !mayOverdraw(from))",
  },
  {
    name: "fen-appears",
    promise: "In the ledger nothing appears or vanishes: all accounts of an asset sum to zero.",
    file: "kernel/ledger.ts",
    was: "next[keyOf(from, asset)] = (next[keyOf(from, asset)] ?? 0n) - amount;",
    becomes: "next[keyOf(from, asset)] = (next[keyOf(from, asset)] ?? 0n) - amount + 1n;",
  },
  {
    name: "guarantee-covers-its-limit",
    promise: "A guarantee covers no more than what is still available.",
    file: "customs/guarantee/guarantee.ts",
    was: "day <= guarantee.until && amount <= availableIn(guarantee);",
    becomes: "day <= guarantee.until && amount <= availableIn(guarantee) + reservedIn(guarantee);",
  },
  {
    name: "ended-guarantee-covers",
    promise: "A guarantee covers nothing after its last day.",
    file: "customs/guarantee/guarantee.ts",
    was: "guarantee.from <= day && day <= guarantee.until && amount",
    becomes: "guarantee.from <= day && amount",
  },
  {
    name: "reservation-not-booked",
    promise: "What a declaration reserves is reserved in its guarantee's books.",
    file: "customs/declaration/file-declaration.ts",
    was: "      ...(guaranteePosting ? [keyOf(GuaranteeRecord, content.guarantee!)] : []),\n",
    becomes: "",
  },
  {
    name: "late-charge-given-back",
    promise: "A payment gives back what was reserved, to the fen.",
    file: "customs/declaration/pay-tax.ts",
    was: "guaranteePosting: reserved > 0n ? posting(reserved) : null,",
    becomes: "guaranteePosting: reserved > 0n ? posting(reserved + late) : null,",
  },
  {
    name: "withdrawal-keeps-the-reservation",
    promise: "A withdrawn declaration reserves nothing.",
    file: "customs/declaration/withdraw.ts",
    was: "guaranteePosting: reserved > 0n ? givingBack(reserved, it.tax.called) : null,",
    becomes: "guaranteePosting: null,",
  },
  {
    name: "amendment-reserves-again",
    promise: "An amended declaration reserves no more than it owes.",
    file: "customs/declaration/amend.ts",
    was: "reserved: reservedBefore,",
    becomes: "reserved: 0n,",
  },
  {
    name: "total-without-the-late-fee",
    promise: "The total of a bill is the sum of its taxes and fees.",
    file: "customs/declaration/examine.ts",
    was: "const fen = duty + additional + consumptionTax + vat + late;",
    becomes: "const fen = duty + additional + consumptionTax + vat;",
  },
  {
    name: "late-charge-waived",
    promise: "A bill that is overdue is paid with its late charge.",
    file: "customs/declaration/pay-tax.ts",
    was: "if (fenOf(payment.amount) !== total + late)",
    becomes: "if (fenOf(payment.amount) < total || fenOf(payment.amount) > total + late)",
  },
  {
    name: "guarantor-called-too-early",
    promise: "A guarantor is called upon only for what is overdue.",
    file: "customs/guarantee/call-guarantee.ts",
    was: "return isLate ? undefined :",
    becomes: "return isLate || !called ? undefined :",
  },
];

/**
 * The stock of one book line, in double entry on the kernel's ledger: goods come from an account outside the line, are
 * announced, arrive, are reserved and leave, and are counted in the declared unit and in both legal units at once.
 * Domain: ledger algebra of logistics books. Quantities are in hundred-thousandths of their unit.
 */

import { formatDecimal, fromScaled, parseDecimal, round } from "@openftz/kernel/fraction.ts";
import { type Balances, balanceOf, type Overdrawn, type Posting, post } from "@openftz/kernel/ledger.ts";
import { QUANTITY_DIGITS } from "@openftz/kernel/quantity.ts";

/** What is counted of goods: the declared unit, the first and the second legal unit. Each is an asset of the ledger. */
export const MEASURES = ["declared", "lawful", "second"] as const;

/** One of the three counts. */
export type Measure = (typeof MEASURES)[number];

/** A quantity in each unit that the line has; 0 in a second unit that it has not. */
export type Quantities = Readonly<Record<Measure, bigint>>;

/** Goods of different status never net out against each other; a change of status is a posting. Domain 5.7. */
export const STATUSES = ["bonded", "non-bonded", "transit", "tax-paid"] as const;

/** Under which status goods lie in the zone. */
export type Status = (typeof STATUSES)[number];

/** `coming` is the pre-increase (预增), `reserved` the pre-decrease (预减), `stock` what is there and free. */
export type Shelf = "coming" | "stock" | "reserved";

/** Where goods come from and go to. Only these accounts may go below zero: the world is larger than the book. */
export const OUTSIDE = ["abroad", "inland"] as const;

/** An account outside the line. */
export type Outside = (typeof OUTSIDE)[number];

/** Where goods go that a count did not find, and where those come from that it found too many. */
const CORRECTIONS = ["lost", "found"] as const;

const shelfOf = (status: Status, shelf: Shelf): string => `${status}:${shelf}`;

const BEYOND: ReadonlySet<string> = new Set([...OUTSIDE, ...CORRECTIONS]);

const isOutside = (account: string): boolean => BEYOND.has(account);

/** Goods go from one account to another, counted in all their units at once. */
export type Move = { readonly from: string; readonly to: string; readonly quantities: Quantities };

const move = (from: string, to: string, quantities: Quantities): Move => ({ from, to, quantities });

/** What can happen to goods of a line. */
export const moves = {
  announce: (status: Status, from: Outside, q: Quantities) => move(from, shelfOf(status, "coming"), q),
  arrive: (status: Status, q: Quantities) => move(shelfOf(status, "coming"), shelfOf(status, "stock"), q),
  recall: (status: Status, to: Outside, q: Quantities) => move(shelfOf(status, "coming"), to, q),
  reserve: (status: Status, q: Quantities) => move(shelfOf(status, "stock"), shelfOf(status, "reserved"), q),
  giveBack: (status: Status, q: Quantities) => move(shelfOf(status, "reserved"), shelfOf(status, "stock"), q),
  leave: (status: Status, to: Outside, q: Quantities) => move(shelfOf(status, "reserved"), to, q),
  /** A posted list is reversed: what arrived is gone, what left is back. */
  undoArrival: (status: Status, to: Outside, q: Quantities) => move(shelfOf(status, "stock"), to, q),
  undoLeaving: (status: Status, from: Outside, q: Quantities) => move(from, shelfOf(status, "stock"), q),
  /** A count found more, or less, than the book. */
  find: (status: Status, q: Quantities) => move("found", shelfOf(status, "stock"), q),
  lose: (status: Status, q: Quantities) => move(shelfOf(status, "stock"), "lost", q),
} as const;

const postingsOf = ({ from, to, quantities }: Move): readonly Posting[] =>
  MEASURES.flatMap((asset) =>
    quantities[asset] > 0n ? [{ from, to, asset, amount: quantities[asset] }] : [],
  );

/** Moves goods of a line, in all units or not at all. */
export const tryMove = (balances: Balances, it: Move): Balances | Overdrawn => {
  const outcome = post(balances, postingsOf(it), isOutside);
  return outcome.kind === "posted" ? outcome.balances : outcome;
};

/** What lies on a shelf. */
export const onShelf = (balances: Balances, status: Status, shelf: Shelf): Quantities => {
  const count = (measure: Measure): bigint => balanceOf(balances, shelfOf(status, shelf), measure);
  return { declared: count("declared"), lawful: count("lawful"), second: count("second") };
};

/** The sum of quantities, unit by unit. */
export const plus = (a: Quantities, b: Quantities): Quantities => ({
  declared: a.declared + b.declared,
  lawful: a.lawful + b.lawful,
  second: a.second + b.second,
});

/** The difference of quantities, unit by unit; it may be below 0. */
export const minus = (a: Quantities, b: Quantities): Quantities => ({
  declared: a.declared - b.declared,
  lawful: a.lawful - b.lawful,
  second: a.second - b.second,
});

/** Nothing. */
export const NO_GOODS: Quantities = { declared: 0n, lawful: 0n, second: 0n };

/** Hundred-thousandths out of a decimal text that its schema let through: at most five decimals. */
export const countOf = (text: string): bigint => round(parseDecimal(text)!, QUANTITY_DIGITS, "down");

/** Hundred-thousandths as the shortest decimal text. */
export const textOf = (count: bigint): string => formatDecimal(fromScaled(count, QUANTITY_DIGITS));

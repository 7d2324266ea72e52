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

/**
 * Where goods of a line can be. `coming` is the pre-increase (预增), `reserved` the pre-decrease (预减), `stock` what is there
 * and free. Goods under a business form are `entered`, in the zone and not declared yet, or `away`, outside and still
 * supervised; `claimed` is what a paper under way takes of either.
 */
export const SHELVES = ["coming", "stock", "reserved", "entered", "away", "claimed"] as const;

/** One of them. */
export type Shelf = (typeof SHELVES)[number];

/** Where goods come from and go to. Only these accounts may go below zero: the world is larger than the book. */
export const OUTSIDE = ["abroad", "inland", "another-book"] as const;

/** An account outside the line. */
export type Outside = (typeof OUTSIDE)[number];

/** Where goods go that a count did not find, and where those come from that it found too many. */
const CORRECTIONS = ["lost", "found"] as const;

/** The account of what lies on a shelf under a status. */
export const shelfOf = (status: Status, shelf: Shelf): string => `${status}:${shelf}`;

const BEYOND: ReadonlySet<string> = new Set([...OUTSIDE, ...CORRECTIONS]);

const isOutside = (account: string): boolean => BEYOND.has(account);

/** Goods go from one account to another, counted in all their units at once. */
export type Move = { readonly from: string; readonly to: string; readonly quantities: Quantities };

/** The way of goods under a paper: where it takes them from, where they wait for it, and where it brings them. */
export type Path = { readonly from: string; readonly holds: string; readonly to: string };

/** What happens to goods when a paper is approved, posted, deleted before that, or reversed after it. */
export type Act = "approve" | "post" | "delete" | "reverse";

/** The move that an act on a paper makes of goods. */
export const moveFor = (act: Act, { from, holds, to }: Path, quantities: Quantities): Move => {
  if (act === "approve") return { from, to: holds, quantities };
  if (act === "post") return { from: holds, to, quantities };
  if (act === "delete") return { from: holds, to: from, quantities };
  return { from: to, to: from, quantities };
};

/** The move of what a count found too much, or too little. */
export const correctionOf = (found: "more" | "less", status: Status, quantities: Quantities): Move =>
  found === "more"
    ? { from: "found", to: shelfOf(status, "stock"), quantities }
    : { from: shelfOf(status, "stock"), to: "lost", quantities };

/** Under which status goods are on an account of the line; undefined for an account outside of it. */
export const statusOf = (account: string): Status | undefined =>
  isOutside(account) ? undefined : (account.slice(0, account.indexOf(":")) as Status);

/** How many counts, of all units together, a move brings into a line; below 0: takes out of it. */
export const broughtBy = ({ from, to, quantities }: Move): bigint => {
  const all = MEASURES.reduce((sum, measure) => sum + quantities[measure], 0n);
  return (isOutside(from) ? all : 0n) - (isOutside(to) ? all : 0n);
};

const postingsOf = ({ from, to, quantities }: Move): readonly Posting[] =>
  MEASURES.flatMap((asset) =>
    quantities[asset] > 0n ? [{ from, to, asset, amount: quantities[asset] }] : [],
  );

/** Moves goods of a line, in all units or not at all. */
export const tryMove = (balances: Balances, it: Move): Balances | Overdrawn => {
  const outcome = post(balances, postingsOf(it), isOutside);
  return outcome.kind === "posted" ? outcome.balances : outcome;
};

/** What lies on an account. */
export const onAccount = (balances: Balances, account: string): Quantities => {
  const count = (measure: Measure): bigint => balanceOf(balances, account, measure);
  return { declared: count("declared"), lawful: count("lawful"), second: count("second") };
};

/** What lies on a shelf. */
export const onShelf = (balances: Balances, status: Status, shelf: Shelf): Quantities =>
  onAccount(balances, shelfOf(status, shelf));

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

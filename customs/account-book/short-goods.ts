/** Why goods of a line cannot move: too little is free, or a part of their counts would be left behind. */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import type { Balances } from "@openftz/kernel/ledger.ts";
import type { Fault } from "../define/problem.ts";
import type { BookLine } from "./book-line.ts";
import type { Goods } from "./goods.ts";
import { MEASURES, type Measure, onAccount, type Quantities, textOf } from "./stock.ts";

const UNIT_OF = { declared: "unit", lawful: "lawfulUnit", second: "secondUnit" } as const;
const NAME_OF: Readonly<Record<Measure, string>> = {
  declared: "declared",
  lawful: "first legal",
  second: "second legal",
};

const WORD_OF: Readonly<Record<string, string>> = { stock: "free" };

/** Goods on an account that would be counted in one of their units and not in another; nothing when there are none such. */
export const splitGoods = (balances: Balances, account: string, goods: Goods): string | undefined => {
  const left = onAccount(balances, account);
  const counted = MEASURES.filter((measure) => goods[UNIT_OF[measure]] !== undefined);
  const empty = counted.filter((measure) => left[measure] === 0n);
  if (empty.length === 0 || empty.length === counted.length) return undefined;
  return `nothing would be left in the ${NAME_OF[empty[0]!]} unit, and something in another.`;
};

/**
 * Goods that leave an account and count in a legal unit too far from what those on it come to for a declared unit;
 * undefined: near enough, or all of them leave. Domain 2.15 (5).
 */
export const oddGoods = (
  there: Quantities,
  asked: Quantities,
  goods: Goods,
  tolerance: Fraction,
): string | undefined => {
  const odd = (["lawful", "second"] as const).find((measure) => {
    const [is, usual] = [asked[measure] * there.declared, there[measure] * asked.declared];
    const apart = is > usual ? is - usual : usual - is;
    return goods[UNIT_OF[measure]] !== undefined && apart * tolerance.d > usual * tolerance.n;
  });
  if (odd === undefined || there.declared === 0n) return undefined;
  const usual = (there[odd] * asked.declared) / there.declared;
  return `${textOf(asked[odd])} ${goods[UNIT_OF[odd]]} are too far from ${textOf(usual)}, which ${textOf(asked.declared)} ${goods.unit} of the line come to on average.`;
};

/** What is missing on a line, and which papers hold it. */
export const tooLittle = (pointer: string, line: BookLine, account: string, asked: Quantities): Fault => {
  const { goods } = line;
  const [status, shelf] = account.split(":");
  const there = onAccount(line.balances, account);
  const short = MEASURES.filter((measure) => asked[measure] > there[measure]);
  const missing = short.map(
    (measure) =>
      `${textOf(asked[measure] - there[measure])} ${goods[UNIT_OF[measure]] ?? ""} (${NAME_OF[measure]} unit) are missing: ${textOf(there[measure])} ${WORD_OF[shelf!] ?? shelf}, ${textOf(asked[measure])} asked`,
  );
  const held = line.heldBy.map(({ paper, declared }) => `${paper} holds ${textOf(declared)} ${goods.unit}`);
  return {
    pointer,
    detail: `${line.id}, ${status}: ${missing.join("; ")}.${held.length > 0 ? ` ${held.join(", ")}.` : ""}`,
    try: held.length > 0 ? ["Post or delete the paper that holds it, or ask for less."] : ["Ask for less."],
  };
};

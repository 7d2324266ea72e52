/** Moves of goods as entries keep them. */
import type { Balances } from "@openftz/kernel/ledger.ts";
import Type from "typebox";
import { countOf, type Move, onAccount, statusOf, textOf } from "./stock.ts";

/** A move of goods of a line as an entry keeps it, and what lies on the line's accounts afterwards, in the declared unit. */
export const LineMoved = Type.Object({
  line: Type.String(),
  from: Type.String(),
  to: Type.String(),
  declared: Type.String(),
  lawful: Type.String(),
  second: Type.Optional(Type.String()),
  after: Type.Record(Type.String(), Type.String()),
  usd: Type.Optional(Type.String()),
});

/** See `LineMoved`; quantities are decimal text, `after` has those of the two accounts that are the line's, `usd` what left or came in dollars. */
export type Moved = {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly declared: string;
  readonly lawful: string;
  readonly second?: string;
  readonly after: Readonly<Record<string, string>>;
  readonly usd?: string;
};

type OldMoved = Omit<Moved, "after"> & {
  readonly after: { readonly coming: string; readonly stock: string; readonly reserved: string };
};

/** The body of an entry of before, which told of three shelves of one status, as it is told now. */
export const upcastMoved = <Body extends { readonly status: string; readonly moved: readonly OldMoved[] }>(
  body: Body,
): object => ({
  ...body,
  moved: body.moved.map(({ after, ...moved }) => ({
    ...moved,
    after: Object.fromEntries(
      Object.entries(after).map(([shelf, count]) => [`${body.status}:${shelf}`, count]),
    ),
  })),
});

/** The move of an entry, to be done on a line's ledger. */
export const moveOf = ({ from, to, declared, lawful, second = "0" }: Moved): Move => ({
  from,
  to,
  quantities: { declared: countOf(declared), lawful: countOf(lawful), second: countOf(second) },
});

/** The move of an entry, out of one that was done; `balances` are those afterwards. */
export const movedOn = (
  line: string,
  { from, to, quantities }: Move,
  balances: Balances,
  usd?: bigint,
): Moved => ({
  line,
  from,
  to,
  declared: textOf(quantities.declared),
  lawful: textOf(quantities.lawful),
  ...(quantities.second > 0n && { second: textOf(quantities.second) }),
  after: Object.fromEntries(
    [from, to]
      .filter((account) => statusOf(account) !== undefined)
      .map((account) => [account, textOf(onAccount(balances, account).declared)]),
  ),
  ...(usd !== undefined && { usd: textOf(usd) }),
});

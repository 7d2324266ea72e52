/**
 * Double entry for goods and money: nothing appears or vanishes, it moves between accounts. A posting is
 * append-only; a mistake is corrected by its reverse, never by an edit.
 */

/** `amount` (positive, in the smallest unit of `asset`) leaves `from` and arrives in `to`. */
export type Posting = {
  readonly from: string;
  readonly to: string;
  readonly asset: string;
  readonly amount: bigint;
};

/** What each account holds of each asset; an account that is not named holds nothing. */
export type Balances = Readonly<Record<string, bigint>>;

/** A batch that would leave an account short: by how much. */
export type Overdrawn = {
  readonly kind: "overdrawn";
  readonly account: string;
  readonly asset: string;
  readonly short: bigint;
};

/** Whether an account may go below zero: the outside world, a limit's source. All others never do. */
export type MayOverdraw = (account: string) => boolean;

const keyOf = (account: string, asset: string): string => `${account}|${asset}`;

/** A bar in a name would let two accounts share one balance. */
const checkName = (name: string): void => {
  if (name.includes("|")) throw new RangeError(`no account and no asset has a bar in its name, got ${name}`);
};

/** What an account holds of an asset. */
export const balanceOf = (balances: Balances, account: string, asset: string): bigint =>
  balances[keyOf(account, asset)] ?? 0n;

/**
 * Posts a batch whole or not at all. Only the end of the batch is held against the accounts, so order is free.
 * @throws RangeError for an amount that is not positive, one account on both sides, or a bar in a name.
 */
export const post = (
  balances: Balances,
  batch: readonly Posting[],
  mayOverdraw: MayOverdraw,
): { readonly kind: "posted"; readonly balances: Balances } | Overdrawn => {
  const next: Record<string, bigint> = { ...balances };
  for (const { from, to, asset, amount } of batch) {
    if (amount <= 0n) throw new RangeError(`a posting moves a positive amount, got ${amount} of ${asset}`);
    for (const name of [from, to, asset]) checkName(name);
    if (from === to) throw new RangeError(`a posting needs two accounts, got ${from} twice`);
    next[keyOf(from, asset)] = (next[keyOf(from, asset)] ?? 0n) - amount;
    next[keyOf(to, asset)] = (next[keyOf(to, asset)] ?? 0n) + amount;
  }
  for (const { from, asset } of batch) {
    const left = next[keyOf(from, asset)]!;
    if (left < 0n && !mayOverdraw(from)) return { kind: "overdrawn", account: from, asset, short: -left };
  }
  return { kind: "posted", balances: next };
};

/** The posting that undoes another. */
export const reverseOf = (posting: Posting): Posting => ({ ...posting, from: posting.to, to: posting.from });

/** The sum over all accounts of an asset: always zero, whatever was posted. */
export const sumOf = (balances: Balances, asset: string): bigint =>
  Object.entries(balances).reduce(
    (sum, [key, amount]) => (key.endsWith(`|${asset}`) ? sum + amount : sum),
    0n,
  );

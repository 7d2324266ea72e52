/** How an account lies in the cabinet. Accounts are the server's own: never entries of the journal. */
import type { Cabinet } from "../store.ts";
import type { PasswordHash } from "./passwords.ts";

/** The drawer of accounts; the key is the account's id. */
export const ACCOUNTS = "account";

/** An account as it is kept. */
export type KeptAccount = {
  readonly account: string;
  readonly name: string;
  readonly password: PasswordHash;
  /** Counts changes of the password: a session of an earlier count is dead. */
  readonly generation: number;
  readonly disabled: boolean;
  readonly sample: boolean;
  /** Only of sample accounts, whose password the sign-in page shows; gone when it is changed. */
  readonly shownPassword?: string;
};

/** The account as kept, or undefined. */
export const readAccount = async (cabinet: Cabinet, account: string): Promise<KeptAccount | undefined> =>
  (await cabinet.get(ACCOUNTS, account)) as KeptAccount | undefined;

const turns = new WeakMap<Cabinet, Promise<unknown>>();

/** Changes of accounts run one after another, because the cabinet itself knows no condition. */
export const inTurn = <Result>(cabinet: Cabinet, work: () => Promise<Result>): Promise<Result> => {
  const turn = (turns.get(cabinet) ?? Promise.resolve()).then(work);
  turns.set(
    cabinet,
    turn.catch(() => undefined),
  );
  return turn;
};

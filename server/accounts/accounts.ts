/** Accounts: who may sign in. What an account may do is said by dated records of the journal, not here. */

import { RESERVED_NAMES } from "@openftz/customs/define/actor.ts";
import { AccountId, Name } from "@openftz/customs/define/fields.ts";
import { type Fault, type Problem, problem } from "@openftz/customs/define/problem.ts";
import { Compile } from "typebox/compile";
import type { Chance } from "../desk/ports.ts";
import type { Cabinet } from "../store.ts";
import { ACCOUNTS, inTurn, type KeptAccount, readAccount } from "./account-record.ts";
import { fitsPassword, hashPassword, type PasswordHash } from "./passwords.ts";

export { createSession, removeSession, sweepSessions } from "./sessions.ts";
export { authenticate, createToken, listTokens, revokeToken } from "./tokens.ts";

/** An account as others see it. */
export type Account = {
  readonly account: string;
  readonly name: string;
  readonly sample: boolean;
  readonly disabled: boolean;
};

/** What is needed for a new account. A sample account's password is shown to everybody on the sign-in page. */
export type NewAccount = {
  readonly account: string;
  readonly name: string;
  readonly password: string;
  readonly sample?: boolean;
};

/** What became of a change. */
export type Changed =
  | { readonly kind: "done"; readonly account: Account }
  | { readonly kind: "refused"; readonly problem: Problem };

/** Passwords have at least so many characters, and at most so many. NIST SP 800-63B asks length, not kinds of characters. */
export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;

const SETTINGS = "account-setting";
const SAMPLES_OVER = "sample-accounts-over";

const isAccountId = Compile(AccountId);
const isName = Compile(Name);

const shown = ({ account, name, sample, disabled }: KeptAccount): Account => ({
  account,
  name,
  sample,
  disabled,
});

const refused = (faults: readonly Fault[]): Changed => ({
  kind: "refused",
  problem: problem("invalid-request", "The account has mistakes.", "Correct them and send it again.", faults),
});

const passwordFaults = (password: string, account: string, pointer: string): readonly Fault[] => {
  const { least, most } = PASSWORD_LENGTH;
  const length = [...password].length;
  if (length < least || length > most)
    return [{ pointer, detail: `A password has ${least} to ${most} characters.`, try: ["Use a few words."] }];
  if (password.toLowerCase() === account)
    return [{ pointer, detail: "A password is not the account's name." }];
  return [];
};

const newAccountFaults = ({ account, name, password, sample }: NewAccount): readonly Fault[] => [
  ...(isAccountId.Check(account)
    ? []
    : [{ pointer: "/account", detail: "2 to 40 small letters, digits, dots, hyphens.", try: ["broker-1"] }]),
  ...(RESERVED_NAMES.includes(account)
    ? [{ pointer: "/account", detail: `The name ${account} is reserved.` }]
    : []),
  ...(isName.Check(name) ? [] : [{ pointer: "/name", detail: "A name has 1 to 200 characters." }]),
  ...(sample && password !== "" ? [] : passwordFaults(password, account, "/password")),
];

/**
 * Creates an account. Refused: mistakes, a name that is taken or reserved, a sample account where none may be.
 * `hashed`: the hash of its password, where many accounts get one password that everybody knows.
 */
export const createAccount = async (
  cabinet: Cabinet,
  chance: Chance,
  wanted: NewAccount,
  hashed?: PasswordHash,
): Promise<Changed> => {
  const faults = newAccountFaults(wanted);
  if (faults.length > 0) return refused(faults);
  const password = hashed ?? (await hashPassword(chance, wanted.password));
  return inTurn(cabinet, async () => {
    const { account, name, sample = false } = wanted;
    if (await readAccount(cabinet, account))
      return refused([{ pointer: "/account", detail: `There is an account ${account} already.` }]);
    if (sample && !(await mayHaveSamples(cabinet)))
      return refused([{ pointer: "/sample", detail: "Sample accounts were disabled here for good." }]);
    const kept: KeptAccount = {
      account,
      name,
      password,
      generation: 1,
      disabled: false,
      sample,
      ...(sample && { shownPassword: wanted.password }),
    };
    await cabinet.put(ACCOUNTS, account, kept);
    return { kind: "done", account: shown(kept) };
  });
};

/** The account of that id, disabled or not. */
export const findAccount = async (cabinet: Cabinet, account: string): Promise<Account | undefined> => {
  const kept = isAccountId.Check(account) ? await readAccount(cabinet, account) : undefined;
  return kept && shown(kept);
};

/** All accounts, by id. */
export const listAccounts = async (cabinet: Cabinet): Promise<readonly Account[]> =>
  (await cabinet.list(ACCOUNTS)).map(({ value }) => shown(value as KeptAccount));

/** The account if the password is right and it is not disabled; the same work is done for an unknown one. */
export const checkPassword = async (
  cabinet: Cabinet,
  account: string,
  password: string,
): Promise<Account | undefined> => {
  const kept = isAccountId.Check(account) ? await readAccount(cabinet, account) : undefined;
  const fits = await fitsPassword(kept?.password, password.slice(0, PASSWORD_LENGTH.most * 2));
  return fits && kept && !kept.disabled ? shown(kept) : undefined;
};

/** Sets a new password; every session of the account ends. Whoever asks must have been checked before. */
export const changePassword = async (
  cabinet: Cabinet,
  chance: Chance,
  account: string,
  password: string,
): Promise<Changed> => {
  const faults = passwordFaults(password, account, "/new");
  if (faults.length > 0) return refused(faults);
  const hash = await hashPassword(chance, password);
  return changeAccount(cabinet, account, ({ shownPassword: _, ...kept }) => ({
    ...kept,
    password: hash,
    generation: kept.generation + 1,
  }));
};

/** Disables an account: it cannot sign in, and its sessions and tokens are dead. */
export const disableAccount = (cabinet: Cabinet, account: string): Promise<Changed> =>
  changeAccount(cabinet, account, disabledFrom);

/** Lets a disabled account sign in again. Sample accounts stay disabled. */
export const enableAccount = (cabinet: Cabinet, account: string): Promise<Changed> =>
  changeAccount(cabinet, account, (kept) => (kept.sample ? kept : { ...kept, disabled: false }));

const disabledFrom = ({ shownPassword: _, ...kept }: KeptAccount): KeptAccount => ({
  ...kept,
  disabled: true,
  generation: kept.generation + 1,
});

const changeAccount = (
  cabinet: Cabinet,
  account: string,
  change: (kept: KeptAccount) => KeptAccount,
): Promise<Changed> =>
  inTurn(cabinet, async () => {
    const kept = await readAccount(cabinet, account);
    if (!kept) return refused([{ pointer: "/account", detail: `There is no account ${account}.` }]);
    const changed = change(kept);
    await cabinet.put(ACCOUNTS, account, changed);
    return { kind: "done", account: shown(changed) };
  });

/** Disables all sample accounts for good: none can be enabled or created here again. Tells how many were disabled. */
export const disableSampleAccounts = async (cabinet: Cabinet): Promise<number> => {
  await cabinet.put(SETTINGS, SAMPLES_OVER, { over: true });
  const living = (await listAccounts(cabinet)).filter(({ sample, disabled }) => sample && !disabled);
  for (const { account } of living) await disableAccount(cabinet, account);
  return living.length;
};

/** Whether sample accounts may exist here. */
export const mayHaveSamples = async (cabinet: Cabinet): Promise<boolean> =>
  (await cabinet.get(SETTINGS, SAMPLES_OVER)) === undefined;

/** The sample accounts that can be used, with the passwords that the sign-in page shows. */
export const sampleAccounts = async (
  cabinet: Cabinet,
): Promise<readonly { readonly account: string; readonly name: string; readonly password: string }[]> =>
  (await cabinet.list(ACCOUNTS)).flatMap(({ value }) => {
    const { account, name, disabled, shownPassword } = value as KeptAccount;
    return shownPassword === undefined || disabled ? [] : [{ account, name, password: shownPassword }];
  });

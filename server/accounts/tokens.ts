/** Tokens for programs: they belong to an account, are shown once, can be revoked, and only their hash is kept. */
import { hash, timingSafeEqual } from "node:crypto";
import type { Chance, Clock } from "../desk/ports.ts";
import type { Cabinet } from "../store.ts";
import { readAccount } from "./account-record.ts";

const TOKENS = "token";
const ID_BYTES = 8;
const SECRET_BYTES = 32;
const SHAPE = /^oftz_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

/** A token as others see it: never its text. */
export type Token = {
  readonly id: string;
  readonly account: string;
  readonly label: string;
  /** The instant in UTC. */
  readonly createdAt: string;
};

type KeptToken = Token & { readonly hash: string };

const hashOf = (token: string): string => hash("sha256", token, "hex");

/** Creates a token; its text is returned here and never again. Throws when there is no such account. */
export const createToken = async (
  cabinet: Cabinet,
  chance: Chance,
  clock: Clock,
  account: string,
  label: string,
): Promise<{ readonly id: string; readonly token: string }> => {
  if (!(await readAccount(cabinet, account)))
    throw new Error(`There is no account ${account}; create it first.`);
  const id = Buffer.from(chance.bytes(ID_BYTES)).toString("hex");
  const token = `oftz_${id}_${Buffer.from(chance.bytes(SECRET_BYTES)).toString("base64url")}`;
  const createdAt = new Date(clock.now()).toISOString();
  const kept: KeptToken = { id, account, label, createdAt, hash: hashOf(token) };
  await cabinet.put(TOKENS, id, kept);
  return { id, token };
};

/** The tokens of an account, or all of them, the oldest first. */
export const listTokens = async (cabinet: Cabinet, account?: string): Promise<readonly Token[]> =>
  (await cabinet.list(TOKENS))
    .map(({ value }) => value as KeptToken)
    .filter((token) => account === undefined || token.account === account)
    .map(({ hash: _, ...token }) => token)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));

/** Revokes a token, of this account alone when one is named; false when there is none. */
export const revokeToken = async (cabinet: Cabinet, id: string, account?: string): Promise<boolean> => {
  const kept = (await cabinet.get(TOKENS, id)) as KeptToken | undefined;
  if (!kept || (account !== undefined && kept.account !== account)) return false;
  await cabinet.remove(TOKENS, id);
  return true;
};

/** Whose token this is; undefined when it is none, was revoked, or its account is disabled. */
export const authenticate = async (
  cabinet: Cabinet,
  token: string,
): Promise<{ readonly account: string; readonly name: string; readonly sample: boolean } | undefined> => {
  const id = SHAPE.exec(token)?.[1];
  const kept = id === undefined ? undefined : ((await cabinet.get(TOKENS, id)) as KeptToken | undefined);
  if (!kept || !timingSafeEqual(Buffer.from(kept.hash), Buffer.from(hashOf(token)))) return undefined;
  const account = await readAccount(cabinet, kept.account);
  if (!account || account.disabled) return undefined;
  return { account: account.account, name: account.name, sample: account.sample };
};

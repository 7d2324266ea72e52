/** Passwords: scrypt with its parameters beside the hash, so that they can be raised without breaking old ones. */
import { type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import type { Chance } from "../desk/ports.ts";

/** What is kept of a password. Salt and hash are base64; cost, block size and parallelism are scrypt's N, r and p. */
export type PasswordHash = {
  readonly scheme: "scrypt";
  readonly cost: number;
  readonly blockSize: number;
  readonly parallel: number;
  readonly salt: string;
  readonly hash: string;
};

/** Too many passwords are being checked; each takes 32 MB for a tenth of a second, so they wait in a short line. */
export class TooBusy extends Error {
  override name = "TooBusy";
}

// OWASP's equivalent of N = 2^17, p = 1 with a quarter of the memory.
const TODAY = { scheme: "scrypt", cost: 32_768, blockSize: 8, parallel: 3 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const AT_ONCE = 2;
const MOST_WAITING = 30;

let running = 0;
const line: (() => void)[] = [];

/** At most two at once: the rest of the thread pool belongs to files. */
const inLine = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (running >= AT_ONCE) {
    if (line.length >= MOST_WAITING) throw new TooBusy("Too many passwords are being checked.");
    await new Promise<void>((resolve) => line.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  }
};

const derive = (
  password: string,
  salt: Uint8Array,
  { cost, blockSize, parallel }: Omit<PasswordHash, "salt" | "hash">,
) =>
  inLine(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        const options: ScryptOptions = {
          N: cost,
          r: blockSize,
          p: parallel,
          maxmem: 128 * blockSize * (cost + parallel + 2) * 2,
        };
        scrypt(password.normalize("NFKC"), salt, HASH_BYTES, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );

/** Hashes a new password. */
export const hashPassword = async (chance: Chance, password: string): Promise<PasswordHash> => {
  const salt = chance.bytes(SALT_BYTES);
  const hash = await derive(password, salt, TODAY);
  return { ...TODAY, salt: Buffer.from(salt).toString("base64"), hash: hash.toString("base64") };
};

/** Nobody's password: checked when there is no account, so that the answer takes as long as for one that exists. */
const NOBODYS: PasswordHash = {
  ...TODAY,
  salt: Buffer.alloc(SALT_BYTES).toString("base64"),
  hash: Buffer.alloc(HASH_BYTES).toString("base64"),
};

/** Whether a password is the one that was hashed; false after the same work when there is no hash. */
export const fitsPassword = async (kept: PasswordHash | undefined, password: string): Promise<boolean> => {
  const against = kept ?? NOBODYS;
  const hash = await derive(password, Buffer.from(against.salt, "base64"), against);
  return timingSafeEqual(hash, Buffer.from(against.hash, "base64")) && kept !== undefined;
};

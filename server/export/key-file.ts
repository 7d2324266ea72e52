/** The keys of persons as a file of their own: encrypted with AES-256-GCM under a key that scrypt makes from a passphrase. */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { promisify } from "node:util";

/** What the file holds; everything that is no number is base64. */
export type KeyFile = {
  readonly form: "openftz-keys/1";
  readonly scrypt: {
    readonly cost: number;
    readonly blockSize: number;
    readonly parallel: number;
    readonly salt: string;
  };
  readonly nonce: string;
  readonly tag: string;
  readonly data: string;
};

const COST = { cost: 131_072, blockSize: 8, parallel: 1 } as const;
const MEMORY = 256 * 1024 * 1024;
const [KEY_BYTES, SALT_BYTES, NONCE_BYTES] = [32, 16, 12];

type Scrypt = Omit<KeyFile["scrypt"], "salt">;

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt);

/** On another thread: it takes some tenths of a second. */
const keyFrom = (
  passphrase: string,
  salt: Uint8Array,
  { cost, blockSize, parallel }: Scrypt,
): Promise<Buffer> =>
  derive(passphrase.normalize("NFKC"), salt, KEY_BYTES, {
    N: cost,
    r: blockSize,
    p: parallel,
    maxmem: MEMORY,
  });

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** Encrypts keys by subject. */
export const sealKeys = async (
  keys: ReadonlyMap<string, Uint8Array>,
  passphrase: string,
): Promise<KeyFile> => {
  const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)];
  const cipher = createCipheriv("aes-256-gcm", await keyFrom(passphrase, salt, COST), nonce);
  const text = JSON.stringify([...keys].map(([subject, key]) => [subject, base64(key)]));
  const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return {
    form: "openftz-keys/1",
    scrypt: { ...COST, salt: base64(salt) },
    nonce: base64(nonce),
    tag: base64(cipher.getAuthTag()),
    data: base64(data),
  };
};

/** Decrypts them; nothing when the passphrase is another or the file was changed. */
export const openKeys = async (
  file: KeyFile,
  passphrase: string,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> => {
  try {
    const key = await keyFrom(passphrase, Buffer.from(file.scrypt.salt, "base64"), file.scrypt);
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(file.nonce, "base64"));
    decipher.setAuthTag(Buffer.from(file.tag, "base64"));
    const text = Buffer.concat([
      decipher.update(Buffer.from(file.data, "base64")),
      decipher.final(),
    ]).toString("utf8");
    const pairs = JSON.parse(text) as readonly (readonly [string, string])[];
    return new Map(pairs.map(([subject, bytes]) => [subject, Uint8Array.from(Buffer.from(bytes, "base64"))]));
  } catch {
    return undefined;
  }
};

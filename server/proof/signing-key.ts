/**
 * The private key of a journal's checkpoints as one line of text, "PRIVATE+KEY+name+key id+base64(type ‖ seed)", the
 * form of Go's package note, so that other tools can use it.
 */
import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { toHex } from "@openftz/kernel/hash.ts";
import { fromBase64, NoteFault, signatureLine, toBase64 } from "./note.ts";
import { type VerifierKey, verifierKey } from "./verifier-key.ts";

/** A key that can sign. */
export type SigningKey = {
  readonly privateKey: KeyObject;
  readonly verifier: VerifierKey;
  readonly text: string;
};

const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const ED25519 = 0x01;
const SEED_BYTES = 32;

/** The key of a name that a seed of 32 bytes makes. @throws NoteFault */
export const signingKey = (name: string, seed: Uint8Array): SigningKey => {
  if (seed.length !== SEED_BYTES) throw new NoteFault("the signing key has another length than a key");
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const raw = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(-SEED_BYTES);
  const verifier = verifierKey(name, "log", raw);
  const encoded = toBase64(Buffer.concat([Buffer.from([ED25519]), seed]));
  return { privateKey, verifier, text: `PRIVATE+KEY+${name}+${toHex(verifier.keyId)}+${encoded}` };
};

/** A new key from this machine's own chance. */
export const newSigningKey = (name: string): SigningKey => signingKey(name, randomBytes(SEED_BYTES));

/** Reads a key from its text; the messages never quote it. @throws NoteFault */
export const readSigningKey = (text: string): SigningKey => {
  const [, name, id, encoded] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text.trim()) ?? [];
  if (name === undefined || encoded === undefined) throw new NoteFault("it does not read as a signing key");
  const bytes = fromBase64(encoded, "the signing key");
  if (bytes[0] !== ED25519) throw new NoteFault("it is no Ed25519 key");
  const key = signingKey(name, bytes.subarray(1));
  if (toHex(key.verifier.keyId) !== id) throw new NoteFault("it does not fit its own key id");
  return key;
};

const signInBackground = promisify(
  (data: Uint8Array, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
    sign(null, data, key, done),
);

/** The signature line of a text. The signature is made on another thread. */
export const signText = async ({ privateKey, verifier }: SigningKey, text: string): Promise<string> => {
  const signature = await signInBackground(Buffer.from(text), privateKey);
  return signatureLine({ name: verifier.name, keyId: verifier.keyId, signature });
};

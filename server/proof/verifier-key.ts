/**
 * Public keys as text, "name+key id+base64(type ‖ public key)", and who signed a note. Two types of Ed25519 keys:
 * a log's (signed-note 0x01) and a witness's, which signs a checkpoint together with the time (tlog-cosignature, 0x04).
 */
import { createPublicKey, hash, type KeyObject, verify } from "node:crypto";
import { sameBytes, toHex } from "@openftz/kernel/hash.ts";
import { fromBase64, type Note, NoteFault, type NoteSignature, toBase64 } from "./note.ts";

/** What a key signs: a log its checkpoints, a witness the checkpoints it saw. */
export type KeyKind = "log" | "witness";

/** A public key by which signatures are verified. */
export type VerifierKey = {
  readonly name: string;
  readonly kind: KeyKind;
  readonly keyId: Uint8Array;
  readonly publicKey: KeyObject;
  /** The key as one line of text. */
  readonly text: string;
};

const TYPES: Readonly<Record<KeyKind, number>> = { log: 0x01, witness: 0x04 };
const RAW_BYTES = 32;
const SPKI = Buffer.from("302a300506032b6570032100", "hex");
const KEY_NAME = /^[^\s+]+$/u;

/** The 4 bytes by which a signature names its key. */
export const keyIdOf = (name: string, kind: KeyKind, raw: Uint8Array): Uint8Array => {
  const named = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from([TYPES[kind]]), raw]);
  return hash("sha256", named, "buffer").subarray(0, 4);
};

/** The key of a name from its 32 raw bytes. @throws NoteFault */
export const verifierKey = (name: string, kind: KeyKind, raw: Uint8Array): VerifierKey => {
  if (!KEY_NAME.test(name)) throw new NoteFault(`"${name}" cannot name a key: no spaces, no plus`);
  if (raw.length !== RAW_BYTES) throw new NoteFault(`a key has ${RAW_BYTES} bytes, this one ${raw.length}`);
  const keyId = keyIdOf(name, kind, raw);
  const encoded = toBase64(Buffer.concat([Buffer.from([TYPES[kind]]), raw]));
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: "der", type: "spki" });
  return { name, kind, keyId, publicKey, text: `${name}+${toHex(keyId)}+${encoded}` };
};

/** Reads a key from its text. @throws NoteFault */
export const readVerifierKey = (text: string): VerifierKey => {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  if (name === undefined || encoded === undefined)
    throw new NoteFault(`this is no key, which reads name+8 hexadecimal digits+base64: ${text.slice(0, 80)}`);
  const bytes = fromBase64(encoded, "the key");
  const kind = (Object.keys(TYPES) as KeyKind[]).find((each) => TYPES[each] === bytes[0]);
  if (!kind) throw new NoteFault("the key is neither a log's nor a witness's Ed25519 key");
  const key = verifierKey(name, kind, bytes.subarray(1));
  if (toHex(key.keyId) !== id)
    throw new NoteFault("the key does not fit its own key id; a digit of it was changed");
  return key;
};

/** All keys of a text with one on each line; empty lines and lines after "#" are left out. @throws NoteFault */
export const readVerifierKeys = (text: string): readonly VerifierKey[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(readVerifierKey);

const TIME_BYTES = 8;

/** What a witness signs: the time in seconds, then the checkpoint's text. */
export const cosignedText = (seconds: bigint, text: string): Uint8Array =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/**
 * Which of the keys signed the note. Signatures of others are passed over, as the form asks. @throws NoteFault when a
 * signature that names one of the keys does not verify.
 */
export const signersOf = (note: Note, keys: readonly VerifierKey[]): readonly VerifierKey[] =>
  note.signatures.flatMap((signature) => {
    const key = keys.find(({ name, keyId }) => name === signature.name && sameBytes(keyId, signature.keyId));
    if (!key) return [];
    if (!isGood(key, note.text, signature))
      throw new NoteFault(`the signature of ${key.name} does not fit: the text or the signature was changed`);
    return [key];
  });

const isGood = ({ kind, publicKey }: VerifierKey, text: string, { signature }: NoteSignature): boolean => {
  if (kind === "log") return verify(null, Buffer.from(text), publicKey, signature);
  if (signature.length <= TIME_BYTES) return false;
  const seconds = Buffer.from(signature).readBigUInt64BE(0);
  return verify(null, cosignedText(seconds, text), publicKey, signature.subarray(TIME_BYTES));
};

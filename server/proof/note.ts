/**
 * A signed note (C2SP signed-note): a text, an empty line, and signature lines "— name base64(key id ‖ signature)".
 * Only the form is read here; who signed is for `verifier-key.ts`.
 */

/** One signature line. `keyId` has 4 bytes; with the name it says which key signed, and how. */
export type NoteSignature = {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
};

/** A note as read; its `text` ends with a line feed and is what was signed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** These bytes are no note, no checkpoint, no key or no proof; the message says what is wrong with them. */
export class NoteFault extends Error {
  override name = "NoteFault";
}

const KEY_ID_BYTES = 4;
const MOST_BYTES = 64 * 1024;
const MOST_SIGNATURES = 32;
const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
const CONTROL = /[^\P{Cc}\n]/u;

/** Base64 read strictly: one text for each byte string. @throws NoteFault */
export const fromBase64 = (text: string, what: string): Uint8Array => {
  const bytes = Buffer.from(text, "base64");
  if (bytes.toString("base64") !== text) throw new NoteFault(`${what} is no base64`);
  return bytes;
};

/** Bytes as base64. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** A signature as its line, with the line feed. */
export const signatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(Buffer.concat([keyId, signature]))}\n`;

/** The note of a text (which ends with a line feed) and its signature lines. */
export const noteOf = (text: string, lines: readonly string[]): string => `${text}\n${lines.join("")}`;

/** Reads a note. Nothing in it may be believed before a signature was verified. @throws NoteFault */
export const readNote = (note: string): Note => {
  if (note.length > MOST_BYTES) throw new NoteFault("the note is longer than any note of ours");
  if (!note.isWellFormed() || CONTROL.test(note))
    throw new NoteFault("the note holds characters that none may hold");
  const end = note.lastIndexOf("\n\n");
  if (end < 0) throw new NoteFault("there is no empty line between text and signatures");
  const lines = note.slice(end + 2).split("\n");
  if (lines.pop() !== "" || lines.length === 0)
    throw new NoteFault("the signatures do not end with a line feed");
  if (lines.length > MOST_SIGNATURES)
    throw new NoteFault(`there are more than ${MOST_SIGNATURES} signatures`);
  return { text: note.slice(0, end + 1), signatures: lines.map(readLine) };
};

const readLine = (line: string): NoteSignature => {
  const [, name, encoded] = LINE.exec(line) ?? [];
  if (name === undefined || encoded === undefined) throw new NoteFault(`this is no signature line: ${line}`);
  const bytes = fromBase64(encoded, "a signature");
  if (bytes.length <= KEY_ID_BYTES) throw new NoteFault("a signature is too short");
  return { name, keyId: bytes.subarray(0, KEY_ID_BYTES), signature: bytes.subarray(KEY_ID_BYTES) };
};

/** Turns drafts into sealed entries and stored entries back into entries, with personal fields encrypted at rest. */
import { createCipheriv, createDecipheriv, hash as digest } from "node:crypto";
import type { Draft } from "@openftz/customs/define/command.ts";
import type { EntryType } from "@openftz/customs/define/entry-type.ts";
import { type Entry, entryBytes, parseEntry, sealOf } from "@openftz/kernel/entry.ts";
import { type Upcasts, upcast } from "@openftz/kernel/fold.ts";
import type { Hash } from "@openftz/kernel/hash.ts";
import type { TSchema } from "typebox";
import type { StoredEntry } from "../store.ts";
import type { Chance } from "./ports.ts";

/** SHA-256 from Node. */
export const sha256: Hash = (...parts) =>
  digest("sha256", parts.length === 1 ? parts[0]! : joined(parts), "buffer");

/** Where parts are put together to be hashed; it grows to the largest entry and is used again and again. */
let bench = Buffer.allocUnsafeSlow(64 * 1024);

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  let length = 0;
  for (const part of parts) length += part.length;
  if (length > bench.length) bench = Buffer.allocUnsafeSlow(2 * length);
  let at = 0;
  for (const part of parts) {
    bench.set(part, at);
    at += part.length;
  }
  return bench.subarray(0, length);
};

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MARK = "personal:1:";

type Path = readonly string[];

/** Where a body's schema marks fields as personal. */
export const personalPaths = (schema: TSchema, path: Path = []): readonly Path[] => {
  const node = schema as { personal?: boolean; properties?: Record<string, TSchema> };
  if (node.personal) return [path];
  return Object.entries(node.properties ?? {}).flatMap(([key, inner]) =>
    personalPaths(inner, [...path, key]),
  );
};

const NONE: readonly Path[] = [];

/** What the desk knows of all types of entries. */
export type EntryBook = {
  readonly typeOf: (type: string) => EntryType;
  readonly newest: Readonly<Record<string, number>>;
  readonly upcasts: Upcasts;
  readonly personal: (type: string) => readonly Path[];
};

/** Makes the book from the list of types; upcasts bring older versions to the newest. */
export const entryBook = (types: readonly EntryType[], upcasts: Upcasts = {}): EntryBook => {
  const byName = new Map(types.map((type) => [type.type, type]));
  const paths = new Map(types.map(({ type, body }) => [type, personalPaths(body)]));
  for (const { type, subject } of types)
    if (paths.get(type)!.length > 0 && !subject)
      throw new Error(`${type} has personal fields but no subject`);
  return {
    typeOf: (type) => {
      const found = byName.get(type);
      if (!found) throw new Error(`nobody defined the entry type ${type}`);
      return found;
    },
    newest: Object.fromEntries(types.map(({ type, version }) => [type, version])),
    upcasts,
    personal: (type) => paths.get(type) ?? NONE,
  };
};

/** Replaces the values at some paths of a body; absent and null values stay as they are. */
const mapPaths = (body: object, paths: readonly Path[], change: (value: string) => string | null): object => {
  const copy = structuredClone(body) as Record<string, unknown>;
  for (const path of paths) {
    let holder: Record<string, unknown> | undefined = copy;
    for (const key of path.slice(0, -1)) holder = holder?.[key] as Record<string, unknown> | undefined;
    const last = path.at(-1)!;
    const value = holder?.[last];
    if (holder && typeof value === "string") holder[last] = change(value);
  }
  return copy;
};

const encrypt = (key: Uint8Array, text: string, nonce: Uint8Array): string => {
  const cipher = createCipheriv(CIPHER, key, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return MARK + sealed.toString("base64");
};

/** The text, or null when it was made with another key: after an erasure a new key never opens an old field. */
const decrypt = (key: Uint8Array, text: string): string | null => {
  const sealed = Buffer.from(text.slice(MARK.length), "base64");
  const cipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES));
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), cipher.final()]).toString(
      "utf8",
    );
  } catch {
    return null;
  }
};

/** The keys of persons as far as they are at hand. */
export type KeyRing = { readonly find: (subject: string) => Uint8Array | undefined };

/** Everything about an entry that is known before it is written. */
export type Heading = Omit<Entry, "type" | "version" | "records" | "law" | "body">;

/** True when a body holds something personal, so that it needs its subject's key. */
export const holdsPersonal = (book: EntryBook, type: string, body: object): boolean =>
  book.personal(type).some((path) => {
    const value = path.reduce<unknown>(
      (node, key) => (node as Record<string, unknown> | undefined)?.[key],
      body,
    );
    return typeof value === "string";
  });

/** Writes one draft as sealed bytes and as the entry that folds read now (with personal fields in clear). */
export const sealDraft = (
  book: EntryBook,
  heading: Heading,
  draft: Draft,
  request: { readonly text: string; readonly value: unknown },
  keys: KeyRing,
  chance: Chance,
): { readonly entry: Entry; readonly bytes: Uint8Array; readonly seal: Uint8Array } => {
  const { version, subject } = book.typeOf(draft.type);
  const paths = book.personal(draft.type);
  let kept: object = draft.body;
  if (holdsPersonal(book, draft.type, draft.body)) {
    if (draft.withRequest)
      throw new Error(`${draft.type} has personal fields: its request cannot be kept as it came`);
    const key = keys.find(subject!(draft.body as never));
    if (!key) throw new Error(`no key at hand for ${draft.type}`);
    kept = mapPaths(draft.body, paths, (text) => encrypt(key, text, chance.bytes(NONCE_BYTES)));
  }
  const rest = JSON.stringify(kept);
  const bodyText = draft.withRequest
    ? `{"request":${request.text}${rest === "{}" ? "" : ","}${rest.slice(1)}`
    : rest;
  const body = draft.withRequest ? { request: request.value, ...draft.body } : draft.body;
  const { type, records, law = null } = draft;
  const entry: Entry = { ...heading, type, version, records, law, body };
  const bytes = entryBytes(entry, bodyText);
  return { entry, bytes, seal: sealOf(sha256, bytes) };
};

/** True when the key opens everything personal in a stored entry that has something personal. */
export const opens = (book: EntryBook, { bytes }: StoredEntry, key: Uint8Array): boolean => {
  const { type, body } = parseEntry(bytes);
  let good = true;
  mapPaths(body as object, book.personal(type), (text) => {
    good &&= text.startsWith(MARK) && decrypt(key, text) !== null;
    return null;
  });
  return good;
};

/** Reads a stored entry: newest version, personal fields in clear, or null once their key is gone. */
export const openEntry = (book: EntryBook, stored: StoredEntry, keys: KeyRing): Entry => {
  const raw = parseEntry(stored.bytes);
  const paths = book.personal(raw.type);
  if (paths.length === 0) return upcast(raw, book.newest, book.upcasts);
  const key = keys.find(book.typeOf(raw.type).subject!(raw.body as never));
  const body = mapPaths(raw.body as object, paths, (text) =>
    key && text.startsWith(MARK) ? decrypt(key, text) : null,
  );
  return upcast({ ...raw, body }, book.newest, book.upcasts);
};

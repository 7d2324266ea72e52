/** JSON as the journal keeps it, and the two forms in which it is compared and remembered. */

/** A value that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** One spelling for equal content: keys sorted by code unit, no white space. For comparing requests, not for sealing. */
export const canonicalJson = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value as { readonly [key: string]: Json | undefined })
    .filter((field): field is [string, Json] => field[1] !== undefined) // as JSON.stringify leaves them out
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${fields.join(",")}}`;
};

const INTEGER_TAG = "~integer";
const TAG_LIKE = /^~+integer$/;

/**
 * A record's state as text, for a snapshot. Integers of any size (bigint) survive, and so does a field that a request
 * happened to call "~integer": it is written with one more "~".
 */
export const stateToText = (state: unknown): string =>
  JSON.stringify(state, (_key, value: unknown) =>
    typeof value === "bigint"
      ? { [INTEGER_TAG]: value.toString() }
      : isTagLike(value)
        ? escaped(value)
        : value,
  );

/** The state that `stateToText` wrote. */
export const stateFromText = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown) => {
    if (!isTagLike(value)) return value;
    const integer = value[INTEGER_TAG];
    return integer === undefined ? unescaped(value) : BigInt(integer as string);
  });

type Fields = { readonly [key: string]: unknown };

const isTagLike = (value: unknown): value is Fields => {
  if (typeof value !== "object" || value === null) return false;
  for (const key in value) if (key.charCodeAt(0) === 126 && TAG_LIKE.test(key)) return true;
  return false;
};

const renamed = (fields: Fields, name: (key: string) => string): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [TAG_LIKE.test(key) ? name(key) : key, field]),
  );
const escaped = (fields: Fields): Fields => renamed(fields, (key) => `~${key}`);
const unescaped = (fields: Fields): Fields => renamed(fields, (key) => key.slice(1));

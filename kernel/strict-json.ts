/**
 * JSON as `JSON.parse` reads it, except that an object may name a key only once. `JSON.parse` keeps the last of two, so
 * a line with two rates for one country would quietly lose the first.
 */

export type StrictJson =
  | { readonly kind: "json"; readonly value: unknown }
  /**
   * `pointer` (RFC 6901) leads to the first duplicate key, `others` to those behind it; `pointer` is "" when the text is
   * no JSON at all.
   */
  | {
      readonly kind: "refused";
      readonly pointer: string;
      readonly others: readonly string[];
      readonly detail: string;
      readonly value?: unknown;
    };

/** Reads a text; a refusal of a duplicate key still carries the value that `JSON.parse` made of it. */
export const parseStrictJson = (text: string): StrictJson => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = `This is no JSON: ${(error as SyntaxError).message}`;
    return { kind: "refused", pointer: "", others: [], detail };
  }
  const [pointer, ...others] = namesKeysOnce(text, value) ? [] : duplicateKeys(text);
  if (pointer === undefined) return { kind: "json", value };
  return { kind: "refused", pointer, others, detail: standsTwice(pointer), value };
};

/** What is wrong with a key that stands twice. */
export const standsTwice = (pointer: string): string => `The key ${pointer} stands twice in its object.`;

/**
 * The cheap look at a text and its value: true means that no key stands twice, false means nothing. A text has a colon
 * for each key that it writes, and perhaps more inside of strings. When the value has as many keys as the text has
 * colons, none was lost.
 */
export const namesKeysOnce = (text: string, value: unknown): boolean => {
  let colons = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) colons++;
  return colons === keysIn(value, LEVELS_COUNTED);
};

/** Deeper than this, the text is scanned instead: requests are not, and a hostile one must not exhaust the stack. */
const LEVELS_COUNTED = 5;

/** The keys of all objects in a value, those below the levels left out. */
const keysIn = (value: unknown, levels: number): number => {
  if (typeof value !== "object" || value === null || levels === 0) return 0;
  let keys = 0;
  if (Array.isArray(value)) for (const item of value) keys += keysIn(item, levels - 1);
  else
    for (const key in value)
      keys += 1 + keysIn((value as Readonly<Record<string, unknown>>)[key], levels - 1);
  return keys;
};

/** An object or array the scan is inside of. `keys` is undefined for an array, whose `name` is the index. */
type Frame = { readonly keys: Set<string> | undefined; name: string | number };

/** A hostile text may hold a million: nobody reads so many, and the first of each real request is among these. */
const MOST_FOUND = 100;

const QUOTE = 34;
const BACKSLASH = 92;

/** Walks a text that is known to be JSON, without recursion: a hostile line may be nested a million deep. */
const duplicateKeys = (text: string): readonly string[] => {
  const found = new Set<string>();
  const frames: Frame[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length && found.size < MOST_FOUND; at++) {
    const frame = frames.at(-1);
    switch (text.charCodeAt(at)) {
      case QUOTE: {
        const end = stringEnd(text, at);
        if (expectsKey && frame?.keys) {
          frame.name = keyText(text, at, end);
          if (frame.keys.has(frame.name) && (found.size === 0 || frames.length <= LEVELS_COUNTED))
            found.add(pointerOf(frames));
          frame.keys.add(frame.name);
          expectsKey = false;
        }
        at = end;
        break;
      }
      case 123: // {
        frames.push({ keys: new Set(), name: "" });
        expectsKey = true;
        break;
      case 91: // [
        frames.push({ keys: undefined, name: 0 });
        expectsKey = false;
        break;
      case 125: // }
      case 93: // ]
        frames.pop();
        expectsKey = false;
        break;
      case 44: // ,
        expectsKey = frame?.keys !== undefined;
        if (frame && typeof frame.name === "number") frame.name++;
        break;
    }
  }
  return [...found];
};

/** The index of the quote that closes the string opened at `start`. */
const stringEnd = (text: string, start: number): number => {
  let at = start + 1;
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
};

/** Two spellings of one key (k and \u006b) are one key. */
const keyText = (text: string, start: number, end: number): string => {
  const raw = text.slice(start + 1, end);
  return raw.includes("\\") ? (JSON.parse(text.slice(start, end + 1)) as string) : raw;
};

const pointerOf = (frames: readonly Frame[]): string =>
  frames.map(({ name }) => `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

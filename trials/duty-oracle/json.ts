/** JSON read by hand, because the contract asks what a common reader hides: keys that stand twice, numbers as such. */

/** A JSON number: what it is worth is never asked. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type JsonObject = ReadonlyMap<string, Json>;
export type Json = null | boolean | string | JsonNumber | readonly Json[] | JsonObject;

/** What a line holds, and the pointers of the keys that stand twice in their object. */
export type ReadJson = { readonly value: Json; readonly twice: readonly string[] };

/** A part of a JSON pointer (RFC 6901). */
export const pointerPart = (key: string): string => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;

export const isObject = (value: Json | undefined): value is JsonObject => value instanceof Map;
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

class Reader {
  readonly twice: string[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Json {
    const value = this.#value("");
    if (this.#peek() !== "") throw new SyntaxError("more after the value");
    return value;
  }

  /** The next character that is no white space, not yet taken; empty at the end. */
  #peek(): string {
    while (/[ \t\r\n]/.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#text.charAt(this.#at);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) throw new SyntaxError(`not JSON at ${this.#at}`);
    this.#at += found.length;
    return found;
  }

  #skip(character: string): void {
    if (this.#peek() !== character) throw new SyntaxError(`"${character}" is missing at ${this.#at}`);
    this.#at++;
  }

  #value(pointer: string): Json {
    const next = this.#peek();
    if (next === "{") return this.#object(pointer);
    if (next === "[") return this.#list(pointer);
    if (next === '"') return this.#string();
    if (/[-0-9]/.test(next))
      return new JsonNumber(this.#take(/-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y));
    const word = this.#take(/true|false|null/y);
    return word === "null" ? null : word === "true";
  }

  #string(): string {
    this.#peek();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these within a text
    const quoted = this.#take(/"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y);
    return JSON.parse(quoted) as string;
  }

  #object(pointer: string): JsonObject {
    const found = new Map<string, Json>();
    this.#skip("{");
    while (this.#peek() !== "}") {
      if (found.size > 0) this.#skip(",");
      const key = this.#string();
      this.#skip(":");
      const there = pointer + pointerPart(key);
      const value = this.#value(there);
      if (found.has(key)) this.twice.push(there);
      else found.set(key, value);
    }
    this.#skip("}");
    return found;
  }

  #list(pointer: string): readonly Json[] {
    const found: Json[] = [];
    this.#skip("[");
    while (this.#peek() !== "]") {
      if (found.length > 0) this.#skip(",");
      found.push(this.#value(`${pointer}/${found.length}`));
    }
    this.#skip("]");
    return found;
  }
}

/** Reads one JSON text; throws a SyntaxError when it is none. Of a key that stands twice the first value is kept. */
export const readJson = (text: string): ReadJson => {
  const reader = new Reader(text);
  return { value: reader.all(), twice: reader.twice };
};

/** JSON written as sloppily as JSON allows, and, where wanted, worse: keys may stand twice, raw text may stand anywhere. */
import type { Random } from "../random.ts";

/** Text that is written as it is. */
export class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export type Entry = [key: string, value: Value];
/** An object: its entries in order. */
export class Fields {
  readonly entries: Entry[];
  constructor(entries: Entry[]) {
    this.entries = entries;
  }

  get(key: string): Value | undefined {
    return this.entries.find(([name]) => name === key)?.[1];
  }

  /** Replaces a value, or adds it at the end. */
  set(key: string, value: Value): void {
    const entry = this.entries.find(([name]) => name === key);
    if (entry) entry[1] = value;
    else this.entries.push([key, value]);
  }

  remove(key: string): void {
    const at = this.entries.findIndex(([name]) => name === key);
    if (at >= 0) this.entries.splice(at, 1);
  }
}
export type Value = string | boolean | null | Raw | Fields | readonly Value[];

const space = (random: Random): string => (random.chance(3) ? random.pick([" ", "  ", "\t", " \r "]) : "");

const textOf = (text: string, random: Random): string => {
  const quoted = JSON.stringify(text);
  if (!random.chance(2) || text === "") return quoted;
  const code = text.charCodeAt(0).toString(16).padStart(4, "0");
  return `"\\u${code}${JSON.stringify(text.slice(1)).slice(1)}`;
};

/** One line of JSON. */
export const writeJson = (value: Value, random: Random): string => {
  const pad = (text: string): string => space(random) + text + space(random);
  if (value instanceof Raw) return value.text;
  if (value instanceof Fields)
    return `{${value.entries.map(([key, inner]) => `${pad(textOf(key, random))}:${pad(writeJson(inner, random))}`).join(",")}}`;
  if (typeof value === "string") return textOf(value, random);
  if (typeof value === "object" && value !== null)
    return `[${value.map((inner) => pad(writeJson(inner, random))).join(",")}]`;
  return JSON.stringify(value);
};

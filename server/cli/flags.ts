/** Reads the words of a command line, strictly: a flag that a command does not know is an error, never ignored. */
import { wrongUse } from "./exit.ts";
import { nearNames } from "./near.ts";

/** A flag: its value's name in the help ("DIR"; absent: it takes none), and what it is for. */
export type Flag = { readonly value?: string; readonly about: string };

/** The flags of a command, by name without the dashes. */
export type Flags = Readonly<Record<string, Flag>>;

/** What was given on a command line. */
export class Given {
  /** The words that are no flags, in order. */
  readonly words: readonly string[];
  readonly #values: ReadonlyMap<string, string>;

  constructor(words: readonly string[], values: ReadonlyMap<string, string>) {
    this.words = words;
    this.#values = values;
  }

  /** The value of a flag, if it was given. */
  text(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** True when the flag was given. */
  is(name: string): boolean {
    return this.#values.has(name);
  }

  /** The flag as a whole number within bounds. @throws CommandFault */
  count(name: string, least: number, most: number): number | undefined {
    const text = this.#values.get(name);
    if (text === undefined) return undefined;
    const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw wrongUse(`--${name} is "${text}".`, `Give a whole number from ${least} to ${most}.`);
  }
}

/** Reads `--name value`, `--name=value` and plain words; after `--` everything is a word. @throws CommandFault */
export const readFlags = (flags: Flags, argv: readonly string[]): Given => {
  const values = new Map<string, string>();
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!;
    if (word === "--") {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith("--")) {
      words.push(word);
      continue;
    }
    const { name, value, takesNext } = readFlag(flags, word, argv[at + 1]);
    if (values.has(name)) throw wrongUse(`--${name} is given twice.`, "Give it once.");
    values.set(name, value);
    if (takesNext) at++;
  }
  return new Given(words, values);
};

const readFlag = (flags: Flags, word: string, next: string | undefined) => {
  const equals = word.indexOf("=");
  const name = word.slice(2, equals < 0 ? undefined : equals);
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  if (!flag) throw unknownFlag(flags, name);
  if (equals >= 0) {
    if (flag.value === undefined) throw wrongUse(`--${name} takes no value.`, `Write --${name} alone.`);
    return { name, value: word.slice(equals + 1), takesNext: false };
  }
  if (flag.value === undefined) return { name, value: "", takesNext: false };
  if (next === undefined || next.startsWith("--"))
    throw wrongUse(`--${name} has no value.`, `Write --${name} ${flag.value}.`);
  return { name, value: next, takesNext: true };
};

const unknownFlag = (flags: Flags, name: string) => {
  const near = nearNames(name, Object.keys(flags)).map((each) => `--${each}`);
  return wrongUse(
    `Nobody knows --${name} here.`,
    near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "See the command's --help.",
  );
};

/** The flags as lines of a help page. */
export const flagsHelp = (flags: Flags): string => {
  const rows = Object.entries(flags).map(([name, { value, about }]) => [
    `--${name}${value === undefined ? "" : ` ${value}`}`,
    about,
  ]);
  const width = Math.max(0, ...rows.map(([left]) => left!.length));
  return rows.map(([left, about]) => `  ${left!.padEnd(width)}  ${about}`).join("\n");
};

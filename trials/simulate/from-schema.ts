/** Requests out of a schema and what has been seen so far: valid, nearly valid and hostile. */
import fc from "fast-check";
import type { Random } from "../random.ts";

type Described = {
  readonly type?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Described[];
  readonly properties?: Readonly<Record<string, Described>>;
  readonly patternProperties?: Readonly<Record<string, Described>>;
  readonly required?: readonly string[];
  readonly items?: Described;
  readonly uniqueItems?: boolean;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
};

const MOST_KEPT = 400;
const SAMPLES = 40;
const LONGEST = 200;

/** Texts by the name of the field in which they were seen; newer ones push older ones out. */
export class Seen {
  readonly #byName = new Map<string, string[]>();

  /** Remembers every text in a value. */
  add(value: unknown, name = ""): void {
    if (typeof value === "string") this.#keep(name, value);
    else if (Array.isArray(value)) for (const each of value) this.add(each, name);
    else if (typeof value === "object" && value !== null)
      for (const [field, inner] of Object.entries(value)) this.add(inner, field);
  }

  /** One of those seen under a name, the newer ones more often. */
  pick(name: string, random: Random): string | undefined {
    const kept = this.#byName.get(name) ?? [];
    if (kept.length === 0) return undefined;
    return random.chance(60) ? kept[Math.max(0, kept.length - 1 - random.below(12))] : random.pick(kept);
  }

  #keep(name: string, text: string): void {
    const kept = this.#byName.get(name) ?? [];
    if (kept.at(-1) === text) return;
    kept.push(text);
    if (kept.length > MOST_KEPT) kept.splice(0, MOST_KEPT / 2);
    this.#byName.set(name, kept);
  }
}

const samples = new Map<string, readonly string[]>();

/** Texts that a pattern allows: the same ones in every run. */
const samplesOf = (pattern: string): readonly string[] => {
  const known = samples.get(pattern);
  if (known) return known;
  const made = fc.sample(fc.stringMatching(new RegExp(pattern)), { seed: 42, numRuns: SAMPLES });
  samples.set(pattern, made);
  return made;
};

/** What requests are made from: chance, what was seen, and what day it is. */
export type Makings = { readonly random: Random; readonly seen: Seen; readonly today: string };

const DAY_MS = 86_400_000;
const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

const textFor = (
  { pattern, format, minLength = 0, maxLength = LONGEST }: Described,
  name: string,
  makings: Makings,
): string => {
  const { random, seen, today } = makings;
  if (format === "date") return random.chance(60) ? today : dayFrom(today, random.below(60) - 40);
  const known = random.chance(90) ? (seen.pick(name, random) ?? seen.pick("id", random)) : undefined;
  const fits = (text: string): boolean =>
    pattern === undefined
      ? text.length >= minLength && text.length <= maxLength
      : new RegExp(pattern).test(text);
  if (known !== undefined && fits(known)) return known;
  return pattern === undefined
    ? `text ${random.digits(3)}`.slice(-maxLength)
    : random.pick(samplesOf(pattern));
};

/** A value that fits a schema. */
export const valueFor = (schema: object, makings: Makings, name = ""): unknown => {
  const it = schema as Described;
  const { random } = makings;
  if ("const" in it) return it.const;
  if (it.anyOf) return valueFor(random.pick(it.anyOf), makings, name);
  if (it.type === "array") {
    const count = (it.minItems ?? 0) + random.below(Math.min(3, (it.maxItems ?? 3) - (it.minItems ?? 0)) + 1);
    const values = Array.from({ length: count }, () => valueFor(it.items ?? {}, makings, name));
    return it.uniqueItems ? [...new Set(values)] : values;
  }
  if (it.type === "integer" || it.type === "number") return (it.minimum ?? 0) + random.below(5);
  if (it.type === "boolean") return random.chance(50);
  if (it.type === "object") return objectFor(it, makings);
  return textFor(it, name, makings);
};

const objectFor = (
  { properties = {}, patternProperties, required = [] }: Described,
  makings: Makings,
): object => {
  const fields = Object.keys(properties).filter(
    (field) => required.includes(field) || makings.random.chance(40),
  );
  const made = fields.map((field) => [field, valueFor(properties[field]!, makings, field)] as const);
  const open = Object.entries(patternProperties ?? {}).map(([pattern, inner]) => [
    makings.random.pick(samplesOf(pattern)),
    valueFor(inner, makings),
  ]);
  return Object.fromEntries([...made, ...open]);
};

const ODD: readonly unknown[] = [
  null,
  "",
  0,
  -1,
  1e21,
  true,
  [],
  {},
  "0",
  "-0.00",
  "2026-02-30",
  "'; drop table entry; --",
  "\u202e",
  "🛃".repeat(40),
  { toString: 1 },
];

/** A request with one thing wrong. */
export const spoiled = (request: object, random: Random): object => {
  const fields = Object.keys(request);
  if (fields.length === 0 || random.chance(15))
    return { ...request, [random.pick(["x", "__proto__x", "reference2"])]: 1 };
  const field = random.pick(fields);
  const { [field]: value, ...rest } = request as Record<string, unknown>;
  if (random.chance(25)) return rest;
  if (typeof value === "object" && value !== null && !Array.isArray(value) && random.chance(60))
    return { ...rest, [field]: spoiled(value, random) };
  if (Array.isArray(value) && value.length > 0 && typeof value[0] === "object" && random.chance(60))
    return { ...rest, [field]: [spoiled(value[0] as object, random), ...value.slice(1)] };
  return { ...rest, [field]: random.pick(ODD) };
};

const HOSTILE: readonly ((text: string, random: Random) => Uint8Array)[] = [
  (text, random) => Buffer.from(text.slice(0, random.below(text.length + 1))),
  (text) => Buffer.from(text.replace("{", '{"declaration":"1","declaration":"2",')),
  (text) => Buffer.from(text.replace("{", '{"__proto__":{"role":"administrator"},')),
  (text) => Buffer.from(`${"[".repeat(5_000)}${text}`),
  (text) => Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.of(0xff, 0xfe), Buffer.from("}")]),
  () => Buffer.from(`${'{"a":'.repeat(40)}1${"}".repeat(40)}`),
  (text) => Buffer.from(text.replace(/"([^"]*)"\s*:\s*"/, '"$1":"\\u0000\\ud800')),
  () => Buffer.of(),
  () => Buffer.from("null"),
  (text) => Buffer.from(`[${text}]`),
];

/** Bytes that mean no good. */
export const hostile = (request: object, random: Random): Uint8Array =>
  random.pick(HOSTILE)(JSON.stringify(request), random);

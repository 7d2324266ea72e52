/** Changes a valid request by chance: its bytes, its JSON, its headers, its query. The same seed gives the same changes. */
import type { Random } from "../random.ts";

/** A request as it is sent. */
export type Sent = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
};

/** Bytes at which readers stumble. */
const STUMBLES = [
  0x00, 0x0a, 0x0d, 0x22, 0x2c, 0x2e, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d, 0x80, 0xc0, 0xed, 0xff,
];

const randomBytes = (random: Random, most: number): Buffer =>
  Buffer.from(Array.from({ length: random.from(1, most) }, () => random.below(256)));

type ByteChange = (bytes: Buffer, at: number, random: Random) => Buffer;

const spliced = (bytes: Buffer, at: number, gone: number, added: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + gone)]);

const BYTE_CHANGES: readonly ByteChange[] = [
  (bytes, at, random) => spliced(bytes, at, 1, Buffer.of(bytes[at]! ^ (1 << random.below(8)))),
  (bytes, at, random) => spliced(bytes, at, 1, Buffer.of(random.pick(STUMBLES))),
  (bytes, at, random) => spliced(bytes, at, 0, Buffer.of(random.pick(STUMBLES))),
  (bytes, at, random) => spliced(bytes, at, 0, randomBytes(random, 16)),
  (bytes, at, random) => spliced(bytes, at, random.from(1, 20), Buffer.alloc(0)),
  (bytes, at, random) => spliced(bytes, at, 0, bytes.subarray(at, at + random.from(1, 60))),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => bytes.subarray(at),
  (bytes, at, random) =>
    spliced(bytes, at, 0, Buffer.alloc(random.below(3_000), random.pick(["[", '{"a":', " ", "9"]))),
];

/** Changes one to three places of some bytes. */
export const changeBytes = (bytes: Buffer, random: Random): Buffer => {
  let changed = bytes;
  for (let times = random.from(1, 3); times > 0 && changed.length > 0; times--)
    changed = random.pick(BYTE_CHANGES)(changed, random.below(changed.length), random);
  return changed;
};

const odd = (random: Random): unknown =>
  random.pick<() => unknown>([
    () => null,
    () => true,
    () => "",
    () => " ",
    () => random.pick([0, -1, 1.5, 1e21, -1e-7, 2 ** 53, -(2 ** 63)]),
    () =>
      random.pick(["0", "-0", "1e3", "0.000000000001", "9".repeat(40), "NaN", "Infinity", "01", "+1", "１"]),
    () =>
      random.pick([
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "2026-1-1",
        "-2026-01-01",
        "2026-01-01T00:00:00Z",
      ]),
    () =>
      random.pick(["\u0000", "\ud800", "\u202e", "e\u0301", "ß", "İ", "\ufeff", "🛃".repeat(30), "\u2028"]),
    () =>
      random.pick([
        "'; drop table entry; --",
        "../../etc/passwd",
        "%00",
        "{{7*7}}",
        "<script>",
        "*",
        "a/b",
        "a\nb",
      ]),
    () => random.pick(["__proto__", "constructor", "toString", "hasOwnProperty", "installation", "clock"]),
    () => "x".repeat(random.below(5_000)),
    () => Array.from({ length: random.below(70) }, () => random.pick<unknown>([1, "a", null, {}, []])),
    () => ({ [random.pick(["a", "__proto__", "", "0"])]: random.below(9) }),
    () =>
      JSON.parse(
        `${"[".repeat(random.from(1, 40))}`.replace(/^.*$/s, (open) => open + "]".repeat(open.length)),
      ) as unknown,
  ])();

type Holder = Record<string, unknown> | unknown[];
type Spot = { readonly holder: Holder; readonly key: string };

const isHolder = (value: unknown): value is Holder => typeof value === "object" && value !== null;

/** Every place of a value in which another stands. */
const spotsOf = (value: unknown): readonly Spot[] =>
  isHolder(value)
    ? Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...spotsOf(inner)])
    : [];

type JsonChange = (spot: Spot, spots: readonly Spot[], random: Random) => void;
const at = ({ holder, key }: Spot): unknown => (holder as Record<string, unknown>)[key];
const put = ({ holder, key }: Spot, value: unknown): void => {
  if (Array.isArray(holder)) holder[Number(key) || 0] = value;
  else Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
};

const JSON_CHANGES: readonly JsonChange[] = [
  (spot, _, random) => put(spot, odd(random)),
  (spot, spots, random) => put(spot, structuredClone(at(random.pick(spots)))),
  (spot) => {
    if (Array.isArray(spot.holder)) spot.holder.splice(Number(spot.key), 1);
    else delete spot.holder[spot.key];
  },
  (spot, _, random) =>
    put({ ...spot, key: random.pick(["x", "__proto__", "constructor", "", `${spot.key}2`]) }, odd(random)),
  (spot) => put(spot, [at(spot)]),
  (spot) => put(spot, { [spot.key]: at(spot) }),
  (spot, _, random) =>
    put(
      spot,
      Array.from({ length: random.below(60) }, () => structuredClone(at(spot))),
    ),
  (spot, _, random) => {
    const value = at(spot);
    if (typeof value !== "string" || value === "") return put(spot, odd(random));
    const place = random.below(value.length);
    put(
      spot,
      value.slice(0, place) +
        random.pick(["", "0", "9", "-", ".", " ", "A", "中", value]) +
        value.slice(place + 1),
    );
  },
];

/** Changes a value in one to three places. */
export const changeJson = (value: unknown, random: Random): unknown => {
  const changed = structuredClone(value);
  for (let times = random.from(1, 3); times > 0; times--) {
    const spots = spotsOf(changed);
    if (spots.length === 0) return odd(random);
    random.pick(JSON_CHANGES)(random.pick(spots), spots, random);
  }
  return random.chance(2) ? odd(random) : changed;
};

const NAMES = ["content-type", "content-length", "authorization", "cookie", "host", "origin", "accept"];
const MORE_NAMES = [
  "x-forwarded-for",
  "x-forwarded-host",
  "if-none-match",
  "accept-encoding",
  "content-encoding",
  "expect",
];
const VALUES = [
  "",
  "a",
  ";;;",
  "*/*",
  "Bearer",
  "Bearer x",
  "Basic OjEyMw==",
  "openftz=x",
  "gzip",
  "0",
  "-1",
  "1e9",
  "localhost:1",
  "::",
  "http://evil.example",
  "application/xml",
  "é",
  "x".repeat(3_000),
];

/** One header more, less or other. */
export const changeHeaders = (headers: Sent["headers"], random: Random): Sent["headers"] => {
  const name = random.pick([...NAMES, ...MORE_NAMES]);
  if (!random.chance(30)) return { ...headers, [name]: random.pick(VALUES) };
  const { [name]: _, ...rest } = headers;
  return rest;
};

const QUERY_ODD = [
  "%",
  "%FF",
  "%00",
  "%ED%A0%80",
  "=",
  "&&",
  "limit=0",
  "limit=1e9",
  "after=99999999999999999",
  "asOf=0",
  "asOf=9999-99-99",
  "cursor=W10",
  "cursor=%5B%5D",
  "x[]=1",
  "__proto__=1",
  "a=".padEnd(2_000, "b"),
];

/** Another query string, or one more part of it. */
export const changeQuery = (url: string, random: Random): string => {
  const [path = "", query = ""] = url.split("?", 2);
  const parts = query.split("&").filter((part) => part !== "" && !random.chance(30));
  if (random.chance(70)) parts.push(random.pick(QUERY_ODD));
  const some = parts.length > 0 ? random.pick(parts) : "";
  if (random.chance(40))
    parts.push(some.replace(/=.*/s, `=${encodeURIComponent(String(odd(random)).toWellFormed())}`));
  return `${path}?${parts.join("&")}`;
};

/** One change by chance: of the body's JSON or bytes, of a header, or of the query. */
export const mutated = (sent: Sent, json: unknown, random: Random): Sent => {
  const what = random.below(100);
  if (what < 15) return { ...sent, headers: changeHeaders(sent.headers, random) };
  if (what < 25 || sent.body === undefined) return { ...sent, url: changeQuery(sent.url, random) };
  if (what < 55 || json === undefined) return { ...sent, body: changeBytes(sent.body, random) };
  return { ...sent, body: Buffer.from(JSON.stringify(changeJson(json, random)) ?? "") };
};

/** The request as bytes on a connection, changed anywhere: its line, its headers, its body. */
export const mutatedOnTheWire = ({ method, url, headers, body }: Sent, random: Random): Buffer => {
  const all = { host: "localhost", ...headers, ...(body && { "content-length": String(body.length) }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${url} HTTP/1.1\r\n${lines.join("")}\r\n`, "latin1");
  return random.chance(60)
    ? Buffer.concat([changeBytes(head, random), body ?? Buffer.alloc(0)])
    : changeBytes(Buffer.concat([head, body ?? Buffer.alloc(0)]), random);
};

/** What people and programs get wrong in a request: one fault each, applied to a sound request or to its text. */
import type { Random } from "../random.ts";
import { Fields, Raw, type Value } from "./write-json.ts";

const NEEDED = ["ref", "date", "direction", "commodity", "customsValue"];
const TEXTS = ["ref", "date", "direction", "commodity", "origin", "quota", "exporter", "treatment"];
const NOT_DECIMALS = [
  "1e5",
  "01",
  "1.",
  ".5",
  "+1",
  " 1",
  "1 ",
  "1,000",
  "１",
  "-",
  "--1",
  "-01",
  "NaN",
  "0x10",
  "1_0",
  "1.0.0",
  "-1e3",
];
const NUMBERS = ["100000.00", "0", "-1", "1e400", "1E-3", "12345678901234567890123", "-0"].map(
  (text) => new Raw(text),
);
const WRONG_TYPES: readonly Value[] = [
  true,
  false,
  new Raw("7"),
  [],
  ["a"],
  new Fields([]),
  new Fields([["a", new Fields([["b", "c"]])]]),
];
const BAD_RATES = [
  "",
  "x",
  "10 +",
  "-5",
  "min(1)",
  "round(1/P,2)",
  "5 CNY",
  "5 XYZ/kg",
  "5%%",
  "1e2",
  "10 10",
  "when price <= 1 CNY/kg: 1",
  "100",
  "60 + 40%",
  "120 + 1 CNY/kg",
];

const inner = (request: Fields, field: string): Fields => {
  const found = request.get(field);
  if (found instanceof Fields) return found;
  const made = new Fields([]);
  request.set(field, made);
  return made;
};

/** Everything that must be a decimal: the object it stands in, and its key. */
const decimalsOf = (request: Fields): [Fields, string][] => [
  [inner(request, "customsValue"), "amount"],
  ...inner(request, "quantities").entries.map(([key]): [Fields, string] => [
    inner(request, "quantities"),
    key,
  ]),
  ...inner(request, "exchangeRates").entries.map(([key]): [Fields, string] => [
    inner(request, "exchangeRates"),
    key,
  ]),
];

const anywhere = (request: Fields, random: Random): Fields =>
  random.chance(50)
    ? request
    : inner(request, random.pick(["customsValue", "claim", "rates", "quantities", "exchangeRates"]));

type Break = (request: Fields, random: Random) => void;

const inShape: readonly Break[] = [
  (request, random) => request.remove(random.pick(NEEDED)),
  (request, random) => request.set(random.pick(NEEDED), null),
  (request, random) => inner(request, "customsValue").remove(random.pick(["amount", "currency"])),
  (request, random) => request.set(random.pick(TEXTS), random.pick(WRONG_TYPES)),
  (request, random) => request.set(random.pick(TEXTS), ""),
  (request, random) =>
    request.set(
      random.pick(["claim", "customsValue", "quantities", "rates", "exchangeRates"]),
      random.pick([...WRONG_TYPES, "KR", ""]),
    ),
  (request, random) =>
    request.set("originProof", random.pick(["false", new Raw("0"), [], "", new Fields([])])),
  (request, random) =>
    request.set(
      "date",
      random.pick([
        "2026-02-29",
        "2026-13-01",
        "2026-00-10",
        "20260301",
        "2026-3-1",
        "2026-04-31",
        "2026-03-01T00:00:00Z",
        " 2026-03-01",
      ]),
    ),
  (request, random) => request.set("direction", random.pick(["Import", "in", "transit", "import "])),
  (request, random) =>
    request.set("commodity", random.pick(["1", "12345678901234", "0207.14", "02a", "０２", "02 "])),
  (request, random) => request.set("origin", random.pick(["kr", "KOR", "XX", "ZZ", "EU", "UK", "LD"])),
  (request, random) => request.set("quota", random.pick(["IN", "yes", "out "])),
  (request, random) => request.set("treatment", random.pick(["MFN", "other"])),
  (request, random) => {
    const [object, key] = random.pick(decimalsOf(request));
    object.set(key, random.pick([...WRONG_TYPES.filter((type) => !(type instanceof Raw)), ""]));
  },
  (request, random) =>
    anywhere(request, random).entries.push([
      random.pick(["Ref", "foo", "a/b", "~", "", "__proto__", "toString"]),
      random.pick(["x", ...WRONG_TYPES]),
    ]),
  (request, random) => {
    const object = anywhere(request, random);
    if (object.entries.length > 0) object.entries.push(random.pick(object.entries));
  },
  (request, random) =>
    inner(request, "rates").set(random.pick(["vat", "consumptionTax"]), random.pick(BAD_RATES)),
  (request, random) =>
    inner(request, "claim").set("agreement", random.pick([null, "", ...WRONG_TYPES, "R-XX", "kr"])),
  (request) => {
    inner(request, "quantities").set("kg", "1000");
    inner(request, "quantities").set("t", "1.001");
  },
  (request, random) => inner(request, "exchangeRates").set("CNY", random.pick(["1", "2", "0", ""])),
];

const inNumbers: readonly Break[] = [
  (request, random) => {
    const [object, key] = random.pick(decimalsOf(request));
    object.set(key, random.pick(NOT_DECIMALS));
  },
  (request, random) => {
    const [object, key] = random.pick(decimalsOf(request));
    object.set(key, random.pick(NUMBERS));
  },
  (request, random) => {
    const [object, key] = random.pick(decimalsOf(request));
    object.set(key, random.pick(["-1", "-0", "-0.00", "-12.5"]));
  },
  (request, random) => inner(request, "exchangeRates").set("USD", random.pick(["0", "0.000"])),
  (request, random) =>
    inner(request, "rates").set(random.pick(["vat", "consumptionTax"]), random.pick(NUMBERS)),
];

const inLookUps: readonly Break[] = [
  (request, random) => request.set("commodity", random.pick(["00", "5555555555", "03"])),
  (request, random) => request.set("date", random.pick(["1999-12-31", "2031-01-01", "2026-01-02"])),
  (request, random) =>
    inner(request, "customsValue").set("currency", random.pick(["XYZ", "cny", "RMB", "usd", " USD", "GBP"])),
  (request, random) =>
    inner(request, "exchangeRates").set(random.pick(["XYZ", "usd", "", "GBP", "a/b"]), "1.5"),
  (request) => request.remove("exchangeRates"),
  (request) => request.remove("quantities"),
  (request, random) =>
    request.set(
      random.pick([
        "origin",
        "claim",
        "quantities",
        "quota",
        "exporter",
        "originProof",
        "treatment",
        "rates",
        "exchangeRates",
      ]),
      null,
    ),
  (request, random) => {
    const { entries } = inner(request, "quantities");
    if (entries.length > 0) random.pick(entries)[1] = random.pick(["0", "0.000", null]);
  },
  (request, random) =>
    request.set("claim", new Fields([["agreement", random.pick(["LD", "KR", "CL", "R-JP", "ZZ", "all"])]])),
  (request) => request.set("quota", "in"),
  (request) => request.remove("origin"),
];

/** Breaks a request in one place; nothing promises that the fault shows. */
export const breakRequest = (request: Fields, random: Random): void => {
  random.pick(random.pick([inShape, inShape, inNumbers, inLookUps, inLookUps]))(request, random);
};

const hostile: readonly ((line: string, random: Random) => string)[] = [
  () => "",
  (_, random) => random.pick(["   ", "\t", "\r", " \r\t"]),
  (line, random) => line.slice(0, random.below(line.length)),
  (line) => `${line},`,
  (line) => `${line}${line}`,
  (line) => `[${line}]`,
  (line) => line.replace(/\}\s*$/, ",}"),
  (line) => line.replaceAll('"', "'"),
  (line) => `\ufeff${line}`,
  (line) => line.replace("{", "{\u2028"),
  (line) => line.replace("{", "{\u00a0"),
  (line) => line.replace("{", "{/* why */"),
  (line) => `${line}\r`,
  (line) => line.replace(/"ref"\s*:\s*"/, (found) => `${found}\u2028\u0085`),
  (line) => line.replace(/"ref"\s*:\s*"/, (found) => `${found}\u0001`),
  (line) => line.replace(/"ref"\s*:\s*"/, (found) => `${found}\\ud800`),
  (line) => line.replace(/"ref"\s*:\s*"/, (found) => `${found}\\x41`),
  (line) => line.replace(/"amount"\s*:\s*"/, (found) => found + "9".repeat(400)),
  (line) => line.replace(/"amount"\s*:\s*"/, (found) => `${found}000`),
  (line) => line.replace("{", `{"deep":${"[".repeat(150)}${"]".repeat(150)},`),
  (_, random) =>
    random.pick([
      "null",
      "true",
      "7",
      '"ref"',
      "[]",
      "{}",
      "nothing",
      "NaN",
      '{"ref":"A"}',
      '{"ref":7}',
      '{"ref":"\\u0041"}',
    ]),
];

/** A line's text made hostile: no JSON, no object, odd white space, letters that end no line. */
export const makeHostile = (line: string, random: Random): string => random.pick(hostile)(line, random);

/** Bytes that are no UTF-8. */
export const NOT_UTF8 = [
  Buffer.from([0x22, 0xff, 0x22]),
  Buffer.from([0xc0, 0xaf]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xe6, 0x9d]),
];

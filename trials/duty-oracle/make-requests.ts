/** Request lines by chance, for the lines of a made tariff: most of them sound, with values near every edge. */

import type { Random } from "../random.ts";
import { type Exact, exactOf, multiply } from "./exact.ts";
import { AGREEMENTS } from "./lists.ts";
import { ANY, makeRate, OF_CONSUMPTION, UNITS } from "./make-rates.ts";
import { DAYS, EXPORTERS, type MadeLine, ORIGINS } from "./make-tariff.ts";
import { type Entry, Fields } from "./write-json.ts";

const EXCHANGE_RATES: Readonly<Record<string, readonly string[]>> = {
  USD: ["7.0288", "7", "6.95", "0.5"],
  EUR: ["8.1", "7.9999", "8"],
  JPY: ["0.046571", "0.05"],
};
// Halves of a fen under 5, 2.5 or 12.5 %; sums that agree to the fen under different rates; nothing; far too much.
const AMOUNTS = (
  "0 0.00 0.004 0.005 0.01 0.10 0.30 0.90 1 1.005 2.675 10.1 99.99 100 333.33 1000.10 28000.00 100000 " +
  "123456789012345678901234567890.12 0.000000000000000000000001"
).split(" ");
const QUANTITIES = "0.001 0.5 1 2 3 7.5 100 1000 25000 33.333 99999999999999999999".split(" ");

/** A decimal text for an exact number whose digits end. */
const decimalOf = ({ over, under }: Exact): string => {
  const places = under.toString().length - 1;
  const digits = over.toString().padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

const times = (...decimals: string[]): string =>
  decimalOf(decimals.map(exactOf).reduce((product, one) => multiply(product, one)));

const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (value instanceof Fields) return value.entries.flatMap(([, inner]) => textsIn(inner));
  return Array.isArray(value) ? value.flatMap(textsIn) : [];
};

const rateTo = (currency: string, exchangeRates: Fields): string =>
  currency === "CNY" ? "1" : String(exchangeRates.get(currency) ?? "1");

const ofFamily: Readonly<Record<string, readonly [unit: string, factor: string]>> = {
  kg: ["t", "0.001"],
  t: ["kg", "1000"],
  g: ["kg", "0.001"],
  L: ["ml", "1000"],
  ml: ["L", "0.001"],
};

/** Quantities for the units that the rates name, each once or by its family, sometimes both ways. */
const makeQuantities = (rates: readonly string[], random: Random): Fields => {
  const named = UNITS.filter((unit) =>
    rates.some((rate) => new RegExp(`/\\s*${unit}(?![\\p{L}\\p{N}])`, "u").test(rate)),
  );
  const quantities = new Fields([]);
  const families = new Set<string>();
  for (const unit of random.shuffled([...named, ...random.some(UNITS, 10)])) {
    const family = /^(kg|g|t)$/.test(unit) ? "mass" : /^(L|ml)$/.test(unit) ? "volume" : unit;
    if (families.has(family)) continue;
    families.add(family);
    const quantity = random.pick(QUANTITIES);
    const [relative, factor] = ofFamily[unit] ?? [unit, "1"];
    const both = random.chance(10);
    if (both || random.chance(75)) quantities.set(unit, quantity);
    if (both || quantities.get(unit) === undefined) quantities.set(relative, times(quantity, factor));
  }
  return quantities;
};

/** A customs value whose price is just on the bound of a band, or a hair beside it. */
const onTheBound = (rates: readonly string[], quantities: Fields, exchangeRates: Fields, random: Random) => {
  const bounds = rates.flatMap((rate) => [
    ...rate.matchAll(/when price\s*[<>]=\s*([\d.]+)\s*([A-Z]{3})\s*\/\s*(\w+)/g),
  ]);
  if (bounds.length === 0) return undefined;
  const [, bound = "0", currency = "", unit = ""] = random.pick(bounds);
  const quantity = quantities.get(unit);
  if (typeof quantity !== "string") return undefined;
  const amount = times(bound, quantity, rateTo(currency, exchangeRates));
  const nudge = random.pick(["", "", "", "1", "01", "9"]);
  if (nudge === "") return amount;
  return amount.includes(".") ? amount + nudge : `${amount}.00${nudge}`;
};

const makeAmount = (random: Random): string =>
  random.chance(55)
    ? random.pick(AMOUNTS)
    : `${random.below(10 ** random.from(1, 7))}${random.pick(["", `.${random.digits(random.from(1, 4))}`])}`;

/** What can be claimed for goods of this origin on this line. */
const claimsOf = (line: Fields, origin: string | undefined): string[] => {
  const keysOf = (field: string): string[] => {
    const given = line.get(field);
    if (given instanceof Fields) return given.entries.map(([key]) => key);
    return Array.isArray(given) ? given.map(String) : [];
  };
  const agreements = keysOf("agreements").filter((key) => AGREEMENTS.get(key)?.includes(origin ?? ""));
  const special = [...keysOf("special"), ...keysOf("special_zero")];
  return special.includes(origin ?? "") ? [...agreements, "LD", "LD"] : agreements;
};

const makeDate = (line: Fields, random: Random): string => {
  const bounds = [line.get("from"), line.get("to")].filter((bound) => typeof bound === "string");
  const days = [...bounds, ...bounds, ...DAYS].filter((day) => {
    const [from, to] = [line.get("from") ?? "", line.get("to") ?? "9"];
    return typeof from === "string" && typeof to === "string" && from <= day && day <= to;
  });
  return random.chance(3) || days.length === 0 ? random.pick(DAYS) : random.pick(days);
};

const makeCommodity = (line: Fields, random: Random): string => {
  const code = String(line.get("code"));
  return code + random.digits(random.below(14 - code.length));
};

/** One request that is sound in shape and numbers. Nearly always everything it needs is there. */
export const makeRequest = (lines: readonly MadeLine[], ref: string, random: Random): Fields => {
  const line = random.pick(lines).fields;
  const rates = textsIn(line);
  const origin = random.chance(90) ? random.pick(ORIGINS) : undefined;
  const currencies = random.shuffled(["USD", "EUR", "JPY"]);
  const exchangeRates = new Fields(
    currencies
      .filter(() => random.chance(97))
      .map((currency): Entry => [currency, random.pick(EXCHANGE_RATES[currency]!)]),
  );
  const quantities = makeQuantities(random.chance(97) ? rates : [], random);
  const direction = random.chance(85) ? "import" : "export";
  const banded =
    direction === "import" ? rates : textsIn([line.get("export"), line.get("exportProvisional")]);
  const atBound = random.chance(40) ? onTheBound(banded, quantities, exchangeRates, random) : undefined;
  const currency = atBound === undefined && random.chance(40) ? random.pick(currencies) : "CNY";
  const perhaps = (percent: number, ...entries: Entry[]): Entry[] => random.some(entries, percent);
  const claims = claimsOf(line, origin);
  const sound = claims.length > 0 && random.chance(92);
  const claim = sound ? random.pick(claims) : random.pick(["LD", "R-KR", "AS"]);
  const isClaimed = random.chance(claims.length > 0 ? 65 : 6);
  const entries: Entry[] = [
    ["ref", ref],
    ["date", makeDate(line, random)],
    ["direction", direction],
    ["commodity", makeCommodity(line, random)],
    ...(origin === undefined ? perhaps(20, ["origin", null]) : [["origin", origin] satisfies Entry]),
    ...(isClaimed
      ? [["claim", new Fields([["agreement", claim]])] satisfies Entry]
      : perhaps(3, ["claim", null])),
    [
      "customsValue",
      new Fields([
        ["amount", atBound ?? makeAmount(random)],
        ["currency", currency],
      ]),
    ],
    ["quantities", quantities],
    ...perhaps(15, ["quota", random.chance(60) ? "in" : "out"]),
    ...perhaps(45, [
      "exporter",
      random.pick([
        ...EXPORTERS,
        "Nobody",
        " Ko Ltd ",
        "Cafe\u0301 & So\u0308hne",
        "ko ltd",
        "\u2028HANWHA",
        "  ",
      ]),
    ]),
    ...perhaps(30, ["originProof", random.chance(isClaimed ? 90 : 40)]),
    ...perhaps(12, ["treatment", random.chance(60) ? "general" : "mfn"]),
    ...(random.chance(25) || line.get("vat") === null || line.get("consumptionTax") === null
      ? [["rates", makeOverrides(random)] satisfies Entry]
      : []),
    ["exchangeRates", exchangeRates],
  ];
  const kept = entries.filter(
    ([, value]) => !(value instanceof Fields && value.entries.length === 0) || random.chance(30),
  );
  return new Fields(random.chance(20) ? random.shuffled(kept) : kept);
};

const makeOverrides = (random: Random): Fields =>
  new Fields(
    random.some<Entry>(
      [
        ["vat", random.pick(["9", "13%", " 0 ", "13  %", "6 + 0.5 CNY/kg", null, makeRate(random, ANY)])],
        [
          "consumptionTax",
          random.pick([
            "0",
            "10",
            "20% + 1 CNY/kg",
            "0.5 USD/L",
            "99.5",
            "36 %+0.003 CNY / unit",
            "min(10, 2 CNY/kg)",
            makeRate(random, OF_CONSUMPTION),
          ]),
        ],
      ],
      85,
    ),
  );

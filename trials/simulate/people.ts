/** Who takes part: parties, offices and two hundred people, and what is on record before the day begins. */
import { seeded, tariffFile } from "../../server/desk/test-bench.ts";

/** A person with an account: what they do there, and for whom. */
export type Person = {
  readonly account: string;
  readonly role: "declarant" | "officer" | "importer" | "tariff-keeper" | "administrator" | "stranger";
  readonly place: string;
};

const numbered = (count: number, first = 1): readonly number[] =>
  Array.from({ length: count }, (_, at) => first + at);
const two = (number: number): string => String(number).padStart(2, "0");

/** The offices of the district. */
export const OFFICES = numbered(6).map((number) => `22${two(number)}`);
/** Traders by their codes. */
export const TRADERS = numbered(50).map((number) => `9131000${two(number)}`);
/** Brokers by their codes. */
export const BROKERS = numbered(12).map((number) => `3122900${two(number)}`);
/** General guarantees; every other one is small, so that it runs out. */
export const GUARANTEES = numbered(20).map((number) => `GB-2026-${two(number)}`);

const people = (count: number, role: Person["role"], places: readonly string[]): readonly Person[] =>
  numbered(count).map((number) => ({
    account: `${role}-${two(number)}${role === "declarant" ? places[0]!.slice(6, 7) : ""}`,
    role,
    place: places[(number - 1) % places.length]!,
  }));

const at = (kind: string, ids: readonly string[]): readonly string[] => ids.map((id) => `${kind}/${id}`);

/** Two hundred people; ten of them are known here and may do nothing. */
export const PEOPLE: readonly Person[] = [
  ...people(95, "declarant", at("party", TRADERS)),
  ...people(40, "declarant", at("party", BROKERS)),
  ...people(46, "officer", at("office", OFFICES)),
  ...people(3, "administrator", ["*"]),
  ...people(3, "tariff-keeper", ["*"]),
  ...people(3, "importer", ["*"]),
  ...people(10, "stranger", ["*"]),
];

/** A tariff edition with a rate for wine. */
export const editionOf = (wine: string): Uint8Array =>
  Buffer.from(Buffer.from(tariffFile()).toString("utf8").replace('"mfn":"14"', `"mfn":"${wine}"`));

/** The rates for wine of two tariff editions that differ in nothing else. */
export const WINE_RATES = [14, 12] as const;
/** These editions. */
export const EDITIONS: readonly Uint8Array[] = WINE_RATES.map((rate) => editionOf(String(rate)));

/** What is said of a person; every one is different, so that it can be looked for. */
export const nameOfContact = (number: string | number): string =>
  `Zhang ${seeded(`contact ${number}`).bytes(6).join("")} 张`;

type Act = { readonly command: string; readonly request: object };
const FROM = "2020-01-01";
/** A bill of wine is 86,266.66: limits that it fits exactly, or all but a fen, once or twice. */
const TIGHT = ["86266.66", "86266.65", "172533.32", "172533.31", "200000.00"];

/** What the installation sets up before the day, in three rounds: each rests on the one before. */
export const founding = (editions: readonly string[]): readonly (readonly Act[])[] => [
  [
    ...OFFICES.map((office) => ({
      command: "office.register",
      request: { office, name: { en: office, zh: office } },
    })),
    ...[...TRADERS, ...BROKERS].map((party, number) => ({
      command: "party.register",
      request: {
        party,
        name: `Party ${number}`,
        credit: number % 9 === 8 ? "discredited" : number % 3 === 0 ? "advanced" : "registered",
        from: FROM,
        ...(number % 2 === 0 && { contact: { name: nameOfContact(party), telephone: `138${party}` } }),
      },
    })),
    ...PEOPLE.filter(({ role }) => role !== "stranger").map(({ account: holder, role, place }) => ({
      command: "authority.grant",
      request: { holder, role, place, from: FROM, delegable: false },
    })),
    { command: "exchange.set", request: { currency: "USD", from: FROM, rate: "7", source: "setting" } },
  ],
  [
    { command: "tariff.adopt", request: { edition: editions[0]!, from: FROM, source: "first edition" } },
    ...TRADERS.flatMap((party, number) => [
      { command: "mandate.give", request: { party, broker: BROKERS[number % BROKERS.length]!, from: FROM } },
    ]),
    ...GUARANTEES.map((guarantee, number) => ({
      command: "guarantee.open",
      request: {
        guarantee,
        party: TRADERS[number % TRADERS.length]!,
        guarantor: "Bank",
        limit: number % 2 === 0 ? "100000000.00" : TIGHT[number % TIGHT.length]!,
        from: FROM,
        until: number % 7 === 6 ? "2026-03-20" : "2030-12-31",
      },
    })),
    ...["waigaoqiao", "yangshan"].map((zone) => ({
      command: "zone.register",
      request: {
        zone,
        name: { en: zone, zh: "区" },
        office: OFFICES[0]!,
        type: "bonded-zone",
        from: FROM,
        approval: "State Council",
      },
    })),
  ],
];

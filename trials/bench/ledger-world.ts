/** The small world in which books are measured: one enterprise of a zone, and lists of goods that are counted in three units. */
import type { Installation } from "@openftz/server/installation.ts";

const OFFICE = "2218";
const PARTY = "91310000BENCH00001";
const ZONE = "waigaoqiao";

/** The account that declares lists, and posts them as an officer. */
export const KEEPER = "bench-keeper";

/** So many lines a list has at most. */
export const MOST_LINES = 500;

/** Sets the world up. Every act must be accepted. */
export const setUpLedgerWorld = async (installation: Installation): Promise<void> => {
  const from = "2020-01-01";
  const grant = { holder: KEEPER, from, delegable: false };
  const acts: readonly (readonly [string, object])[] = [
    ["office.register", { office: OFFICE, name: { en: "Waigaoqiao", zh: "外高桥" } }],
    ["party.register", { party: PARTY, name: "Benchmark Trading", credit: "advanced", from }],
    ["authority.grant", { ...grant, role: "declarant", place: `party/${PARTY}` }],
    ["authority.grant", { ...grant, role: "officer", place: `office/${OFFICE}` }],
    [
      "zone.register",
      {
        ...{
          zone: ZONE,
          name: { en: "Waigaoqiao", zh: "外高桥" },
          office: OFFICE,
          type: "bonded-zone",
          from,
        },
        approval: "made up for the benchmark",
      },
    ],
  ];
  for (const [command, request] of acts) {
    const reply = await installation.submitValue(command, "installation", request);
    if (reply.kind === "refused") throw new Error(`${command}: ${reply.problem.detail}`);
  }
};

/** A book that is asked for; it accumulates, so that lists name its lines again. */
export const bookRequest = (reference: string): object => ({
  ...{ reference, zone: ZONE, office: OFFICE, party: PARTY, mode: "accumulate", validUntil: "2099-12-31" },
});

/** The part number of a line of a book. */
export const partOf = (seq: number): string => `P${String(seq).padStart(8, "0")}`;

const goodsOf = (seq: number): object => ({
  ...{ part: partOf(seq), commodity: "8481804090", origin: "DE" },
  description: `valves of steel, flanged, of type ${seq}`,
  ...{ unit: "pcs", lawfulUnit: "set", secondUnit: "kg" },
});

const lineOf = (which: object, pieces: number): object => ({
  ...which,
  ...{ declared: String(pieces), lawful: String(pieces), second: String(pieces * 2.5) },
  ...{ netMassKg: String(pieces * 2.5), grossMassKg: String(pieces * 3) },
  value: { amount: `${pieces * 12}.75`, currency: "USD" },
});

type Way = "from-abroad" | "to-abroad";

const listText = (reference: string, book: string, movement: Way, lines: readonly object[]): string =>
  JSON.stringify({
    ...{ reference, book, movement, procedure: "5034", transportMode: "2", declares: false, lines },
  });

/** A list that brings new goods into a book, which become its lines from `first`. */
export const arrivalText = (
  reference: string,
  book: string,
  { first, lines, pieces }: { readonly first: number; readonly lines: number; readonly pieces: number },
): string =>
  listText(
    reference,
    book,
    "from-abroad",
    Array.from({ length: lines }, (_, index) => lineOf({ goods: goodsOf(first + index) }, pieces)),
  );

/** A list over lines of a book from `first`, for one piece of each. */
export const moveText = (
  reference: string,
  book: string,
  { first, lines, movement }: { readonly first: number; readonly lines: number; readonly movement: Way },
): string =>
  listText(
    reference,
    book,
    movement,
    Array.from({ length: lines }, (_, index) => lineOf({ line: first + index }, 1)),
  );

import { countOf, sumOf } from "../../shared/decimal.ts";
import { groupDigits } from "../../shared/format.ts";

/** What went from one place to another, in all months together: a place is "abroad", "inland", "zone/…" and the like. */
export type Flow = {
  readonly from: string;
  readonly to: string;
  readonly lists: number;
  /** Decimal text. */
  readonly kg: string;
};

const byMass = (a: Flow, b: Flow): number => {
  const less = countOf(b.kg) - countOf(a.kg);
  return less === 0n ? 0 : less > 0n ? 1 : -1;
};

/** Sums over months and offices, the greatest first. */
export const flowsOf = (rows: readonly Flow[]): readonly Flow[] =>
  [...Map.groupBy(rows, ({ from, to }) => `${from} ${to}`).values()]
    .map((same) => ({
      from: same[0]!.from,
      to: same[0]!.to,
      lists: same.reduce((sum, { lists }) => sum + lists, 0),
      kg: sumOf(same.map(({ kg }) => kg)),
    }))
    .sort(byMass);

/** The zone of a place; undefined for a place that is none. */
export const zoneOf = (place: string): string | undefined =>
  place.startsWith("zone/") ? place.slice("zone/".length) : undefined;

/** What the sentence above the picture tells, in kg. */
export type Told = {
  readonly came: string;
  readonly left: string;
  readonly released: string;
  readonly within: string;
};

/** What came into the zones asked about, left them, was released in them, and changed books within them. */
export const toldOf = (flows: readonly Flow[], zone?: string): Told => {
  const isHere = (place: string) =>
    zone === undefined ? zoneOf(place) !== undefined : zoneOf(place) === zone;
  const sum = (which: (flow: Flow) => boolean) => sumOf(flows.filter(which).map(({ kg }) => kg));
  return {
    came: sum(({ from, to }) => isHere(to) && !isHere(from)),
    left: sum(({ from, to }) => isHere(from) && !isHere(to) && to !== "tax-paid"),
    released: sum(({ from, to }) => isHere(from) && to === "tax-paid"),
    within: sum(({ from, to }) => isHere(from) && isHere(to)),
  };
};

const KG_PER_TONNE = 1000n;
const IN_TONNES = 100_000n;

/** A mass for a sentence or a picture: from a hundred tonnes on in whole tonnes, rounded half up. */
export const massText = (kg: string): string => {
  const [whole = "0"] = kg.split(".");
  const count = BigInt(whole);
  if (count < IN_TONNES) return `${groupDigits(kg)} kg`;
  return `${groupDigits(String((count + KG_PER_TONNE / 2n) / KG_PER_TONNE))} t`;
};

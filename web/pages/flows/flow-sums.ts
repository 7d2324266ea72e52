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
const KG_PER_TENTH = 100n;

/** A mass for a sentence or a picture, and its unit: from a tonne on in tonnes with one decimal, rounded half up. */
export const massOf = (kg: string): readonly [number: string, unit: "kg" | "t"] => {
  const whole = BigInt(kg.split(".")[0]!);
  if (whole < KG_PER_TONNE) return [groupDigits(kg), "kg"];
  const tenths = (whole + KG_PER_TENTH / 2n) / KG_PER_TENTH;
  const rest = tenths % 10n === 0n ? "" : `.${tenths % 10n}`;
  return [groupDigits(`${tenths / 10n}${rest}`), "t"];
};

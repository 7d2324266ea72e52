/**
 * A made-up law of a toll bridge, for the tests of the law engine. One question with exceptions (toll), one with many
 * voices (papers), and one that builds on an earlier answer (receipt).
 */
import { compileLaw, type Law } from "./decide.ts";
import type { Frame, Measure } from "./measure.ts";
import { type PlainDate, plainDateOf } from "./plain-date.ts";

/** The facts of one crossing. */
export type TollFacts = {
  readonly crossing: { readonly day: PlainDate; readonly bridge: string };
  readonly cart: { readonly axles: number; readonly load: string; readonly seals: readonly string[] };
  readonly driver: { readonly miller: boolean; readonly debt: boolean };
};
/** What can be asked about a crossing. */
export type TollAnswers = { toll: number; papers: string; receipt: string };
/** A rule of the toll law. */
export type TollMeasure = Measure<TollFacts, TollAnswers>;

/** The frame of the toll law. */
export const tollFrame: Frame<TollFacts, TollAnswers> = {
  questions: { toll: "one", papers: "all", receipt: "one" },
  dayOf: (facts) => facts.crossing.day,
  dimensions: { bridge: (facts) => facts.crossing.bridge },
};

/** A cart of flour with two axles over the old bridge, by nobody in particular. */
export const crossing = (
  parts: {
    day?: string;
    bridge?: string;
    axles?: number;
    load?: string;
    miller?: boolean;
    debt?: boolean;
  } = {},
): TollFacts => ({
  crossing: { day: plainDateOf(parts.day ?? "1820-06-01"), bridge: parts.bridge ?? "old" },
  cart: { axles: parts.axles ?? 2, load: parts.load ?? "flour", seals: ["red"] },
  driver: { miller: parts.miller ?? false, debt: parts.debt ?? false },
});

const text = { en: "made up", zh: "虚构" };
/** A rule with everything filled in that a test does not care about. */
export const rule = (
  id: string,
  parts: Partial<TollMeasure> & Pick<TollMeasure, "answers">,
): TollMeasure => ({
  id,
  version: 1,
  title: text,
  sentence: text,
  citation: { text: `Toll Act, ${id}`, confirmed: true },
  inForce: { from: plainDateOf("1800-01-01") },
  published: plainDateOf("1800-01-01"),
  appliesTo: () => true,
  examples: [],
  ...parts,
});

/** The toll law's measures. */
export const tollMeasures: readonly TollMeasure[] = [
  rule("toll", {
    answers: {
      toll: ({ cart }) => cart.axles * 3,
      receipt: (_, { toll }) => (toll === undefined ? "none" : `${toll} pence`),
    },
  }),
  rule("toll.miller", {
    exceptionTo: ["toll"],
    appliesTo: ({ driver }) => driver.miller,
    answers: { toll: () => 0 },
  }),
  rule("toll.debtor", {
    exceptionTo: ["toll", "toll.miller"],
    appliesTo: ({ driver }) => driver.debt,
    answers: { toll: ({ cart }) => cart.axles * 10 },
  }),
  rule("papers.flour", {
    appliesTo: ({ cart }) => cart.load === "flour",
    answers: { papers: () => "mill note" },
  }),
  rule("papers.new-bridge", { where: { bridge: ["new"] }, answers: { papers: () => "bridge pass" } }),
  rule("papers.war", {
    inForce: { from: plainDateOf("1812-01-01"), until: plainDateOf("1815-12-31") },
    answers: { papers: () => "safe conduct" },
  }),
];

/** The toll law, compiled. */
export const tollLaw: Law<TollFacts, TollAnswers> = compileLaw(tollFrame, tollMeasures);

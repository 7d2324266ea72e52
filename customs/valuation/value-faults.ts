/** Everything that keeps a customs value from being computed, at once. */
import { compare } from "@openftz/kernel/fraction.ts";
import { isCurrency } from "../codes/currencies.ts";
import type { Fault } from "../define/problem.ts";
import type { Cost } from "../law/law.ts";
import { ELEMENTS } from "./elements.ts";
import type { Charge, ValueCase } from "./value-case.ts";

const COSTS: readonly Cost[] = ["inland", "freight", "insurance"];
const WORDS: Readonly<Record<Cost, string>> = {
  inland: "transport to the port of export",
  freight: "freight",
  insurance: "insurance",
};

/** The costs that an import value lacks in its price, and that an export value has to lose from it. */
export const costsToSettle = ({ direction, term }: ValueCase): readonly Cost[] => {
  const held = term.priceHolds ?? COSTS;
  if (direction === "import") return COSTS.filter((cost) => !held.includes(cost));
  return COSTS.filter((cost) => (cost === "inland" ? !held.includes(cost) : held.includes(cost)));
};

/** The faults in the order of the fields. */
export const valueFaults = (it: ValueCase): readonly Fault[] => [
  ...termFaults(it),
  ...costFaults(it),
  ...chargeFaults(it),
  ...elementFaults(it),
  ...currencyFaults(it),
];

const termFaults = ({ term }: ValueCase): Fault[] =>
  term.priceHolds !== null
    ? []
    : [
        {
          pointer: "/term",
          detail: `The term ${term.code} (${term.name.zh}) does not say what its price holds.`,
          try: ["1 CIF", "2 C&F", "3 FOB", "4 C&I", "7 EXW"],
        },
      ];

const costFaults = (it: ValueCase): Fault[] => {
  if (it.term.priceHolds === null) return [];
  const needed = costsToSettle(it);
  return COSTS.flatMap((cost): Fault[] => {
    const given = it[cost] !== undefined;
    if (given && !needed.includes(cost)) return [superfluous(cost, it)];
    if (given || !needed.includes(cost) || canAssume(cost, it)) return [];
    const why = it.direction === "import" ? "does not hold" : cost === "inland" ? "does not hold" : "holds";
    return [
      {
        pointer: `/${cost}`,
        detail: `A price ${it.term.name.en} ${why} ${WORDS[cost]}, and how much that is was not stated.`,
        try: ["State it, 0 where there is none."],
      },
    ];
  });
};

const canAssume = (cost: Cost, { direction, assumedInsurance }: ValueCase): boolean =>
  cost === "insurance" && direction === "import" && assumedInsurance !== undefined;

const superfluous = (cost: Cost, { direction, term }: ValueCase): Fault => ({
  pointer: `/${cost}`,
  detail:
    direction === "import" || cost === "inland"
      ? `A price ${term.name.en} holds ${WORDS[cost]} already.`
      : `A price ${term.name.en} holds no ${WORDS[cost]}, so none can be taken off.`,
  try: ["Leave it out, or correct the term."],
});

const HUNDRED = { n: 100n, d: 1n };

const chargeFaults = ({ freight, insurance, grossMassKg }: ValueCase): Fault[] => {
  const faults: Fault[] = [];
  if (freight?.mark === "2" && grossMassKg === undefined)
    faults.push({ pointer: "/grossMassKg", detail: "Freight for each ton needs the gross mass." });
  if (insurance?.mark === "2")
    faults.push({
      pointer: "/insurance/mark",
      detail: "Insurance is not stated by the ton.",
      try: ["1", "3"],
    });
  if (insurance?.mark === "1" && compare(insurance.percent, HUNDRED) >= 0)
    faults.push({ pointer: "/insurance/amount", detail: "Insurance is less than 100 % of what is insured." });
  return faults;
};

const elementFaults = ({ direction, elements }: ValueCase): Fault[] =>
  direction === "import" || elements.length === 0
    ? []
    : [
        {
          pointer: "/elements",
          detail: "Additions and deductions belong to the value of an import.",
          try: ["State the price of the export without them."],
        },
      ];

/** A currency that is none, or has no rate of exchange; each where it is named. */
const currencyFaults = (it: ValueCase): Fault[] => {
  const named: (readonly [pointer: string, currency: string])[] = [
    ["/price/currency", it.price.currency],
    ...(it.inland ? [["/inland/currency", it.inland.currency] as const] : []),
    ...currencyOf("/freight/currency", it.freight),
    ...currencyOf("/insurance/currency", it.insurance),
    ...it.elements
      .map((each, index) => [`/elements/${index}/currency`, each] as const)
      .filter(([, { kind }]) => ELEMENTS[kind].effect !== "none")
      .map(([pointer, { currency }]) => [pointer, currency] as const),
  ];
  return named.flatMap(([pointer, currency]): Fault[] => {
    if (!isCurrency(currency))
      return [{ pointer, detail: `"${currency}" is no currency of ISO 4217.`, try: ["CNY", "USD"] }];
    if (currency === "CNY" || it.exchangeRates.has(currency)) return [];
    return [
      {
        pointer,
        detail: `No rate of exchange of ${currency} is set for ${it.day}.`,
        try: [`Give one under exchangeRates: {"${currency}":"7.0288"}`],
      },
    ];
  });
};

const currencyOf = (pointer: string, charge: Charge | undefined): (readonly [string, string])[] =>
  charge === undefined || charge.mark === "1" ? [] : [[pointer, charge.currency]];

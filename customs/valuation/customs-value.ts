/**
 * The customs value in CNY from the price of an invoice. An import is worth what it costs until it is unloaded at the
 * place of entry (CIF), an export what it costs at the place of exit (FOB); the export duty in a FOB price is taken out
 * when the duty is assessed. Counted in exact fractions and rounded once, at the end. Tariff Law, art. 24 to 26 and 29.
 */
import {
  add,
  divide,
  type Fraction,
  formatDecimal,
  hundredth,
  multiply,
  ONE,
  subtract,
  ZERO,
} from "@openftz/kernel/fraction.ts";
import { type Refused, refused, type Step, step, toFen, yuanText } from "../law/computation.ts";
import type { Ground } from "../law/figures.ts";
import { chargeGround, chargeOf, inYuan, withCharge, withSum } from "./charge.ts";
import { ELEMENTS } from "./elements.ts";
import type { Element, ValueCase } from "./value-case.ts";
import { costsToSettle, valueFaults } from "./value-faults.ts";
import { valueArticle } from "./value-law.ts";

/** The value in fen with its steps. */
export type CustomsValue = {
  readonly kind: "computed";
  readonly value: bigint;
  readonly steps: readonly Step[];
};

/** Computes the value, or tells all faults. The steps show rounded amounts; their sum may differ from the value by fen. */
export const customsValue = (it: ValueCase): CustomsValue | Refused => {
  const faults = valueFaults(it);
  if (faults.length > 0) return refused(faults);
  const parts = it.direction === "import" ? importParts(it) : exportParts(it);
  const total = parts.reduce((sum, { amount }) => add(sum, amount), ZERO);
  if (total.n < 0n) return refused([belowNothing(it)]);
  const value = toFen(total);
  const article = valueArticle(it.direction, it.day);
  const what =
    it.direction === "import" ? "Together, up to unloading at the place of entry" : "At the place of exit";
  return {
    kind: "computed",
    value,
    steps: [...parts.map(toStep), step("value", value, article, `${what}: ${yuanText(value)} CNY.`)],
  };
};

/** One part of the value; a part that is taken off has an amount below 0. */
type Part = {
  readonly name: string;
  readonly amount: Fraction;
  readonly ground: Ground;
  /** The sentence without its amount. */
  readonly words: string;
};

const toStep = ({ name, amount, ground: basis, words }: Part): Step => {
  const fen = toFen(amount);
  return step(name, fen, basis, `${words}: ${yuanText(fen)} CNY.`);
};

const belowNothing = ({ direction }: ValueCase) => ({
  pointer: direction === "import" ? "/elements" : "/price",
  detail: "What is taken off is more than the price.",
  try: ["Correct the amounts or their currencies."],
});

const priceOf = (it: ValueCase): Part => ({
  name: "price",
  amount: inYuan(it.price, it),
  ground: valueArticle("conversion", it.day),
  words: withSum(`The price ${it.term.name.en}`, it.price, it),
});

const importParts = (it: ValueCase): readonly Part[] => {
  const article = valueArticle("import", it.day);
  const price = priceOf(it);
  const parts: Part[] = [price];
  const lacking = costsToSettle(it);
  if (lacking.includes("inland"))
    parts.push({
      name: "inland",
      amount: inYuan(it.inland!, it),
      ground: article,
      words: withSum("Transport to the port of export is added", it.inland!, it),
    });
  if (lacking.includes("freight")) parts.push(freightPart(it, price.amount, article));
  if (lacking.includes("insurance")) parts.push(insurancePart(it, sumOf(parts), article));
  return [...parts, ...it.elements.map((element) => elementPart(element, it))];
};

const exportParts = (it: ValueCase): readonly Part[] => {
  const article = valueArticle("export", it.day);
  const price = priceOf(it);
  const parts: Part[] = [price];
  for (const cost of costsToSettle(it))
    if (cost === "inland")
      parts.push({
        name: "inland",
        amount: inYuan(it.inland!, it),
        ground: article,
        words: withSum("Transport to the place of exit is added", it.inland!, it),
      });
    else
      parts.push({
        name: cost,
        amount: negated(chargeOf(it[cost]!, price.amount, it)),
        ground: chargeGround(it[cost]!, article),
        words: withCharge(
          `${cost === "freight" ? "Freight" : "Insurance"} in the price is taken off`,
          it[cost]!,
          "the price",
          it,
        ),
      });
  return parts;
};

const freightPart = (it: ValueCase, price: Fraction, article: Ground): Part => ({
  name: "freight",
  amount: chargeOf(it.freight!, price, it),
  ground: chargeGround(it.freight!, article),
  words: withCharge("Freight is added", it.freight!, "the price", it),
});

/**
 * Insurance on goods and freight: as stated, or the share that is taken where nobody knows it. A percentage is of the
 * value with the insurance in it, so that goods and freight are divided by what it leaves of the whole.
 */
const insurancePart = (it: ValueCase, base: Fraction, article: Ground): Part => {
  const { insurance, assumedInsurance } = it;
  if (insurance === undefined) {
    const { value, source, confirmed } = assumedInsurance!;
    return {
      name: "insurance",
      amount: multiply(base, value),
      ground: { source, confirmed },
      words: `Insurance is not known, so ${formatPerMille(value)} of goods and freight are added`,
    };
  }
  if (insurance.mark !== "1")
    return {
      name: "insurance",
      amount: inYuan(insurance, it),
      ground: article,
      words: withCharge("Insurance is added", insurance, "the price", it),
    };
  const share = hundredth(insurance.percent);
  return {
    name: "insurance",
    amount: subtract(divide(base, subtract(ONE, share)), base),
    ground: chargeGround(insurance, article),
    words: withCharge("Insurance is added", insurance, "goods, freight and insurance together", it),
  };
};

const elementPart = (element: Element, it: ValueCase): Part => {
  const { effect, article, words } = ELEMENTS[element.kind];
  const basis = valueArticle(article, it.day);
  if (effect === "none") return { name: element.kind, amount: ZERO, ground: basis, words };
  const amount = inYuan(element, it);
  return {
    name: element.kind,
    amount: effect === "add" ? amount : negated(amount),
    ground: basis,
    words: withSum(`${words}, ${effect === "add" ? "added" : "taken off"}`, element, it),
  };
};

const negated = (value: Fraction): Fraction => ({ n: -value.n, d: value.d });
const sumOf = (parts: readonly Part[]): Fraction => parts.reduce((sum, { amount }) => add(sum, amount), ZERO);
const formatPerMille = (share: Fraction): string =>
  `${formatDecimal({ n: share.n * 1_000n, d: share.d })} per mille`;

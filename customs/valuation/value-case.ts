/** What a customs value is made of, as it is declared, with numbers exact and words checked. */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Figure } from "../law/figures.ts";
import type { DeliveryTerm } from "../law/law.ts";
import type { ElementName } from "./elements.ts";

/** An amount of a currency. */
export type Sum = { readonly amount: Fraction; readonly currency: string };

/**
 * How freight or insurance is stated on a declaration (费用标志): 1 a percentage, 2 an amount for each ton of gross
 * mass, 3 a total. That these are the meanings of the marks (R).
 */
export type Charge =
  | { readonly mark: "1"; readonly percent: Fraction }
  | ({ readonly mark: "2" | "3" } & Sum);

/** One addition or deduction. */
export type Element = Sum & { readonly kind: ElementName };

/** One case. Absent costs are not stated, which is something else than 0. */
export type ValueCase = {
  readonly day: PlainDate;
  readonly direction: "import" | "export";
  readonly term: DeliveryTerm;
  readonly price: Sum;
  /** From the seller's door to the port of export. */
  readonly inland?: Sum;
  readonly freight?: Charge;
  readonly insurance?: Charge;
  readonly grossMassKg?: Fraction;
  readonly elements: readonly Element[];
  /** CNY for one unit of a currency; CNY itself is 1 and need not be there. */
  readonly exchangeRates: ReadonlyMap<string, Fraction>;
  /** The share that is taken for insurance which nobody knows; nothing when the law of the day has none. */
  readonly assumedInsurance: Figure<Fraction> | undefined;
};

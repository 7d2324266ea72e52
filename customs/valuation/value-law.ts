/** The articles on the customs value, by the day of the goods. Tariff Law of 2024-04-26, in force 2024-12-01. */
import { type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";
import { ground } from "../law/computation.ts";
import type { Ground } from "../law/figures.ts";

const TARIFF_LAW_FROM = plainDateOf("2024-12-01");

const TARIFF_LAW = {
  import: "Tariff Law, art. 24",
  additions: "Tariff Law, art. 25",
  deductions: "Tariff Law, art. 26",
  export: "Tariff Law, art. 29",
  conversion: "Tariff Law, art. 60",
};

const DUTY_REGULATION: typeof TARIFF_LAW = {
  import: "Regulation on Import and Export Duties, art. 18 (R)",
  additions: "Regulation on Import and Export Duties, art. 19 (R)",
  deductions: "Regulation on Import and Export Duties, art. 20 (R)",
  export: "Regulation on Import and Export Duties, art. 26 (R)",
  conversion: "Regulation on Import and Export Duties, art. 38 (R)",
};

/** A part of the law on the customs value. */
export type ValueArticle = keyof typeof TARIFF_LAW;

/** Where the law of a day says it. */
export const valueArticle = (article: ValueArticle, day: PlainDate): Ground =>
  ground((day >= TARIFF_LAW_FROM ? TARIFF_LAW : DUTY_REGULATION)[article]);

import type { Figures } from "@openftz/customs/law/figures.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";

/** Insurance that nobody can tell: 3 per mille of goods and freight. */
export const assumedInsurance: Figures["assumedInsurance"] = [
  {
    from: plainDateOf("2002-01-01"),
    value: { n: 3n, d: 1_000n },
    source: "Valuation measures of the customs (R)",
    confirmed: false,
  },
];

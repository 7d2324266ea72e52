/** Retail imports of cross-border e-commerce: how much a person may buy, and which share of the taxes it bears. */

import type { Figures } from "@openftz/customs/law/figures.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";

export const retailLimits: Figures["retailLimits"] = [
  {
    from: plainDateOf("2016-04-08"),
    to: plainDateOf("2018-12-31"),
    value: { transaction: 200_000n, year: 2_000_000n },
    source: "Tax policy of cross-border e-commerce retail imports, 2016 (R)",
    confirmed: false,
  },
  {
    from: plainDateOf("2019-01-01"),
    value: { transaction: 500_000n, year: 2_600_000n },
    source: "Tax policy of cross-border e-commerce retail imports, 2018",
    confirmed: true,
  },
];

export const retailShare: Figures["retailShare"] = [
  {
    from: plainDateOf("2016-04-08"),
    value: { n: 7n, d: 10n },
    source: "Tax policy of cross-border e-commerce retail imports",
    confirmed: true,
  },
];

/**
 * Retail imports of cross-border e-commerce: how much a person may buy, and which share of the taxes it bears. Both
 * notices were read in mirrors of their text.
 */
import type { Figures } from "@openftz/customs/law/figures.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";

const FIRST_NOTICE = "Caiguanshui [2016] 18 on the taxes of cross-border e-commerce retail imports";
const LATER_NOTICE = "Caiguanshui [2018] 49 on the taxes of cross-border e-commerce retail imports";

export const retailLimits: Figures["retailLimits"] = [
  {
    from: plainDateOf("2016-04-08"),
    to: plainDateOf("2018-12-31"),
    value: { transaction: 200_000n, year: 2_000_000n, oneThingAbove: false },
    source: FIRST_NOTICE,
    confirmed: true,
  },
  {
    from: plainDateOf("2019-01-01"),
    value: { transaction: 500_000n, year: 2_600_000n, oneThingAbove: true },
    source: LATER_NOTICE,
    confirmed: true,
  },
];

export const retailShare: Figures["retailShare"] = [
  {
    from: plainDateOf("2016-04-08"),
    value: { n: 7n, d: 10n },
    source: FIRST_NOTICE,
    confirmed: true,
  },
];

/** Deferred interest on bonded goods that are sold in the country, and what such a sale out of a zone is taxed on. */

import type { Figures } from "@openftz/customs/law/figures.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";

type DepositRate = Figures["depositRate"][number];

/** `basisPoints` are hundredths of a percent a year. */
const rate = (from: string, to: string | undefined, basisPoints: bigint, source: string): DepositRate => ({
  from: plainDateOf(from),
  ...(to !== undefined && { to: plainDateOf(to) }),
  value: { n: basisPoints, d: 10_000n },
  source,
  confirmed: !source.includes("(R)"),
});

const LATER = "Rate on current deposits published by the central bank (R)";

export const depositRate: Figures["depositRate"] = [
  rate("2009-03-06", "2011-02-08", 36n, "Announcements 13/2009 and 14/2009 of the customs"),
  rate("2011-02-09", "2011-04-05", 40n, LATER),
  rate("2011-04-06", "2012-06-07", 50n, LATER),
  rate("2012-06-08", "2012-07-05", 40n, LATER),
  rate("2012-07-06", undefined, 35n, LATER),
];

export const interestInZones: Figures["interestInZones"] = [
  {
    from: plainDateOf("2009-03-06"),
    value: false,
    source: "practice of the customs: none on goods sold out of a zone (R)",
    confirmed: false,
  },
];

export const selectiveVatBase: Figures["selectiveVatBase"] = [
  {
    from: plainDateOf("2013-10-01"),
    value: "chosen",
    source: "each way is taxed on its own value; another reading takes the goods in both (R)",
    confirmed: false,
  },
];

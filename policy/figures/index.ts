/** The figures of the law: a new amount is a row in its table, with the day from which it holds and its source. */
import type { Figures } from "@openftz/customs/law/figures.ts";
import { depositRate, interestInZones, selectiveVatBase } from "./interest.ts";
import {
  batchMonths,
  enterFirstDays,
  guarantorDays,
  leastSaleValue,
  secondLineModes,
  transferDays,
  unitTolerance,
} from "./movements.ts";
import { restDays, supervisionYears, temporaryMonth } from "./relief.ts";
import { retailLimits, retailShare } from "./retail.ts";
import { assumedInsurance } from "./valuation.ts";

export const figures: Figures = {
  assumedInsurance,
  retailLimits,
  retailShare,
  temporaryMonth,
  restDays,
  supervisionYears,
  depositRate,
  interestInZones,
  selectiveVatBase,
  leastSaleValue,
  secondLineModes,
  transferDays,
  unitTolerance,
  enterFirstDays,
  guarantorDays,
  batchMonths,
};

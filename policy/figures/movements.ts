/** Periods within which papers of bonded goods follow the goods. */
import type { Figures } from "@openftz/customs/law/figures.ts";
import { fraction } from "@openftz/kernel/fraction.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";

export const transferDays: Figures["transferDays"] = [
  {
    from: plainDateOf("2017-01-01"),
    value: 30,
    source: "Announcement 86/2016 of the customs, for reports of transfers between zones (R)",
    confirmed: false,
  },
];

export const enterFirstDays: Figures["enterFirstDays"] = [
  {
    from: plainDateOf("2014-01-01"),
    value: 14,
    source: "Pudong on entry before declaration (c257091): the record list within 14 days of entry",
    confirmed: true,
  },
];

export const batchMonths: Figures["batchMonths"] = [
  {
    from: plainDateOf("2014-01-01"),
    value: 1,
    source: "practice of batched declarations: by the end of the next month, within the year (R)",
    confirmed: false,
  },
];

export const guarantorDays: Figures["guarantorDays"] = [
  {
    from: plainDateOf("2018-11-01"),
    value: 10,
    source: "Announcement 155/2018 on duty guarantee insurance: the insurer pays within 10 days (R)",
    confirmed: false,
  },
];

export const unitTolerance: Figures["unitTolerance"] = [
  {
    from: plainDateOf("2014-01-01"),
    value: fraction(30n, 100n),
    source: "own assumption: customs compares with the average of what came in, no share was found (R)",
    confirmed: false,
  },
];

export const secondLineModes: Figures["secondLineModes"] = [
  {
    from: plainDateOf("2014-01-01"),
    value: ["0", "1", "7", "8", "9", "W", "X", "Y", "Z"],
    source:
      "transport modes that stand for kinds of zones, and 9 for other; which zone takes which is not known (R)",
    confirmed: false,
  },
];

export const leastSaleValue: Figures["leastSaleValue"] = [
  {
    from: plainDateOf("2014-01-01"),
    value: fraction(50n, 100n),
    source:
      "own assumption: costs stated apart lower a value, and below half of it an officer should look (R)",
    confirmed: false,
  },
];

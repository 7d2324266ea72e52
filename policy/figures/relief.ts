/** Goods that stay for a time, and goods exempted for a use: how months are counted and how long customs supervise. */

import type { Figures } from "@openftz/customs/law/figures.ts";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";

export const temporaryMonth: Figures["temporaryMonth"] = [
  {
    from: plainDateOf("2004-01-01"),
    value: { n: 1n, d: 60n },
    source: "Tariff Law, art. 38; the share of a month (R)",
    confirmed: false,
  },
];

export const restDays: Figures["restDays"] = [
  {
    from: plainDateOf("2004-01-01"),
    value: 15,
    source: "practice of the customs: more than 15 days count as a month (R)",
    confirmed: false,
  },
];

export const supervisionYears: Figures["supervisionYears"] = [
  {
    from: plainDateOf("2009-02-01"),
    to: plainDateOf("2017-10-23"),
    value: { "ship-or-aircraft": 8, vehicle: 6, other: 5 },
    source: "Measures on exempt goods of 2008 (R)",
    confirmed: false,
  },
  {
    from: plainDateOf("2017-10-24"),
    value: { "ship-or-aircraft": 8, vehicle: 6, other: 3 },
    source: "Announcement 51/2017 of the customs, in force from its day",
    confirmed: true,
  },
];

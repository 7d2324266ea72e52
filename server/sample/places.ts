/**
 * Offices and zones of the Shanghai district. Office codes and Chinese names: the customs' code table of customs
 * offices, edition of 2019 to 2020. What is not confirmed by a document at hand says so in its approval.
 */
import type { Act } from "./acts.ts";

const OFFICES: readonly (readonly [code: string, en: string, zh: string])[] = [
  ["2216", "Pudong Airport comprehensive bonded zone", "浦机综保"],
  ["2218", "Waigaoqiao", "外高桥关"],
  ["2233", "Pudong Airport", "浦东机场"],
  ["2240", "Caohejing comprehensive bonded zone", "漕河泾综"],
  ["2246", "Bonded logistics", "保税物流"],
  ["2248", "Yangshan port", "洋山港区"],
  ["2249", "Yangshan bonded", "洋山保税"],
];

/** A type that a zone has from a day on, and by which document. */
type Typed = { readonly type: string; readonly from: string; readonly approval: string };
type SampleZone = {
  readonly zone: string;
  readonly en: string;
  readonly zh: string;
  readonly office: string;
  readonly types: readonly Typed[];
};

const ZONES: readonly SampleZone[] = [
  {
    zone: "waigaoqiao-bonded-zone",
    en: "Waigaoqiao Bonded Zone",
    zh: "上海外高桥保税区",
    office: "2218",
    types: [
      {
        type: "bonded-zone",
        from: "1990-06-02",
        approval: "State Council approval of June 1990 (day unconfirmed)",
      },
    ],
  },
  {
    zone: "waigaoqiao-port",
    en: "Waigaoqiao Port Comprehensive Bonded Zone",
    zh: "上海外高桥港综合保税区",
    office: "2246",
    types: [
      {
        type: "bonded-logistics-park",
        from: "2003-12-08",
        approval: "Approved as Waigaoqiao bonded logistics park (day unconfirmed)",
      },
      {
        type: "comprehensive-bonded-zone",
        from: "2020-08-01",
        approval: "Integrated by August 2020, as all bonded logistics parks (day unconfirmed)",
      },
    ],
  },
  {
    zone: "yangshan",
    en: "Yangshan Special Comprehensive Bonded Zone",
    zh: "洋山特殊综合保税区",
    office: "2249",
    types: [
      {
        type: "bonded-port-area",
        from: "2005-06-22",
        approval: "Approved as Yangshan bonded port area (day unconfirmed)",
      },
      {
        type: "special-comprehensive-bonded-zone",
        from: "2020-05-16",
        approval: "Approved on 2020-01-17, unveiled on 2020-05-16",
      },
    ],
  },
  {
    zone: "pudong-airport",
    en: "Pudong Airport Comprehensive Bonded Zone",
    zh: "上海浦东机场综合保税区",
    office: "2216",
    types: [
      {
        type: "comprehensive-bonded-zone",
        from: "2009-07-03",
        approval: "Approval of 2009 (day unconfirmed)",
      },
    ],
  },
  {
    zone: "caohejing",
    en: "Caohejing Comprehensive Bonded Zone",
    zh: "漕河泾综合保税区",
    office: "2240",
    types: [
      {
        type: "comprehensive-bonded-zone",
        from: "2020-01-01",
        approval: "So named in the code table of 2019 to 2020 (first day unconfirmed)",
      },
    ],
  },
];

/** The acts that enter offices and zones. */
export const placeActs = (): readonly Act[] => [
  ...OFFICES.map(([office, en, zh]): Act => ["office.register", { office, name: { en, zh } }]),
  ...ZONES.flatMap(({ zone, en, zh, office, types: [first, ...later] }): Act[] => [
    ["zone.register", { zone, name: { en, zh }, office, ...first }],
    ...later.map((typed): Act => ["zone.change-type", { zone, ...typed }]),
  ]),
];

/** The codes of the sample offices. */
export const SAMPLE_OFFICES: readonly string[] = OFFICES.map(([code]) => code);

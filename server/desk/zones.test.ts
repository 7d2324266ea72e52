import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Bench, openWorld, told } from "./test-bench.ts";

const ADMIN = "admin-1";
const ZONE = "waigaoqiao";
const fact = { source: "a document of 2026", confirmed: true };
const SQUARE = {
  type: "Polygon",
  coordinates: [
    [
      [121.58, 31.33],
      [121.62, 31.33],
      [121.62, 31.36],
      [121.58, 31.33],
    ],
  ],
};
const json = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));

type Case = readonly [what: string, command: string, request: object, expected: string];

const carryOut = async (bench: Bench, cases: readonly Case[]): Promise<void> => {
  for (const [what, command, request, expected] of cases)
    assert.equal(told(await bench.run(command, ADMIN, request)), expected, `${command}: ${what}`);
};

const answer = async <Answer>(bench: Bench, query: string, request: object, asOf?: string) => {
  const found = await bench.ask(query, "nobody", request, asOf === undefined ? {} : { asOf });
  assert.equal(found.kind, "answer", JSON.stringify(found));
  return (found as { answer: unknown }).answer as Answer;
};

type Mapped = {
  readonly zones: readonly {
    readonly zone: string;
    readonly name: { readonly en: string };
    readonly type: { readonly type: string };
    readonly office: string;
    readonly codes: readonly { readonly code: string }[];
    readonly boundary: { readonly polygons: readonly unknown[] } | null;
    readonly acceptance: readonly { readonly step: string }[];
    readonly class: { readonly class: string } | null;
    readonly capabilities: Readonly<Record<string, { readonly value: string; readonly by: string }>>;
    readonly areas: readonly { readonly area: string }[];
  }[];
  readonly areas: readonly { readonly area: string; readonly zones: readonly object[] }[];
  readonly changes: readonly string[];
};

describe("the registry of zones", () => {
  it("refuses what contradicts it, and says where", async () => {
    const bench = await openWorld();
    const file = await bench.it.keepFile(json(SQUARE));
    const open = await bench.it.keepFile(json({ type: "Polygon", coordinates: [[]] }));
    await bench.do("zone.register", ADMIN, {
      zone: "second",
      name: { en: "Second", zh: "二" },
      office: "2218",
      type: "bonded-logistics-park",
      from: "2020-01-01",
      approval: "made up",
    });
    const zone = ZONE;
    const code = { zone, kind: "district", ...fact };
    await carryOut(bench, [
      ["a zone that is not there", "zone.set-code", { ...code, zone: "nowhere", code: "31224", from: "2020-01-01" }, "invalid-request /zone"],
      ["a place's code as a district's", "zone.set-code", { ...code, code: "310703", from: "2020-01-01" }, "invalid-request /code"],
      ["before the zone", "zone.set-code", { ...code, code: "31224", from: "2019-12-31" }, "invalid-request /from"],
      ["a day that does not exist", "zone.set-code", { ...code, code: "31224", from: "2020-02-30" }, "invalid-request /from"],
      ["a first code", "zone.set-code", { ...code, code: "31224", from: "2020-01-01" }, "ok"],
      ["the same once more", "zone.set-code", { ...code, code: "31224", from: "2020-01-01" }, "not-now"],
      ["a second one beside it", "zone.set-code", { ...code, code: "31226", from: "2021-01-01" }, "invalid-request /replaces"],
      ["in place of one it never had", "zone.set-code", { ...code, code: "31226", from: "2021-01-01", replaces: "31225" }, "invalid-request /replaces"],
      ["in place of the first", "zone.set-code", { ...code, code: "31226", from: "2021-01-01", replaces: "31224" }, "ok"],
      ["one that another zone has", "zone.set-code", { ...code, zone: "second", code: "31226", from: "2022-01-01" }, "invalid-request /code"],
      ["one that another zone had", "zone.set-code", { ...code, zone: "second", code: "31224", from: "2022-01-01" }, "ok"],
      ["it ends before it begins", "zone.set-code", { ...code, kind: "place", code: "310703", from: "2021-01-01", until: "2020-06-01" }, "invalid-request /until"],
      ["an office code that two zones share", "zone.set-code", { ...code, kind: "office", code: "2218", from: "2020-01-01" }, "ok"],
      ["by the other one too", "zone.set-code", { ...code, zone: "second", kind: "office", code: "2218", from: "2020-01-01" }, "ok"],
      ["an office that is not there", "zone.change-office", { zone, office: "9999", from: "2021-01-01", ...fact }, "invalid-request /office"],
      ["another office", "zone.change-office", { zone, office: "2219", from: "2021-01-01", ...fact }, "ok"],
      ["an office before that", "zone.change-office", { zone, office: "2218", from: "2020-06-01", ...fact }, "invalid-request /from"],
      ["an outline that was never sent", "zone.draw-boundary", { zone, file: "0".repeat(64), from: "2020-01-01", approximate: true, ...fact }, "invalid-request /file"],
      ["an outline that is none", "zone.draw-boundary", { zone, file: open, from: "2020-01-01", approximate: true, ...fact }, "invalid-request /file"],
      ["an outline", "zone.draw-boundary", { zone, file, from: "2020-01-01", approximate: true, ...fact }, "ok"],
      ["acceptance before approval", "zone.record-acceptance", { zone, step: "jointly-accepted", on: "2020-01-01", ...fact }, "invalid-request /step"],
      ["approval", "zone.record-acceptance", { zone, step: "approved", on: "2020-01-01", ...fact }, "ok"],
      ["operation before acceptance", "zone.record-acceptance", { zone, step: "closed-operation", on: "2020-03-01", ...fact }, "invalid-request /step"],
      ["construction before approval's day", "zone.record-acceptance", { zone, step: "under-construction", on: "2019-03-01", ...fact }, "invalid-request /on"],
      ["construction", "zone.record-acceptance", { zone, step: "under-construction", on: "2020-02-01", ...fact }, "ok"],
      ["its day corrected", "zone.record-acceptance", { zone, step: "under-construction", on: "2020-02-02", ...fact }, "ok"],
      ["back to approval", "zone.record-acceptance", { zone, step: "approved", on: "2020-03-01", ...fact }, "invalid-request /step"],
      ["acceptance", "zone.record-acceptance", { zone, step: "jointly-accepted", on: "2020-03-01", ...fact }, "ok"],
      ["operation", "zone.record-acceptance", { zone, step: "closed-operation", on: "2020-03-01", ...fact }, "ok"],
      ["a second part begins by itself", "zone.record-acceptance", { zone, part: "phase-2", step: "approved", on: "2021-01-01", ...fact }, "ok"],
      ["a class before the zone", "zone.rate-performance", { zone, year: 2019, class: "A", ...fact }, "invalid-request /year"],
      ["a class of a year to come", "zone.rate-performance", { zone, year: 2027, class: "A", ...fact }, "invalid-request /year"],
      ["a class", "zone.rate-performance", { zone, year: 2025, class: "B", ...fact }, "ok"],
      ["the class corrected", "zone.rate-performance", { zone, year: 2025, class: "A", ...fact }, "ok"],
      ["a capability nobody knows", "zone.set-setting", { zone, capability: "flying", value: "yes", from: "2021-01-01", ...fact }, "invalid-request /capability"],
      ["a value it never has", "zone.set-setting", { zone, capability: "ledger-required", value: "limited", from: "2021-01-01", ...fact }, "invalid-request /value"],
      ["no account books", "zone.set-setting", { zone, capability: "ledger-required", value: "no", from: "2021-01-01", ...fact }, "ok"],
      ["a type on the day of another", "zone.change-type", { zone, type: "bonded-port-area", from: "2020-01-01", approval: "again" }, "invalid-request /from"],
    ]); // biome-ignore format: one case a row
    await bench.close();
  });

  it("tells any day's map in one query, as it was known at any position", async () => {
    const bench = await openWorld();
    const before = String(bench.it.status().durable);
    const file = await bench.it.keepFile(json(SQUARE));
    const rows = [
      { type: "bonded-zone", capability: "processing", value: "yes", from: "1990-01-01", ...fact },
      {
        type: "comprehensive-bonded-zone",
        capability: "ledger-required",
        value: "yes",
        from: "2006-01-01",
        ...fact,
      },
    ];
    const matrix = await bench.it.keepFile(Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n")));
    const area = "ftz";
    const name = { en: "New name", zh: "新" };
    await carryOut(bench, [
      [
        "",
        "zone.set-code",
        { zone: ZONE, kind: "district", code: "31224", from: "2020-01-01", ...fact },
        "ok",
      ],
      [
        "",
        "zone.set-code",
        { zone: ZONE, kind: "district", code: "31226", from: "2021-01-01", replaces: "31224", ...fact },
        "ok",
      ],
      ["", "zone.change-office", { zone: ZONE, office: "2219", from: "2021-01-01", ...fact }, "ok"],
      ["", "zone.draw-boundary", { zone: ZONE, file, from: "2020-06-01", approximate: true, ...fact }, "ok"],
      ["", "zone.record-acceptance", { zone: ZONE, step: "approved", on: "2019-12-01", ...fact }, "ok"],
      ["", "zone.rate-performance", { zone: ZONE, year: 2021, class: "B", ...fact }, "ok"],
      [
        "",
        "zone.change-type",
        {
          zone: ZONE,
          type: "comprehensive-bonded-zone",
          from: "2021-01-01",
          approval: "State Council",
          name,
        },
        "ok",
      ],
      [
        "",
        "zone.set-setting",
        { zone: ZONE, capability: "ledger-required", value: "no", from: "2022-01-01", ...fact },
        "ok",
      ],
      ["", "zone.adopt-capabilities", { file: matrix, source: "made up" }, "ok"],
      [
        "",
        "policy-area.register",
        { area, kind: "free-trade-zone", name, from: "2020-03-01", ...fact },
        "ok",
      ],
      [
        "",
        "policy-area.place-zone",
        { area, zone: ZONE, extent: "part", from: "2020-03-01", until: "2021-12-31", ...fact },
        "ok",
      ],
      [
        "twice on one day",
        "policy-area.place-zone",
        { area, zone: ZONE, extent: "whole", from: "2021-06-01", ...fact },
        "invalid-request /from",
      ],
      [
        "before the area",
        "policy-area.rename",
        { area, name, from: "2020-02-01", ...fact },
        "invalid-request /from",
      ],
    ]);
    const onDay = async (day: string): Promise<string> => {
      const { zones } = await answer<Mapped>(bench, "zone.map", { day });
      return zones
        .map((each) =>
          [
            each.name.en,
            each.type.type,
            each.office,
            ...each.codes.map(({ code }) => code),
            each.boundary ? "drawn" : "not drawn",
            each.acceptance.at(-1)?.step,
            each.class?.class ?? "no class",
            ...Object.entries(each.capabilities).map(([key, { value, by }]) => `${key} ${value} by ${by}`),
            ...each.areas.map((it) => it.area),
          ].join(", "),
        )
        .join("; ");
    };
    const table = [
      ["2019-12-31", ""],
      ["2020-01-01", "W, bonded-zone, 2218, 31224, not drawn, approved, no class, processing yes by type"],
      ["2020-06-01", "W, bonded-zone, 2218, 31224, drawn, approved, no class, processing yes by type, ftz"],
      [
        "2021-01-01",
        "New name, comprehensive-bonded-zone, 2219, 31226, drawn, approved, B, ledger-required yes by type, ftz",
      ],
      [
        "2022-01-01",
        "New name, comprehensive-bonded-zone, 2219, 31226, drawn, approved, B, ledger-required no by zone",
      ],
    ] as const;
    const first = await onDay("2020-01-01");
    for (const [day, expected] of table)
      assert.equal(await onDay(day), expected.replace("W,", `${first.split(",")[0]},`), day);
    const { changes } = await answer<Mapped>(bench, "zone.map", {});
    assert.deepEqual(changes, [
      "2019-12-01",
      "2020-01-01",
      "2020-03-01",
      "2020-06-01",
      "2021-01-01",
      "2022-01-01",
    ]);
    const known = await answer<Mapped>(bench, "zone.map", { day: "2022-01-01" }, before);
    assert.deepEqual(
      known.zones.map(({ type, codes, areas }) => [type.type, codes, areas]),
      [["bonded-zone", [], []]],
      "as it was known before",
    );
    const refused = await bench.ask("zone.map", "nobody", { day: "0000-01-01" });
    assert.match(JSON.stringify(refused), /0000-01-01 is not a day/);
    await bench.close();
  });

  it("finds the zone of a code for a day, and says what the code is today", async () => {
    const bench = await openWorld();
    const code = { zone: ZONE, kind: "district", ...fact };
    await bench.do("zone.set-code", ADMIN, { ...code, code: "31227", from: "2020-01-01" });
    await bench.do("zone.set-code", ADMIN, { ...code, code: "31226", from: "2021-01-01", replaces: "31227" });
    const find = async (asked: string, day: string) => {
      const { zones, onOtherDays } = await answer<{
        zones: readonly { zone: string }[];
        onOtherDays: readonly { zone: string; codesOfTheDay: readonly string[] }[];
      }>(bench, "zone.find-by-code", { code: asked, day });
      return [
        ...zones.map(({ zone }) => zone),
        ...onOtherDays.map(({ zone, codesOfTheDay }) => `${zone} now ${codesOfTheDay}`),
      ].join(", ");
    };
    const table = [
      ["31227", "2020-12-31", "waigaoqiao"],
      ["31227", "2021-01-01", "waigaoqiao now 31226"],
      ["31226", "2021-01-01", "waigaoqiao"],
      ["31226", "2020-12-31", "waigaoqiao now 31227"],
      ["31999", "2021-01-01", ""],
    ] as const;
    for (const [asked, day, expected] of table)
      assert.equal(await find(asked, day), expected, `${asked} ${day}`);
    await bench.close();
  });

  it("shows a zone with its history and what changes in what may be done", async () => {
    const bench = await openWorld();
    await bench.do("zone.set-setting", ADMIN, {
      zone: ZONE,
      capability: "second-line-declarant",
      value: "outside",
      from: "2026-06-01",
      ...fact,
    });
    const shown = await answer<{
      types: readonly { type: string; source: string; confirmed: boolean }[];
      on: { capabilities: object };
      changes: readonly { on: string; capability: string }[];
    }>(bench, "zone.show", { id: ZONE });
    assert.deepEqual(
      shown.types.map(({ type, confirmed }) => [type, confirmed]),
      [["bonded-zone", false]],
    );
    assert.deepEqual(shown.on.capabilities, {}, "no matrix was adopted");
    assert.deepEqual(
      shown.changes.map(({ on, capability }) => `${on} ${capability}`),
      ["2026-06-01 second-line-declarant"],
    );
    await bench.close();
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { addDays, plainDateOf as day, fromDayNumber } from "@openftz/kernel/plain-date.ts";
import fc from "fast-check";
import { holdsOn } from "../define/dated.ts";
import { type CodeSet, canReplace, type HeldCode, withCode, ZoneCodeRecord } from "./codes.ts";
import type { ZoneCode } from "./zone.ts";

const set = (code: string, from: string, more: Partial<CodeSet> = {}): CodeSet => ({
  zone: "port",
  kind: "district",
  code,
  from: day(from),
  until: null,
  replaces: null,
  source: "x",
  confirmed: true,
  ...more,
});

describe("a zone's codes", () => {
  it("the one replaced ends the day before, and both answer for their own days", () => {
    const codes = [set("31227", "2003-12-08"), set("31228", "2020-08-01", { replaces: "31227" })].reduce<
      readonly ZoneCode[]
    >(withCode, []);
    const table = [
      ["2003-12-07", []],
      ["2003-12-08", ["31227"]],
      ["2020-07-31", ["31227"]],
      ["2020-08-01", ["31228"]],
    ] as const;
    for (const [on, expected] of table)
      assert.deepEqual(
        codes.filter((each) => holdsOn(each, day(on))).map(({ code }) => code),
        expected,
        on,
      );
  });

  it("the same code from the same day again corrects its end", () => {
    const codes = [
      set("31227", "2003-12-08"),
      set("31227", "2003-12-08", { until: day("2019-12-31") }),
    ].reduce<readonly ZoneCode[]>(withCode, []);
    assert.deepEqual(
      codes.map(({ until }) => until),
      ["2019-12-31"],
    );
  });

  it("whatever replaces whatever, the zone's codes and the record of each code say the same for every day", () => {
    const FIRST = 18_000;
    const changes = fc.array(fc.record({ code: fc.nat(5), days: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 10,
    });
    fc.assert(
      fc.property(changes, (steps) => {
        let from = fromDayNumber(FIRST);
        let last: string | null = null;
        let codes: readonly ZoneCode[] = [];
        const held = new Map<string, HeldCode>();
        for (const { code: number, days } of steps) {
          const code = `3122${number}`;
          if (code === last) continue;
          const body = set(code, from, { replaces: last });
          assert.equal(last === null || canReplace(codes, body), true);
          codes = withCode(codes, body);
          for (const each of last === null ? [code] : [code, last])
            held.set(each, ZoneCodeRecord.on["zone.code-set"]!(held.get(each), { body } as never));
          [last, from] = [code, addDays(from, days)];
        }
        for (let at = 0; at < 100; at += 1) {
          const on = fromDayNumber(FIRST + at);
          const own = codes.filter((each) => holdsOn(each, on)).map(({ code }) => code);
          const looked = [...held.values()]
            .filter(({ holdings }) => holdings.some((each) => holdsOn(each, on)))
            .map(({ code }) => code);
          assert.deepEqual(own, looked);
          assert.equal(own.length, 1, "one district code at a time");
        }
      }),
    );
  });
});

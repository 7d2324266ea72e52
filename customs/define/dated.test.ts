import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { plainDateOf } from "@openftz/kernel/plain-date.ts";
import { type Authority, grantsOn } from "../authority/authority.ts";
import { type Exchange, ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import {
  covers,
  type Guarantee,
  givingBack,
  opening,
  reserving,
  tryPosting,
} from "../guarantee/guarantee.ts";
import { isValidOn, type Mandate } from "../mandate/mandate.ts";
import { creditOn, type Party } from "../party/party.ts";
import { editionOn, type TariffBook } from "../tariff/tariff-book.ts";
import { typeOn, type Zone } from "../zone/zone.ts";

const day = plainDateOf;
const DAYS = ["2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01"] as const;
const over = (ask: (on: ReturnType<typeof day>) => unknown): readonly unknown[] =>
  DAYS.map((each) => ask(day(each)));

describe("what is dated holds from its first day to its last, both included", () => {
  const from = day("2026-04-01");
  const until = day("2026-06-30");

  it("a mandate", () => {
    const mandate: Mandate = { party: "A", broker: "B", from, until, withdrawn: false };
    assert.deepEqual(
      over((on) => isValidOn(mandate, on)),
      [false, true, true, false],
    );
    assert.deepEqual(
      over((on) => isValidOn({ ...mandate, until: null }, on)),
      [false, true, true, true],
    );
    assert.deepEqual(
      over((on) => isValidOn({ ...mandate, withdrawn: true }, on)),
      [false, false, false, false],
    );
    assert.equal(isValidOn(undefined, from), false);
  });

  it("a role", () => {
    const grant = {
      role: "officer",
      place: "*",
      from,
      until,
      delegable: false,
      by: "x",
      revoked: false,
    } as const;
    const held = (grants: Authority["grants"]) => over((on) => grantsOn({ holder: "a", grants }, on).length);
    assert.deepEqual(held([grant]), [0, 1, 1, 0]);
    assert.deepEqual(held([{ ...grant, revoked: true }]), [0, 0, 0, 0]);
    assert.deepEqual(held([grant, { ...grant, from: day("2026-07-01"), until: null }]), [0, 1, 1, 1]);
    assert.deepEqual(grantsOn(undefined, from), []);
  });

  it("a guarantee, which covers to its last fen", () => {
    const opened = tryPosting({}, opening(100n)) as Guarantee["balances"];
    const it: Guarantee = {
      ...{ id: "G", party: "A", guarantor: "B", from, until, businesses: null, calls: [] },
      balances: opened,
    };
    assert.deepEqual(
      over((on) => covers(it, 100n, on)),
      [false, true, true, false],
    );
    assert.equal(covers(it, 101n, from), false);
    const reserved = tryPosting(opened, reserving(60n)) as Guarantee["balances"];
    assert.deepEqual(
      [40n, 41n].map((amount) => covers({ ...it, balances: reserved }, amount, from)),
      [true, false],
    );
    assert.deepEqual(tryPosting(reserved, reserving(41n)), {
      kind: "overdrawn",
      account: "available",
      asset: "CNY",
      short: 1n,
    });
    assert.deepEqual(tryPosting(reserved, givingBack(61n)), {
      kind: "overdrawn",
      account: "reserved",
      asset: "CNY",
      short: 1n,
    });
  });
});

describe("what is replaced holds until the next one's first day", () => {
  it("a rate of exchange, whatever the order in which rates were set; the last set of a day counts", () => {
    const set = ExchangeRecord.on["exchange.set"]!;
    const entry = (from: string, rate: string) =>
      ({ body: { currency: "USD", from, rate, source: "x" } }) as never;
    const none: Exchange | undefined = undefined;
    const rates = [entry("2026-07-01", "3"), entry("2026-04-01", "9"), entry("2026-04-01", "2")].reduce<
      Exchange | undefined
    >(set, none);
    assert.deepEqual(
      over((on) => rateOn(rates, on)?.rate),
      [undefined, "2", "2", "3"],
    );
  });

  it("the type of a zone", () => {
    const types = [
      { type: "bonded-zone", from: day("2026-04-01"), approval: "x" },
      { type: "comprehensive-bonded-zone", from: day("2026-07-01"), approval: "y" },
    ] as const;
    const zone = { types } as unknown as Zone;
    assert.deepEqual(
      over((on) => typeOn(zone, on)),
      [undefined, "bonded-zone", "bonded-zone", "comprehensive-bonded-zone"],
    );
  });

  it("a credit level: of those that hold the one decided last", () => {
    const level = (from: string, to: "advanced" | "discredited") => ({ level: to, from: day(from) });
    const party = {
      credit: [level("2026-07-01", "advanced"), level("2026-04-01", "discredited")],
    } as unknown as Party;
    assert.deepEqual(
      over((on) => creditOn(party, on)),
      ["registered", "discredited", "discredited", "discredited"],
    );
  });

  it("a tariff edition: of those in force the one that begins last, then the one adopted last", () => {
    const adopted = (edition: string, from: string) => ({
      edition,
      from: day(from),
      source: "x",
      lines: 1,
      by: "keeper-1",
    });
    const book: TariffBook = {
      editions: [adopted("c", "2026-07-01"), adopted("a", "2026-04-01"), adopted("b", "2026-04-01")],
    };
    assert.deepEqual(
      over((on) => editionOn(book, on)?.edition),
      [undefined, "b", "b", "c"],
    );
  });
});

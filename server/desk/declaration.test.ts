import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Decision } from "@openftz/kernel/decide.ts";
import {
  BAD,
  type Bench,
  BROKER,
  filing,
  GUARANTEE,
  goods,
  OTHER,
  openWorld,
  TRADER,
  tariffFile,
  told,
  undrawn,
  WINE,
} from "./test-bench.ts";
import { contentOf } from "./test-story.ts";

/** day, by whom, act, what it is given, what came of it; then where the declaration stands: state, holds, tax. */
type Line = readonly [string, string, string, object, string, string];

const shown = async (bench: Bench, number: string): Promise<string> => {
  const { state, holds, tax } = await bench.show(number);
  return [state, holds.map(({ kind }) => kind).join("+") || "-", tax.state].join(" ");
};

/** Files, then goes through the lines. */
const follow = async (
  bench: Bench,
  change: object,
  filed: string,
  lines: readonly Line[],
  actor = "trader-1",
): Promise<string> => {
  const number = await bench.file(`T-${bench.disk.entries.length}`, change, actor);
  assert.equal(await shown(bench, number), filed, "as filed");
  for (const [day, by, act, request, outcome, stands] of lines) {
    bench.setClock(`2026-${day}`);
    if (act === "clock") await bench.it.runDeadlines();
    else
      assert.equal(
        told(await bench.run(`declaration.${act}`, by, { declaration: number, ...request })),
        outcome,
        `${day} ${act}`,
      );
    assert.equal(await shown(bench, number), stands, `${day} ${act}`);
  }
  return number;
};

const pay = (amount: string) => ({ amount, receipt: "B-1" });
const clear = (hold: string) => ({ hold, finding: "looked at" });
const why = { reason: "because" };
const ask = (change: object) => ({ content: contentOf(filing("X", change)), ...why });
const decide = (accept: boolean) => ({ accept, ...why });

const STORIES: readonly [string, object, string, readonly Line[], string?][] = [
  [
    "goods that only wait for the tax go when it is paid",
    {},
    "held tax due",
    [
      ["03-02", "officer-1", "release", {}, "not-now", "held tax due"],
      ["03-02", "trader-1", "pay", pay("86266.65"), "invalid-request /amount", "held tax due"],
      ["03-02", "trader-1", "pay", pay("86266.67"), "invalid-request /amount", "held tax due"],
      ["03-02", "trader-2", "pay", pay("86266.66"), "not-found", "held tax due"],
      ["03-17", "trader-1", "pay", pay("86266.66"), "ok", "released - paid"],
      ["03-17", "trader-1", "pay", pay("86266.66"), "not-now", "released - paid"],
      ["03-18", "officer-9", "close", {}, "not-found", "released - paid"],
      ["03-18", "officer-1", "close", {}, "ok", "closed - paid"],
      ["03-18", "officer-1", "close", {}, "not-now", "closed - paid"],
      ["03-18", "trader-1", "withdraw", why, "not-now", "closed - paid"],
    ],
  ],
  [
    "goods under a guarantee go at once and are closed by paying",
    { guarantee: GUARANTEE },
    "released - guaranteed",
    [
      ["03-02", "trader-1", "withdraw", why, "not-now", "released - guaranteed"],
      ["03-02", "officer-1", "close", {}, "not-now", "released - guaranteed"],
      ["03-17", "trader-1", "pay", pay("86266.66"), "ok", "closed - paid"],
    ],
  ],
  [
    "a bill that is overdue costs 0.05 % a day from the day after",
    {},
    "held tax due",
    [
      ["03-18", "", "clock", {}, "", "held tax overdue"],
      ["03-27", "trader-1", "pay", pay("86266.66"), "invalid-request /amount", "held tax overdue"],
      ["03-27", "trader-1", "pay", pay("86697.99"), "ok", "released - paid"],
    ],
  ],
  [
    "a late charge below 50 is not charged",
    { goods: [goods("2204210000", "10000", { quantities: { L: "9" } })] },
    "held tax due",
    [["03-18", "trader-1", "pay", pay("4313.34"), "ok", "released - paid"]],
  ],
  [
    "goods that need documents wait for them and for an officer",
    { goods: [goods("0207141100", "1000")] },
    "held documents+tax due",
    [
      ["03-02", "officer-1", "clear-hold", clear("documents"), "not-now", "held documents+tax due"],
      [
        "03-02",
        "trader-1",
        "give-document",
        { kind: "~", number: "1" },
        "invalid-request /kind",
        "held documents+tax due",
      ],
      ["03-02", "trader-1", "give-document", { kind: "A", number: "1" }, "ok", "held documents+tax due"],
      ["03-02", "officer-9", "clear-hold", clear("documents"), "not-found", "held documents+tax due"],
      ["03-03", "officer-1", "clear-hold", clear("documents"), "ok", "held tax due"],
      ["03-03", "officer-1", "clear-hold", clear("documents"), "not-now", "held tax due"],
      ["03-03", "trader-1", "pay", pay("199.00"), "ok", "held - paid"],
      ["03-03", "officer-1", "release", {}, "ok", "released - paid"],
      ["03-03", "trader-1", "give-document", { kind: "A", number: "2" }, "not-now", "released - paid"],
    ],
  ],
  [
    "documents that were given with the filing are not asked again",
    { goods: [goods("0207141100", "1000")], documents: [{ kind: "A", number: "1" }] },
    "held tax due",
    [["03-02", "trader-1", "pay", pay("199.00"), "ok", "released - paid"]],
  ],
  [
    "goods of a discredited enterprise are inspected",
    { declarant: BAD, trader: BAD },
    "held inspection+tax due",
    [
      ["03-02", "bad-1", "withdraw", why, "not-now", "held inspection+tax due"],
      ["03-02", "bad-1", "request-amendment", ask({}), "not-now", "held inspection+tax due"],
      ["03-02", "bad-1", "pay", pay("86266.66"), "ok", "held inspection paid"],
      ["03-03", "officer-1", "release", {}, "not-now", "held inspection paid"],
      ["03-03", "officer-1", "clear-hold", clear("inspection"), "ok", "held - paid"],
      ["03-03", "officer-1", "release", {}, "ok", "released - paid"],
    ],
    "bad-1",
  ],
  [
    "a rate that the tariff does not state holds the goods, and they are never free",
    { goods: [goods("6109100000", "1000"), WINE] },
    "held rate+tax due",
    [
      [
        "03-02",
        "officer-1",
        "clear-hold",
        { hold: "rate", finding: "free" },
        "invalid-request /hold",
        "held rate+tax due",
      ],
      ["03-02", "trader-1", "request-amendment", ask({ goods: [WINE] }), "ok", "held rate+tax due"],
      ["03-02", "officer-1", "decide-amendment", decide(true), "ok", "held tax due"],
    ],
  ],
  [
    "goods that owe nothing are released at once",
    { goods: [goods("4901990000", "500")] },
    "released - none",
    [
      ["03-02", "trader-1", "pay", pay("0.00"), "not-now", "released - none"],
      ["03-02", "officer-1", "close", {}, "ok", "closed - none"],
    ],
  ],
  [
    "an amendment that is refused changes nothing",
    {},
    "held tax due",
    [
      ["03-02", "trader-2", "request-amendment", ask({}), "not-found", "held tax due"],
      [
        "03-02",
        "trader-1",
        "request-amendment",
        ask({ goods: [goods("4901990000", "500")] }),
        "ok",
        "held tax due",
      ],
      ["03-02", "trader-1", "request-amendment", ask({}), "not-now", "held tax due"],
      ["03-02", "trader-1", "pay", pay("86266.66"), "not-now", "held tax due"],
      ["03-02", "officer-1", "release", {}, "not-now", "held tax due"],
      ["03-02", "officer-9", "decide-amendment", decide(false), "not-found", "held tax due"],
      ["03-02", "officer-1", "decide-amendment", decide(false), "ok", "held tax due"],
      ["03-02", "officer-1", "decide-amendment", decide(false), "not-now", "held tax due"],
      ["03-02", "trader-1", "pay", pay("86266.66"), "ok", "released - paid"],
    ],
  ],
  [
    "an amendment that names what is not on record can be refused, and only refused",
    {},
    "held tax due",
    [
      [
        "03-02",
        "trader-1",
        "request-amendment",
        ask({ zone: "nowhere", guarantee: "G-999" }),
        "ok",
        "held tax due",
      ],
      [
        "03-02",
        "officer-1",
        "decide-amendment",
        decide(true),
        "invalid-request /zone /guarantee",
        "held tax due",
      ],
      ["03-02", "officer-1", "decide-amendment", decide(false), "ok", "held tax due"],
    ],
  ],
  [
    "an amendment with mistakes is not accepted",
    {},
    "held tax due",
    [
      ["03-02", "trader-1", "request-amendment", ask({ procedure: "9998" }), "ok", "held tax due"],
      ["03-02", "officer-1", "decide-amendment", decide(true), "invalid-request /procedure", "held tax due"],
      ["03-02", "trader-1", "withdraw", why, "ok", "withdrawn - due"],
      ["03-02", "officer-1", "decide-amendment", decide(true), "not-now", "withdrawn - due"],
      ["04-30", "", "clock", {}, "", "withdrawn - due"],
      ["04-30", "trader-1", "pay", pay("86266.66"), "not-now", "withdrawn - due"],
    ],
  ],
  [
    "goods are not released under an amendment that waits",
    { goods: [goods("0207141100", "1000")] },
    "held documents+tax due",
    [
      ["03-02", "trader-1", "give-document", { kind: "A", number: "1" }, "ok", "held documents+tax due"],
      [
        "03-02",
        "trader-1",
        "request-amendment",
        ask({ goods: [goods("4901990000", "500")] }),
        "ok",
        "held documents+tax due",
      ],
      ["03-02", "officer-1", "clear-hold", clear("documents"), "ok", "held tax due"],
      ["03-02", "officer-1", "decide-amendment", decide(true), "ok", "held - none"],
      ["03-02", "trader-1", "request-amendment", ask({}), "ok", "held - none"],
      ["03-02", "officer-1", "release", {}, "not-now", "held - none"],
      ["03-02", "officer-1", "decide-amendment", decide(false), "ok", "held - none"],
      ["03-02", "officer-1", "release", {}, "ok", "released - none"],
    ],
  ],
  [
    "a broker files for its trader, and both can pay",
    { declarant: BROKER },
    "held tax due",
    [
      ["03-02", "trader-1", "withdraw", why, "not-found", "held tax due"],
      ["03-02", "trader-1", "pay", pay("86266.66"), "ok", "released - paid"],
    ],
    "broker-1",
  ],
];

describe("the way of a declaration", () => {
  for (const [name, change, filed, lines, actor] of STORIES)
    it(name, async () => {
      const bench = await openWorld();
      await follow(bench, change, filed, lines, actor);
      await bench.close();
    });
});

describe("what is owed", () => {
  const LATE: readonly [string, string, string | undefined, string][] = [
    // value, entry, accepted, fee: domain 4.6, day 15 after entry is the first that counts
    ["1000000", "2026-03-01", "2026-03-15", "0.00"],
    ["1000000", "2026-03-01", "2026-03-16", "500.00"],
    ["1000000", "2026-03-01", "2026-03-20", "2500.00"],
    ["1000001.99", "2026-03-01", "2026-03-20", "2500.00"],
    ["19000", "2026-03-01", "2026-03-20", "0.00"],
    ["20000", "2026-03-01", "2026-03-20", "50.00"],
    ["1000000", undefined, "2026-03-20", "0.00"],
  ].map(([value, entry, day, fee]) => [value!, day!, entry, fee!]);
  for (const [value, day, entry, fee] of LATE)
    it(`late declaration fee of ${value} from ${entry ?? "no entry"} on ${day}: ${fee}`, async () => {
      const bench = await openWorld();
      bench.setClock(day);
      const number = await bench.file("A-1", {
        goods: [goods("4901990000", value)],
        ...(entry && { conveyanceEntry: entry }),
      });
      assert.equal((await bench.show(number)).examination.taxes.lateDeclarationFee, fee);
      await bench.close();
    });

  for (const [day, due] of [
    ["2026-03-02", "2026-03-17"],
    ["2026-03-06", "2026-03-23"], // the 21st is a Saturday
    ["2026-09-16", "2026-10-08"], // 1 October: the holidays end on the 7th
  ] as const)
    it(`filed on ${day} it is due on ${due}, a working day`, async () => {
      const bench = await openWorld();
      bench.setClock(day);
      assert.equal((await bench.show(await bench.file("A-1"))).tax.due, due);
      await bench.close();
    });

  it("follows the amended content, and so does what is reserved", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1", {
      guarantee: GUARANTEE,
      goods: [goods("0207141100", "1000"), WINE],
    });
    const reserved = async () => [
      (await bench.rows("guarantee.list", "officer-1"))[0]!.reservedFen,
      Number((await bench.show(number)).tax.reserved),
    ];
    const amend = async (change: object) => {
      await bench.do("declaration.request-amendment", "trader-1", {
        declaration: number,
        ...ask({ guarantee: GUARANTEE, ...change }),
      });
      await bench.do("declaration.decide-amendment", "officer-1", { declaration: number, ...decide(true) });
    };
    assert.deepEqual(await reserved(), [0, 0], "documents are missing: not against a guarantee");
    const documents = [{ kind: "A", number: "1" }];
    await amend({ documents, goods: [goods("0207141100", "1000"), WINE] });
    assert.deepEqual(await reserved(), [8_646_566, 8_646_566]);
    await amend({ documents, goods: [WINE] });
    assert.deepEqual(await reserved(), [8_626_666, 8_626_666]);
    const other = { declaration: number, ...ask({ documents, guarantee: "G-200" }) };
    assert.equal(
      told(await bench.run("declaration.request-amendment", "trader-1", other)),
      "invalid-request /content/guarantee",
    );
    await amend({ documents, goods: [{ ...WINE, customsValue: { amount: "9000000", currency: "CNY" } }] });
    assert.deepEqual(await reserved(), [0, 0], "more than there is room for");
    assert.equal(await shown(bench, number), "held tax due");
    await amend({ documents, goods: [goods("4901990000", "100")] });
    assert.deepEqual([await reserved(), await shown(bench, number)], [[0, 0], "held - none"]);
    await bench.close();
  });
});

describe("a conflict of two measures", () => {
  const conflicting = (question: string): Decision => ({
    question,
    outcome: {
      kind: "conflict",
      between: [
        { measure: "made-up.one@1", because: {} },
        { measure: "made-up.two@1", because: {} },
      ],
    },
    overruled: [],
  });
  for (const question of ["lane", "release", "paymentDays", "dutyCollection"])
    it(`on ${question} is held for a person, and never refused`, async () => {
      const change = (decisions: readonly Decision[]) =>
        decisions.map((each) => (each.question === question ? conflicting(question) : each));
      const bench = await openWorld({
        law: {
          ...undrawn,
          decideGoods: (facts) => change(undrawn.decideGoods(facts)),
          decideDeclaration: (facts) => change(undrawn.decideDeclaration(facts)),
        },
      });
      const number = await bench.file("A-1", { guarantee: GUARANTEE });
      const { holds, state } = await bench.show(number);
      assert.equal(state, "held");
      assert.deepEqual(holds.find(({ kind }) => kind === "conflict")?.about, [question]);
      assert.equal(
        told(await bench.run("declaration.release", "officer-1", { declaration: number })),
        "not-now",
      );
      await bench.do("declaration.clear-hold", "officer-1", { declaration: number, ...clear("conflict") });
      assert.equal((await bench.rows("declaration.list", "officer-1"))[0]!.number, number);
      await bench.close();
    });
});

describe("dates", () => {
  const on = async (day: string, change: object, actor = "trader-1"): Promise<string> => {
    const bench = await openWorld();
    await bench.do("exchange.set", "keeper-1", {
      currency: "USD",
      from: "2026-05-01",
      rate: "8",
      source: "x",
    });
    await bench.do("exchange.set", "keeper-1", {
      currency: "EUR",
      from: "2026-05-01",
      rate: "9",
      source: "x",
    });
    await bench.do("guarantee.open", "officer-1", {
      guarantee: "G-200",
      party: TRADER,
      guarantor: "Bank",
      limit: "1000000",
      from: "2026-04-01",
      until: "2026-04-30",
    });
    await bench.do("zone.register", "admin-1", {
      zone: "new-zone",
      name: { en: "N", zh: "新" },
      office: "2218",
      type: "bonded-zone",
      from: "2026-05-01",
      approval: "text",
    });
    await bench.do("zone.register", "admin-1", {
      zone: "old-zone",
      name: { en: "O", zh: "旧" },
      office: "2218",
      type: "bonded-zone",
      from: "2020-01-01",
      approval: "text",
    });
    bench.setClock(day);
    const reply = await bench.run("declaration.file", actor, filing("A-1", change));
    await bench.close();
    if (reply.kind === "refused") return told(reply);
    const { state, taxes } = reply.answer as { state: string; taxes: { total: string } };
    return `${state} ${taxes.total}`;
  };
  const usd = (currency: string) => ({
    goods: [{ ...goods("8471300000", "0"), customsValue: { amount: "1000", currency } }],
  });
  const mandated = { declarant: BROKER };
  const wineIn = (zone: string) => ({ zone, procedure: "5034" });
  const TABLE: readonly [string, string, object, string, string?][] = [
    ["a mandate ends on its last day", "2026-12-31", mandated, "held 86266.66", "broker-1"],
    ["a mandate that ended is none", "2027-01-01", mandated, "invalid-request /declarant", "broker-1"],
    [
      "nobody declares for whom it has no mandate of",
      "2026-03-02",
      { declarant: BROKER, trader: OTHER },
      "invalid-request /declarant",
      "broker-1",
    ],
    ["the exchange rate of the day holds", "2026-04-30", usd("USD"), "held 910.00"],
    ["a new exchange rate holds from its day", "2026-05-01", usd("USD"), "held 1040.00"],
    [
      "a currency without a rate yet is refused",
      "2026-04-30",
      usd("EUR"),
      "invalid-request /goods/0/customsValue/currency",
    ],
    ["a currency has its rate from its day", "2026-05-01", usd("EUR"), "held 1170.00"],
    ["a guarantee that has not begun does not cover", "2026-03-31", { guarantee: "G-200" }, "held 86266.66"],
    ["a guarantee covers from its first day", "2026-04-01", { guarantee: "G-200" }, "released 86266.66"],
    ["a guarantee covers to its last day", "2026-04-30", { guarantee: "G-200" }, "released 86266.66"],
    ["a guarantee that ended does not cover", "2026-05-01", { guarantee: "G-200" }, "held 86266.66"],
    ["the duty of goods in a zone is suspended", "2026-04-30", wineIn("old-zone"), "released 0.00"],
    ["a zone that has not opened is refused", "2026-04-30", wineIn("new-zone"), "invalid-request /zone"],
    ["a zone is one from its first day", "2026-05-01", wineIn("new-zone"), "released 0.00"],
    [
      "a commodity in no tariff is refused",
      "2026-03-02",
      { goods: [goods("9999999999", "1")] },
      "invalid-request /goods/0/commodity",
    ],
    [
      "another's guarantee is refused",
      "2026-04-01",
      { declarant: OTHER, trader: OTHER, guarantee: "G-200" },
      "invalid-request /guarantee",
      "trader-2",
    ],
  ];
  for (const [name, day, change, expected, actor] of TABLE)
    it(name, async () => assert.equal(await on(day, change, actor), expected));

  it("before any tariff nothing can be filed, and a new edition holds from its day", async () => {
    const bench = await openWorld();
    const edition = await bench.it.keepFile(tariffFile([{ code: "2204210000", mfn: "0", vat: "13" }]));
    await bench.do("tariff.adopt", "keeper-1", {
      edition,
      from: "2026-05-01",
      source: "new",
      accepted: { "rate-moved": 2, "chapter-lost-lines": 4 },
    });
    const total = async (day: string) => {
      bench.setClock(day);
      return (await bench.show(await bench.file(`A-${day}`))).tax.total;
    };
    assert.deepEqual([await total("2026-04-30"), await total("2026-05-01")], ["86266.66", "26000.00"]);
    const old = { ...filing("I-1"), day: "2019-12-31" };
    assert.equal(told(await bench.run("declaration.import", "importer-1", old)), "invalid-request /goods");
    await bench.close();
  });
});

describe("two people", () => {
  it("withdraw a released declaration, and what was reserved is given back", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1", { guarantee: GUARANTEE });
    const { proposal } = await bench.do<{ proposal: string }>("declaration.withdraw-released", "officer-1", {
      declaration: number,
      ...why,
    });
    assert.equal(await shown(bench, number), "released - guaranteed");
    const table: readonly [string, string, string][] = [
      ["proposal.confirm", "officer-1", "two-people"],
      ["proposal.confirm", "officer-9", "not-found"],
      ["proposal.confirm", "trader-1", "not-found"],
      ["proposal.confirm", "admin-1", "not-found"],
      ["proposal.decline", "officer-9", "not-found"],
      ["proposal.decline", "admin-1", "not-found"],
      ["proposal.confirm", "officer-2", "ok"],
      ["proposal.confirm", "officer-2", "not-now"],
      ["proposal.decline", "officer-2", "not-now"],
    ];
    for (const [command, actor, expected] of table) {
      const request = { proposal, ...(command === "proposal.decline" && why) };
      assert.equal(told(await bench.run(command, actor, request)), expected, `${command} by ${actor}`);
    }
    assert.equal(await shown(bench, number), "withdrawn - guaranteed");
    assert.equal((await bench.rows("guarantee.list", "officer-1"))[0]!.reservedFen, 0);
    await bench.close();
  });

  it("cannot carry out what has become impossible since it was proposed", async () => {
    const bench = await openWorld();
    const number = await bench.file("A-1", { guarantee: GUARANTEE });
    const propose = () =>
      bench.do<{ proposal: string }>("declaration.withdraw-released", "officer-1", {
        declaration: number,
        ...why,
      });
    const [first, second] = [await propose(), await propose()];
    await bench.do("declaration.pay", "trader-1", { declaration: number, ...pay("86266.66") });
    for (const { proposal } of [first, second])
      assert.equal(told(await bench.run("proposal.confirm", "officer-2", { proposal })), "not-now");
    assert.equal(
      told(await bench.run("proposal.decline", "officer-1", { proposal: first.proposal, ...why })),
      "ok",
    );
    assert.equal(
      told(await bench.run("proposal.confirm", "installation", { proposal: "P999999" })),
      "invalid-request /proposal",
    );
    await bench.close();
  });
});

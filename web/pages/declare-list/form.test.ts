import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findField } from "../../shared/pointer.ts";
import {
  changed,
  emptyForm,
  emptyLine,
  fieldsOf,
  type LineFields,
  lacksOf,
  moving,
  requestOf,
} from "./form.ts";

const BOOK = "T2218W000001";
const valves: Partial<LineFields> = { unit: "pcs", lawfulUnit: "pcs", secondUnit: "kg" };
const told = ({ declared, lawful, second, netMassKg, grossMassKg }: LineFields): string =>
  [declared, lawful, second, netMassKg, grossMassKg].map((text) => text || "-").join(" ");

describe("a quantity", () => {
  const line = (fields: Partial<LineFields>): LineFields => emptyLine({ ...valves, ...fields });
  const TABLE: readonly (readonly [string, LineFields, Partial<LineFields>, string])[] = [
    ["is copied to the legal unit that is the same", line({}), { declared: "10" }, "10 10 - - -"],
    ["goes on being copied", line({ declared: "1", lawful: "1" }), { declared: "12" }, "12 12 - - -"],
    [
      "leaves alone what was written over",
      line({ declared: "1", lawful: "3" }),
      { declared: "12" },
      "12 3 - - -",
    ],
    [
      "in kg is the net mass, and the gross mass until that is known",
      line({}),
      { second: "25" },
      "- - 25 25 25",
    ],
    [
      "leaves a gross mass alone that is known",
      line({ second: "25", netMassKg: "25", grossMassKg: "30" }),
      { second: "26" },
      "- - 26 26 30",
    ],
    [
      "counted in kg only is all of them at once",
      emptyLine({ unit: "kg", lawfulUnit: "kg" }),
      { declared: "7" },
      "7 7 - 7 7",
    ],
  ];
  for (const [what, before, change, after] of TABLE)
    it(what, () => assert.equal(told(changed(before, change)), after));
});

describe("the form", () => {
  const known = emptyLine({
    ...valves,
    ...{ line: `${BOOK}-12`, declared: "1", lawful: "1", second: "2", netMassKg: "2", grossMassKg: "2" },
    ...{ amount: "5" },
  });

  it("proposes codes when the movement is chosen, and keeps chosen ones when only the status changes", () => {
    const chosen = moving(emptyForm("R-1"), "from-abroad", "bonded", "none");
    assert.deepEqual([chosen.procedure, chosen.transportMode, chosen.declares], ["5034", "2", false]);
    const byAir = moving({ ...chosen, transportMode: "5" }, "from-abroad", "tax-paid", "none");
    assert.deepEqual([byAir.transportMode, byAir.declares], ["5", true]);
    assert.equal(moving(byAir, "to-inland", "bonded", "none").transportMode, "9");
  });

  it("asks the first question first, then everything else at once", () => {
    const empty = emptyForm("R-1");
    assert.deepEqual(
      lacksOf(empty).map(({ pointer }) => pointer),
      ["/movement"],
    );
    const begun = moving(empty, "from-abroad", "bonded", "none");
    assert.deepEqual(
      lacksOf(begun).map(({ pointer }) => pointer),
      ["/lines"],
    );
    assert.equal(lacksOf({ ...begun, lines: [emptyLine()] }).length, 11);
    assert.deepEqual(lacksOf({ ...begun, lines: [known] }), []);
    const never = moving(begun, "from-abroad", "non-bonded", "none");
    assert.deepEqual(
      lacksOf({ ...never, lines: [known] }).map(({ pointer }) => pointer),
      ["/status"],
    );
  });

  it("outbound says of goods that are not in the book only that", () => {
    const out = moving(emptyForm("R-1"), "to-abroad", "bonded", "none");
    assert.deepEqual(lacksOf({ ...out, lines: [known, emptyLine({ part: "N-1" })] }), [
      { pointer: "/lines/1", key: "lack.notInBook" },
    ]);
  });

  it("is sent with the number of a line, or with new goods", () => {
    const form = { ...moving(emptyForm("R-1"), "to-abroad", "bonded", "none"), lines: [known] };
    const { lines, ...head } = requestOf(form, BOOK);
    assert.deepEqual(head, {
      ...{ reference: "R-1", book: BOOK, movement: "to-abroad", status: "bonded" },
      ...{ procedure: "5034", transportMode: "2", declares: false },
    });
    assert.deepEqual(lines, [
      {
        ...{ line: 12, declared: "1", lawful: "1", second: "2", netMassKg: "2", grossMassKg: "2" },
        value: { amount: "5", currency: "USD" },
      },
    ]);
    const fresh = emptyLine({ ...{ part: " V-1 ", unit: "kg", lawfulUnit: "kg" } });
    const [sent] = requestOf({ ...form, lines: [fresh] }, BOOK).lines;
    assert.equal(sent?.goods?.part, "V-1");
    assert.ok(sent && !("line" in sent) && !("second" in sent) && !("secondUnit" in sent.goods!));
  });

  it("shows a fault of a line at the line, and one of a field at the field", () => {
    const fields = fieldsOf({ ...emptyForm("R-1"), lines: [known, emptyLine()] });
    const TABLE: readonly (readonly [pointer: string, field: string])[] = [
      ["/lines/0", "/lines/0"],
      ["/lines/1", "/lines/1"],
      ["/lines/0/second", "/lines/0/second"],
      ["/lines/0/line", "/lines/0"],
      ["/lines", "/lines"],
      ["/lines/1/goods/unit", "/lines/1/goods/unit"],
      ["/declares", "/declares"],
    ];
    for (const [pointer, field] of TABLE) assert.equal(findField(pointer, fields), field, pointer);
  });
});

describe("a line of which the whole is known", () => {
  const of = { declared: "1000", lawful: "1000", second: "2500", amount: "80000" };
  const typed = (declared: string, before = emptyLine({ of })) => changed(before, { declared });
  const told = ({ declared, lawful, second, amount }: ReturnType<typeof typed>) =>
    [declared, lawful, second, amount].join(" ");

  it("proposes the share of the rest, again and again", () => {
    assert.equal(told(typed("300")), "300 300 750 24000");
    assert.equal(told(typed("30", typed("300"))), "30 30 75 2400");
  });

  it("leaves what was written over, and what is no number", () => {
    const over = changed(typed("300"), { second: "740" });
    assert.equal(told(typed("30", over)), "30 30 740 2400");
    assert.equal(told(typed("", typed("300"))), " 300 750 24000");
  });
});

describe("the enterprise outside that declares", () => {
  const form = { ...emptyForm("R"), counterparty: "BUYER" };
  for (const [movement, status, sent] of [
    ["to-inland", "bonded", "BUYER"],
    ["from-inland", "bonded", "BUYER"],
    ["to-inland", "tax-paid", ""],
    ["to-abroad", "tax-paid", ""],
    ["release", "bonded", ""],
  ] as const)
    it(`${movement}, ${status}: is ${sent === "" ? "not " : ""}sent`, () => {
      const now = moving(form, movement, status, undefined);
      assert.equal(requestOf(now, BOOK).counterparty ?? "", sent);
      assert.equal(fieldsOf(now).includes("/counterparty"), sent !== "");
      const lacking = lacksOf({ ...now, counterparty: "?" }).map(({ pointer }) => pointer);
      assert.equal(lacking.includes("/counterparty"), sent !== "");
    });
});

describe("what belongs to a movement beside its goods", () => {
  const form = { ...emptyForm("R"), otherBook: "T2218W000002", otherList: "QD22", pass: "Z1" };
  for (const [movement, told, lacks] of [
    ["from-book", "otherBook T2218W000002", ""],
    ["to-book", "otherList QD22", "/otherList lack.list"],
    ["from-abroad", "pass Z1", ""],
    ["release", "", ""],
  ] as const)
    it(`${movement}: ${told || "nothing"}`, () => {
      const now = moving(form, movement, "bonded", undefined);
      const request = requestOf(now, BOOK);
      const beside = (["otherBook", "otherList", "pass"] as const).flatMap((name) =>
        request[name] === undefined ? [] : [`${name} ${request[name]}`],
      );
      assert.equal(beside.join(", "), told);
      const found = lacksOf(now).filter(({ pointer }) => /other|pass/.test(pointer));
      assert.equal(found.map(({ pointer, key }) => `${pointer} ${key}`).join(), lacks);
    });
});

/** What stands in the wizard while it is typed: texts only, under the names of the request. */
import type { Status } from "@openftz/customs/account-book/stock.ts";
import type { CommandRequest } from "../../api/types.ts";
import { shareOf } from "../../shared/decimal.ts";
import { DECIMAL, filled, type Lack, lackIfGiven, lackOf, newKey, REFERENCE } from "../../shared/lacks.ts";
import { codesFor, isInbound, isSecondLine, type Movement, paperFor } from "./paper.ts";

type Request = CommandRequest<"bonded-list.declare">;

/** The goods of a line, and how much of them. */
export type LineFields = {
  readonly key: string;
  /** The line of the book; empty for goods that are new in it. */
  readonly line: string;
  readonly part: string;
  readonly commodity: string;
  readonly description: string;
  readonly origin: string;
  readonly unit: string;
  readonly lawfulUnit: string;
  readonly secondUnit: string;
  readonly declared: string;
  readonly lawful: string;
  readonly second: string;
  readonly netMassKg: string;
  readonly grossMassKg: string;
  readonly amount: string;
  readonly currency: string;
  /** What lies there or is out, in every unit: what is typed as the quantity has its share of the rest. */
  readonly of?: Whole;
};

/** A whole whose parts are proposed by their share. */
export type Whole = { readonly declared: string } & Partial<Record<(typeof SHARED)[number], string>>;

const SHARED = ["lawful", "second", "netMassKg", "grossMassKg", "amount"] as const;

export type Form = {
  readonly reference: string;
  readonly movement: Movement | "";
  readonly status: Status;
  readonly procedure: string;
  readonly transportMode: string;
  readonly declares: boolean;
  /** Of a transfer: the sender's book, or the list that announces the goods. */
  readonly otherBook: string;
  readonly otherList: string;
  /** The pass with which the goods entered before; empty for all others. */
  readonly pass: string;
  /** The enterprise outside the zone that declares the goods; empty: any may. */
  readonly counterparty: string;
  readonly lines: readonly LineFields[];
};

/** What a movement asks for beside its goods. */
const BESIDE: Readonly<Partial<Record<Movement, "otherBook" | "otherList" | "pass">>> = {
  "from-book": "otherBook",
  "to-book": "otherList",
  "from-abroad": "pass",
};

const besideOf = ({ movement }: Form) => (movement === "" ? undefined : BESIDE[movement]);

/** An enterprise outside the zone declares what crosses the second line. */
export const isDeclaredOutside = ({ movement, declares }: Pick<Form, "movement" | "declares">): boolean =>
  declares && movement !== "" && isSecondLine(movement);

/** At most so many lines stand on one list. */
export const MOST_LINES = 500;

export const emptyLine = (goods: Partial<LineFields> = {}): LineFields => ({
  key: newKey(),
  ...{ line: "", part: "", commodity: "", description: "", origin: "" },
  ...{ unit: "", lawfulUnit: "", secondUnit: "" },
  ...{ declared: "", lawful: "", second: "", netMassKg: "", grossMassKg: "", amount: "", currency: "USD" },
  ...goods,
});

export const emptyForm = (reference: string): Form => ({
  reference,
  movement: "",
  status: "bonded",
  procedure: "",
  transportMode: "",
  declares: false,
  ...{ otherBook: "", otherList: "", pass: "", counterparty: "" },
  lines: [],
});

/** The form with what is proposed for a movement and status; what was chosen for another one does not fit any more. */
export const moving = (
  form: Form,
  movement: Movement,
  status: Status,
  firstLine: string | undefined,
): Form => ({
  ...form,
  ...(movement !== form.movement && codesFor(movement)),
  movement,
  status,
  declares: paperFor(movement, status, firstLine).declares,
});

const isKg = (unit: string): boolean => unit === "kg" || unit === "035";

type Quantity = "declared" | "lawful" | "second" | "netMassKg" | "grossMassKg";

/** A quantity that is the same as another one follows it, until it is written over. */
const FOLLOWS: readonly (readonly [from: Quantity, to: Quantity, when: (line: LineFields) => boolean])[] = [
  ["declared", "lawful", ({ unit, lawfulUnit }) => unit !== "" && unit === lawfulUnit],
  ["declared", "second", ({ unit, secondUnit }) => unit !== "" && unit === secondUnit],
  ["declared", "netMassKg", ({ unit }) => isKg(unit)],
  ["lawful", "netMassKg", ({ lawfulUnit }) => isKg(lawfulUnit)],
  ["second", "netMassKg", ({ secondUnit }) => isKg(secondUnit)],
  ["netMassKg", "grossMassKg", () => true],
];

/** What follows from the quantity by its share of the whole, until it is written over. */
const shares = (line: LineFields, change: Partial<LineFields>): Partial<LineFields> => {
  const { declared = "" } = change;
  if (!line.of || !DECIMAL.test(declared)) return {};
  const { of } = line;
  return Object.fromEntries(
    SHARED.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]] as const]))
      .filter(([name, whole]) => {
        const now = line[name];
        return !(name in change) && (now === "" || now === shareOf(whole, line.declared, of.declared));
      })
      .map(([name, whole]) => [name, shareOf(whole, declared, of.declared)]),
  );
};

/** A line with a change, and with what follows from it. */
export const changed = (line: LineFields, change: Partial<LineFields>): LineFields => {
  const now: { -readonly [Name in keyof LineFields]: LineFields[Name] } = {
    ...line,
    ...change,
    ...shares(line, change),
  };
  for (const [from, to, when] of FOLLOWS) {
    const follows = line[to] === "" || line[to] === line[from];
    if (now[from] !== line[from] && !(to in change) && follows && when(now)) now[to] = now[from];
  }
  return now;
};

/** The number of a line in its book. */
export const seqOf = (line: string): number => Number(line.slice(line.lastIndexOf("-") + 1));

/** A line of a request. */
export const lineOf = (it: LineFields): Request["lines"][number] => ({
  ...(it.line === ""
    ? {
        goods: {
          ...{ part: it.part.trim(), commodity: it.commodity, description: it.description.trim() },
          ...{ origin: it.origin, unit: it.unit, lawfulUnit: it.lawfulUnit },
          ...filled({ secondUnit: it.secondUnit }),
        },
      }
    : { line: seqOf(it.line) }),
  declared: it.declared,
  lawful: it.lawful,
  ...(it.secondUnit !== "" && { second: it.second }),
  netMassKg: it.netMassKg,
  grossMassKg: it.grossMassKg,
  value: { amount: it.amount, currency: it.currency },
});

const besideRequest = (form: Form): Record<string, string> => {
  const name = besideOf(form);
  return name ? filled({ [name]: form[name] }) : {};
};

/** The whole request. */
export const requestOf = (form: Form, book: string): Request =>
  ({
    reference: form.reference,
    book,
    movement: form.movement,
    status: form.status,
    procedure: form.procedure,
    transportMode: form.transportMode,
    declares: form.declares,
    ...besideRequest(form),
    ...(isDeclaredOutside(form) && filled({ counterparty: form.counterparty })),
    lines: form.lines.map(lineOf),
  }) as Request;

const BOOK = /^T\d{4}W[0-9A-Z]{6}$/;
const LIST = /^QD\d{6}[IE]\d{9}$/;
const UNIT = /^[0-9A-Za-z]{1,8}$/;

const goodsLacks = (it: LineFields, at: string): readonly Lack[] => [
  ...lackOf({ pointer: `${at}/goods/part`, value: it.part, form: /^[\s\S]{1,50}$/, key: "lack.part" }),
  ...lackOf({
    pointer: `${at}/goods/commodity`,
    value: it.commodity,
    form: /^\d{10}$/,
    key: "lack.commodity",
  }),
  ...lackOf({
    pointer: `${at}/goods/description`,
    value: it.description,
    form: /^[\s\S]{1,250}$/,
    key: "lack.long",
  }),
  ...lackOf({ pointer: `${at}/goods/origin`, value: it.origin, form: /^[A-Z]{2}$/, key: "lack.country" }),
  ...lackOf({ pointer: `${at}/goods/unit`, value: it.unit, form: UNIT, key: "lack.unit" }),
  ...lackOf({ pointer: `${at}/goods/lawfulUnit`, value: it.lawfulUnit, form: UNIT, key: "lack.unit" }),
  ...lackIfGiven({ pointer: `${at}/goods/secondUnit`, value: it.secondUnit, form: UNIT, key: "lack.unit" }),
];

/** What is missing or malformed of a line. */
export const lineLacks = (it: LineFields, index: number): readonly Lack[] => {
  const at = `/lines/${index}`;
  const decimal = (pointer: string, value: string): readonly Lack[] =>
    lackOf({ pointer: `${at}/${pointer}`, value, form: DECIMAL, key: "lack.decimal" });
  return [
    ...(it.line === "" ? goodsLacks(it, at) : []),
    ...decimal("declared", it.declared),
    ...decimal("lawful", it.lawful),
    ...(it.secondUnit === "" ? [] : decimal("second", it.second)),
    ...decimal("netMassKg", it.netMassKg),
    ...decimal("grossMassKg", it.grossMassKg),
    ...decimal("value/amount", it.amount),
    ...lackOf({
      pointer: `${at}/value/currency`,
      value: it.currency,
      form: /^[A-Z]{3}$/,
      key: "lack.currency",
    }),
  ];
};

const besideLacks = (form: Form): readonly Lack[] => {
  const name = besideOf(form);
  if (name === "otherBook")
    return lackOf({ pointer: "/otherBook", value: form.otherBook, form: BOOK, key: "lack.book" });
  if (name === "otherList")
    return lackOf({ pointer: "/otherList", value: form.otherList, form: LIST, key: "lack.list" });
  return [];
};

/** The party of a list that may be left out. */
export const partyLacks = (counterparty: string): readonly Lack[] =>
  lackIfGiven({
    pointer: "/counterparty",
    value: counterparty,
    form: /^[0-9A-Z]{4,18}$/,
    key: "lack.party",
  });

/** Everything that can be told without asking the server. */
export const lacksOf = (form: Form): readonly Lack[] => {
  if (form.movement === "") return [{ pointer: "/movement", key: "lack.needed" }];
  const isNever = paperFor(form.movement, form.status, undefined).rule === "never";
  return [
    ...(isNever ? [{ pointer: "/status", key: "paper.never" as const }] : []),
    ...besideLacks(form),
    ...(form.lines.length === 0 ? [{ pointer: "/lines", key: "lack.lines" as const }] : []),
    ...form.lines.flatMap((line, index) =>
      line.line === "" && !isInbound(form.movement)
        ? [{ pointer: `/lines/${index}`, key: "lack.notInBook" as const }]
        : lineLacks(line, index),
    ),
    ...lackOf({ pointer: "/procedure", value: form.procedure, form: /^\d{4}$/, key: "lack.procedure" }),
    ...lackOf({
      pointer: "/transportMode",
      value: form.transportMode,
      form: /^[0-9A-Z]$/,
      key: "lack.needed",
    }),
    ...(isDeclaredOutside(form) ? partyLacks(form.counterparty) : []),
    ...lackOf({ pointer: "/reference", value: form.reference, form: REFERENCE, key: "lack.reference" }),
  ];
};

const GOODS = ["part", "commodity", "description", "origin", "unit", "lawfulUnit", "secondUnit"];

/** Where the fields of a line are; the line as a whole is one too, for what is missing of it. */
export const lineFields = ({ line, secondUnit }: LineFields, index: number): readonly string[] => {
  const at = `/lines/${index}`;
  const quantities = ["declared", "lawful", ...(secondUnit === "" ? [] : ["second"])];
  const rest = ["netMassKg", "grossMassKg", "value/amount", "value/currency"];
  const goods = line === "" ? GOODS.map((name) => `goods/${name}`) : [];
  return [at, ...[...quantities, ...rest, ...goods].map((name) => `${at}/${name}`)];
};

/** Where the form's fields are. */
export const fieldsOf = (form: Form): readonly string[] => [
  ...["/movement", "/status", "/lines", "/declares", "/procedure", "/transportMode", "/reference"],
  ...(besideOf(form) ? [`/${besideOf(form)}`] : []),
  ...(isDeclaredOutside(form) ? ["/counterparty"] : []),
  ...form.lines.flatMap(lineFields),
];

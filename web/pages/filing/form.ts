/** What stands in the form while it is typed: texts only, in the shape and under the names of the request. */
import type { CommandRequest, LookAnswer } from "../../api/types.ts";
import { DECIMAL, filled, type Lack, lackIfGiven, lackOf, newKey, REFERENCE } from "../../shared/lacks.ts";

export type Content = CommandRequest<"declaration.file">;
export type Amendable = CommandRequest<"declaration.request-amendment">["content"];

export type GoodsFields = {
  readonly key: string;
  readonly commodity: string;
  readonly description: string;
  readonly origin: string;
  readonly amount: string;
  readonly currency: string;
  readonly netMassKg: string;
  readonly quantities: Readonly<Record<string, string>>;
  readonly agreement: string;
  readonly certificate: string;
  readonly purpose: string;
  readonly exporter: string;
  /** "no": the origin is not proved. */
  readonly originProof: "" | "no";
  readonly quota: "" | "in";
};

export type DocumentFields = { readonly key: string; readonly kind: string; readonly number: string };

export type Form = {
  readonly reference: string;
  readonly direction: "import" | "export";
  readonly office: string;
  readonly declarant: string;
  readonly trader: string;
  readonly procedure: string;
  readonly zone: string;
  readonly transportMode: string;
  readonly conveyanceEntry: string;
  readonly transportDocument: string;
  readonly grossMassKg: string;
  readonly packages: string;
  readonly guarantee: string;
  readonly goods: readonly GoodsFields[];
  readonly documents: readonly DocumentFields[];
};

/** The fields of the form outside of its tables. */
export type HeadField = Exclude<keyof Form, "goods" | "documents">;

export const emptyGoods = (): GoodsFields => ({
  key: newKey(),
  commodity: "",
  description: "",
  origin: "",
  amount: "",
  currency: "CNY",
  netMassKg: "",
  quantities: {},
  agreement: "",
  certificate: "",
  purpose: "",
  exporter: "",
  originProof: "",
  quota: "",
});

export const emptyDocument = (kind = ""): DocumentFields => ({ key: newKey(), kind, number: "" });

export const emptyForm = (reference: string): Form => ({
  reference,
  direction: "import",
  office: "",
  declarant: "",
  trader: "",
  procedure: "0110",
  zone: "",
  transportMode: "",
  conveyanceEntry: "",
  transportDocument: "",
  grossMassKg: "",
  packages: "",
  guarantee: "",
  goods: [emptyGoods()],
  documents: [],
});

/** The form of what was filed; used for amending, and for another one like it. */
export const formOf = (content: Content): Form => ({
  reference: content.reference,
  direction: content.direction,
  office: content.office,
  declarant: content.declarant,
  trader: content.trader,
  procedure: content.procedure,
  zone: content.zone ?? "",
  transportMode: content.transportMode,
  conveyanceEntry: content.conveyanceEntry ?? "",
  transportDocument: content.transportDocument ?? "",
  grossMassKg: content.grossMassKg,
  packages: content.packages === undefined ? "" : String(content.packages),
  guarantee: content.guarantee ?? "",
  goods: content.goods.map((goods) => ({
    key: newKey(),
    commodity: goods.commodity,
    description: goods.description,
    origin: goods.origin ?? "",
    amount: goods.customsValue.amount,
    currency: goods.customsValue.currency,
    netMassKg: goods.netMassKg,
    quantities: goods.quantities ?? {},
    agreement: goods.claim?.agreement ?? "",
    certificate: goods.claim?.certificate ?? "",
    purpose: goods.purpose ?? "",
    exporter: goods.exporter ?? "",
    originProof: goods.originProof === false ? "no" : "",
    quota: goods.quota === "in" ? "in" : "",
  })),
  documents: content.documents.map(({ kind, number }) => ({ key: newKey(), kind, number })),
});

/** What the draft of a list's declaration says. */
type Draft = LookAnswer<"bonded-list.draft-declaration">["declaration"];

/** The form with what a list knows of its declaration; whoever files says the rest. */
export const drafted = (form: Form, draft: Draft): Form =>
  formOf({ ...form, ...draft } as unknown as Content);

const goodsOf = (row: GoodsFields): Content["goods"][number] => {
  const quantities = filled(row.quantities);
  return {
    commodity: row.commodity,
    description: row.description,
    ...filled({ origin: row.origin, purpose: row.purpose }),
    customsValue: { amount: row.amount, currency: row.currency },
    netMassKg: row.netMassKg,
    ...(Object.keys(quantities).length > 0 && { quantities }),
    ...(row.agreement !== "" && {
      claim: { agreement: row.agreement, ...filled({ certificate: row.certificate }) },
    }),
    ...filled({ exporter: row.exporter.trim() }),
    ...(row.originProof === "no" && { originProof: false }),
    ...(row.quota === "in" && { quota: "in" as const }),
  };
};

/** The part of the request that can be amended. */
export const amendableOf = (form: Form): Amendable => ({
  procedure: form.procedure,
  ...filled({ zone: form.zone }),
  transportMode: form.transportMode,
  ...filled({ conveyanceEntry: form.conveyanceEntry, transportDocument: form.transportDocument }),
  grossMassKg: form.grossMassKg,
  ...(form.packages !== "" && { packages: Number(form.packages) }),
  ...filled({ guarantee: form.guarantee }),
  goods: form.goods.map(goodsOf),
  documents: form.documents.map(({ kind, number }) => ({ kind, number })),
});

/** The whole request. */
export const requestOf = (form: Form): Content => {
  const { reference, direction, office, declarant, trader } = form;
  return { reference, direction, office, declarant, trader, ...amendableOf(form) };
};

const goodsLacks = (row: GoodsFields, index: number): readonly Lack[] => {
  const at = `/goods/${index}`;
  return [
    ...lackOf({ pointer: `${at}/commodity`, value: row.commodity, form: /^\d{10}$/, key: "lack.commodity" }),
    ...lackOf({
      pointer: `${at}/description`,
      value: row.description,
      form: /^[\s\S]{1,250}$/,
      key: "lack.long",
    }),
    ...lackIfGiven({ pointer: `${at}/origin`, value: row.origin, form: /^[A-Z]{2}$/, key: "lack.country" }),
    ...lackOf({
      pointer: `${at}/customsValue/amount`,
      value: row.amount,
      form: DECIMAL,
      key: "lack.decimal",
    }),
    ...lackOf({
      pointer: `${at}/customsValue/currency`,
      value: row.currency,
      form: /^[A-Z]{3}$/,
      key: "lack.currency",
    }),
    ...lackOf({ pointer: `${at}/netMassKg`, value: row.netMassKg, form: DECIMAL, key: "lack.decimal" }),
    ...Object.entries(row.quantities).flatMap(([unit, value]) =>
      lackIfGiven({ pointer: `${at}/quantities/${unit}`, value, form: DECIMAL, key: "lack.decimal" }),
    ),
  ];
};

/** Everything that can be told without asking the server: what is missing, and what is not of its form. */
export const lacksOf = (form: Form): readonly Lack[] => [
  ...lackOf({
    pointer: "/reference",
    value: form.reference,
    form: REFERENCE,
    key: "lack.reference",
  }),
  ...lackOf({ pointer: "/declarant", value: form.declarant, form: /^[0-9A-Z]{4,18}$/, key: "lack.party" }),
  ...lackOf({ pointer: "/trader", value: form.trader, form: /^[0-9A-Z]{4,18}$/, key: "lack.party" }),
  ...lackOf({ pointer: "/office", value: form.office, form: /^\d{4}$/, key: "lack.office" }),
  ...lackOf({ pointer: "/procedure", value: form.procedure, form: /^\d{4}$/, key: "lack.procedure" }),
  ...lackOf({ pointer: "/transportMode", value: form.transportMode, form: /^[0-9A-Z]$/, key: "lack.needed" }),
  ...lackOf({ pointer: "/grossMassKg", value: form.grossMassKg, form: DECIMAL, key: "lack.decimal" }),
  ...lackIfGiven({ pointer: "/packages", value: form.packages, form: /^\d{1,8}$/, key: "lack.whole" }),
  ...form.goods.flatMap(goodsLacks),
  ...form.documents.flatMap(({ kind, number }, index) => [
    ...lackOf({
      pointer: `/documents/${index}/kind`,
      value: kind,
      form: /^[0-9A-Za-z]$/,
      key: "lack.needed",
    }),
    ...lackOf({
      pointer: `/documents/${index}/number`,
      value: number,
      form: /^[\s\S]{1,250}$/,
      key: "lack.long",
    }),
  ]),
];

/** Where the form's fields are, for finding the one that a fault is about. */
export const fieldsOf = (form: Form): readonly string[] => [
  ...["reference", "direction", "declarant", "trader", "office", "procedure", "zone", "transportMode"].map(
    (name) => `/${name}`,
  ),
  ...["conveyanceEntry", "transportDocument", "grossMassKg", "packages", "guarantee"].map(
    (name) => `/${name}`,
  ),
  ...form.goods.flatMap(({ quantities }, index) => [
    ...[
      "commodity",
      "description",
      "origin",
      "customsValue/amount",
      "customsValue/currency",
      "netMassKg",
    ].map((name) => `/goods/${index}/${name}`),
    ...Object.keys(quantities).map((unit) => `/goods/${index}/quantities/${unit}`),
    ...["claim", "exporter", "originProof", "quota"].map((name) => `/goods/${index}/${name}`),
  ]),
  ...form.documents.flatMap((_, index) => [`/documents/${index}/kind`, `/documents/${index}/number`]),
];

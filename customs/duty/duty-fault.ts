/** What can be wrong with a line that is to be assessed. The types are those of the contract of `openftz assess`. */

/** The types of problem, each with the title people read first. */
export const DUTY_PROBLEM_TITLES = {
  "malformed-line": "The line cannot be read",
  "unknown-field": "The line has a field that nobody knows",
  "not-a-decimal": "A number is not written as a decimal",
  "negative-amount": "A number is below what is possible",
  "unknown-commodity": "The tariff has no line for this commodity",
  "no-rate-in-force": "No rate is in force for these goods",
  "missing-quantity": "The rate needs a quantity that is not given",
  "missing-exchange-rate": "A currency has no exchange rate",
  "claim-not-available": "This preference cannot be claimed for these goods",
  "no-quota-rate": "These goods have no rate within a quota",
  "unknown-currency": "This is no currency of ISO 4217",
} as const;

/** The last word of a problem's address, such as "unknown-commodity". */
export type DutyProblemType = keyof typeof DUTY_PROBLEM_TITLES;

/** One fault: where (a JSON pointer into the line, "" for the whole), what is wrong, and what to do next. */
export type DutyFault = {
  readonly type: DutyProblemType;
  readonly pointer: string;
  readonly detail: string;
  readonly next: string;
};

/** The fields of a request in the contract's order, which is the order faults are told in. */
export const REQUEST_FIELDS = [
  "ref",
  "date",
  "direction",
  "commodity",
  "origin",
  "claim",
  "customsValue",
  "quantities",
  "quota",
  "exporter",
  "originProof",
  "treatment",
  "rates",
  "exchangeRates",
] as const;

/** Builds a fault. */
export const dutyFault = (
  type: DutyProblemType,
  pointer: string,
  detail: string,
  next: string,
): DutyFault => ({ type, pointer, detail, next });

/** One segment of a JSON pointer (RFC 6901). */
export const pointerTo = (...segments: readonly string[]): string =>
  segments.map((segment) => `/${segment.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Shape before numbers before look-ups. */
const stageOf = (type: DutyProblemType): number => {
  if (type === "malformed-line" || type === "unknown-field") return 0;
  return type === "not-a-decimal" || type === "negative-amount" ? 1 : 2;
};

/** The fields inside a field, in the contract's order. A map, as a request may name a field "valueOf". */
const INNER_FIELDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["claim", ["agreement"]],
  ["customsValue", ["amount", "currency"]],
  ["rates", ["vat", "consumptionTax"]],
]);

/** The whole line first, then the fields in their order and what is inside them, unknown fields last. */
const placeOf = (pointer: string): number => {
  if (pointer === "") return -1;
  const [, field = "", inner] = pointer.split("/");
  return 10 * rankIn(REQUEST_FIELDS, field) + (inner === undefined ? 0 : innerRank(field, inner));
};

const innerRank = (field: string, inner: string): number => {
  const known = INNER_FIELDS.get(field);
  return known ? 1 + rankIn(known, inner) : 1;
};

const rankIn = (order: readonly string[], name: string): number => {
  const rank = order.indexOf(name);
  return rank < 0 ? order.length : rank;
};

/** The faults in the order they are told, each type and place once. */
export const inOrder = (faults: readonly DutyFault[]): readonly DutyFault[] => {
  const seen = new Set<string>();
  return [...faults]
    .sort((a, b) => stageOf(a.type) - stageOf(b.type) || placeOf(a.pointer) - placeOf(b.pointer))
    .filter(({ type, pointer }) => !seen.has(`${type} ${pointer}`) && seen.add(`${type} ${pointer}`));
};

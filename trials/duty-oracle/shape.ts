/** A request's shape and numbers: everything that can be wrong with it before anything is looked up. */
import { compare, DECIMAL, type Exact, exactOf, isZero, multiply, ONE, whole } from "./exact.ts";
import { isList, isObject, type Json, JsonNumber, type JsonObject, pointerPart, readJson } from "./json.ts";
import { COUNTRIES, CURRENCIES, FAMILIES } from "./lists.ts";
import { NotTaken, type RateText, readRate } from "./rate.ts";
import { takesAll } from "./tariff.ts";
import { isRealDay } from "./text.ts";

/** The contract prints the first fault: shape before numbers before look-ups, within each by the request's fields. */
export type Fault = {
  readonly phase: "shape" | "numbers" | "look-ups";
  readonly type: string;
  readonly pointer: string;
};
const PHASES = ["shape", "numbers", "look-ups"];

/** The request's fields, in their order. */
const FIELDS = (
  "ref date direction commodity origin claim customsValue quantities quota exporter originProof treatment rates " +
  "exchangeRates"
).split(" ");

export type Request = {
  readonly ref: string;
  readonly date: string;
  readonly direction: "import" | "export";
  readonly commodity: string;
  readonly origin: string | undefined;
  readonly claim: string | undefined;
  readonly customsValue: { readonly amount: Exact; readonly currency: string };
  readonly quantities: ReadonlyMap<string, Exact>;
  readonly quota: "in" | "out";
  readonly exporter: string | undefined;
  readonly originProof: boolean;
  readonly treatment: "general" | "mfn";
  readonly rates: { readonly vat: RateText | undefined; readonly consumptionTax: RateText | undefined };
  readonly exchangeRates: ReadonlyMap<string, Exact>;
};
/** What a line says: `request` is whole only when there are no faults. */
export type ReadRequest = {
  readonly ref: string | null;
  readonly faults: readonly Fault[];
  readonly request: Request | undefined;
};

/** Parts of fields that have an order of their own. Units and currencies have none: any may come first. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  claim: ["agreement"],
  customsValue: ["amount", "currency"],
  rates: ["vat", "consumptionTax"],
};

/** Where a fault stands: by phase, by field, by part; a field as a whole before its parts, what is not listed last. */
const placeOf = ({ phase, pointer }: Fault): number => {
  const [, field, part] = pointer.split("/");
  const found = (list: readonly string[], one: string): number =>
    list.includes(one) ? list.indexOf(one) : list.length;
  const byField = field === undefined ? 0 : 1 + found(FIELDS, field);
  const parts = Object.hasOwn(PARTS, field ?? "") ? PARTS[field ?? ""] : undefined;
  const byPart = part === undefined || parts === undefined ? 0 : 1 + found(parts, part);
  return PHASES.indexOf(phase) * 10_000 + byField * 100 + byPart;
};

/** The first of some faults, as the command prints it; several where the contract leaves open which comes first. */
export const firstOf = (faults: readonly Fault[]): readonly Fault[] => {
  const first = Math.min(...faults.map(placeOf));
  return faults.filter((fault) => placeOf(fault) === first);
};

/** Reads fields one after another and collects what is wrong with them. */
class Form {
  readonly faults: Fault[] = [];

  malformed(pointer: string): undefined {
    this.faults.push({ phase: "shape", type: "malformed-line", pointer });
  }

  /** A text that is not empty; null and absent are both undefined. */
  text(value: Json | undefined, pointer: string): string | undefined {
    if (value === undefined || value === null) return undefined;
    return typeof value === "string" && value !== "" ? value : this.malformed(pointer);
  }

  /** A text of a certain form. */
  word(value: Json | undefined, pointer: string, isGood: (text: string) => boolean): string | undefined {
    const text = this.text(value, pointer);
    return text === undefined || isGood(text) ? text : this.malformed(pointer);
  }

  object(value: Json | undefined, pointer: string): JsonObject {
    if (isObject(value)) return value;
    if (value !== undefined && value !== null) this.malformed(pointer);
    return new Map();
  }

  decimal(value: Json | undefined, pointer: string): Exact | undefined {
    const wrong = (type: string): undefined => {
      this.faults.push({ phase: "numbers", type, pointer });
    };
    if (value instanceof JsonNumber) return wrong("not-a-decimal");
    const text = this.text(value, pointer);
    if (text === undefined) return undefined;
    if (DECIMAL.test(text)) return exactOf(text);
    return wrong(text.startsWith("-") && DECIMAL.test(text.slice(1)) ? "negative-amount" : "not-a-decimal");
  }

  rate(value: Json | undefined, pointer: string): RateText | undefined {
    if (value instanceof JsonNumber) {
      this.faults.push({ phase: "numbers", type: "not-a-decimal", pointer });
      return undefined;
    }
    const text = this.text(value, pointer);
    if (text === undefined) return undefined;
    try {
      return readRate(text);
    } catch (error) {
      if (!(error instanceof NotTaken)) throw error;
      return this.malformed(pointer);
    }
  }

  needed(fields: JsonObject, name: string, pointer: string): void {
    if ((fields.get(name) ?? null) === null) this.malformed(pointer);
  }

  known(fields: JsonObject, pointer: string, names: readonly string[]): void {
    for (const name of fields.keys())
      if (!names.includes(name))
        this.faults.push({ phase: "shape", type: "unknown-field", pointer: pointer + pointerPart(name) });
  }
}

/** Quantities by unit, from whatever keys the request has. */
const quantitiesOf = (form: Form, value: Json | undefined): Map<string, Exact> => {
  const found = new Map<string, Exact>();
  for (const [unit, quantity] of form.object(value, "/quantities")) {
    const amount = form.decimal(quantity, `/quantities${pointerPart(unit)}`);
    if (amount !== undefined) found.set(unit, amount);
  }
  const disagree = FAMILIES.some((family) => {
    const inSmallest = [...found]
      // Its own units only: every object also has a "valueOf".
      .filter(([unit]) => Object.hasOwn(family, unit))
      .map(([unit, amount]) => multiply(amount, whole(family[unit]!)));
    return inSmallest.some((one) => compare(one, inSmallest[0]!) !== 0);
  });
  if (disagree) form.malformed("/quantities");
  return found;
};

/** CNY for one unit of each currency. CNY itself is worth 1, and may only be given as that. */
const exchangeRatesOf = (form: Form, value: Json | undefined): Map<string, Exact> => {
  const found = new Map<string, Exact>();
  for (const [currency, given] of form.object(value, "/exchangeRates")) {
    const pointer = `/exchangeRates${pointerPart(currency)}`;
    if (!CURRENCIES.has(currency)) form.faults.push({ phase: "look-ups", type: "unknown-currency", pointer });
    const rate = form.decimal(given, pointer);
    if (rate === undefined) continue;
    if (isZero(rate)) form.faults.push({ phase: "numbers", type: "negative-amount", pointer });
    else if (currency === "CNY" && compare(rate, ONE) !== 0) form.malformed(pointer);
    found.set(currency, rate);
  }
  return found;
};

const customsValueOf = (form: Form, value: Json | undefined): { amount: Exact; currency: string } => {
  const fields = form.object(value, "/customsValue");
  if (isObject(value))
    for (const name of ["amount", "currency"]) form.needed(fields, name, `/customsValue/${name}`);
  const amount = form.decimal(fields.get("amount"), "/customsValue/amount");
  const currency = form.text(fields.get("currency"), "/customsValue/currency");
  form.known(fields, "/customsValue", ["amount", "currency"]);
  if (currency !== undefined && !CURRENCIES.has(currency))
    form.faults.push({ phase: "look-ups", type: "unknown-currency", pointer: "/customsValue/currency" });
  return { amount: amount ?? whole(0n), currency: currency ?? "" };
};

const claimOf = (form: Form, value: Json | undefined): string | undefined => {
  const fields = form.object(value, "/claim");
  if (isObject(value)) form.needed(fields, "agreement", "/claim/agreement");
  const agreement = form.text(fields.get("agreement"), "/claim/agreement");
  form.known(fields, "/claim", ["agreement"]);
  return agreement;
};

const ratesOf = (form: Form, value: Json | undefined): Request["rates"] => {
  const fields = form.object(value, "/rates");
  const vat = form.rate(fields.get("vat"), "/rates/vat");
  const consumptionTax = form.rate(fields.get("consumptionTax"), "/rates/consumptionTax");
  if (consumptionTax !== undefined && takesAll(consumptionTax.rate)) form.malformed("/rates/consumptionTax");
  form.known(fields, "/rates", ["vat", "consumptionTax"]);
  return { vat, consumptionTax };
};

const flagOf = (form: Form, value: Json | undefined, pointer: string): boolean => {
  if (value !== undefined && value !== null && typeof value !== "boolean") form.malformed(pointer);
  return value !== false;
};

const oneOf =
  (...words: string[]) =>
  (text: string): boolean =>
    words.includes(text);

const requestOf = (form: Form, fields: JsonObject): Request => {
  for (const name of ["ref", "date", "direction", "commodity", "customsValue"])
    form.needed(fields, name, `/${name}`);
  form.known(fields, "", FIELDS);
  const word = (name: string, isGood: (text: string) => boolean): string | undefined =>
    form.word(fields.get(name), `/${name}`, isGood);
  return {
    ref: word("ref", () => true) ?? "",
    date: word("date", isRealDay) ?? "",
    direction: word("direction", oneOf("import", "export")) === "export" ? "export" : "import",
    commodity: word("commodity", (text) => /^[0-9]{2,13}$/.test(text)) ?? "",
    origin: word("origin", (text) => COUNTRIES.has(text)),
    claim: claimOf(form, fields.get("claim")),
    customsValue: customsValueOf(form, fields.get("customsValue")),
    quantities: quantitiesOf(form, fields.get("quantities")),
    quota: word("quota", oneOf("in", "out")) === "in" ? "in" : "out",
    exporter: word("exporter", () => true),
    originProof: flagOf(form, fields.get("originProof"), "/originProof"),
    treatment: word("treatment", oneOf("general", "mfn")) === "general" ? "general" : "mfn",
    rates: ratesOf(form, fields.get("rates")),
    exchangeRates: exchangeRatesOf(form, fields.get("exchangeRates")),
  };
};

const NOT_AN_OBJECT: ReadRequest = {
  ref: null,
  faults: [{ phase: "shape", type: "malformed-line", pointer: "" }],
  request: undefined,
};

/** Reads one request line; `text` is undefined when its bytes were no UTF-8. */
export const readRequest = (text: string | undefined): ReadRequest => {
  if (text === undefined) return NOT_AN_OBJECT;
  const form = new Form();
  try {
    const { value, twice } = readJson(text);
    if (!isObject(value) || isList(value)) return NOT_AN_OBJECT;
    for (const pointer of twice) form.malformed(pointer);
    const request = requestOf(form, value);
    const ref = request.ref === "" || twice.includes("/ref") ? null : request.ref;
    return { ref, faults: form.faults, request };
  } catch (error) {
    if (error instanceof SyntaxError) return NOT_AN_OBJECT;
    throw error;
  }
};

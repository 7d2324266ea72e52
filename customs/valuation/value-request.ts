/** The request of a customs value: its fields, and how they are read. */
import { type Fraction, formatDecimal, parseDecimal } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type, { type Static } from "typebox";
import { CurrencyCode, closed, Day, DecimalText } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import { ExchangeRecord, RateText, rateOn } from "../exchange/exchange.ts";
import { findFigure } from "../law/figures.ts";
import type { CustomsLaw } from "../law/law.ts";
import { ELEMENT_NAMES, type ElementName } from "./elements.ts";
import type { Charge, ValueCase } from "./value-case.ts";

const SumField = Type.Object({ amount: DecimalText, currency: CurrencyCode }, closed);

const ChargeField = Type.Object(
  {
    mark: Type.Union([Type.Literal("1"), Type.Literal("2"), Type.Literal("3")], {
      description: "1: a percentage; 2: an amount for each ton of gross mass; 3: a total.",
    }),
    amount: DecimalText,
    currency: Type.Optional(CurrencyCode),
  },
  closed,
);

/** What is asked. */
export const ComputeValue = Type.Object(
  {
    direction: Type.Union([Type.Literal("import"), Type.Literal("export")]),
    term: Type.String({
      pattern: "^[1-7]$",
      description: "The delivery term: 1 CIF, 2 C&F, 3 FOB, 4 C&I, 7 EXW.",
    }),
    price: SumField,
    inland: Type.Optional(SumField),
    freight: Type.Optional(ChargeField),
    insurance: Type.Optional(ChargeField),
    grossMassKg: Type.Optional(DecimalText),
    elements: Type.Optional(
      Type.Array(
        Type.Object(
          {
            kind: Type.Union(ELEMENT_NAMES.map((name) => Type.Literal(name))),
            amount: DecimalText,
            currency: CurrencyCode,
          },
          closed,
        ),
        { maxItems: 50 },
      ),
    ),
    day: Type.Optional(Day),
    exchangeRates: Type.Optional(
      Type.Record(Type.String({ pattern: "^[A-Z]{3}$" }), RateText, {
        ...closed,
        description: "CNY for one unit of a currency, where it is not the rate set for the day.",
      }),
    ),
  },
  {
    ...closed,
    examples: [
      {
        direction: "import",
        term: "3",
        price: { amount: "100000.00", currency: "USD" },
        freight: { mark: "3", amount: "2500.00", currency: "USD" },
        exchangeRates: { USD: "7.0288" },
      },
    ],
  },
);

type Request = Static<typeof ComputeValue>;

/** The currencies that need a rate. */
export const currenciesOf = ({
  price,
  inland,
  freight,
  insurance,
  elements = [],
}: Request): readonly string[] => {
  const named = [price, inland, freight, insurance, ...elements].map((each) => each?.currency);
  return [...new Set(named)].filter((currency) => currency !== undefined && currency !== "CNY") as string[];
};

const decimal = (text: string): Fraction => parseDecimal(text)!;
const sum = <Rest extends { readonly amount: string; readonly currency: string }>({
  amount,
  ...rest
}: Rest) => ({
  ...rest,
  amount: decimal(amount),
});

/** The request as a case; what is wrong with single fields is added to `faults`. */
export const readCase = (
  request: Request,
  day: PlainDate,
  records: Records,
  law: CustomsLaw,
  faults: Fault[],
): ValueCase => {
  const { direction, term, price, inland, freight, insurance, grossMassKg, elements = [] } = request;
  const freightCharge = readCharge(freight, "/freight", faults);
  const insuranceCharge = readCharge(insurance, "/insurance", faults);
  return {
    day,
    direction,
    term: law.deliveryTerms.get(term)!,
    price: sum(price),
    ...(inland && { inland: sum(inland) }),
    ...(freightCharge && { freight: freightCharge }),
    ...(insuranceCharge && { insurance: insuranceCharge }),
    ...(grossMassKg !== undefined && { grossMassKg: decimal(grossMassKg) }),
    elements: elements.map((each) => ({ ...sum(each), kind: each.kind as ElementName })),
    exchangeRates: readRates(request, day, records, faults),
    assumedInsurance: findFigure(law.figures.assumedInsurance, day),
  };
};

const readCharge = (charge: Request["freight"], pointer: string, faults: Fault[]): Charge | undefined => {
  if (!charge) return undefined;
  const { mark, amount, currency } = charge;
  if (mark === "1") {
    if (currency !== undefined)
      faults.push({
        pointer: `${pointer}/currency`,
        detail: "A percentage has no currency.",
        try: ["Leave it out."],
      });
    return { mark, percent: decimal(amount) };
  }
  if (currency === undefined)
    faults.push({
      pointer: `${pointer}/currency`,
      detail: "An amount needs its currency.",
      try: ["CNY", "USD"],
    });
  return { mark, amount: decimal(amount), currency: currency ?? "CNY" };
};

/** The rates that the request gives, else those set for the day. */
const readRates = (
  request: Request,
  day: PlainDate,
  records: Records,
  faults: Fault[],
): ReadonlyMap<string, Fraction> => {
  const rates = new Map<string, Fraction>();
  for (const currency of currenciesOf(request)) {
    const set = rateOn(records.find(ExchangeRecord, currency), day);
    if (set) rates.set(currency, decimal(set.rate));
  }
  for (const [currency, text] of Object.entries(request.exchangeRates ?? {})) {
    const rate = decimal(text);
    if (rate.n === 0n || currency === "CNY")
      faults.push({
        pointer: `/exchangeRates/${currency}`,
        detail: currency === "CNY" ? "CNY needs no rate." : "A rate is more than 0.",
      });
    rates.set(currency, rate);
  }
  return rates;
};

/** The rates that were used, each with the day from which it was set; null for one that the request gave. */
export const usedRates = (request: Request, { day, exchangeRates }: ValueCase, records: Records) =>
  currenciesOf(request).map((currency) => ({
    currency,
    rate: formatDecimal(exchangeRates.get(currency)!),
    from:
      request.exchangeRates?.[currency] === undefined
        ? (rateOn(records.find(ExchangeRecord, currency), day)?.from ?? null)
        : null,
  }));

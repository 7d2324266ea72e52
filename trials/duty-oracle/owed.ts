/** What is owed, in the contract's order: customs value, basis, additional duties, consumption tax, VAT. */
import {
  amountOf,
  consumptionTaxOf,
  exchangeRateOf,
  type Goods,
  type Missing,
  shareOfRate,
} from "./amount.ts";
import { add, compare, divide, type Exact, multiply, ONE, toFen, yuanText, ZERO } from "./exact.ts";
import { AGREEMENTS, LEAST_DEVELOPED } from "./lists.ts";
import { NOTHING, type RateText, readRate } from "./rate.ts";
import type { Fault, Request } from "./shape.ts";
import { type Column, concerns, exporterName, isInForce, type Remedy, type TariffLine } from "./tariff.ts";

/** A column of the tariff that may be the basis. */
type Choice = { readonly basis: string; readonly text: RateText };
/** A column with its duty; unknown when something is missing for it. */
type Duty = Choice & { readonly amount: Exact | undefined };
type Additional = { readonly remedy: Remedy; readonly text: RateText; readonly amount: Exact | undefined };

const look = (type: string, pointer: string): Fault => ({ phase: "look-ups", type, pointer });
const nothing: Missing = () => undefined;

const ZERO_RATE = readRate("0");

/** The assessment of one request on one tariff line. */
class Assessment {
  readonly faults: Fault[] = [];
  readonly #missing: Missing = (fault) => void this.faults.push(fault);
  readonly #request: Request;
  readonly #line: TariffLine;

  constructor(request: Request, line: TariffLine) {
    this.#request = request;
    this.#line = line;
  }

  /** The result without `ref` and `explanation`; unusable when there are faults. */
  run(): Record<string, unknown> {
    return this.#request.direction === "export" ? this.#export() : this.#import();
  }

  #export(): Record<string, unknown> {
    const { customsValue } = this.#request;
    const choice = this.#column("export-provisional", "exportProvisional") ??
      this.#column("export", "export") ?? { basis: "none", text: NOTHING };
    const rate = exchangeRateOf(this.#request, customsValue.currency, this.#missing);
    const fob = rate && multiply(customsValue.amount, rate);
    const goods = { request: this.#request, priced: fob };
    const share = shareOfRate(choice.text.rate, goods, nothing);
    const value = fob && share && toFen(divide(fob, add(ONE, share)));
    const duty = amountOf(choice.text.rate, value, goods, this.#missing);
    return this.#result({
      value,
      duty: { ...choice, amount: duty && toFen(duty) },
      additional: [],
      consumptionTax: { text: NOTHING, amount: ZERO },
      vat: { text: NOTHING, amount: ZERO },
      alternatives: [],
    });
  }

  #import(): Record<string, unknown> {
    const { customsValue } = this.#request;
    const rate = exchangeRateOf(this.#request, customsValue.currency, this.#missing);
    const value = rate && toFen(multiply(customsValue.amount, rate));
    const goods = { request: this.#request, priced: value };
    const { duty, compared, additional } = this.#duties(value, goods);
    const duties = sum([value, duty?.amount, ...additional.map(({ amount }) => amount)]);
    const consumptionText = this.#tax("consumptionTax");
    const consumption = consumptionTaxOf(consumptionText.rate, duties, goods, this.#missing);
    const consumptionTax = consumption && toFen(consumption);
    const vatText = this.#tax("vat");
    const vat = amountOf(vatText.rate, sum([duties, consumptionTax]), goods, this.#missing);
    return this.#result({
      value,
      duty,
      additional,
      consumptionTax: { text: consumptionText, amount: consumptionTax },
      vat: { text: vatText, amount: vat && toFen(vat) },
      alternatives: this.#alternatives(duty, compared, value, goods),
    });
  }

  #column(basis: string, column: Column): Choice | undefined {
    const text = this.#line.columns.get(column);
    return text && { basis, text };
  }

  /** A tax's rate: of the request, else of the line. */
  #tax(tax: "vat" | "consumptionTax"): RateText {
    const text = this.#request.rates[tax] ?? this.#line[tax];
    if (text === null) this.faults.push(look("no-rate-in-force", "/commodity"));
    return text ?? NOTHING;
  }

  #price(choice: Choice, value: Exact | undefined, goods: Goods, missing: Missing): Duty {
    const amount = amountOf(choice.text.rate, value, goods, missing);
    return { ...choice, amount: amount && toFen(amount) };
  }

  #needed(choice: Choice | undefined): Choice | undefined {
    if (choice === undefined) this.faults.push(look("no-rate-in-force", "/commodity"));
    return choice;
  }

  /** The basis of the duty, with the duties that were compared to find it. */
  #base(value: Exact | undefined, goods: Goods): { duty: Duty | undefined; compared: Duty[] } {
    const { quota, claim, origin, treatment } = this.#request;
    const priced = (choice: Choice | undefined) => choice && this.#price(choice, value, goods, this.#missing);
    const alone = (choice: Choice | undefined) => ({ duty: priced(choice), compared: [] });
    const ordinary = this.#column("provisional", "provisional") ?? this.#column("mfn", "mfn");
    if (quota === "in") {
      const choice = this.#column("quota-provisional", "quotaProvisional") ?? this.#column("quota", "quota");
      if (choice === undefined) this.faults.push(look("no-quota-rate", "/quota"));
      return alone(choice);
    }
    if (claim !== undefined) {
      const claimed = this.#claimable(claim);
      if (claimed === undefined || !this.#request.originProof) {
        this.faults.push(look("claim-not-available", "/claim/agreement"));
        return { duty: undefined, compared: [] };
      }
      const [mine, other] = [priced(claimed)!, priced(ordinary)];
      if (other === undefined) return { duty: mine, compared: [mine] };
      const isLower = mine.amount && other.amount && compare(other.amount, mine.amount) < 0;
      return { duty: isLower ? other : mine, compared: [other, mine] };
    }
    if (origin === undefined || treatment === "general")
      return alone(this.#needed(this.#column("general", "general")));
    return alone(this.#needed(ordinary));
  }

  /** The column that a claim names, when it covers the origin and the line has a rate for it. */
  #claimable(claim: string): Choice | undefined {
    const { origin } = this.#request;
    const { agreements, special, specialZero } = this.#line;
    if (origin === undefined) return undefined;
    if (claim !== "LD") {
      const text = AGREEMENTS.get(claim)?.includes(origin) ? agreements.get(claim) : undefined;
      return text && { basis: `agreement:${claim}`, text };
    }
    const isZero =
      specialZero.includes(origin) || (specialZero.includes("LD") && LEAST_DEVELOPED.has(origin));
    const text = special.get(origin) ?? (isZero ? ZERO_RATE : undefined);
    return text && { basis: `special:${origin}`, text };
  }

  #alternatives(
    duty: Duty | undefined,
    compared: readonly Duty[],
    value: Exact | undefined,
    goods: Goods,
  ): Duty[] {
    const claimable = [...AGREEMENTS.keys(), "LD"]
      .map((claim) => this.#claimable(claim))
      .filter((choice) => choice !== undefined)
      .map((choice) => this.#price(choice, value, goods, nothing));
    const found = new Map<string, Duty>();
    for (const one of [...compared, ...claimable])
      if (one.basis !== duty?.basis && one.amount !== undefined && !found.has(one.basis))
        found.set(one.basis, one);
    return [...found.values()];
  }

  /** The duty with the remedies on top of it. */
  #duties(
    value: Exact | undefined,
    goods: Goods,
  ): { duty: Duty | undefined; compared: readonly Duty[]; additional: Additional[] } {
    const { date, origin, originProof } = this.#request;
    const { duty, compared } = this.#base(value, goods);
    const priced = (remedy: Remedy, text: RateText): Additional => {
      const amount = amountOf(text.rate, value, goods, this.#missing);
      return { remedy, text, amount: amount && toFen(amount) };
    };
    const inForce = this.#line.remedies.filter((remedy) => isInForce(remedy, date));
    if (originProof || inForce.length === 0) {
      const mine = inForce.filter((remedy) => concerns(remedy, origin));
      return { duty, compared, additional: mine.map((remedy) => priced(remedy, this.#rateOf(remedy))) };
    }
    const every = inForce.flatMap((remedy) =>
      [remedy.rate, ...remedy.exporters.values()].map((text) => priced(remedy, text)),
    );
    const highest = every.reduce((best, one) =>
      compare(one.amount ?? ZERO, best.amount ?? ZERO) > 0 ? one : best,
    );
    const column = this.#column("general", "general");
    const general = column && this.#price(column, value, goods, this.#missing);
    const together = sum([duty?.amount, highest.amount]);
    const all = [...compared, ...(duty ? [duty] : []), ...(general ? [general] : [])];
    if (general?.amount && together && compare(together, general.amount) < 0)
      return { duty: general, compared: all, additional: [] };
    return { duty, compared: all, additional: [highest] };
  }

  /** The exporter's own rate, else the residual one. */
  #rateOf(remedy: Remedy): RateText {
    const { exporter } = this.#request;
    return (exporter === undefined ? undefined : remedy.exporters.get(exporterName(exporter))) ?? remedy.rate;
  }

  #result(found: {
    value: Exact | undefined;
    duty: Duty | undefined;
    additional: readonly Additional[];
    consumptionTax: { text: RateText; amount: Exact | undefined };
    vat: { text: RateText; amount: Exact | undefined };
    alternatives: readonly Duty[];
  }): Record<string, unknown> {
    const { value, duty, additional, consumptionTax, vat, alternatives } = found;
    const taxes = [
      duty?.amount,
      ...additional.map(({ amount }) => amount),
      consumptionTax.amount,
      vat.amount,
    ];
    const show = (amount: Exact | undefined): string => yuanText(amount ?? ZERO);
    const column = ({ basis, text, amount }: Duty) => ({
      basis,
      expression: text.text,
      amount: show(amount),
    });
    return {
      customsValue: show(value),
      currency: "CNY",
      duty: duty && column(duty),
      additional: additional.map(({ remedy: { code, kind }, text, amount }) => ({
        code,
        kind,
        expression: text.text,
        amount: show(amount),
      })),
      consumptionTax: { expression: consumptionTax.text.text, amount: show(consumptionTax.amount) },
      vat: { expression: vat.text.text, amount: show(vat.amount) },
      total: show(sum(taxes)),
      alternatives: alternatives.map(column),
    };
  }
}

const sum = (amounts: readonly (Exact | undefined)[]): Exact | undefined =>
  amounts.every((amount) => amount !== undefined) ? amounts.reduce(add, ZERO) : undefined;

/** Assesses a sound request on the tariff line that applies to it. */
export const assess = (
  request: Request,
  line: TariffLine,
): { readonly faults: readonly Fault[]; readonly result: Record<string, unknown> } => {
  const assessment = new Assessment(request, line);
  const result = assessment.run();
  return { faults: assessment.faults, result };
};

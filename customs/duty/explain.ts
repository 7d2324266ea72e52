/** An assessment in sentences a person can follow: each names rate, base, source line and legal article. */
import { formatDecimal } from "@openftz/kernel/fraction.ts";
import type { AppliedRemedy, UnprovedOrigin } from "./additional-duties.ts";
import { type AmountTexts, amountTexts, yuan } from "./amount-texts.ts";
import type { Assessment } from "./assess.ts";
import type { Basis, Candidate } from "./duty-basis.ts";
import { type Citations, citationsOn, type LegalStep } from "./duty-law.ts";
import { priceReason } from "./explain-price.ts";
import type { Column, TariffLine } from "./tariff-line.ts";

/** How sentences write what comes from outside: the texts of tariffs and requests. */
export type Spelling = {
  readonly name: (text: string) => string;
  readonly quoted: (text: string) => string;
  /** What `lineName` says. */
  readonly line: (line: TariffLine) => string;
};

/** The source line, as every sentence names it. */
export const lineName = ({ code, place }: TariffLine): string =>
  `tariff line ${code} (${place.file}, line ${place.line})`;

const AS_IT_IS: Spelling = { name: (text) => text, quoted: (text) => `"${text}"`, line: lineName };

/** The sentences in the order in which things are owed. Computed when asked. */
export const explain = (
  assessment: Assessment,
  spelling = AS_IT_IS,
  amounts = amountTexts(assessment),
): readonly string[] => {
  const it = new Explained(assessment, spelling, amounts);
  const sentences = [it.value(), it.duty()];
  for (const other of assessment.settled.choice.compared) {
    if (!it.isSettledByProof(other)) sentences.push(it.comparison(other));
  }
  if (assessment.settled.unproved) sentences.push(it.unproved(assessment.settled.unproved));
  for (const remedy of assessment.additional) sentences.push(it.remedy(remedy));
  if (assessment.case.request.direction === "import") sentences.push(it.consumptionTax(), it.vat());
  else sentences.push(it.nothingElse());
  return sentences;
};

/** The name of a column in a sentence. */
const columnName = (basis: Basis): string => {
  if (basis.startsWith("agreement:")) return `agreement ${basis.slice("agreement:".length)}`;
  if (basis.startsWith("special:")) return `special preferential (${basis.slice("special:".length)})`;
  return COLUMN_NAMES[basis] ?? basis;
};

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  mfn: "MFN",
  quota: "in-quota",
  "quota-provisional": "in-quota provisional",
  "export-provisional": "export provisional",
};

/** One assessment and the words its sentences share. */
class Explained {
  readonly #of: Assessment;
  readonly #spelling: Spelling;
  readonly #amounts: AmountTexts;
  readonly #citations: Citations;
  readonly #line: string;
  /** The customs value, as most sentences name it. */
  readonly #base: string;

  constructor(assessment: Assessment, spelling: Spelling, amounts: AmountTexts) {
    const { line, request } = assessment.case;
    this.#of = assessment;
    this.#spelling = spelling;
    this.#amounts = amounts;
    this.#citations = citationsOn(request.date);
    this.#line = spelling.line(line);
    this.#base = `${amounts.customsValue} CNY`;
  }

  #quoted(text: string): string {
    return this.#spelling.quoted(text);
  }

  #article(step: LegalStep): string {
    return this.#citations[step];
  }

  value(): string {
    const { direction, amount, currency, exchangeRates } = this.#of.case.request;
    const rate = exchangeRates.get(currency);
    const converted = rate ? ` at ${formatDecimal(rate)} CNY for one ${currency}` : "";
    const price = `price of ${formatDecimal(amount)} ${currency}${converted}`;
    return direction === "import"
      ? `The customs value of goods of ${this.#line} is the CIF ${price}: ${this.#base} (${this.#article("import-value")}).`
      : `The customs value of goods of ${this.#line} is the FOB ${price}, without the export duty in it: ${this.#base} (${this.#article("export-value")}).`;
  }

  duty(): string {
    const { basis, column } = this.#of.settled.choice.chosen;
    const article = this.#article(this.#step(basis));
    if (basis === "none")
      return `No export duty is owed on ${this.#base}: ${this.#line} has no export rate, which counts as ${this.#quoted("0")} (${article}).`;
    return `Duty by the ${columnName(basis)} rate ${this.#rateOn(column)}: ${this.#amounts.duty} CNY (${article}).`;
  }

  /** The rate with its source, its base, and why this branch of it applies. */
  #rateOn(column: Column): string {
    const price = priceReason(column, this.#of.case.bench, this.#spelling);
    const reason = price === "" ? "" : `, ${price} (${this.#article("by-price")})`;
    return `${this.#quoted(column.text)} of ${this.#line} on ${this.#base}${this.#quantities(column)}${reason}`;
  }

  #step(basis: Basis): LegalStep {
    if (this.#of.case.request.direction === "export") return "export-duty";
    if (this.#of.settled.unproved && this.#of.additional.length === 0) return "origin-proof";
    if (basis.startsWith("quota")) return "quota";
    if (this.#of.case.request.claim !== undefined || basis.includes(":")) return "claim";
    return basis === "provisional" ? "provisional" : "columns";
  }

  /** The quantities handed in, where the rate counts any. */
  #quantities({ text }: Column): string {
    const { quantities } = this.#of.case.request;
    if (quantities.size === 0 || !text.includes("/")) return "";
    let [given, separator] = ["", " and "];
    for (const [unit, quantity] of quantities) {
      given += `${separator}${formatDecimal(quantity)} ${this.#spelling.name(unit)}`;
      separator = ", ";
    }
    return given;
  }

  /** Whether a column was compared only because the origin is not proved; another sentence tells of it. */
  isSettledByProof({ basis }: Candidate): boolean {
    const { unproved } = this.#of.settled;
    return unproved !== undefined && (basis === "general" || basis === unproved.base.basis);
  }

  comparison({ basis, column, amount }: Candidate): string {
    const { chosen } = this.#of.settled.choice;
    const relation = chosen.amount === amount ? "is not lower" : "is higher";
    return (
      `The ${columnName(basis)} rate ${this.#rateOn(column)} would give ${yuan(amount)} CNY, which ${relation}, ` +
      `so the ${columnName(chosen.basis)} rate stands (${this.#article("claim")}).`
    );
  }

  unproved({ base, highest, general }: UnprovedOrigin): string {
    const { remedy, column, exporter } = highest;
    const whose = exporter === undefined ? "residual rate" : `rate of ${this.#spelling.name(exporter)}`;
    const most =
      `The origin is not proved, so the highest rate of any remedy of ${this.#line} counts: the ${whose} ` +
      `${this.#quoted(column.text)} of ${this.#spelling.name(remedy.code)}, ${yuan(highest.amount)} CNY on ${this.#base}. With the ` +
      `${columnName(base.basis)} duty of ${yuan(base.amount)} CNY it comes to ${yuan(base.amount + highest.amount)} CNY`;
    const article = this.#article("origin-proof");
    if (!general) return `${most}; the line states no general rate to compare it with (${article}).`;
    const against = `the general rate ${this.#quoted(general.column.text)}, which gives ${yuan(general.amount)} CNY`;
    return this.#of.additional.length > 0
      ? `${most}, not less than by ${against}: base duty and this remedy are owed (${article}).`
      : `${most}, less than by ${against}: the general duty is owed instead (${article}).`;
  }

  remedy({ remedy, column, exporter, amount }: AppliedRemedy): string {
    const whose = exporter === undefined ? "residual rate" : `rate of ${this.#spelling.name(exporter)}`;
    return (
      `${KIND_NAMES[remedy.kind]} duty ${this.#spelling.name(remedy.code)} by the ${whose} ${this.#rateOn(column)}: ` +
      `${yuan(amount)} CNY (${this.#article("remedy")}).`
    );
  }

  consumptionTax(): string {
    const { case: it } = this.#of;
    return (
      `Consumption tax ${this.#tax("consumptionTax")} on ${yuan(it.customsValue + this.#duties())} CNY ` +
      `(customs value and duties), as a part of the price that includes it: ${this.#amounts.consumptionTax} CNY ` +
      `(${this.#article("consumption-tax")}).`
    );
  }

  vat(): string {
    const { case: it, consumptionTax } = this.#of;
    return (
      `VAT ${this.#tax("vat")} on ${yuan(it.customsValue + this.#duties() + consumptionTax.amount)} CNY ` +
      `(customs value, duties and consumption tax): ${this.#amounts.vat} CNY (${this.#article("vat")}).`
    );
  }

  /** The rate of a tax with its source, the quantities it counts, and why this branch of it applies. */
  #tax(tax: "vat" | "consumptionTax"): string {
    const { request, line, bench } = this.#of.case;
    const column = request[tax] ?? line[tax];
    if (!column) return `${this.#quoted("0")}, as ${this.#line} names none,`;
    const source = request[tax] ? `given with the goods of ${this.#line}` : `of ${this.#line}`;
    const price = priceReason(column, bench, this.#spelling);
    return `${this.#quoted(column.text)} ${source}${this.#quantities(column)}${price === "" ? "" : `, ${price},`}`;
  }

  #duties(): bigint {
    return this.#of.additional.reduce((sum, { amount }) => sum + amount, this.#of.duty.amount);
  }

  nothingElse(): string {
    return (
      `No additional duty, consumption tax or VAT is owed on an export of goods of ${this.#line}: ` +
      `rate ${this.#quoted("0")} on ${this.#base} (${this.#article("export-free")}).`
    );
  }
}

const KIND_NAMES = {
  "anti-dumping": "Anti-dumping",
  countervailing: "Countervailing",
  safeguard: "Safeguard",
  additional: "Additional",
} as const;

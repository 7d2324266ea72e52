/**
 * What is owed on one goods line: one pure function for the command line, declarations, the policy lab and replay.
 *
 * Customs value, then duty, consumption tax and VAT, each rounded on its own, each later base made of rounded amounts.
 * The contract is `openftz assess`; the law is the Tariff Law, the consumption tax regulation and the VAT Law.
 */
import { add, divide, type Fraction, ONE } from "@openftz/kernel/fraction.ts";
import { type Bench, benchOf, chargeColumn, currencyFaults, inYuan, lackingFaults, toFen } from "./bench.ts";
import { chargeConsumptionTax } from "./consumption-tax.ts";
import {
  type Basis,
  type ChosenDuty,
  chooseExportDuty,
  chooseImportDuty,
  type DutyCase,
  exportColumn,
} from "./duty-basis.ts";
import { type DutyFault, dutyFault, inOrder } from "./duty-fault.ts";
import { FREE, percentFactor } from "./rate-column.ts";
import { readRequest } from "./read-request.ts";
import type { ReadLine, RequestLine } from "./request-line.ts";
import { type CompiledTariff, findTariffLine } from "./tariff.ts";
import type { Column, TariffLine } from "./tariff-line.ts";

/** One tax: the rate as written in the tariff, and what it comes to in fen. */
export type Charge = { readonly expression: string; readonly amount: bigint };
/** A duty on top of the base duty, such as an anti-dumping duty. */
export type AdditionalCharge = Charge & { readonly code: string; readonly kind: string };

/** A line assessed. Amounts are in fen (0.01 CNY). `case` is what alternatives and explanations are made of, when asked. */
export type Assessment = {
  readonly kind: "assessed";
  readonly ref: string;
  readonly customsValue: bigint;
  readonly duty: Charge & { readonly basis: Basis };
  readonly additional: readonly AdditionalCharge[];
  readonly consumptionTax: Charge;
  readonly vat: Charge;
  /** Duty, additional duties, consumption tax and VAT together. */
  readonly total: bigint;
  readonly case: DutyCase;
  readonly choice: ChosenDuty;
};

/** All that is wrong, in the order it is told: shape before numbers before look-ups. */
export type NotAssessed = { readonly kind: "refused"; readonly faults: readonly DutyFault[] };

/** Either an assessment, or everything that stands against one. */
export type AssessOutcome = Assessment | NotAssessed;

/** Assesses a line of a program that knows its shape. A rate that is not stated is a fault `no-rate-in-force`: hold it. */
export const assess = (line: RequestLine, tariff: CompiledTariff): AssessOutcome => assessJson(line, tariff);

/** Assesses any JSON value: whatever is wrong with it comes back as faults. */
export const assessJson = (json: unknown, tariff: CompiledTariff): AssessOutcome => {
  const read = readRequest(json);
  if (read.kind === "read") return assessRead(read.line, tariff);
  const faults = [...read.faults, ...currencyFaults(read.found)];
  const { commodity, date } = read.found;
  if (commodity !== undefined && date !== undefined) findLine({ commodity, date }, tariff, faults);
  return { kind: "refused", faults: inOrder(faults) };
};

/** Assesses a line that was read before. */
export const assessRead = (request: ReadLine, tariff: CompiledTariff): AssessOutcome => {
  const faults: DutyFault[] = [...currencyFaults(request)];
  const bench = benchOf(request);
  const value = inYuan(request, bench, faults);
  const line = findLine(request, tariff, faults);
  if (!line) return { kind: "refused", faults: inOrder(faults) };
  const outcome =
    request.direction === "import"
      ? assessImport(request, line, bench, value, faults)
      : assessExport(request, line, bench, value, faults);
  return outcome && faults.length === 0 ? outcome : { kind: "refused", faults: inOrder(faults) };
};

const findLine = (
  request: Pick<ReadLine, "commodity" | "date">,
  tariff: CompiledTariff,
  faults: DutyFault[],
): TariffLine | undefined => {
  const { commodity, date } = request;
  const found = findTariffLine(tariff, commodity, date);
  if (found.kind === "line") return found.line;
  if (found.kind === "unknown") {
    const detail = `The tariff has no line whose code ${commodity} starts with.`;
    faults.push(
      dutyFault("unknown-commodity", "/commodity", detail, "Check the code, or load the tariff it is in."),
    );
    return undefined;
  }
  const near = found.lines[0]!;
  const detail = `The tariff line ${near.code} is not in force on ${date} (${near.from ?? "always"} to ${near.to ?? "open"}).`;
  faults.push(
    dutyFault("no-rate-in-force", "/commodity", detail, "Check the date, or load the tariff of that day."),
  );
  return undefined;
};

/** FOB without the export duty that it contains: the percentage that applies divides it, a specific rate does not (art. 29). */
const assessExport = (
  request: ReadLine,
  line: TariffLine,
  bench: Bench,
  fob: Fraction,
  faults: DutyFault[],
): Assessment | undefined => {
  const applies = exportColumn(line);
  const factor = applies ? percentFactor(applies[1].rate) : undefined;
  const customsValue = toFen(factor && factor.n > 0n ? divide(fob, add(ONE, factor)) : fob);
  const it = { request, line, bench, customsValue };
  const choice = chooseExportDuty(it, faults);
  return choice && assessment(it, choice, NOTHING_OWED, NOTHING_OWED);
};

const NOTHING_OWED: Charge = { expression: "0", amount: 0n };

const assessImport = (
  request: ReadLine,
  line: TariffLine,
  bench: Bench,
  cif: Fraction,
  faults: DutyFault[],
): Assessment | undefined => {
  const it = { request, line, bench, customsValue: toFen(cif) };
  const choice = chooseImportDuty(it, faults);
  // Without a duty the taxes on it are still tried, so that a person is told of everything that is missing at once.
  const dutiable = it.customsValue + (choice?.chosen.amount ?? 0n);
  const consumptionTax = chargeTax(it, "consumptionTax", dutiable, faults);
  const vat = chargeTax(it, "vat", dutiable + (consumptionTax?.amount ?? 0n), faults);
  return choice && consumptionTax && vat && assessment(it, choice, consumptionTax, vat);
};

const TAX_NAMES = { vat: "VAT", consumptionTax: "consumption tax" } as const;

/** One of the two taxes on the goods with their duties; nothing when a fault was added. */
const chargeTax = (
  it: DutyCase,
  tax: keyof typeof TAX_NAMES,
  base: bigint,
  faults: DutyFault[],
): Charge | undefined => {
  const column = taxColumn(it, tax);
  if (column === FREE) return NOTHING_OWED;
  if (!column) {
    faults.push(notStated(it.line, tax));
    return undefined;
  }
  const charged =
    tax === "vat"
      ? chargeColumn(column, it.bench, base, it.customsValue)
      : chargeConsumptionTax(column, it.bench, base);
  if (charged.kind === "amount") return { expression: column.text, amount: charged.amount };
  faults.push(...lackingFaults(charged, `The ${TAX_NAMES[tax]} ${column.text} of ${it.line.code}`));
  return undefined;
};

/** The request's own rate before the line's; absent from both, nothing is owed; `null` says that it is not stated. */
const taxColumn = ({ request, line }: DutyCase, tax: "vat" | "consumptionTax"): Column | undefined => {
  const own = request[tax];
  if (own) return own;
  return line[tax] === null ? undefined : (line[tax] ?? FREE);
};

const notStated = (line: TariffLine, tax: "vat" | "consumptionTax"): DutyFault =>
  dutyFault(
    "no-rate-in-force",
    "/commodity",
    `The tariff line ${line.code} (${line.place.file}, line ${line.place.line}) does not state its ${TAX_NAMES[tax]}.`,
    `Look the rate up in the official schedule and give it in "rates", or complete the tariff.`,
  );

const assessment = (it: DutyCase, choice: ChosenDuty, consumptionTax: Charge, vat: Charge): Assessment => {
  const { basis, column, amount } = choice.chosen;
  return {
    kind: "assessed",
    ref: it.request.ref,
    customsValue: it.customsValue,
    duty: { basis, expression: column.text, amount },
    additional: [],
    consumptionTax,
    vat,
    total: amount + consumptionTax.amount + vat.amount,
    case: it,
    choice,
  };
};

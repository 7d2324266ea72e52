/**
 * What is owed on one goods line: one pure function for the command line, declarations, the policy lab and replay.
 *
 * Customs value, then duty, consumption tax and VAT, each rounded on its own, each later base made of rounded amounts.
 * The contract is `openftz assess`; the law is the Tariff Law, the consumption tax regulation and the VAT Law.
 */
import type { Fraction } from "@openftz/kernel/fraction.ts";
import { type AppliedRemedy, type DutyWithRemedies, withRemedies } from "./additional-duties.ts";
import { benchOf, chargeColumn, fromFen, toFen } from "./bench.ts";
import { chargeConsumptionTax } from "./consumption-tax.ts";
import { type Basis, chooseImportDuty, type DutyCase } from "./duty-basis.ts";
import { type DutyFault, dutyFault, inOrder } from "./duty-fault.ts";
import { exportDuty } from "./export-duty.ts";
import { chargeFaults, inYuan, refuseCurrencies } from "./lookup-faults.ts";
import { FREE } from "./rate-column.ts";
import { readRequest } from "./read-request.ts";
import type { ReadLine, RequestLine } from "./request-line.ts";
import { type CompiledTariff, findTariffLine } from "./tariff.ts";
import type { Column, TariffLine } from "./tariff-line.ts";

/** One tax: the rate as written in the tariff, and what it comes to in fen. */
export type Charge = { readonly expression: string; readonly amount: bigint };
/** A line assessed. Amounts are in fen (0.01 CNY). `case` is what alternatives and explanations are made of, when asked. */
export type Assessment = {
  readonly kind: "assessed";
  readonly ref: string;
  readonly customsValue: bigint;
  readonly duty: Charge & { readonly basis: Basis };
  /** Duties on top of the base duty, in the order of the tariff line; one whose rate is 0 too. */
  readonly additional: readonly AppliedRemedy[];
  readonly consumptionTax: Charge;
  readonly vat: Charge;
  /** Duty, additional duties, consumption tax and VAT together. */
  readonly total: bigint;
  readonly case: DutyCase;
  /** How the duty was chosen. */
  readonly settled: DutyWithRemedies;
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
  const faults = [...read.faults];
  refuseCurrencies(read.found, faults);
  const { commodity, date } = read.found;
  if (commodity !== undefined && date !== undefined) findLine({ commodity, date }, tariff, faults);
  return { kind: "refused", faults: inOrder(faults) };
};

/** Assesses a line that was read before. */
export const assessRead = (request: ReadLine, tariff: CompiledTariff): AssessOutcome => {
  const faults: DutyFault[] = [];
  refuseCurrencies(request, faults);
  const value = inYuan(request, faults);
  const line = findLine(request, tariff, faults);
  const assessLine = request.direction === "import" ? assessImport : assessExport;
  const outcome = line && assessLine(request, line, value, faults);
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

const NOTHING_OWED: Charge = { expression: "0", amount: 0n };

/** `fob` is in CNY; nothing when its exchange rate is not given, and then only what else is missing is looked for. */
const assessExport = (
  request: ReadLine,
  line: TariffLine,
  fob: Fraction | undefined,
  faults: DutyFault[],
): Assessment | undefined => {
  const bench = benchOf(request, fob);
  const duty = exportDuty(line, bench, fob ?? request.amount, faults);
  if (!duty) return undefined;
  const { customsValue, chosen } = duty;
  const settled = { choice: { chosen, compared: [] }, additional: [] };
  return assessment({ request, line, bench, customsValue }, settled, NOTHING_OWED, NOTHING_OWED);
};

/** `cif` is in CNY; nothing when its exchange rate is not given, and then only what else is missing is looked for. */
const assessImport = (
  request: ReadLine,
  line: TariffLine,
  cif: Fraction | undefined,
  faults: DutyFault[],
): Assessment | undefined => {
  const customsValue = toFen(cif ?? request.amount);
  const bench = benchOf(request, cif && fromFen(customsValue));
  const it = { request, line, bench, customsValue };
  const settled = withRemedies(it, chooseImportDuty(it, faults), faults);
  // Without a duty the taxes on it are still tried, so that a person is told of everything that is missing at once.
  const dutiable = customsValue + (settled ? dutiesOf(settled) : 0n);
  const consumptionTax = chargeTax(it, "consumptionTax", dutiable, faults);
  const vat = chargeTax(it, "vat", dutiable + (consumptionTax?.amount ?? 0n), faults);
  return settled && consumptionTax && vat && assessment(it, settled, consumptionTax, vat);
};

/** Base duty and additional duties together, in fen. */
const dutiesOf = ({ choice, additional }: DutyWithRemedies): bigint => {
  let sum = choice.chosen.amount;
  for (const { amount } of additional) sum += amount;
  return sum;
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
    tax === "vat" ? chargeColumn(column, it.bench, base) : chargeConsumptionTax(column, it.bench, base);
  if (charged.kind === "amount") return { expression: column.text, amount: charged.amount };
  faults.push(...chargeFaults(charged, `The ${TAX_NAMES[tax]} ${column.text} of ${it.line.code}`));
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

const assessment = (
  it: DutyCase,
  settled: DutyWithRemedies,
  consumptionTax: Charge,
  vat: Charge,
): Assessment => {
  const { basis, column, amount } = settled.choice.chosen;
  return {
    kind: "assessed",
    ref: it.request.ref,
    customsValue: it.customsValue,
    duty: { basis, expression: column.text, amount },
    additional: settled.additional,
    consumptionTax,
    vat,
    total: dutiesOf(settled) + consumptionTax.amount + vat.amount,
    case: it,
    settled,
  };
};

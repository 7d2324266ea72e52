import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import { type Assessment, type AssessOutcome, assessJson } from "../duty/assess.ts";
import { type AssessResult, resultOf } from "../duty/assess-result.ts";
import { type DutyFault, type DutyProblemType, inOrder } from "../duty/duty-fault.ts";
import { explain } from "../duty/explain.ts";
import { findTariffLine, linesUnder } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import { lookup } from "../law/command.ts";
import { EditionFile } from "../tariff/edition.ts";
import { shownLine } from "../tariff/shown-line.ts";
import { editionOn, TARIFF_ID, TariffRecord, tariffNeeds, tariffOn } from "../tariff/tariff-book.ts";
import { certificatesFor, compareColumns } from "./compare-columns.ts";
import { DutyQuestion, dayAsked, engineRequest, exchangeNeeds, ratesUsed } from "./duty-question.ts";
import { explainInChinese } from "./explain-in-chinese.ts";
import { papersFor } from "./line-papers.ts";
import { remediesOf } from "./line-remedies.ts";
import { historyNeeds, rateHistory } from "./rate-history.ts";
import { receiptOf } from "./receipt.ts";

/** A fault of a question: the type is the last word of the problem's address in `openftz assess`. */
export type QuestionFault = Fault & { readonly type: DutyProblemType };

const told = ({ type, pointer, detail, next }: DutyFault): QuestionFault => ({
  type,
  pointer,
  detail,
  try: [next],
});

/** Of a code that stands for several lines so many are told. */
const MOST_UNDER = 50;

/** While needs are still being found the edition may not be in memory yet: then the line is not known yet either. */
const lineOnceLoaded = (records: Records, day: PlainDate, commodity: string): TariffLine | undefined => {
  const adopted = editionOn(records.find(TariffRecord, TARIFF_ID), day);
  const edition = adopted && records.find(EditionFile, adopted.edition);
  const found = edition && findTariffLine(edition, commodity, day);
  return found?.kind === "line" ? found.line : undefined;
};

/**
 * What is owed on one goods line, with everything around it: the receipt, the columns side by side, what a certificate of
 * origin would save, the papers the line needs and the history of its rates. Open to everybody. A question that is not
 * whole yet, or wrong, is answered with its faults and with what can be said all the same.
 */
export const assessDuty = lookup({
  name: "duty.assess",
  title: { en: "What is owed on goods", zh: "税款试算" },
  by: "anyone",
  request: DutyQuestion,
  needs: (question, records, now) => {
    const day = dayAsked(question, now.day);
    const line = lineOnceLoaded(records, day, question.commodity);
    return [
      ...tariffNeeds(records, day, "/date"),
      ...historyNeeds(records),
      ...exchangeNeeds(question, line),
    ];
  },
  answer: (question, { records, now }, law) => {
    const day = dayAsked(question, now.day);
    const { commodity, origin, direction = "import", quota = "out" } = question;
    const found = tariffOn(records, day);
    if (!found) return { ...NOTHING, day, faults: [noTariff(day)] };
    const at = findTariffLine(found.tariff, commodity, day);
    const line = at.kind === "line" ? at.line : undefined;
    const exchange = ratesUsed(question, line, records, day);
    const request = engineRequest(question, day, exchange);
    const outcome = assessJson(request, found.tariff);
    const assessment = outcome.kind === "assessed" ? outcome : undefined;
    const result = assessment ? resultOf(assessment) : null;
    return {
      day,
      edition: found.edition,
      line: line ? shownLine(line) : null,
      under: line ? [] : linesUnder(found.tariff, commodity, day, MOST_UNDER).map(shownLine),
      exchange,
      faults: faultsOf(outcome, request, found.tariff).map(told),
      result,
      reasons: assessment
        ? { en: explain(assessment), zh: explainInChinese(assessment) }
        : { en: [], zh: [] },
      receipt: result ? receiptOf(result, direction, day) : [],
      columns: line
        ? compareColumns(
            line,
            question,
            assessment?.duty.basis,
            assessment ?? withoutClaim(outcome, request, found.tariff),
          )
        : [],
      certificates: line ? certificatesFor(line, request, found.tariff) : [],
      remedies: line ? remediesOf(line, { day, origin, direction }) : [],
      papers: line ? papersFor(law, { day, direction, commodity, origin, quota }, line) : [],
      history: rateHistory(records, commodity),
    };
  },
});

type Request = Readonly<Record<string, unknown>>;
type Tariff = Parameters<typeof assessJson>[1];

/** Any value will do to find what else is wrong beside one that cannot be read. */
const READABLE_VALUE = { amount: "1", currency: "CNY" };

/** All faults at once: a value that cannot be read would keep the engine from looking at claim, quota and quantities. */
const faultsOf = (outcome: AssessOutcome, request: Request, tariff: Tariff): readonly DutyFault[] => {
  if (outcome.kind === "assessed") return [];
  const { faults } = outcome;
  const isUnreadable = faults.some(
    ({ type, pointer }) => type === "not-a-decimal" && pointer === "/customsValue/amount",
  );
  if (!isUnreadable) return faults;
  const again = assessJson({ ...request, customsValue: READABLE_VALUE }, tariff);
  return again.kind === "refused" ? inOrder([...faults, ...again.faults]) : faults;
};

/** A claim that cannot be made is no reason to leave the columns without amounts. */
const withoutClaim = (
  outcome: AssessOutcome,
  { claim, ...request }: Request,
  tariff: Tariff,
): Assessment | undefined => {
  if (claim === undefined || outcome.kind === "assessed") return undefined;
  const again = assessJson(request, tariff);
  return again.kind === "assessed" ? again : undefined;
};

type Nothing = {
  readonly edition: string | null;
  readonly line: null;
  readonly under: readonly never[];
  readonly exchange: readonly never[];
  readonly result: AssessResult | null;
  readonly reasons: { readonly en: readonly string[]; readonly zh: readonly string[] };
  readonly receipt: readonly never[];
  readonly columns: readonly never[];
  readonly certificates: readonly never[];
  readonly remedies: readonly never[];
  readonly papers: readonly never[];
  readonly history: readonly never[];
};

const NOTHING: Nothing = {
  edition: null,
  line: null,
  under: [],
  exchange: [],
  result: null,
  reasons: { en: [], zh: [] },
  receipt: [],
  columns: [],
  certificates: [],
  remedies: [],
  papers: [],
  history: [],
};

const noTariff = (day: PlainDate): QuestionFault => ({
  type: "no-rate-in-force",
  pointer: "/date",
  detail: `No tariff is in force on ${day}.`,
  try: ["Ask for another day."],
});

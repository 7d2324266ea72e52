import { App as AntApp, Button } from "antd";
import { useMemo } from "react";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { dayText, halfOf } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { searchOf } from "../../shared/router.ts";
import { Empty, Failed, Loading, Stale } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { ColumnsPanel } from "./columns-panel.tsx";
import { useDutyFaults } from "./duty-faults.ts";
import { codeText } from "./duty-words.ts";
import { HistoryPanel } from "./history-panel.tsx";
import { foreignCurrencies } from "./more-fields.tsx";
import { PapersPanel } from "./papers-panel.tsx";
import { type Question, requestOfQuestion } from "./question.ts";
import { QuestionForm } from "./question-form.tsx";
import { ReceiptPanel } from "./receipt-panel.tsx";
import { type DutyAnswer, useDuty } from "./use-duty.ts";
import { useQuestion } from "./use-question.ts";

/** What is owed on goods, for everybody: the question on the left, the receipt on the right; the address is the question. */
const DutyPage = (_: PageProps) => {
  const { t } = useApp();
  const { question, change } = useQuestion();
  useTitle(question.commodity === "" ? t("duty.title") : `${t("duty.title")} ${question.commodity}`);
  const { answer, problem, current } = useDuty(requestOfQuestion(question));
  const units = useUnits(question, answer);
  const more = useMemo(
    () => [
      ...units.map((unit) => `/quantities/${unit}`),
      ...foreignCurrencies(question.currency, question.exchange, answer?.exchange).map(
        (code) => `/exchangeRates/${code}`,
      ),
    ],
    [units, question.currency, question.exchange, answer],
  );
  const faults = useDutyFaults(current ? answer : undefined, question, more);
  return (
    <>
      <div className="page-head">
        <h1>{t("duty.title")}</h1>
        <p className="quiet">{t("duty.help")}</p>
        <CopyLink />
        <Link href={`/tariff${searchOf({ text: question.commodity, day: question.date })}`}>
          {t("duty.toTariff")}
        </Link>
      </div>
      <div className="duty">
        <QuestionForm question={question} change={change} answer={answer} faults={faults} units={units} />
        <section
          className="panel duty-answer"
          aria-labelledby="duty-owed"
          aria-live="polite"
          aria-busy={!current}
        >
          <h2 id="duty-owed">{t("duty.owed")}</h2>
          <Owed
            question={question}
            answer={answer}
            problem={problem}
            current={current}
            faults={faults}
            change={change}
          />
        </section>
      </div>
      {answer?.line && (
        <div className={`duty-around ${current ? "" : "older"}`}>
          <ColumnsPanel answer={answer} question={question} change={change} />
          <div className="two">
            <HistoryPanel answer={answer} origin={question.origin} />
            <PapersPanel answer={answer} />
          </div>
        </div>
      )}
      {answer && <Footing answer={answer} />}
    </>
  );
};

/** The units that the line asks for, those that are given already, and those that a rate misses. */
const useUnits = ({ quantities }: Question, answer: DutyAnswer | undefined): readonly string[] =>
  useMemo(() => {
    const missing = (answer?.faults ?? []).flatMap(({ type, pointer }) =>
      type === "missing-quantity" ? [pointer.slice("/quantities/".length)] : [],
    );
    const given = Object.entries(quantities).flatMap(([unit, text]) => (text === "" ? [] : [unit]));
    return [...new Set([...(answer?.line?.units ?? []), ...given, ...missing])];
  }, [answer, quantities]);

type OwedProps = {
  readonly question: Question;
  readonly answer: DutyAnswer | undefined;
  readonly problem: Parameters<typeof Stale>[0]["problem"];
  readonly current: boolean;
  readonly faults: ReadonlyMap<string, readonly string[]>;
  readonly change: (fields: Partial<Question>) => void;
};

const EXAMPLES: readonly Partial<Question>[] = [
  { commodity: "2204210000", origin: "CL", value: "200000", currency: "CNY", quantities: { L: "1200" } },
  { commodity: "0901210000", origin: "BR", value: "15000", currency: "USD", quantities: { kg: "2000" } },
  { commodity: "8703234110", origin: "DE", value: "32000", currency: "EUR", quantities: { vehicle: "1" } },
];

const Owed = ({ question, answer, problem, current, faults, change }: OwedProps) => {
  const { t } = useApp();
  if (!answer) {
    if (problem) return <Failed problem={problem} />;
    if (!/^\d{2,13}$/.test(question.commodity))
      return (
        <Empty title={t(question.commodity === "" ? "duty.empty" : "duty.choose")}>
          <p>{t("duty.emptyText")}</p>
          {question.commodity === "" && (
            <p>
              {EXAMPLES.map((example, at) => (
                <button
                  key={example.commodity}
                  type="button"
                  className="as-link example"
                  onClick={() => change(example)}
                >
                  {t(`duty.example${at + 1}` as "duty.example1")}
                </button>
              ))}
            </p>
          )}
        </Empty>
      );
    return <Loading rows={5} />;
  }
  const stands = current ? "" : "older";
  return (
    <div className={stands}>
      <Stale problem={problem} />
      <LineName answer={answer} />
      {answer.result ? (
        <ReceiptPanel answer={answer} />
      ) : (
        <NotYet answer={answer} question={question} faults={faults} />
      )}
    </div>
  );
};

const LineName = ({ answer }: { answer: DutyAnswer }) => {
  const { language } = useApp();
  if (!answer.line) return null;
  return (
    <p className="line-name">
      <code>{codeText(answer.line.code)}</code> {halfOf(answer.line.description, language)}
    </p>
  );
};

/** Why there is no receipt: what is still asked for, or what is wrong, each with a link to its field. */
const NotYet = ({
  answer,
  question,
  faults,
}: Pick<OwedProps, "question" | "faults"> & { answer: DutyAnswer }) => {
  const { t } = useApp();
  if (faults.size === 0)
    return (
      <p className="quiet">{t(answer.line && question.value === "" ? "duty.giveValue" : "duty.asking")}</p>
    );
  return (
    <div className="banner tone-you" role="status">
      <Icon name="hand" />
      <ul>
        {[...faults].flatMap(([pointer, texts]) =>
          texts.map((text) => (
            <li key={pointer + text}>
              {pointer === "" ? (
                text
              ) : (
                <a href={`#field:${pointer}`} onClick={focusField(pointer)}>
                  {text}
                </a>
              )}
            </li>
          )),
        )}
        {question.value === "" && <li>{t("duty.giveValue")}</li>}
      </ul>
    </div>
  );
};

const focusField = (pointer: string) => (event: { preventDefault: () => void }) => {
  event.preventDefault();
  document.getElementById(`field:${pointer}`)?.focus();
};

const CopyLink = () => {
  const { t } = useApp();
  const { message } = AntApp.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    message.success(t("duty.linkCopied"));
  };
  return (
    <Button onClick={copy} icon={<Icon name="copy" size={14} />}>
      {t("duty.copyLink")}
    </Button>
  );
};

const Footing = ({ answer }: { answer: DutyAnswer }) => {
  const { t, language } = useApp();
  return (
    <p className="quiet edition">
      {t("tariff.edition", {
        day: dayText(answer.day, language),
        edition: answer.edition?.slice(0, 12) ?? t("tariff.noEdition"),
      })}
      {answer.exchange.map(({ currency, rate, source, own }) => (
        <span key={currency}>
          {" · "}
          {t(own ? "duty.ownRate" : "duty.rateUsed", { currency, rate })}
          {source && ` (${source})`}
        </span>
      ))}
      {` · ${t("duty.noAdvice")}`}
    </p>
  );
};

export default DutyPage;

import { App as AntApp, Button } from "antd";
import { useMemo } from "react";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { dayText } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { serverText } from "../../shared/problem-words.ts";
import { searchOf } from "../../shared/router.ts";
import { useTitle } from "../../shared/use-title.ts";
import { ColumnsPanel } from "./columns-panel.tsx";
import { useDutyFaults } from "./duty-faults.ts";
import { HistoryPanel } from "./history-panel.tsx";
import { foreignCurrencies } from "./more-fields.tsx";
import { OwedPanel } from "./owed-panel.tsx";
import { PapersPanel } from "./papers-panel.tsx";
import { type Question, requestOfQuestion } from "./question.ts";
import { QuestionForm } from "./question-form.tsx";
import { RemediesPanel } from "./remedies-panel.tsx";
import { type DutyAnswer, useDuty } from "./use-duty.ts";
import { useQuestion } from "./use-question.ts";

/** What is owed on goods, for everybody: the question on the left, the receipt on the right; the address is the question. */
const DutyPage = (_: PageProps) => {
  const { t } = useApp();
  const { question, change } = useQuestion();
  useTitle(`${t("duty.title")} ${question.commodity}`.trim());
  const { answer, problem, current } = useDuty(requestOfQuestion(question));
  const units = useUnits(question, answer);
  const more = useMemo(() => {
    const currencies = foreignCurrencies(question.currency, question.exchange, answer?.exchange);
    return [
      ...units.map((unit) => `/quantities/${unit}`),
      ...currencies.map((currency) => `/exchangeRates/${currency}`),
    ];
  }, [units, question.currency, question.exchange, answer]);
  const faults = useDutyFaults(current ? answer : undefined, question, more);
  const shared = { question, change, answer, faults };
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
        <QuestionForm {...shared} units={units} />
        <OwedPanel {...shared} problem={problem} current={current} />
      </div>
      {answer?.line && (
        <div className={`duty-around ${current ? "" : "older"}`}>
          <ColumnsPanel answer={answer} question={question} change={change} />
          <div className="two">
            <HistoryPanel answer={answer} origin={question.origin} />
            <div className="stack">
              <RemediesPanel answer={answer} />
              <PapersPanel answer={answer} />
            </div>
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

/** What the answer rests on: the edition, and the rates of exchange with their sources. */
const Footing = ({ answer }: { answer: DutyAnswer }) => {
  const { t, language } = useApp();
  const edition = t("tariff.edition", {
    day: dayText(answer.day, language),
    edition: answer.edition?.slice(0, 12) ?? t("tariff.noEdition"),
  });
  const rates = answer.exchange.map(({ currency, rate, source, own }) => {
    const told = t(own ? "duty.ownRate" : "duty.rateUsed", { currency, rate });
    return source ? `${told} (${serverText(language, source)})` : told;
  });
  return <p className="quiet edition">{[edition, ...rates, t("duty.noAdvice")].join(" · ")}</p>;
};

export default DutyPage;

import { lazy, Suspense, useMemo } from "react";
import { useApp } from "../../app/context.tsx";
import { dayText, rateText } from "../../shared/format.ts";
import { TableHead } from "../../shared/table-head.tsx";
import { useDutyWords } from "./duty-words.ts";
import { historySentence, historySeries } from "./history.ts";
import type { DutyAnswer } from "./use-duty.ts";

const StepChart = lazy(() => import("./step-chart.tsx"));

/** The rates that every period tells; those of agreements follow them. */
const RATES = ["mfn", "provisional", "general"] as const;

/** The rates of the line over the editions: a sentence, a step chart, and the table behind it. */
export const HistoryPanel = ({ answer, origin }: { answer: DutyAnswer; origin: string }) => {
  const { t, language, start } = useApp();
  const { columnName } = useDutyWords();
  const { history, columns } = answer;
  const claims = useMemo(
    () =>
      columns.flatMap(({ basis, claim }) =>
        claim !== null && basis.startsWith("agreement:") ? [claim] : [],
      ),
    [columns],
  );
  const series = useMemo(
    () => historySeries(history, claims, (basis) => columnName(basis)),
    [history, claims, columnName],
  );
  if (history.length === 0) return null;
  const [key, values] = historySentence(history);
  const day = (text: string) => dayText(text, language);
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, /^\d{4}-/.test(value) ? day(value) : value]),
  );
  return (
    <section className="panel" aria-labelledby="duty-history">
      <h2 id="duty-history">{t("duty.history")}</h2>
      <p>{t(key, words)}</p>
      {series.length > 0 && (
        <Suspense fallback={<div className="step-chart" />}>
          <StepChart series={series} today={start.today} label={t("duty.historyChart")} />
        </Suspense>
      )}
      <details className="behind">
        <summary>{t("duty.historyTable")}</summary>
        <div className="scroll">
          <table className="data">
            <TableHead
              columns={[
                [t("duty.period")],
                ...RATES.map((name) => [t(`rate.${name}`), "number"] as const),
                ...claims.map((claim) => [claim, "number"] as const),
                [t("rate.vat"), "number"],
                [t("duty.source")],
              ]}
            />
            <tbody>
              {history.map((period) => (
                <tr key={period.from}>
                  <td data-label={t("duty.period")}>
                    {day(period.from)} – {period.to === null ? t("duty.openEnd") : day(period.to)}
                  </td>
                  {RATES.map((name) => (
                    <td key={name} data-label={t(`rate.${name}`)} className="number">
                      {period[name] === null ? "–" : rateText(period[name])}
                    </td>
                  ))}
                  {claims.map((claim) => (
                    <td key={claim} data-label={claim} className="number">
                      {period.agreements[claim] === undefined ? "–" : rateText(period.agreements[claim])}
                    </td>
                  ))}
                  <td data-label={t("rate.vat")} className="number">
                    {period.vat === null ? t("duty.notStated") : rateText(period.vat)}
                  </td>
                  <td data-label={t("duty.source")} className="source" title={period.source}>
                    {period.source}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {origin === "" && <p className="quiet">{t("duty.historyOrigin")}</p>}
    </section>
  );
};

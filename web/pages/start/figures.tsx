import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { groupDigits } from "../../shared/format.ts";
import { Answered } from "../../shared/states.tsx";
import { type DayFigures, dayBefore, figuresOf } from "./counts.ts";
import { LaneBar } from "./lane-bar.tsx";

const FIGURES = ["filed", "released", "held"] as const;

/** One line: what the system did today, with yesterday beside it. */
export const Figures = () => {
  const { t, start } = useApp();
  const yesterday = dayBefore(start.today);
  const asked = useList(
    "overview.counts",
    { from: yesterday, until: start.today },
    { everyMs: 15_000, limit: 100 },
  );
  return (
    <section className="figures" aria-label={t("figures.label")}>
      <Answered asked={asked} rows={1}>
        {(counts) => <Line today={figuresOf(counts, start.today)} before={figuresOf(counts, yesterday)} />}
      </Answered>
    </section>
  );
};

const Line = ({ today, before }: { today: DayFigures; before: DayFigures }) => {
  const { t } = useApp();
  return (
    <>
      {FIGURES.map((figure) => (
        <div key={figure} className="figure">
          <span>{t(`figures.${figure}`)}</span>
          <b>{groupDigits(String(today[figure]))}</b>
          <small>{t("figures.before", { count: groupDigits(String(before[figure])) })}</small>
        </div>
      ))}
      <div className="figure">
        <span>{t("figures.tax")}</span>
        <b>{groupDigits(String(today.taxYuan))}</b>
        <small>{t("figures.before", { count: groupDigits(String(before.taxYuan)) })}</small>
      </div>
      <LaneBar lanes={today.lanes} />
    </>
  );
};

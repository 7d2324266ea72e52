import { useApp } from "../../app/context.tsx";
import { clockOf, dayText, groupDigits, legalDayOf } from "../../shared/format.ts";
import { type Level, levelsOf, type Move, roundTop, statusesIn, stepArea } from "./moves.ts";

const WIDTH = 1000;
const HEIGHT = 120;

/** The stock over time as steps, one picture for each status; what is reserved lies on what is available. */
export const StockChart = ({ moves, unit }: { moves: readonly Move[]; unit: string }) => (
  <>
    {statusesIn(moves).map((status) => (
      <OneStatus key={status} levels={levelsOf(moves, status)} status={status} unit={unit} />
    ))}
  </>
);

const whole = ({ free, reserved }: Level): number => free + reserved;

const OneStatus = (props: { levels: readonly Level[]; status: string; unit: string }) => {
  const { levels } = props;
  const { t, word, language } = useApp();
  const [status, unit] = [word("goodsStatus", props.status), word("unit", props.unit)];
  const from = levels[0]!.at;
  const to = Math.max(Date.now(), levels.at(-1)!.at);
  const top = roundTop(Math.max(...levels.map(whole)));
  const box = { width: WIDTH, height: HEIGHT, top, from, to };
  const [begin, end] = [from, to].map((at) => new Date(at).toISOString()) as [string, string];
  const sameDay = legalDayOf(begin) === legalDayOf(end);
  const when = (at: string) =>
    dayText(legalDayOf(at), language) + (sameDay ? ` ${clockOf(at).slice(0, 5)}` : "");
  return (
    <figure className="stock-chart panel">
      <div className="stock-legend">
        <b>
          {t("line.chartTitle")} · {status}
        </b>
        <span>
          <i className="free" /> {t("line.chartAvailable")}
        </span>
        <span>
          <i className="reserved" /> {t("line.chartReserved")}
        </span>
        <span className="stock-top number">
          {groupDigits(String(top))} {unit}
        </span>
      </div>
      <div className="stock-plot">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={t("line.chart", { status, unit })}
        >
          <path className="reserved" d={stepArea(levels, whole, box)} />
          <path className="free" d={stepArea(levels, ({ free }) => free, box)} />
        </svg>
      </div>
      <figcaption>
        <span>{when(begin)}</span>
        <span>{when(end)}</span>
      </figcaption>
    </figure>
  );
};

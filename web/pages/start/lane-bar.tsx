import { useApp } from "../../app/context.tsx";
import type { DayFigures } from "./counts.ts";

const LANES = ["release", "documents", "inspect"] as const;

/** The lanes of a day as one bar, with its figures as text below: the picture is never the only way to read them. */
export const LaneBar = ({ lanes }: { lanes: DayFigures["lanes"] }) => {
  const { t, word } = useApp();
  const total = LANES.reduce((sum, lane) => sum + lanes[lane], 0);
  return (
    <div className="figure lanes">
      <span>{t("figures.lanes")}</span>
      <div className="lane-bar" aria-hidden="true">
        {LANES.map(
          (lane) =>
            total > 0 && <i key={lane} className={`lane-${lane}`} style={{ flexGrow: lanes[lane] }} />,
        )}
      </div>
      <small>
        {LANES.map((lane) => (
          <span key={lane}>
            <i className={`dot lane-${lane}`} aria-hidden="true" /> {word("lane", lane)} {lanes[lane]}
          </span>
        ))}
      </small>
    </div>
  );
};

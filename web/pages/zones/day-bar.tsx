import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { useApp } from "../../app/context.tsx";
import { daysBetween, dayText } from "../../shared/format.ts";
import { dayAfter, neighbours, reachOf } from "./days.ts";

const STILL_MS = 120;

type Props = {
  readonly day: string;
  /** Days on which something changes, in their order. */
  readonly changes: readonly string[];
  readonly go: (day: string) => void;
};

/** The day of the map: a slider over all that is known, the changes before and after, and the day itself. */
export const DayBar = ({ day, changes, go }: Props) => {
  const { t, language, start } = useApp();
  const { first, last } = reachOf(changes, start.today);
  const [moving, setMoving] = useState<string>();
  const shown = moving ?? day;
  useEffect(() => {
    if (moving === undefined) return;
    const timer = setTimeout(() => {
      go(moving);
      setMoving(undefined);
    }, STILL_MS);
    return () => clearTimeout(timer);
  }, [moving, go]);
  const { before, after } = neighbours(changes, day);
  return (
    <search className="day-bar">
      <Button disabled={!before} onClick={() => before && go(before)}>
        ◂ {t("zone.earlier")}
      </Button>
      <input
        type="range"
        min={0}
        max={daysBetween(first, last)}
        value={daysBetween(first, shown)}
        aria-label={t("zone.day")}
        aria-valuetext={dayText(shown, language)}
        list="zone-changes"
        onChange={(event) => setMoving(dayAfter(first, Number(event.target.value)))}
      />
      <datalist id="zone-changes">
        {changes.map((change) => (
          <option key={change} value={daysBetween(first, change)} />
        ))}
      </datalist>
      <Button disabled={!after} onClick={() => after && go(after)}>
        {t("zone.later")} ▸
      </Button>
      <Input
        type="date"
        value={shown}
        aria-label={t("zone.day")}
        onChange={(event) => event.target.value !== "" && go(event.target.value)}
      />
      <Button disabled={day === start.today} onClick={() => go(start.today)}>
        {t("zone.today")}
      </Button>
    </search>
  );
};

import { useApp } from "../app/context.tsx";
import { daysBetween, dayText } from "./format.ts";

const FAR = 90;

/** A deadline: the days left first, then its date. */
export const DueDay = ({ day }: { day: string }) => {
  const { t, start, language } = useApp();
  const left = daysBetween(start.today, day);
  const words =
    left < 0
      ? t(left === -1 ? "due.pastOne" : "due.past", { count: -left })
      : left === 0
        ? t("due.today")
        : t(left === 1 ? "due.one" : "due.many", { count: left });
  // Far away, the date alone says more than a number of days.
  if (left > FAR) return <span className="due">{dayText(day, language)}</span>;
  return (
    <span className={`due ${left < 0 ? "late" : left <= 3 ? "soon" : ""}`}>
      {words} <small>{dayText(day, language)}</small>
    </span>
  );
};

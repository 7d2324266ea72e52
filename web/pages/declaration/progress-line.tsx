import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { clockOf, dayText, legalDayOf } from "../../shared/format.ts";
import { Icon, type IconName } from "../../shared/icon.tsx";
import { progressOf } from "./progress.ts";

const ICONS: Readonly<Record<"done" | "now" | "later", IconName>> = {
  done: "check",
  now: "clock",
  later: "next",
};

/** The way of a declaration as a line: done, now, still to come; each with its word and time. */
export const ProgressLine = ({ declaration }: { declaration: ShownDeclaration }) => {
  const { t, language, start } = useApp();
  const when = (at: string) => {
    const day = legalDayOf(at);
    return day === start.today ? clockOf(at) : dayText(day, language);
  };
  return (
    <ol className="progress">
      {progressOf(declaration).map(({ name, state, at }) => (
        <li key={name} className={state} {...(state === "now" && { "aria-current": "step" as const })}>
          <span className="progress-dot">
            <Icon name={ICONS[state]} size={12} />
          </span>
          <b>{t(state === "now" ? `progress.${name}.now` : `progress.${name}`)}</b>
          <small>{at ? when(at) : ""}</small>
        </li>
      ))}
    </ol>
  );
};

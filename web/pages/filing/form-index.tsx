import { useApp } from "../../app/context.tsx";
import { Icon } from "../../shared/icon.tsx";
import type { Mistake } from "../../shared/marks.ts";

const PARTS = ["who", "transport", "goods", "documents"] as const;
const WHO = ["reference", "direction", "declarant", "trader", "office"];

const partOf = ({ pointer }: Mistake): (typeof PARTS)[number] => {
  const [, first = ""] = pointer.replace(/^\/content/, "").split("/");
  if (first === "goods" || first === "documents") return first;
  return WHO.includes(first) ? "who" : "transport";
};

/** The parts of the page, each with what is left to do in it. */
export const FormIndex = ({ mistakes, attempted }: { mistakes: readonly Mistake[]; attempted: boolean }) => {
  const { t } = useApp();
  return (
    <nav className="form-index" aria-label={t("filing.index")}>
      <ol>
        {PARTS.map((part) => {
          const left = mistakes.filter((mistake) => partOf(mistake) === part).length;
          return (
            <li key={part}>
              <a href={`#${part}`}>{t(`filing.${part}`)}</a>
              {left === 0 ? (
                <span className="tone-done">
                  <Icon name="check" size={14} /> {t("filing.complete")}
                </span>
              ) : (
                <span className={attempted ? "tone-stopped" : "quiet"}>
                  {t("filing.left", { count: left })}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};

import { useApp } from "../../app/context.tsx";
import { dayText, rateText } from "../../shared/format.ts";
import { Tag } from "../../shared/tag.tsx";
import { useDutyWords } from "./duty-words.ts";
import type { DutyAnswer } from "./use-duty.ts";

type Remedy = DutyAnswer["remedies"][number];

/** The trade remedies of the line: against whom, at which rates, when, and whether they hit these goods. */
export const RemediesPanel = ({ answer }: { answer: DutyAnswer }) => {
  const { t } = useApp();
  return (
    <section className="panel" aria-labelledby="duty-remedies">
      <h2 id="duty-remedies">{t("duty.remedies")}</h2>
      {answer.remedies.length === 0 ? (
        <p className="quiet">{t("duty.noRemedies")}</p>
      ) : (
        <ul className="duty-list">
          {answer.remedies.map((remedy) => (
            <li key={`${remedy.code} ${remedy.from}`}>
              <Remedy remedy={remedy} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Remedy = ({ remedy }: { remedy: Remedy }) => {
  const { t, word, language } = useApp();
  const { countries } = useDutyWords();
  const { code, kind, origins, exceptOrigins, expression, exporters, from, to, hits } = remedy;
  const against =
    origins === "all" ? t("duty.remedyForAll") : t("duty.remedyFor", { countries: countries(origins) });
  const except =
    exceptOrigins.length > 0 ? t("duty.remedyExcept", { countries: countries(exceptOrigins) }) : "";
  const day = (text: string | null) => (text === null ? t("duty.openEnd") : dayText(text, language));
  return (
    <div className="remedy">
      <p className="remedy-head">
        <b>{word("remedy", kind)}</b> <code>{code}</code>
        <Tag tone={hits ? "you" : "closed"}>{t(hits ? "duty.remedyHits" : "duty.remedyMisses")}</Tag>
      </p>
      <p>{[against, except].filter(Boolean).join(language === "zh" ? "，" : ", ")}</p>
      <p>{t("duty.remedyRate", { rate: rateText(expression) })}</p>
      {(from !== null || to !== null) && (
        <p className="quiet">
          {from === null ? "" : day(from)} – {day(to)}
        </p>
      )}
      {exporters.length > 0 && (
        <details>
          <summary>{t("duty.exporterRates", { count: exporters.length })}</summary>
          <ul className="exporters">
            {exporters.map(({ name, expression: rate }) => (
              <li key={name}>
                <span>{name}</span> <b>{rateText(rate)}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
};

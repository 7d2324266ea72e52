import { useApp } from "../../app/context.tsx";
import { Icon } from "../../shared/icon.tsx";
import type { DutyAnswer } from "./use-duty.ts";

/** The papers that the line needs, each with the measure that asks for it. */
export const PapersPanel = ({ answer }: { answer: DutyAnswer }) => {
  const { t, language } = useApp();
  return (
    <section className="panel" aria-labelledby="duty-papers">
      <h2 id="duty-papers">{t("duty.papers")}</h2>
      {answer.papers.length === 0 ? (
        <p className="quiet">{t("duty.noPapers")}</p>
      ) : (
        <ul className="duty-list">
          {answer.papers.map(({ kind, name, measures }) => (
            <li key={kind}>
              <Icon name="file" size={14} />
              <div>
                <code>{kind}</code> <b>{name ? name[language] : t("duty.unknownPaper")}</b>
                {measures.map(({ measure, sentence, citation }) => (
                  <p key={measure}>
                    {sentence[language]} <small className="quiet">{citation.text}</small>
                  </p>
                ))}
                {measures.length === 0 && <p className="quiet">{t("duty.paperOfSource")}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

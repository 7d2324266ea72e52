import type { ExplainedRule } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";

/** A rule in the law's own words: its sentence, the article, and the facts that it read. */
export const Rule = ({ rule, yielded = false }: { rule: ExplainedRule; yielded?: boolean }) => {
  const { t, word, language } = useApp();
  const { texts, measure, because } = rule;
  const shown = (fact: string, value: unknown): string => {
    if (Array.isArray(value)) return value.length === 0 ? t("why.nothing") : value.join(", ");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    return value === "" ? t("why.nothing") : word(`value.${fact}`, String(value));
  };
  return (
    <div className={`rule ${yielded ? "yielded" : ""}`}>
      {texts && <p className="rule-sentence">{texts.sentence[language]}</p>}
      {texts && (
        <p className="citation">
          {texts.citation.text}
          {!texts.citation.confirmed && <em> {t("why.unconfirmed")}</em>}
        </p>
      )}
      {because.length > 0 && (
        <dl className="because">
          {because.map(({ fact, value }) => (
            <div key={fact}>
              <dt>{word("fact", fact)}</dt>
              <dd>{shown(fact, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <code className="measure">{measure}</code>
    </div>
  );
};

import { useState } from "react";
import type { Explanation, ShownDeclaration } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { Icon } from "../../shared/icon.tsx";
import { Answered } from "../../shared/states.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { Rule } from "./rule.tsx";

/** Why it was decided so: every question with its answer; one click more shows the rule, the article and the facts. */
export const Reasons = (props: {
  number: string;
  asOf: string | undefined;
  examination: ShownDeclaration["examination"];
}) => {
  const { number, asOf } = props;
  const { t } = useApp();
  const asked = useLook("declaration.explain", { declaration: number }, { asOf });
  return (
    <section className="panel" aria-labelledby="why">
      <h2 id="why" tabIndex={-1}>
        {t("show.why")} <kbd>e</kbd>
      </h2>
      <Answered asked={asked} rows={4}>
        {({ declaration, goods }) => (
          <>
            {declaration.map((explanation) => (
              <Question key={explanation.question} explanation={explanation} />
            ))}
            {goods.map((explanations, index) =>
              explanations
                .filter(({ kind }) => kind !== "silent")
                .map((explanation) => (
                  <Question
                    key={`${explanation.question} ${index + 1}`}
                    explanation={explanation}
                    item={index + 1}
                  />
                )),
            )}
          </>
        )}
      </Answered>
    </section>
  );
};

const Question = ({ explanation, item }: { explanation: Explanation; item?: number }) => {
  const { t, word, language } = useApp();
  const { documentName } = useCodes();
  const [open, setOpen] = useState(false);
  const { question, kind, answers, conflict, overruled } = explanation;
  const valueText = (value: unknown) => {
    if (question === "documents") return `${value} ${documentName(String(value))}`;
    return question === "paymentDays"
      ? t("why.days", { count: String(value) })
      : word(`answer.${question}`, String(value));
  };
  const told =
    kind === "conflict"
      ? t("why.conflict")
      : answers.length === 0
        ? t("why.silent")
        : answers.map(({ value }) => valueText(value)).join(", ");
  const [first] = answers;
  return (
    <div className="question">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? "down" : "next"} size={12} />
        <span className="question-name">
          {word("question", question)}
          {item !== undefined && <small> {t("filing.item", { item })}</small>}
        </span>
        <b className={kind === "conflict" ? "tone-stopped" : ""}>{told}</b>
        {!open && first?.rule.texts && (
          <span className="question-sentence">{first.rule.texts.sentence[language]}</span>
        )}
      </button>
      {open && (
        <div className="rules">
          {answers.map(({ rule }) => (
            <Rule key={rule.measure} rule={rule} />
          ))}
          {conflict.map((rule) => (
            <Rule key={rule.measure} rule={rule} />
          ))}
          {overruled.length > 0 && <h3>{t("why.overruled")}</h3>}
          {overruled.map((rule) => (
            <Rule key={rule.measure} rule={rule} yielded />
          ))}
        </div>
      )}
    </div>
  );
};

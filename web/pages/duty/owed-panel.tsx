import type { Problem } from "@openftz/customs/define/problem.ts";
import { useApp } from "../../app/context.tsx";
import { halfOf } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { Empty, Failed, Loading, Stale } from "../../shared/states.tsx";
import { TariffOption } from "../../shared/tariff-option.tsx";
import { codeText } from "./duty-words.ts";
import type { Question } from "./question.ts";
import { ReceiptPanel } from "./receipt-panel.tsx";
import type { DutyAnswer } from "./use-duty.ts";

type Props = {
  readonly question: Question;
  readonly change: (fields: Partial<Question>) => void;
  readonly answer: DutyAnswer | undefined;
  readonly problem: Problem | undefined;
  /** The answer belongs to what is typed. */
  readonly current: boolean;
  readonly faults: ReadonlyMap<string, readonly string[]>;
};

/** The right side: the receipt, or what is still asked for, or what is wrong. */
export const OwedPanel = (props: Props) => {
  const { t } = useApp();
  const { question, answer, problem, current } = props;
  return (
    <section className="panel duty-answer" aria-labelledby="duty-owed" aria-live="polite">
      <h2 id="duty-owed">{t("duty.owed")}</h2>
      {answer ? (
        <div className={current ? "" : "older"}>
          <Stale problem={problem} />
          <LineName answer={answer} />
          {answer.result ? <ReceiptPanel answer={answer} /> : <NotYet {...props} answer={answer} />}
        </div>
      ) : (
        <Nothing question={question} problem={problem} change={props.change} />
      )}
    </section>
  );
};

const EXAMPLES = [
  ["duty.example1", { commodity: "2204210000", origin: "CL", value: "200000", quantities: { L: "1200" } }],
  [
    "duty.example2",
    { commodity: "0901210000", origin: "BR", value: "15000", currency: "USD", quantities: { kg: "2000" } },
  ],
  [
    "duty.example3",
    { commodity: "8703234110", origin: "DE", value: "32000", currency: "EUR", quantities: { vehicle: "1" } },
  ],
] as const;

/** There is no answer: nothing was asked, it is on its way, or it cannot be had. */
const Nothing = ({ question, problem, change }: Pick<Props, "question" | "problem" | "change">) => {
  const { t } = useApp();
  if (problem) return <Failed problem={problem} />;
  if (/^\d{2,13}$/.test(question.commodity)) return <Loading rows={5} />;
  return (
    <Empty title={t(question.commodity === "" ? "duty.empty" : "duty.choose")}>
      <p>{t("duty.emptyText")}</p>
      {question.commodity === "" && (
        <p>
          {EXAMPLES.map(([name, example]) => (
            <button key={name} type="button" className="as-link example" onClick={() => change(example)}>
              {t(name)}
            </button>
          ))}
        </p>
      )}
    </Empty>
  );
};

const LineName = ({ answer }: { answer: DutyAnswer }) => {
  const { language } = useApp();
  if (!answer.line) return null;
  return (
    <p className="line-name">
      <code>{codeText(answer.line.code)}</code> {halfOf(answer.line.description, language)}
    </p>
  );
};

/** Why there is no receipt: which line is meant, what is still asked for, or what is wrong, each with a link to its field. */
const NotYet = ({ answer, question, faults, change }: Props & { answer: DutyAnswer }) => {
  const { t } = useApp();
  if (answer.under.length > 0) return <LinesUnder lines={answer.under} change={change} />;
  if (faults.size === 0)
    return (
      <p className="quiet">{t(answer.line && question.value === "" ? "duty.giveValue" : "duty.asking")}</p>
    );
  return (
    <div className="banner tone-you" role="status">
      <Icon name="hand" />
      <ul>
        {[...faults].flatMap(([pointer, texts]) =>
          texts.map((text) => (
            <li key={pointer + text}>{pointer === "" ? text : <ToField pointer={pointer} text={text} />}</li>
          )),
        )}
        {answer.line && question.value === "" && <li>{t("duty.giveValue")}</li>}
      </ul>
    </div>
  );
};

const ToField = ({ pointer, text }: { pointer: string; text: string }) => (
  <button
    type="button"
    className="as-link"
    onClick={() => document.getElementById(`field:${pointer}`)?.focus()}
  >
    {text}
  </button>
);

/** A code that stands for several lines: one of them is meant. */
const LinesUnder = ({ lines, change }: { lines: DutyAnswer["under"] } & Pick<Props, "change">) => {
  const { t } = useApp();
  return (
    <>
      <p>{t("duty.chooseUnder")}</p>
      <ul className="under">
        {lines.map((line) => (
          <li key={line.code}>
            <button type="button" onClick={() => change({ commodity: line.code })}>
              <TariffOption line={line} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

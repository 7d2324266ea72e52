import { Button } from "antd";
import { useState } from "react";
import { useApp } from "../../app/context.tsx";
import { fenOfYuan, groupDigits, rateText } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { TableHead } from "../../shared/table-head.tsx";
import { Tag } from "../../shared/tag.tsx";
import { useDutyWords } from "./duty-words.ts";
import type { Question } from "./question.ts";
import type { DutyAnswer } from "./use-duty.ts";

type Column = DutyAnswer["columns"][number];
type Props = {
  readonly answer: DutyAnswer;
  readonly question: Question;
  readonly change: (fields: Partial<Question>) => void;
};

/** So few columns for other origins are shown without being asked for. */
const FEW = 3;

/** The columns of the line side by side, each with the duty it would come to; above them what a certificate is worth. */
export const ColumnsPanel = (props: Props) => {
  const { t } = useApp();
  const { answer } = props;
  const [all, setAll] = useState(false);
  const near = answer.columns.filter(isNear);
  const far = answer.columns.length - near.length;
  const shown = all || far <= FEW ? answer.columns : near;
  const most = answer.columns.reduce((top, { amount }) => (fen(amount) > top ? fen(amount) : top), 1n);
  return (
    <section className="panel" aria-labelledby="duty-columns">
      <h2 id="duty-columns">{t("duty.columns")}</h2>
      <Worth {...props} />
      <div className="scroll">
        <table className="data duty-columns">
          <TableHead
            columns={[
              [t("duty.column")],
              [t("duty.origins")],
              [t("duty.rate"), "number"],
              [t("duty.dutyCny"), "number"],
              [t("duty.standing")],
            ]}
          />
          <tbody>
            {shown.map((column) => (
              <ColumnRow key={column.basis + column.expression} column={column} most={most} />
            ))}
          </tbody>
        </table>
      </div>
      {far > FEW && (
        <button type="button" className="as-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("duty.fewerColumns") : t("duty.moreColumns", { count: far })}
        </button>
      )}
    </section>
  );
};

/** Columns that this question is about: those for every origin, and those that its own may claim. */
const isNear = ({ origins, applies, claim }: Column): boolean =>
  origins === null || applies || claim !== null;

const fen = (amount: string | null): bigint => (amount === null ? 0n : fenOfYuan(amount));

const ColumnRow = ({ column, most }: { column: Column; most: bigint }) => {
  const { t } = useApp();
  const { columnName, countries } = useDutyWords();
  const { basis, expression, origins, amount, applies, claim } = column;
  const width = Number((fen(amount) * 1000n) / most) / 10;
  return (
    <tr className={applies ? "applies" : ""}>
      <td data-label={t("duty.column")}>
        <span>
          <b>{columnName(basis)}</b> {basis.startsWith("agreement:") && <code>{basis.split(":")[1]}</code>}
        </span>
      </td>
      <td data-label={t("duty.origins")} className="origins" title={origins ? countries(origins) : ""}>
        {origins ? countries(origins) : t("duty.everyOrigin")}
      </td>
      <td data-label={t("duty.rate")} className="number">
        {rateText(expression)}
      </td>
      <td data-label={t("duty.dutyCny")} className="number bar-cell">
        {amount === null ? (
          <span className="quiet">{t("duty.notKnown")}</span>
        ) : (
          <>
            <span>{groupDigits(amount)}</span>
            <i style={{ width: `${width}%` }} aria-hidden="true" />
          </>
        )}
      </td>
      <td data-label={t("duty.standing")}>
        {applies && <Tag tone="done">{t("duty.applies")}</Tag>}
        {!applies && claim !== null && <Tag tone="others">{t("duty.claimable")}</Tag>}
      </td>
    </tr>
  );
};

/** The sentence: what a certificate of origin would save, or does. */
const Worth = ({ answer, question, change }: Props) => {
  const { t } = useApp();
  const { columnName, countryName } = useDutyWords();
  const [best] = answer.certificates;
  const claimed = answer.certificates.find((each) => each.claimed);
  if (question.direction === "export" || question.quota === "in") return null;
  if (question.origin === "") return <p className="quiet worth">{t("duty.worth.noOrigin")}</p>;
  const country = countryName(question.origin);
  if (!best) {
    const open = answer.columns.some(({ claim }) => claim !== null);
    return <p className="quiet worth">{t(open ? "duty.worth.noValue" : "duty.worth.none", { country })}</p>;
  }
  const told = claimed ?? best;
  const words = {
    country,
    agreement: columnName(told.basis),
    amount: groupDigits(told.saves),
    total: groupDigits(told.total),
  };
  if (told.saves === "0.00") return <p className="worth">{t("duty.worth.nothing", words)}</p>;
  return (
    <p className="worth banner tone-done">
      <Icon name="coin" /> <span>{t(claimed ? "duty.worth.saves" : "duty.worth.wouldSave", words)}</span>
      {!claimed && (
        <Button size="small" onClick={() => change({ claim: told.agreement })}>
          {t("duty.claimIt", { claim: told.agreement })}
        </Button>
      )}
    </p>
  );
};

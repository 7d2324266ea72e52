import { useRef } from "react";
import { useApp } from "../../app/context.tsx";
import { groupAmounts, groupDigits, rateText } from "../../shared/format.ts";
import { useBasis } from "../../shared/item-taxes.tsx";
import { useKeys } from "../../shared/keys.ts";
import { TableHead } from "../../shared/table-head.tsx";
import type { DutyAnswer } from "./use-duty.ts";

type Step = DutyAnswer["receipt"][number];

/** What is owed: each step with its rate, what it is taken of, and the article; below it the reasons in sentences. */
export const ReceiptPanel = ({ answer }: { answer: DutyAnswer }) => {
  const { t, language } = useApp();
  const why = useRef<HTMLDetailsElement>(null);
  useKeys({ e: () => why.current?.toggleAttribute("open") });
  const { result, receipt, reasons } = answer;
  if (!result) return null;
  return (
    <>
      <table className="receipt duty-receipt">
        <TableHead columns={[[t("duty.step")], [t("duty.rate")], [t("duty.amountCny"), "number"]]} />
        <tbody>
          {receipt.map((step) => (
            <StepRow key={`${step.step} ${step.code ?? ""}`} step={step} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t("duty.total")}
            </th>
            <td>{groupDigits(result.total)}</td>
          </tr>
        </tfoot>
      </table>
      <details ref={why} className="why" open>
        <summary>
          {t("duty.why")} <kbd>e</kbd>
        </summary>
        <ol>
          {reasons[language].map((sentence) => (
            <li key={sentence}>{groupAmounts(sentence)}</li>
          ))}
        </ol>
      </details>
    </>
  );
};

const StepRow = ({ step }: { step: Step }) => {
  const { t, word, language } = useApp();
  const basis = useBasis();
  const name = t(`duty.step.${step.step}`);
  const column =
    step.step === "duty" && step.basis
      ? basis(step.basis)
      : step.basis
        ? word("remedy", step.basis)
        : undefined;
  return (
    <tr>
      <th scope="row">
        {column && step.step === "additional" ? column : name}
        {step.code && <code> {step.code}</code>}
        <small className="quiet">
          {[column && step.step === "duty" ? column : "", step.article[language]].filter(Boolean).join(" · ")}
        </small>
      </th>
      <td>
        {step.expression !== null && <b>{rateText(step.expression)}</b>}
        {step.inWords && <small>{step.inWords[language]}</small>}
        {step.base !== null && (
          <small className="quiet">{t("duty.of", { base: groupDigits(step.base) })}</small>
        )}
      </td>
      <td>{groupDigits(step.amount)}</td>
    </tr>
  );
};

import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { groupDigits, yuanOfFen } from "../../shared/format.ts";
import { Receipt } from "../../shared/receipt.tsx";
import { TaxTag } from "../../shared/tag.tsx";

/** What is owed: the receipt, its state, until when, and what a guarantee holds for it. */
export const Bill = ({ it }: { it: ShownDeclaration }) => {
  const { t } = useApp();
  const { tax } = it;
  return (
    <section className="panel" aria-labelledby="bill-title">
      <h2 id="bill-title">
        {t("show.bill")} <small className="quiet">CNY</small>
      </h2>
      <Receipt taxes={it.examination.taxes} />
      <p className="bill-state">
        <TaxTag state={tax.state} />
        {tax.due && tax.state !== "paid" && tax.state !== "none" && it.state !== "withdrawn" && (
          <DueDay day={tax.due} />
        )}
      </p>
      {tax.latePaymentCharge !== "0.00" && (
        <p>
          {t("show.lateCharge")} <b>{groupDigits(tax.latePaymentCharge)}</b>
        </p>
      )}
      {it.guarantee && (
        <p className="quiet">
          {t(tax.called ? "show.guaranteeCalled" : "show.guarantee", {
            guarantee: it.guarantee,
            amount: yuanOfFen(tax.reserved),
          })}
        </p>
      )}
    </section>
  );
};

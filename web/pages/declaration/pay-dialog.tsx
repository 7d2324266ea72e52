import { Input } from "antd";
import { useId, useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { groupDigits } from "../../shared/format.ts";

/** Pays the whole bill in one sum. Paid late, the server tells what it has come to, and the sum is put right here. */
export const PayDialog = ({ it, close }: { it: ShownDeclaration; close: () => void }) => {
  const { t } = useApp();
  const [amount, setAmount] = useState(it.tax.total);
  const [receipt, setReceipt] = useState("");
  const id = useId();
  return (
    <ActDialog
      title={t("pay.title", { number: it.number })}
      button={t("act.payAmount", { amount: groupDigits(amount) })}
      ready={receipt.trim() !== ""}
      done={t("pay.done")}
      act={() => call("declaration.pay", { declaration: it.number, amount, receipt: receipt.trim() })}
      onProblem={({ faults }) => {
        const right = faults.find(({ pointer }) => pointer === "/amount")?.try?.[0];
        if (right) setAmount(right);
      }}
      close={close}
    >
      <p className="big-amount">
        {groupDigits(amount)} <small>CNY</small>
      </p>
      {amount !== it.tax.total && (
        <p className="tone-you banner">{t("pay.late", { total: groupDigits(it.tax.total) })}</p>
      )}
      <div className="field">
        <label htmlFor={id}>{t("pay.receipt")}</label>
        <Input
          id={id}
          value={receipt}
          maxLength={60}
          autoFocus
          onChange={(event) => setReceipt(event.target.value)}
        />
        <small className="quiet">{t("pay.receiptHint")}</small>
      </div>
    </ActDialog>
  );
};

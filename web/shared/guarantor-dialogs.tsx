import { Input } from "antd";
import { useState } from "react";
import { call } from "../api/client.ts";
import { useApp } from "../app/context.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { Field } from "./field.tsx";
import { groupDigits } from "./format.ts";
import type { GuarantorAct } from "./guarantor.ts";
import { MarksContext } from "./marks.ts";
import { isReason, ReasonField } from "./reason-field.tsx";
import { useFaultMarks } from "./use-fault-marks.ts";

type Props = {
  readonly paper: string;
  readonly guarantee: string;
  /** What is reserved, in CNY. */
  readonly reserved: string;
  readonly close: () => void;
};

/** The dialog of what is asked of a guarantor. */
export const GuarantorDialog = ({
  act,
  owed,
  ...rest
}: Props & {
  act: GuarantorAct;
  /** What is to be paid, in CNY. */
  owed: string;
}) => (act === "call-guarantor" ? <CallDialog {...rest} /> : <SettleDialog {...rest} owed={owed} />);

/** Proposes that the guarantor is called upon; a second officer confirms. */
const CallDialog = ({ paper, guarantee, reserved, close }: Props) => {
  const { t } = useApp();
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("act.call-guarantor")}
      button={t("guarantor.propose")}
      ready={isReason(reason)}
      done={t("guarantor.proposed")}
      act={() => call("guarantee.call", { paper, reason: reason.trim() })}
      close={close}
    >
      <p>{t("guarantor.callText", { paper, guarantee, amount: groupDigits(reserved) })}</p>
      <ReasonField
        label={t("withdraw.reason")}
        value={reason}
        onChange={setReason}
        usual={[t("guarantor.usual")]}
      />
    </ActDialog>
  );
};

/** Records what the guarantor paid; a sum that is not what is owed is put right by the server's answer. */
const SettleDialog = ({ paper, guarantee, owed, close }: Props & { owed: string }) => {
  const { t } = useApp();
  const { marks, note } = useFaultMarks();
  const [amount, setAmount] = useState(owed);
  const [receipt, setReceipt] = useState("");
  return (
    <ActDialog
      title={t("act.settle-guarantor")}
      button={t("guarantor.settle")}
      ready={receipt.trim() !== "" && /^\d+\.\d{2}$/.test(amount)}
      done={t("guarantor.settled")}
      act={() => call("guarantee.settle", { paper, amount, receipt: receipt.trim() })}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p>{t("guarantor.settleText", { paper, guarantee })}</p>
        <Field pointer="/amount" label={t("guarantor.amount")} hint={t("guarantor.amountHint")}>
          {(input) => (
            <Input
              {...input}
              className="number-input"
              inputMode="decimal"
              value={amount}
              onChange={(event) => setAmount(event.target.value.replace(/[\s,]/g, ""))}
            />
          )}
        </Field>
        <Field pointer="/receipt" label={t("pay.receipt")} hint={t("pay.receiptHint")}>
          {(input) => (
            <Input
              {...input}
              value={receipt}
              maxLength={60}
              autoFocus
              onChange={(event) => setReceipt(event.target.value)}
            />
          )}
        </Field>
      </MarksContext>
    </ActDialog>
  );
};

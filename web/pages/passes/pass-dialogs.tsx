import { Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { groupDigits } from "../../shared/format.ts";
import { DECIMAL } from "../../shared/lacks.ts";
import { MarksContext } from "../../shared/marks.ts";
import { plainNumber } from "../../shared/paste.ts";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import type { PassAct, PassRow } from "./pass-acts.ts";

type Props = { readonly row: PassRow; readonly close: () => void };

/** The dialog of the act that was begun. */
export const PassDialogs = ({ act, ...rest }: Props & { act: PassAct }) =>
  act === "record" ? <RecordDialog {...rest} /> : <VoidDialog {...rest} />;

const RecordDialog = ({ row: { pass, vehicle, totalMassKg }, close }: Props) => {
  const { t } = useApp();
  const { marks, note } = useFaultMarks();
  const [weighedKg, setWeighed] = useState("");
  return (
    <ActDialog
      title={t("pass.recordTitle")}
      button={t("pass.record")}
      ready={weighedKg === "" || DECIMAL.test(weighedKg)}
      done={t("pass.recorded")}
      act={() => call("gate-pass.record-passage", { pass, ...(weighedKg !== "" && { weighedKg }) })}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p>
          <b>{vehicle}</b> <code>{pass}</code>
        </p>
        <p className="quiet">{t("pass.recordText")}</p>
        <Field
          pointer="/weighedKg"
          label={t("pass.weighedKg")}
          hint={t("pass.weighedHint", { total: groupDigits(totalMassKg) })}
          optional
        >
          {(input) => (
            <Input
              {...input}
              className="number-input"
              inputMode="decimal"
              autoFocus
              value={weighedKg}
              onChange={(event) => setWeighed(plainNumber(event.target.value))}
            />
          )}
        </Field>
      </MarksContext>
    </ActDialog>
  );
};

const VoidDialog = ({ row: { pass, vehicle }, close }: Props) => {
  const { t } = useApp();
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("pass.voidTitle")}
      button={t("pass.void")}
      danger
      ready={isReason(reason)}
      done={t("pass.voided")}
      act={() => call("gate-pass.void", { pass, reason: reason.trim() })}
      close={close}
    >
      <p>
        <b>{vehicle}</b> <code>{pass}</code>
      </p>
      <p className="quiet">{t("pass.voidText")}</p>
      <ReasonField
        label={t("withdraw.reason")}
        value={reason}
        onChange={setReason}
        usual={[t("pass.voidUsual")]}
      />
    </ActDialog>
  );
};

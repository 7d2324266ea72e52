import { Input, Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import type { LookAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { Field } from "../../shared/field.tsx";
import { MarksContext } from "../../shared/marks.ts";
import { plainNumber } from "../../shared/paste.ts";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";

const YUAN = /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/;

/** Takes a form into force with so much of its guarantee reserved, or rejects it. */
export const DecideFormDialog = (props: { form: LookAnswer<"business-form.show">; close: () => void }) => {
  const { form, close } = props;
  const { t } = useApp();
  const { marks, note } = useFaultMarks();
  const [decision, setDecision] = useState<"accept" | "reject">("accept");
  const [reserve, setReserve] = useState("0");
  const [reason, setReason] = useState("");
  const accept = decision === "accept";
  return (
    <ActDialog
      title={t("form.decideTitle")}
      button={t(`form.${decision}`)}
      danger={!accept}
      ready={isReason(reason) && YUAN.test(reserve)}
      done={t("form.decided")}
      act={() =>
        call("business-form.decide", {
          ...{ form: form.number, accept, reason: reason.trim(), reserve: accept ? reserve : "0" },
        })
      }
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <Segmented
          value={decision}
          onChange={setDecision}
          aria-label={t("form.decideTitle")}
          options={[
            { value: "accept" as const, label: t("form.accept") },
            { value: "reject" as const, label: t("form.reject") },
          ]}
        />
        {accept && (
          <Field pointer="/reserve" label={t("form.reserve")} hint={form.guarantee ?? t("form.reserveNone")}>
            {(input) => (
              <Input
                {...input}
                className="number-input"
                inputMode="decimal"
                disabled={form.guarantee === null}
                value={reserve}
                onChange={(event) => setReserve(plainNumber(event.target.value))}
              />
            )}
          </Field>
        )}
        <ReasonField
          label={t("book.reason")}
          value={reason}
          onChange={setReason}
          usual={[t(accept ? "form.usualAccept" : "form.usualReject")]}
        />
      </MarksContext>
    </ActDialog>
  );
};

/** Closes a form of which nothing is outside any more. */
export const CloseFormDialog = ({ form, close }: { form: string; close: () => void }) => {
  const { t } = useApp();
  return (
    <ActDialog
      title={t("form.closeTitle")}
      button={t("form.close")}
      ready
      done={t("form.closed")}
      act={() => call("business-form.close", { form })}
      close={close}
    >
      <p>
        <code>{form}</code>
      </p>
      <p className="quiet">{t("form.closeText")}</p>
    </ActDialog>
  );
};

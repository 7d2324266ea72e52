import { useState } from "react";
import { call } from "../../api/client.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";

/** Withdraws; a released declaration is only proposed for it, and a second officer confirms. */
export const WithdrawDialog = (props: { it: ShownDeclaration; released: boolean; close: () => void }) => {
  const { it, released, close } = props;
  const { t } = useApp();
  const [reason, setReason] = useState("");
  const request = { declaration: it.number, reason: reason.trim() };
  return (
    <ActDialog
      title={t(released ? "act.withdraw-released" : "act.withdraw")}
      button={t(released ? "withdraw.propose" : "act.withdraw")}
      danger
      ready={isReason(reason)}
      done={t(released ? "withdraw.proposed" : "withdraw.done")}
      act={() =>
        released ? call("declaration.withdraw-released", request) : call("declaration.withdraw", request)
      }
      close={close}
    >
      <p>{t(released ? "withdraw.textReleased" : "withdraw.text")}</p>
      <ReasonField label={t("withdraw.reason")} value={reason} onChange={setReason} />
    </ActDialog>
  );
};

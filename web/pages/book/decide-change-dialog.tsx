import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";

/** Takes a change into the book, or declines it, with a reason. */
export const DecideChangeDialog = (props: { book: string; accept: boolean; close: () => void }) => {
  const { book, accept, close } = props;
  const { t } = useApp();
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("book.decideChange")}
      button={t(accept ? "book.acceptChange" : "book.declineChange")}
      danger={!accept}
      ready={isReason(reason)}
      done={t("book.changeDecided")}
      act={() => call("account-book.decide-change", { book, accept, reason: reason.trim() })}
      close={close}
    >
      <ReasonField
        label={t("book.reason")}
        value={reason}
        onChange={setReason}
        usual={[t(accept ? "book.usualAcceptChange" : "book.usualDeclineChange")]}
      />
    </ActDialog>
  );
};

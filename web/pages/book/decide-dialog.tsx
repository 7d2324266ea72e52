import { Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";

/** Takes a book into force or rejects it, with a reason. */
export const DecideDialog = (props: { book: string; reject: boolean; close: () => void }) => {
  const { book, reject, close } = props;
  const { t } = useApp();
  const [decision, setDecision] = useState<"accept" | "reject">(reject ? "reject" : "accept");
  const [reason, setReason] = useState("");
  const accept = decision === "accept";
  return (
    <ActDialog
      title={t("book.decide")}
      button={t(`book.${decision}`)}
      danger={!accept}
      ready={isReason(reason)}
      done={t(accept ? "book.accepted" : "book.rejected")}
      act={() => call("account-book.decide", { book, accept, reason: reason.trim() })}
      close={close}
    >
      <Segmented
        value={decision}
        onChange={setDecision}
        aria-label={t("book.decide")}
        options={[
          { value: "accept" as const, label: t("book.accept") },
          { value: "reject" as const, label: t("book.reject") },
        ]}
      />
      <ReasonField
        label={t("book.reason")}
        value={reason}
        onChange={setReason}
        usual={[t(accept ? "book.usualAccept" : "book.usualReject")]}
      />
    </ActDialog>
  );
};

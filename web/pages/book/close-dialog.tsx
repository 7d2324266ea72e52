import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { type Book, leftOf } from "./acts.ts";

/** Closes a book for ever; what is left of it is told instead of a refusal. */
export const CloseDialog = ({ book, close }: { book: Book; close: () => void }) => {
  const { t } = useApp();
  const [reason, setReason] = useState("");
  const left = leftOf(book);
  return (
    <ActDialog
      title={t("book.closeTitle")}
      button={t("book.close")}
      danger
      ready={left.length === 0 && isReason(reason)}
      done={t("book.closed")}
      act={() => call("account-book.close", { book: book.number, reason: reason.trim() })}
      close={close}
    >
      {left.length > 0 ? (
        <>
          <p>{t("book.closeNotYet")}</p>
          <ul className="bullets">
            {left.map(([key, values]) => (
              <li key={`${key} ${values.pass ?? ""}`}>{t(key, values)}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p>{t("book.closeText")}</p>
          <ReasonField
            label={t("withdraw.reason")}
            value={reason}
            onChange={setReason}
            usual={[t("book.closeUsual")]}
          />
        </>
      )}
    </ActDialog>
  );
};

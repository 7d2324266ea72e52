import type { Pause } from "@openftz/customs/account-book/account-book.ts";
import { Segmented } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import type { Book } from "./acts.ts";

const PAUSES: readonly Pause[] = ["none", "in", "out", "both"];

/** Stops what comes into a book, goes out of it, or both; or lets it move again. */
export const PauseDialog = ({ book, close }: { book: Book; close: () => void }) => {
  const { t, word } = useApp();
  const [pause, setPause] = useState<Pause>(book.pause === "none" ? "both" : "none");
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={t("book.pauseTitle")}
      button={t("book.pause")}
      danger={pause !== "none"}
      ready={isReason(reason) && pause !== book.pause}
      done={t("book.paused")}
      act={() => call("account-book.pause", { book: book.number, pause, reason: reason.trim() })}
      close={close}
    >
      <p className="quiet">{t("book.pauseText")}</p>
      <Segmented
        value={pause}
        onChange={setPause}
        aria-label={t("book.pauseWhat")}
        options={PAUSES.map((value) => ({ value, label: word("pause", value) }))}
      />
      <ReasonField
        label={t("book.reason")}
        value={reason}
        onChange={setReason}
        usual={[t("book.pauseUsual")]}
      />
    </ActDialog>
  );
};

import type { Pause } from "@openftz/customs/account-book/account-book.ts";
import { Segmented } from "antd";
import { useState } from "react";
import { useApp } from "../app/context.tsx";
import { ActDialog } from "./act-dialog.tsx";
import { isReason, ReasonField } from "./reason-field.tsx";

const PAUSES: readonly Pause[] = ["none", "in", "out", "both"];

/** Stops what comes into a book or onto a line, leaves it, or both; or lets it move again. */
export const PauseDialog = (props: {
  title: string;
  text: string;
  now: Pause;
  send: (pause: Pause, reason: string) => Promise<unknown>;
  close: () => void;
}) => {
  const { title, text, now, send, close } = props;
  const { t, word } = useApp();
  const [pause, setPause] = useState<Pause>(now === "none" ? "both" : "none");
  const [reason, setReason] = useState("");
  return (
    <ActDialog
      title={title}
      button={t("book.pause")}
      danger={pause !== "none"}
      ready={isReason(reason) && pause !== now}
      done={t("book.paused")}
      act={() => send(pause, reason.trim())}
      close={close}
    >
      <p className="quiet">{text}</p>
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

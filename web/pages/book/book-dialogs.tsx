import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { PauseDialog } from "../../shared/pause-dialog.tsx";
import { PlainPassDialog } from "../passes/plain-pass-dialog.tsx";
import type { Book } from "./acts.ts";
import { ChangeDialog } from "./change-dialog.tsx";
import { CloseDialog } from "./close-dialog.tsx";
import { DecideChangeDialog } from "./decide-change-dialog.tsx";
import { DecideDialog } from "./decide-dialog.tsx";

export type BookDialog =
  | ("accept" | "reject" | "accept-change" | "decline-change")
  | ("pause" | "pass" | "change" | "close");

/** The dialog of the act that was begun on a book. */
export const BookDialogs = (props: { open: BookDialog | undefined; book: Book; close: () => void }) => {
  const { open, book, close } = props;
  const { t } = useApp();
  switch (open) {
    case "accept":
    case "reject":
      return <DecideDialog book={book.number} reject={open === "reject"} close={close} />;
    case "accept-change":
    case "decline-change":
      return <DecideChangeDialog book={book.number} accept={open === "accept-change"} close={close} />;
    case "pause":
      return (
        <PauseDialog
          title={t("book.pauseTitle")}
          text={t("book.pauseText")}
          now={book.pause}
          send={(pause, reason) => call("account-book.pause", { book: book.number, pause, reason })}
          close={close}
        />
      );
    case "pass":
      return <PlainPassDialog book={book.number} close={close} />;
    case "change":
      return <ChangeDialog book={book} close={close} />;
    case "close":
      return <CloseDialog book={book} close={close} />;
    default:
      return null;
  }
};

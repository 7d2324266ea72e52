import { Button } from "antd";
import { useState } from "react";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import type { Key } from "../../catalogue/catalogue.ts";
import { BookTag } from "../../shared/book-tags.tsx";
import { CopyButton } from "../../shared/copy-button.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { Facts } from "../../shared/facts.tsx";
import { useKeys } from "../../shared/keys.ts";
import { Link } from "../../shared/link.tsx";
import { NextBar } from "../../shared/next-bar.tsx";
import { navigate } from "../../shared/router.ts";
import { Answered } from "../../shared/states.tsx";
import { useOfficeName } from "../../shared/use-office-name.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";
import { useZoneNames } from "../../shared/use-zone-names.ts";
import { FormsPanel } from "../forms/forms-panel.tsx";
import { ListTable } from "../lists/list-table.tsx";
import { PlainPassDialog } from "../passes/plain-pass-dialog.tsx";
import { type Book, bookAct, standOf } from "./acts.ts";
import { ChangePanel } from "./change-panel.tsx";
import { DecideChangeDialog } from "./decide-change-dialog.tsx";
import { DecideDialog } from "./decide-dialog.tsx";
import { PauseDialog } from "./pause-dialog.tsx";
import { StockPanel } from "./stock-panel.tsx";
import { UndeclaredPanel } from "./undeclared-panel.tsx";

/** One book: where it stands, what lies in it, and the papers that moved it. */
const BookPage = ({ parts }: PageProps) => {
  const number = parts.number ?? "";
  const asked = useLook("account-book.show", { id: number }, { everyMs: 15_000 });
  useTitle(number);
  return (
    <Answered asked={asked} whole>
      {(book) => <Shown book={book} />}
    </Answered>
  );
};

type Dialog = "accept" | "reject" | "accept-change" | "decline-change" | "pause" | "pass";

const Shown = ({ book }: { book: Book }) => {
  const { t, start, session } = useApp();
  const [open, setOpen] = useState<Dialog>();
  const act = bookAct(book, session, start.today);
  const [tone, words] = standOf(book, act, start.today);
  const declare = () => navigate(`/books/${book.number}/declare`);
  const close = () => setOpen(undefined);
  const mayPause = act === "pause" || act === "decide-change";
  useKeys(
    act === "decide"
      ? { a: () => setOpen("accept"), r: () => setOpen("reject") }
      : act === "decide-change"
        ? { a: () => setOpen("accept-change"), r: () => setOpen("decline-change") }
        : act === "declare"
          ? { a: declare }
          : {},
  );
  const primary = (words: Key, onClick: () => void) => (
    <Button type="primary" size="large" onClick={onClick}>
      {t(words)} <kbd>a</kbd>
    </Button>
  );
  return (
    <article className="declaration">
      <Heading book={book} />
      <NextBar
        tone={tone}
        buttons={
          <>
            {act === "declare" && <Button onClick={() => setOpen("pass")}>{t("pass.plain")}</Button>}
            {mayPause && <Button onClick={() => setOpen("pause")}>{t("book.pause")}</Button>}
            {act === "decide" && <Button onClick={() => setOpen("reject")}>{t("book.reject")}</Button>}
            {act === "decide-change" && (
              <Button onClick={() => setOpen("decline-change")}>{t("book.declineChange")}</Button>
            )}
            {act === "decide" && primary("book.accept", () => setOpen("accept"))}
            {act === "decide-change" && primary("book.acceptChange", () => setOpen("accept-change"))}
            {act === "declare" && primary("book.declare", declare)}
          </>
        }
      >
        <p>
          <b>{t(words)}</b>
        </p>
      </NextBar>
      <ChangePanel book={book} />
      <UndeclaredPanel book={book} mayDeclare={act === "declare"} />
      {(book.state === "effective" || book.state === "closed") && (
        <>
          <StockPanel book={book.number} />
          <FormsPanel book={book} />
          <section aria-labelledby="book-lists">
            <h2 id="book-lists">{t("book.lists")}</h2>
            <ListTable request={{ book: book.number }} ofBook />
          </section>
        </>
      )}
      {(open === "accept" || open === "reject") && (
        <DecideDialog book={book.number} reject={open === "reject"} close={close} />
      )}
      {(open === "accept-change" || open === "decline-change") && (
        <DecideChangeDialog book={book.number} accept={open === "accept-change"} close={close} />
      )}
      {open === "pass" && <PlainPassDialog book={book.number} close={close} />}
      {open === "pause" && <PauseDialog book={book} close={close} />}
    </article>
  );
};

const Heading = ({ book }: { book: Book }) => {
  const { t, word } = useApp();
  const nameOf = usePartyNames();
  const zoneName = useZoneNames();
  const officeName = useOfficeName(book.office);
  return (
    <header className="declaration-head">
      <h1>
        <code>{book.number}</code>
        <CopyButton text={book.number} />
        <BookTag state={book.state} />
      </h1>
      <Facts
        facts={[
          [t("book.party"), nameOf(book.party)],
          [
            t("book.zone"),
            <Link key="zone" href={`/zones/${book.zone}`}>
              {zoneName(book.zone)}
            </Link>,
          ],
          [t("field.office"), `${book.office} ${officeName}`],
          [t("book.mode"), word("bookMode", book.mode)],
          [t("book.validUntil"), <DueDay key="until" day={book.validUntil} />],
          [t("book.lines"), String(book.lines)],
        ]}
      />
    </header>
  );
};

export default BookPage;

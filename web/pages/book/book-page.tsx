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
import { type Book, bookActs, standOf } from "./acts.ts";
import { type BookDialog, BookDialogs } from "./book-dialogs.tsx";
import { ChangePanel } from "./change-panel.tsx";
import { StockPanel } from "./stock-panel.tsx";
import { StoryPanel } from "./story-panel.tsx";
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

const Shown = ({ book }: { book: Book }) => {
  const { t, start, session } = useApp();
  const [open, setOpen] = useState<BookDialog>();
  const acts = bookActs(book, session, start.today);
  const [tone, words] = standOf(book, acts, start.today);
  const declare = () => navigate(`/books/${book.number}/declare`);
  useKeys(
    acts.includes("decide")
      ? { a: () => setOpen("accept"), r: () => setOpen("reject") }
      : acts.includes("decide-change")
        ? { a: () => setOpen("accept-change"), r: () => setOpen("decline-change") }
        : acts.includes("declare")
          ? { a: declare }
          : {},
  );
  const button = (words: Key, dialog: BookDialog) => (
    <Button onClick={() => setOpen(dialog)}>{t(words)}</Button>
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
            {acts.includes("close") && button("book.close", "close")}
            {acts.includes("change") && button("book.askChange", "change")}
            {acts.includes("declare") && button("pass.plain", "pass")}
            {acts.includes("pause") && button("book.pause", "pause")}
            {acts.includes("decide") && button("book.reject", "reject")}
            {acts.includes("decide-change") && button("book.declineChange", "decline-change")}
            {acts.includes("decide") && primary("book.accept", () => setOpen("accept"))}
            {acts.includes("decide-change") && primary("book.acceptChange", () => setOpen("accept-change"))}
            {acts.includes("declare") && primary("book.declare", declare)}
          </>
        }
      >
        <p>
          <b>{t(words)}</b>
        </p>
      </NextBar>
      <ChangePanel book={book} />
      <UndeclaredPanel book={book} mayDeclare={acts.includes("declare")} />
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
      <StoryPanel book={book.number} />
      <BookDialogs open={open} book={book} close={() => setOpen(undefined)} />
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
        <span className="quiet">{word("bookKind", book.kind)}</span>
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
          [t("book.version"), String(book.version)],
        ]}
      />
    </header>
  );
};

export default BookPage;

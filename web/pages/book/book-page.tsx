import { Button } from "antd";
import { useState } from "react";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
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
import { ListTable } from "../lists/list-table.tsx";
import { type Book, bookAct, standOf } from "./acts.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { StockPanel } from "./stock-panel.tsx";

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
  const [deciding, setDeciding] = useState<"accept" | "reject">();
  const act = bookAct(book, session, start.today);
  const [tone, words] = standOf(book, act, start.today);
  const declare = () => navigate(`/books/${book.number}/declare`);
  useKeys(
    act === "decide"
      ? { a: () => setDeciding("accept"), r: () => setDeciding("reject") }
      : act === "declare"
        ? { a: declare }
        : {},
  );
  return (
    <article className="declaration">
      <Heading book={book} />
      <NextBar
        tone={tone}
        buttons={
          <>
            {act === "decide" && <Button onClick={() => setDeciding("reject")}>{t("book.reject")}</Button>}
            {act && (
              <Button
                type="primary"
                size="large"
                onClick={act === "declare" ? declare : () => setDeciding("accept")}
              >
                {t(act === "declare" ? "book.declare" : "book.accept")} <kbd>a</kbd>
              </Button>
            )}
          </>
        }
      >
        <p>
          <b>{t(words)}</b>
        </p>
      </NextBar>
      {(book.state === "effective" || book.state === "closed") && (
        <>
          <StockPanel book={book.number} />
          <section aria-labelledby="book-lists">
            <h2 id="book-lists">{t("book.lists")}</h2>
            <ListTable request={{ book: book.number }} ofBook />
          </section>
        </>
      )}
      {deciding && (
        <DecideDialog
          book={book.number}
          reject={deciding === "reject"}
          close={() => setDeciding(undefined)}
        />
      )}
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

import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { dayText, halfOf } from "../../shared/format.ts";
import { PaperLink } from "../../shared/paper-link.tsx";
import { Answered } from "../../shared/states.tsx";
import { StoryList } from "../../shared/story-list.tsx";
import { type BookEvent, bookEvents } from "./book-story.ts";

const MOST_SHOWN = 10;

/** What was asked and decided about a book, the newest first; each change with what it is of. */
export const StoryPanel = ({ book }: { book: string }) => {
  const { t } = useApp();
  const asked = useList("account-book.story", { book }, { everyMs: 20_000, limit: 500 });
  return (
    <section className="panel" aria-labelledby="book-story">
      <h2 id="book-story">{t("bookStory.title")}</h2>
      <Answered asked={asked} rows={2}>
        {(rows) => (
          <StoryList
            story={bookEvents(rows)
              .toReversed()
              .map((event) => ({
                ...{ key: event.position, at: event.at, by: event.by },
                what: t(event.words, { version: event.version ?? "" }),
                note: <Note event={event} />,
                end: <span className="quiet">#{event.position}</span>,
              }))}
          />
        )}
      </Answered>
    </section>
  );
};

const Note = ({ event: { reason, line, validity, lines } }: { event: BookEvent }) => {
  const { t, language } = useApp();
  return (
    <>
      {line !== null && <PaperLink paper={line} />}
      {validity && (
        <span className="note-line">
          {t("book.validUntil")}:{" "}
          {validity[0] !== null && (
            <>
              <s>{dayText(validity[0], language)}</s> →{" "}
            </>
          )}
          {dayText(validity[1], language)}
        </span>
      )}
      {lines.slice(0, MOST_SHOWN).map(({ line: of, goods }) => (
        <span key={of} className="note-line">
          <PaperLink paper={of} /> {goods.part} · <code>{goods.commodity}</code>{" "}
          {halfOf(goods.description, language)}
        </span>
      ))}
      {lines.length > MOST_SHOWN && (
        <span className="note-line">{t("bookStory.more", { count: lines.length - MOST_SHOWN })}</span>
      )}
      {reason !== null && <span className="note-line">{reason}</span>}
    </>
  );
};

import { useMemo } from "react";
import type { ShownLine } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { StoryList } from "../../shared/story-list.tsx";
import { versionsOf } from "./versions.ts";

/** What changed of a line beside its quantities: versions of its goods, and pauses; nothing when nothing did. */
export const VersionsPanel = ({ line }: { line: ShownLine }) => {
  const { t } = useApp();
  const { answer } = useList(
    "account-book.story",
    { book: line.book, line: line.id },
    { everyMs: 20_000, limit: 500 },
  );
  const versions = useMemo(() => versionsOf(line, answer ?? []), [line, answer]);
  if (versions.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="line-versions">
      <h2 id="line-versions">{t("bookStory.lineTitle")}</h2>
      <StoryList
        story={versions.toReversed().map(({ event, changes }) => ({
          ...{ key: event.position, at: event.at, by: event.by },
          what: t(event.words, { version: event.version ?? "" }),
          note: (
            <>
              {changes.map(({ field, before, after }) => (
                <span key={field} className="note-line">
                  {t(`line.${field}`)}: <s>{before}</s> → {after}
                </span>
              ))}
              {event.reason !== null && <span className="note-line">{event.reason}</span>}
            </>
          ),
          end: <span className="quiet">#{event.position}</span>,
        }))}
      />
    </section>
  );
};

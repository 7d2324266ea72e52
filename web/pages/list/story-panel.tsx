import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { clockOf, dayText, legalDayOf } from "../../shared/format.ts";
import { Answered } from "../../shared/states.tsx";
import type { List } from "./acts.ts";

/** What happened to a list: every act moved its first line too, so that line's story tells all of them. */
export const StoryPanel = ({ list }: { list: List }) => {
  const { t, word, language } = useApp();
  const asked = useList("book-line.story", { line: list.lines[0]!.line, paper: list.number });
  return (
    <section className="panel" aria-labelledby="list-story">
      <h2 id="list-story">{t("bonded.story")}</h2>
      <Answered asked={asked} rows={2}>
        {(moves) => (
          <ol className="story">
            {moves.toReversed().map(({ position, at, type, reason }) => (
              <li key={position}>
                <time dateTime={at}>
                  {dayText(legalDayOf(at), language)} <b>{clockOf(at)}</b>
                </time>
                <span>
                  <b>{word("bondedHappened", type)}</b>
                  {reason && <p>{reason}</p>}
                </span>
                <span className="quiet">#{position}</span>
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </section>
  );
};

import { useList } from "../api/use-ask.ts";
import { useApp } from "../app/context.tsx";
import { Answered } from "./states.tsx";
import { StoryList } from "./story-list.tsx";

/** What happened to a list or slip: every act moved its first line too, so that line's story tells all of them. */
export const PaperStory = ({ paper, line }: { paper: string; line: string }) => {
  const { t, word } = useApp();
  const asked = useList("book-line.story", { line, paper });
  return (
    <section className="panel" aria-labelledby="paper-story">
      <h2 id="paper-story">{t("bonded.story")}</h2>
      <Answered asked={asked} rows={2}>
        {(moves) => (
          <StoryList
            story={moves.toReversed().map(({ move, position, at, type, reason }) => ({
              ...{ key: move, at, note: reason, what: word("bondedHappened", type) },
              end: <span className="quiet">#{position}</span>,
            }))}
          />
        )}
      </Answered>
    </section>
  );
};

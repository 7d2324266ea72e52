import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { Link } from "../../shared/link.tsx";
import { StoryList } from "../../shared/story-list.tsx";

/** What happened, in order, by whom; each line leads to the declaration as it was then. */
export const Story = ({ it }: { it: ShownDeclaration }) => {
  const { t, word } = useApp();
  return (
    <section className="panel" aria-labelledby="story-title">
      <h2 id="story-title">{t("show.story")}</h2>
      <StoryList
        story={it.story.toReversed().map(({ position, at, type, actor, note }) => ({
          ...{ key: position, at, by: actor, note },
          what: word("happened", type.replace("declaration.", "")),
          end: (
            <Link
              href={`/declarations/${it.number}?asOf=${position}`}
              className="quiet"
              aria-label={t("asOf.link", { position })}
            >
              #{position}
            </Link>
          ),
        }))}
      />
    </section>
  );
};

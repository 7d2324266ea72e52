import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { clockOf, dayText, legalDayOf } from "../../shared/format.ts";
import { Link } from "../../shared/link.tsx";

/** What happened, in order, by whom; each line leads to the declaration as it was then. */
export const Story = ({ it }: { it: ShownDeclaration }) => {
  const { t, word, language } = useApp();
  return (
    <section className="panel" aria-labelledby="story-title">
      <h2 id="story-title">{t("show.story")}</h2>
      <ol className="story">
        {it.story.toReversed().map(({ position, at, type, actor, note }) => (
          <li key={position}>
            <time dateTime={at}>
              {dayText(legalDayOf(at), language)} <b>{clockOf(at)}</b>
            </time>
            <span>
              <b>{word("happened", type.replace("declaration.", ""))}</b>{" "}
              <span className="quiet">{word("actor", actor)}</span>
              {note && <p>{note}</p>}
            </span>
            <Link
              href={`/declarations/${it.number}?asOf=${position}`}
              className="quiet"
              aria-label={t("asOf.link", { position })}
            >
              #{position}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
};

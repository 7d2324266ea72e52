import { useApp } from "../../app/context.tsx";
import type { Work } from "../../app/work.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { TONE_ICONS } from "../../shared/tag.tsx";

/** What books and their papers ask of me, the most urgent first, and what of them waits for others. */
export const BookTasks = ({ work: { tasks } }: { work: Work }) => {
  const { t } = useApp();
  const [first] = tasks;
  if (!first) return null;
  return (
    <section
      className={`column tasks edge-${first.tone === "stopped" ? "you" : first.tone}`}
      aria-labelledby="book-tasks"
    >
      <h2 id="book-tasks">{t("today.papers")}</h2>
      <ul>
        {tasks.map(({ tone, words, values, href, day }) => (
          <li key={`${words} ${href} ${day ?? ""}`}>
            <span className={`tag tone-${tone}`}>
              <Icon name={TONE_ICONS[tone]} size={12} /> {t(`today.turn.${tone}`)}
            </span>
            <Link href={href}>{t(words, values)}</Link>
            {day && <DueDay day={day} />}
          </li>
        ))}
      </ul>
    </section>
  );
};

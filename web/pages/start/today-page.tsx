import { useApp } from "../../app/context.tsx";
import { useWork } from "../../app/work.tsx";
import { dayText } from "../../shared/format.ts";
import { useKeys } from "../../shared/keys.ts";
import { Link } from "../../shared/link.tsx";
import { navigate } from "../../shared/router.ts";
import { Empty, Stale } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { QueueTable } from "../queue/queue-table.tsx";
import { BookTasks } from "./book-tasks.tsx";
import { Figures } from "./figures.tsx";
import { WorkColumns } from "./work-columns.tsx";

/** Today in one glance: what the system is doing, then what is asked of me. For an officer the queue is the page. */
export const TodayPage = () => {
  const { t, has, start, language, session } = useApp();
  const work = useWork();
  useTitle(t("nav.today"));
  useKeys(has("declarant") ? { f: () => navigate("/declarations/new") } : {});
  return (
    <>
      <div className="page-head">
        <h1>
          {t("today.title")} <span className="quiet">{dayText(start.today, language)}</span>
        </h1>
        {session?.sample && <span className="tag tone-closed">{t("today.sample")}</span>}
        {has("declarant") && (
          <Link href="/declarations/new" className="primary-link">
            {t("nav.file")}
          </Link>
        )}
      </div>
      {has("officer", "administrator", "declarant") && <Figures />}
      <Stale problem={work.problem} />
      <BookTasks work={work} />
      {has("officer") && (
        <section aria-labelledby="queue-title">
          <h2 id="queue-title">{t("queue.title")}</h2>
          <QueueTable />
        </section>
      )}
      {has("declarant") && <WorkColumns work={work} />}
      {!has("officer", "administrator", "declarant") && (
        <Empty title={t("today.elsewhere")}>{t("today.elsewhereText")}</Empty>
      )}
      {work.toConfirm?.length === 0 && !has("officer") && <Empty title={t("proposals.none")} />}
      {work.toConfirm && work.toConfirm.length > 0 && (
        <p className="banner tone-you">
          <Link href="/proposals">{t("today.proposals", { count: work.toConfirm.length })}</Link>
        </p>
      )}
    </>
  );
};

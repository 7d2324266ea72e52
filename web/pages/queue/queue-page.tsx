import { useApp } from "../../app/context.tsx";
import { useWork } from "../../app/work.tsx";
import { Stale } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { QueueTable } from "./queue-table.tsx";

/** The officer's queue by itself. */
const QueuePage = () => {
  const { t } = useApp();
  const { queue, problem } = useWork();
  useTitle(t("queue.title"));
  return (
    <>
      <div className="page-head">
        <h1>{t("queue.title")}</h1>
        <p className="quiet">{t("queue.help")}</p>
      </div>
      {queue && <Stale problem={problem} />}
      <QueueTable />
    </>
  );
};

export default QueuePage;

import type { ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { clockOf, dayText, groupDigits, legalDayOf } from "../../shared/format.ts";
import { Link } from "../../shared/link.tsx";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";

type Row = ListRow<"book-line.differences">;

/** What counts found more or less than the books said, newest first. */
const DifferencesPage = (_: PageProps) => {
  const { t } = useApp();
  const asked = useList("book-line.differences", {}, { everyMs: 30_000 });
  const columns = useColumns();
  useTitle(t("nav.differences"));
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.differences")}</h1>
        <p className="quiet">{t("difference.help")}</p>
      </div>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("difference.none")}>{t("difference.noneText")}</Empty>
          ) : (
            <DataTable
              label={t("nav.differences")}
              columns={columns}
              rows={rows}
              id={(row) => String(row.position)}
              hasMore={asked.hasMore}
              tooMany={asked.tooMany}
              loading={asked.loading}
              more={asked.more}
            />
          )
        }
      </Answered>
    </>
  );
};

const useColumns = (): readonly Column<Row>[] => {
  const { t, word, language } = useApp();
  const found = (row: Row) => t(`difference.${row.found}`);
  const status = (row: Row) => word("goodsStatus", row.status);
  const when = ({ at }: Row) => `${dayText(legalDayOf(at), language)} ${clockOf(at).slice(0, 5)}`;
  return [
    {
      key: "line",
      title: t("change.line"),
      code: true,
      show: (row) => <Link href={`/book-lines/${row.line}`}>{row.line}</Link>,
      text: (row) => row.line,
    },
    { key: "found", title: t("difference.found"), show: found, text: found },
    {
      key: "declared",
      title: t("difference.declared"),
      number: true,
      show: (row) => <b>{groupDigits(row.declared)}</b>,
      text: (row) => row.declared,
    },
    { key: "status", title: t("change.status"), show: status, text: status },
    {
      key: "usd",
      title: t("difference.usd"),
      number: true,
      wide: true,
      show: (row) => (row.usd === null ? "" : groupDigits(row.usd)),
      text: (row) => row.usd ?? "",
    },
    { key: "reason", title: t("difference.reason"), show: (row) => row.reason, text: (row) => row.reason },
    { key: "by", title: t("difference.by"), wide: true, show: (row) => row.by, text: (row) => row.by },
    { key: "at", title: t("difference.when"), show: when, text: (row) => row.at },
  ];
};

export default DifferencesPage;

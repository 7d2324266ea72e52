import type { ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { dayText } from "../../shared/format.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";

type Row = ListRow<"zone.list">;

/** The zones of the registry with the type each has had last. */
const ZonesPage = (_: PageProps) => {
  const { t, word, language } = useApp();
  const asked = useList("zone.list", {});
  useTitle(t("nav.zones"));
  const name = (row: Row) => (language === "zh" ? row.nameZh : row.nameEn);
  const columns: readonly Column<Row>[] = [
    { key: "name", title: t("zone.name"), show: (row) => <b>{name(row)}</b>, text: name },
    {
      key: "zone",
      title: t("zone.id"),
      code: true,
      wide: true,
      show: (row) => row.zone,
      text: (row) => row.zone,
    },
    {
      key: "type",
      title: t("zone.type"),
      show: (row) => word("zoneType", row.type),
      text: (row) => word("zoneType", row.type),
    },
    {
      key: "office",
      title: t("field.office"),
      code: true,
      show: (row) => row.office,
      text: (row) => row.office,
    },
    {
      key: "from",
      title: t("zone.from"),
      number: true,
      show: (row) => dayText(row.from, language),
      text: (row) => row.from,
    },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.zones")}</h1>
      </div>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("zone.none")} />
          ) : (
            <DataTable
              label={t("nav.zones")}
              columns={columns}
              rows={rows}
              id={(row) => row.zone}
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

export default ZonesPage;

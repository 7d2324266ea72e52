import type { ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { dayText, yuanOfFen } from "../../shared/format.ts";
import { freeFen } from "../../shared/guarantee.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";

type Row = ListRow<"guarantee.list">;

/** How much of a limit is used, in tenths of a percent: whole numbers, because fen may be more than a float can hold. */
const usedPermille = (row: Row): number =>
  row.limitFen > 0 ? Number(((BigInt(row.limitFen) - freeFen(row)) * 1000n) / BigInt(row.limitFen)) : 0;

/** General guarantees: limit, what is reserved, what is left, until when. */
const GuaranteesPage = (_: PageProps) => {
  const { t, language } = useApp();
  const nameOf = usePartyNames();
  const asked = useList("guarantee.list", {}, { everyMs: 30_000 });
  useTitle(t("nav.guarantees"));
  const plain = (fen: number | bigint) => yuanOfFen(fen).replaceAll(",", "");
  const columns: readonly Column<Row>[] = [
    {
      key: "guarantee",
      title: t("field.guarantee"),
      code: true,
      show: (row) => row.guarantee,
      text: (row) => row.guarantee,
    },
    { key: "party", title: t("field.party"), show: (row) => nameOf(row.party), text: (row) => row.party },
    {
      key: "guarantor",
      title: t("guarantee.guarantor"),
      show: (row) => row.guarantor,
      text: (row) => row.guarantor,
    },
    {
      key: "limit",
      title: t("guarantee.limit"),
      number: true,
      show: (row) => yuanOfFen(row.limitFen),
      text: (row) => plain(row.limitFen),
    },
    {
      key: "reserved",
      title: t("guarantee.reserved"),
      number: true,
      show: (row) => yuanOfFen(row.reservedFen),
      text: (row) => plain(row.reservedFen),
    },
    {
      key: "called",
      title: t("guarantee.called"),
      number: true,
      wide: true,
      show: (row) => yuanOfFen(row.calledFen),
      text: (row) => plain(row.calledFen),
    },
    {
      key: "paid",
      title: t("guarantee.paid"),
      number: true,
      wide: true,
      show: (row) => yuanOfFen(row.paidFen),
      text: (row) => plain(row.paidFen),
    },
    {
      key: "left",
      title: t("guarantee.left"),
      number: true,
      show: (row) => <b>{yuanOfFen(freeFen(row))}</b>,
      text: (row) => plain(freeFen(row)),
    },
    { key: "use", title: t("guarantee.use"), show: (row) => <Use permille={usedPermille(row)} /> },
    {
      key: "from",
      title: t("guarantee.from"),
      wide: true,
      show: (row) => dayText(row.from, language),
      text: (row) => row.from,
    },
    {
      key: "until",
      title: t("guarantee.until"),
      show: (row) => <DueDay day={row.until} />,
      text: (row) => row.until,
    },
  ];
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.guarantees")}</h1>
        <p className="quiet">{t("guarantee.help")}</p>
      </div>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("guarantee.none")}>{t("guarantee.noneText")}</Empty>
          ) : (
            <DataTable
              label={t("nav.guarantees")}
              columns={columns}
              rows={rows}
              id={(row) => row.guarantee}
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

const Use = ({ permille }: { permille: number }) => (
  <span className="use">
    <span className="use-bar" aria-hidden="true">
      <i style={{ width: `${Math.min(permille, 1000) / 10}%` }} />
    </span>
    {Math.floor(permille / 10)}%
  </span>
);

export default GuaranteesPage;

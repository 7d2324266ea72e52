import type { ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useLooks } from "../../api/use-looks.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { dayText, yuanOfFen } from "../../shared/format.ts";
import { freeFen } from "../../shared/guarantee.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { UseBar } from "../../shared/use-bar.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";
import { CallsPanel } from "./calls-panel.tsx";

type Row = ListRow<"guarantee.list">;

/** General guarantees: limit, what is reserved, what is left, until when. */
const GuaranteesPage = (_: PageProps) => {
  const { t, word, language } = useApp();
  const nameOf = usePartyNames();
  const asked = useList("guarantee.list", {}, { everyMs: 30_000 });
  const letters = useLooks("guarantee.show", asked.answer?.map(({ guarantee }) => guarantee) ?? []);
  const businesses = (guarantee: string): string => {
    const letter = letters?.find(({ id }) => id === guarantee);
    if (!letter) return "";
    return letter.businesses === null
      ? t("guarantee.allBusinesses")
      : letter.businesses.map((each) => word("business", each)).join(", ");
  };
  useTitle(t("nav.guarantees"));
  const plain = (fen: number | bigint) => yuanOfFen(fen).replaceAll(",", "");
  /** The second is shown under the first, and stands for itself in a spreadsheet. */
  const calledColumns: readonly Column<Row>[] = [
    {
      key: "called",
      title: t("guarantee.called"),
      number: true,
      show: (row) => (
        <span className="two-lines">
          {yuanOfFen(row.calledFen)}
          {row.paidFen > 0 && (
            <small className="quiet">{t("guarantee.paidOf", { amount: yuanOfFen(row.paidFen) })}</small>
          )}
        </span>
      ),
      text: (row) => plain(row.calledFen),
    },
    {
      key: "paid",
      title: t("guarantee.paid"),
      number: true,
      widest: true,
      show: (row) => yuanOfFen(row.paidFen),
      text: (row) => plain(row.paidFen),
    },
  ];
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
      show: (row) => (
        <span className="two-lines">
          {row.guarantor}
          <small className="quiet">{businesses(row.guarantee)}</small>
        </span>
      ),
      text: (row) => `${row.guarantor} (${businesses(row.guarantee)})`,
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
    ...((asked.answer ?? []).some(({ calledFen, paidFen }) => calledFen > 0 || paidFen > 0)
      ? calledColumns
      : []),
    {
      key: "left",
      title: t("guarantee.left"),
      number: true,
      show: (row) => <b>{yuanOfFen(freeFen(row))}</b>,
      text: (row) => plain(freeFen(row)),
    },
    {
      key: "use",
      title: t("guarantee.use"),
      show: (row) => <UseBar part={BigInt(row.limitFen) - freeFen(row)} whole={BigInt(row.limitFen)} />,
    },
    {
      key: "from",
      title: t("guarantee.from"),
      widest: true,
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
            <>
              <CallsPanel letters={letters ?? []} />
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
            </>
          )
        }
      </Answered>
    </>
  );
};

export default GuaranteesPage;

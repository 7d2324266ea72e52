import type { ListRequest, ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { ListTag } from "../../shared/book-tags.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { clockOf, dayText, legalDayOf } from "../../shared/format.ts";
import { Link } from "../../shared/link.tsx";
import { Answered, Empty } from "../../shared/states.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { isOutside } from "../list/acts.ts";

type Row = ListRow<"bonded-list.list">;

/** Verification lists, the newest first; those of one book leave out what is the same in all. */
export const ListTable = (props: { request: ListRequest<"bonded-list.list">; ofBook?: boolean }) => {
  const { request, ofBook = false } = props;
  const { t } = useApp();
  const columns = useColumns(ofBook);
  const asked = useList("bonded-list.list", request, { everyMs: 20_000 });
  return (
    <Answered asked={asked}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t(request.state ? "bonded.noneFiltered" : "bonded.none")}>
            {request.state ? (
              <Link href="/lists">{t("bonded.all")}</Link>
            ) : (
              !ofBook && <p>{t("bonded.noneText")}</p>
            )}
          </Empty>
        ) : (
          <DataTable
            label={t("bonded.title")}
            columns={columns}
            rows={rows}
            id={({ list }) => list}
            href={({ list }) => `/lists/${list}`}
            hasMore={asked.hasMore}
            tooMany={asked.tooMany}
            loading={asked.loading}
            more={asked.more}
          />
        )
      }
    </Answered>
  );
};

const useColumns = (ofBook: boolean): readonly Column<Row>[] => {
  const { t, word, language, start, session } = useApp();
  const nameOf = usePartyNames();
  const waits = ({ state, declares, declaration, movement, party, counterparty }: Row) => {
    if (state !== "approved") return "";
    if (declares && declaration === null && isOutside({ party, counterparty }, session))
      return t("bonded.wait.yours");
    const passesGate = !movement.startsWith("batch-") && movement !== "release";
    return t(
      declares && declaration === null
        ? `bonded.wait.${passesGate ? "both" : "declaration"}`
        : "bonded.wait.gate",
    );
  };
  const when = ({ at }: Row) =>
    `${legalDayOf(at) === start.today ? "" : `${dayText(legalDayOf(at), language)} `}${clockOf(at).slice(0, 5)}`;
  const columns: readonly Column<Row>[] = [
    { key: "list", title: t("bonded.list"), code: true, show: ({ list }) => list, text: ({ list }) => list },
    {
      key: "state",
      title: t("list.state"),
      show: ({ state }) => <ListTag state={state} />,
      text: ({ state }) => word("listState", state),
    },
    {
      key: "movement",
      title: t("bonded.movement"),
      show: ({ movement }) => word("movement", movement),
      text: ({ movement }) => word("movement", movement),
    },
    {
      key: "status",
      title: t("line.status"),
      wide: true,
      show: ({ status }) => word("goodsStatus", status),
      text: ({ status }) => word("goodsStatus", status),
    },
    { key: "waits", title: t("bonded.waits"), show: waits, text: waits },
    {
      key: "book",
      title: t("book.number"),
      code: true,
      show: (row) =>
        isOutside(row, session) ? row.book : <Link href={`/books/${row.book}`}>{row.book}</Link>,
      text: ({ book }) => book,
    },
    {
      key: "party",
      title: t("book.party"),
      wide: true,
      show: ({ party }) => nameOf(party),
      text: ({ party }) => party,
    },
    {
      key: "reference",
      title: t("book.reference"),
      code: true,
      widest: true,
      show: ({ reference }) => reference,
      text: ({ reference }) => reference,
    },
    {
      key: "lines",
      title: t("bonded.lines"),
      number: true,
      show: ({ lines }) => lines,
      text: ({ lines }) => String(lines),
    },
    { key: "at", title: t("bonded.declared"), number: true, show: when, text: ({ at }) => at },
  ];
  return ofBook ? columns.filter(({ key }) => key !== "book" && key !== "party") : columns;
};

import { Button } from "antd";
import { useState } from "react";
import type { ListRow } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { BookTag } from "../../shared/book-tags.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { groupDigits } from "../../shared/format.ts";
import { useKeys } from "../../shared/keys.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { usePartyNames } from "../../shared/use-party-names.ts";
import { useTitle } from "../../shared/use-title.ts";
import { useZoneNames } from "../../shared/use-zone-names.ts";
import { AskDialog } from "./ask-dialog.tsx";

type Row = ListRow<"account-book.list">;

/** Books: an enterprise's own, an officer's those of the office; what waits to be decided stands first. */
const BooksPage = (_: PageProps) => {
  const { t, has } = useApp();
  const [asking, setAsking] = useState(false);
  const asked = useList("account-book.list", {}, { everyMs: 20_000, limit: 500 });
  useTitle(t("nav.books"));
  const mayAsk = has("declarant");
  useKeys(mayAsk ? { f: () => setAsking(true) } : {});
  const ask = mayAsk && (
    <Button type="primary" className="head-button" onClick={() => setAsking(true)}>
      {t("book.ask")}
    </Button>
  );
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.books")}</h1>
        <p className="quiet">{t("book.help")}</p>
        {asked.answer?.length !== 0 && ask}
      </div>
      <Answered asked={asked}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("book.none")}>
              <p>{t("book.noneText")}</p>
              {ask}
            </Empty>
          ) : (
            <BookTable rows={rows} more={asked} />
          )
        }
      </Answered>
      {asking && <AskDialog close={() => setAsking(false)} />}
    </>
  );
};

const waitsFirst = (rows: readonly Row[]): readonly Row[] => {
  const waits = ({ state }: Row) => state === "declared";
  return [...rows.filter(waits), ...rows.filter((row) => !waits(row))];
};

const BookTable = ({ rows, more }: { rows: readonly Row[]; more: ReturnType<typeof useList> }) => {
  const { t, word, has } = useApp();
  const nameOf = usePartyNames();
  const zoneName = useZoneNames();
  const columns: readonly Column<Row>[] = [
    {
      key: "number",
      title: t("book.number"),
      code: true,
      show: ({ book }) => book,
      text: ({ book }) => book,
    },
    {
      key: "state",
      title: t("list.state"),
      show: ({ state }) => <BookTag state={state} />,
      text: ({ state }) => word("bookState", state),
    },
    {
      key: "kind",
      title: t("book.kind"),
      show: ({ kind }) => word("bookKind", kind),
      text: ({ kind }) => word("bookKind", kind),
    },
    {
      key: "zone",
      title: t("book.zone"),
      show: ({ zone }) => zoneName(zone),
      text: ({ zone }) => zoneName(zone),
    },
    {
      key: "party",
      title: t("book.party"),
      show: ({ party }) => nameOf(party),
      text: ({ party }) => party,
    },
    {
      key: "mode",
      title: t("book.mode"),
      wide: true,
      show: ({ mode }) => word("bookMode", mode),
      text: ({ mode }) => word("bookMode", mode),
    },
    {
      key: "validUntil",
      title: t("book.validUntil"),
      show: ({ validUntil }) => <DueDay day={validUntil} />,
      text: ({ validUntil }) => validUntil,
    },
    {
      key: "lines",
      title: t("book.lines"),
      number: true,
      show: ({ lines }) => groupDigits(String(lines)),
      text: ({ lines }) => String(lines),
    },
  ];
  return (
    <DataTable
      label={t("nav.books")}
      columns={columns}
      rows={has("officer") ? waitsFirst(rows) : rows}
      id={({ book }) => book}
      href={({ book }) => `/books/${book}`}
      hasMore={more.hasMore}
      tooMany={more.tooMany}
      loading={more.loading}
      more={more.more}
    />
  );
};

export default BooksPage;

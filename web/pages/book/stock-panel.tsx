import { Input } from "antd";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { groupDigits, halfOf } from "../../shared/format.ts";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTyped } from "../../shared/use-typed.ts";
import { type StockRow, stockRows } from "./stock-rows.ts";

const SHELVES = ["coming", "available", "reserved"] as const;

/** What lies in the book, line by line and by status; the address holds the part number that is sought. */
export const StockPanel = ({ book }: { book: string }) => {
  const { t } = useApp();
  const part = new URLSearchParams(useAddress().search).get("part") ?? "";
  const [typed, setTyped] = useTyped(part, (sought) =>
    navigate(`/books/${book}${searchOf({ part: sought })}`, { replace: true }),
  );
  const asked = useList(
    "account-book.lines",
    { book, ...(part !== "" && { part }) },
    { everyMs: 20_000, limit: 200 },
  );
  return (
    <section aria-labelledby="book-stock">
      <h2 id="book-stock">{t("book.stock")}</h2>
      <search className="filters">
        <Input
          allowClear
          value={typed}
          maxLength={50}
          aria-label={t("book.findPart")}
          placeholder={t("book.findPart")}
          onChange={(event) => setTyped(event.target.value)}
        />
      </search>
      <Answered asked={asked}>
        {(lines) =>
          lines.length === 0 ? (
            <Empty title={t(part === "" ? "book.noStock" : "book.noPart")} />
          ) : (
            <StockTable rows={stockRows(lines)} more={asked} />
          )
        }
      </Answered>
    </section>
  );
};

const StockTable = ({ rows, more }: { rows: readonly StockRow[]; more: ReturnType<typeof useList> }) => {
  const { t, word, language } = useApp();
  const unit = ({ line }: StockRow) => word("unit", line.unit);
  const columns: readonly Column<StockRow>[] = [
    {
      key: "part",
      title: t("line.part"),
      code: true,
      show: ({ line }) => line.part,
      text: ({ line }) => line.part,
    },
    {
      key: "seq",
      title: t("line.line"),
      number: true,
      wide: true,
      show: ({ line }) => line.seq,
      text: ({ line }) => String(line.seq),
    },
    {
      key: "commodity",
      title: t("line.commodity"),
      code: true,
      show: ({ line }) => line.commodity,
      text: ({ line }) => line.commodity,
    },
    {
      key: "description",
      title: t("line.description"),
      show: ({ line }) => halfOf(line.description, language),
      text: ({ line }) => line.description,
    },
    {
      key: "status",
      title: t("line.status"),
      show: ({ status }) => status && word("goodsStatus", status),
      text: ({ status }) => status && word("goodsStatus", status),
    },
    ...SHELVES.map(
      (shelf): Column<StockRow> => ({
        key: shelf,
        title: t(`line.${shelf}`),
        number: true,
        show: (row) =>
          row[shelf] === "0" && shelf !== "available" ? (
            ""
          ) : (
            <span className={shelf === "available" ? "strong" : ""}>{groupDigits(row[shelf])}</span>
          ),
        text: (row) => row[shelf],
      }),
    ),
    { key: "unit", title: t("line.unit"), show: unit, text: unit },
  ];
  return (
    <DataTable
      label={t("book.stock")}
      columns={columns}
      rows={rows}
      id={({ line, status }) => `${line.line} ${status}`}
      href={({ line }) => `/book-lines/${line.line}`}
      hasMore={more.hasMore}
      tooMany={more.tooMany}
      loading={more.loading}
      more={more.more}
    />
  );
};

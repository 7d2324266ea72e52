import { useCallback, useMemo } from "react";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { groupDigits, halfOf } from "../../shared/format.ts";
import type { BookLineRow } from "../book/stock-rows.ts";
import { isOutside, type List } from "./acts.ts";
import { useBookLines } from "./use-book-lines.ts";

/** What is known of the goods beside their quantities. */
type Known = Pick<BookLineRow, "commodity" | "description" | "unit"> & { readonly part?: string };

type Row = List["lines"][number] & { readonly of: Known | undefined; readonly item: number };

/** What the draft of the list's declaration tells of each line, to whoever may not see the lines of the book. */
const useDrafted = (list: List, isWanted: boolean): ((index: number) => Known | undefined) => {
  const { answer } = useLook(
    "bonded-list.draft-declaration",
    isWanted && list.declares && list.state === "approved" ? { list: list.number } : null,
    { fixed: true },
  );
  return useCallback(
    (index) => {
      const item = answer?.lines[index]?.item;
      const goods = item === undefined ? undefined : answer?.declaration.goods[item - 1];
      const unit = answer?.items.find((each) => each.item === item)?.unit ?? "";
      return goods && { commodity: goods.commodity, description: goods.description, unit };
    },
    [answer],
  );
};

/** The goods of a list, each with the line of the book that it moves. */
export const GoodsPanel = ({ list }: { list: List }) => {
  const { t, word, language, session } = useApp();
  const outside = isOutside(list, session);
  const drafted = useDrafted(list, outside);
  const lineOf = useBookLines(list.book);
  const rows = useMemo<readonly Row[]>(
    () =>
      list.lines.map((line, index) => ({
        ...{ ...line, item: index + 1 },
        of: outside ? drafted(index) : lineOf(line.line),
      })),
    [lineOf, drafted, outside, list.lines],
  );
  const number = (
    key: "lawful" | "second" | "netMassKg" | "grossMassKg" | "onPasses" | "passed",
    more: Partial<Column<Row>> = {},
  ): Column<Row> => ({
    key,
    title: t(`bonded.${key}`),
    number: true,
    show: (row) => groupDigits(row[key] ?? ""),
    text: (row) => row[key] ?? "",
    ...more,
  });
  const description = ({ of }: Row) => (of ? halfOf(of.description, language) : "");
  const unit = ({ of }: Row) => (of ? word("unit", of.unit) : "");
  const columns: readonly Column<Row>[] = [
    {
      key: "part",
      title: t(outside ? "line.line" : "line.part"),
      code: true,
      show: ({ of, line }) => of?.part ?? line,
      text: ({ of, line }) => of?.part ?? line,
    },
    {
      key: "commodity",
      title: t("line.commodity"),
      code: true,
      show: ({ of, hs8 }) => of?.commodity ?? hs8,
      text: ({ of, hs8 }) => of?.commodity ?? hs8,
    },
    { key: "description", title: t("line.description"), show: description, text: description },
    {
      key: "declared",
      title: t("line.quantity"),
      number: true,
      show: ({ declared }) => <span className="strong">{groupDigits(declared)}</span>,
      text: ({ declared }) => declared,
    },
    { key: "unit", title: t("line.unit"), show: unit, text: unit },
    ...(list.gate && list.state === "approved" ? [number("onPasses"), number("passed")] : []),
    number("lawful"),
    ...(rows.some(({ second }) => second !== undefined) ? [number("second")] : []),
    number("netMassKg"),
    number("grossMassKg", { wide: true }),
    {
      key: "value",
      title: t("bonded.value"),
      number: true,
      show: ({ value }) => `${groupDigits(value.amount)} ${value.currency}`,
      text: ({ value }) => value.amount,
    },
  ];
  return (
    <section aria-labelledby="list-goods">
      <h2 id="list-goods">{t("bonded.goods")}</h2>
      <DataTable
        label={t("bonded.goods")}
        columns={columns}
        rows={rows}
        id={({ item }) => String(item)}
        {...(!outside && { href: ({ line }: Row) => `/book-lines/${line}` })}
      />
    </section>
  );
};

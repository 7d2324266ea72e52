import { useApp } from "../../app/context.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { lessOf } from "../../shared/decimal.ts";
import { groupDigits, halfOf } from "../../shared/format.ts";
import type { Slip } from "../forms/batch.ts";
import { outLines } from "../forms/out-of.ts";
import { useBookLines } from "../list/use-book-lines.ts";

type Row = Slip["lines"][number] & {
  readonly item: number;
  readonly back: string;
  readonly out: string;
};

/** The lines of a slip: how much moved, how much of it is back or on its way back, and what is out. */
export const GoodsPanel = ({ slip }: { slip: Slip }) => {
  const { t, word, language } = useApp();
  const lineOf = useBookLines(slip.book);
  const out = outLines(slip);
  const rows: readonly Row[] = slip.lines.map((line, index) => ({
    ...line,
    item: index + 1,
    out: out[index]!.declared,
    back: lessOf(line.declared, out[index]!.declared),
  }));
  const unit = ({ line }: Row) => word("unit", lineOf(line)?.unit ?? "");
  const number = (key: "declared" | "back" | "out" | "netMassKg", title: string): Column<Row> => ({
    key,
    title,
    number: true,
    show: (row) => <span className={key === "declared" ? "strong" : ""}>{groupDigits(row[key])}</span>,
    text: (row) => row[key],
  });
  const columns: readonly (Column<Row> | false)[] = [
    {
      key: "part",
      title: t("line.part"),
      code: true,
      show: ({ line }) => lineOf(line)?.part ?? line,
      text: ({ line }) => lineOf(line)?.part ?? line,
    },
    {
      key: "commodity",
      title: t("line.commodity"),
      code: true,
      show: ({ line, hs8 }) => lineOf(line)?.commodity ?? hs8,
      text: ({ line, hs8 }) => lineOf(line)?.commodity ?? hs8,
    },
    {
      key: "description",
      title: t("line.description"),
      show: ({ line }) => halfOf(lineOf(line)?.description ?? "", language),
      text: ({ line }) => lineOf(line)?.description ?? "",
    },
    number("declared", t("line.quantity")),
    slip.returnedBy.length > 0 && number("back", t("slip.back")),
    slip.kind === "go" && slip.state === "passed" && number("out", t("slip.out")),
    { key: "unit", title: t("line.unit"), show: unit, text: unit },
    number("netMassKg", t("bonded.netMassKg")),
    {
      key: "value",
      title: t("bonded.value"),
      number: true,
      show: ({ value }) => `${groupDigits(value.amount)} ${value.currency}`,
      text: ({ value }) => value.amount,
    },
  ];
  return (
    <section aria-labelledby="slip-goods">
      <h2 id="slip-goods">{t("slip.goods")}</h2>
      <DataTable
        label={t("slip.goods")}
        columns={columns.filter((column) => column !== false)}
        rows={rows}
        id={({ item }) => String(item)}
        href={({ line }) => `/book-lines/${line}`}
      />
    </section>
  );
};

import { useMemo } from "react";
import { useLook } from "../../api/use-ask.ts";
import { useLooks } from "../../api/use-looks.ts";
import { useApp } from "../../app/context.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { groupDigits, halfOf } from "../../shared/format.ts";
import { Link } from "../../shared/link.tsx";
import { PaperLink } from "../../shared/paper-link.tsx";
import { Loading } from "../../shared/states.tsx";
import { useBookLines } from "../list/use-book-lines.ts";
import type { PassRow } from "../passes/pass-acts.ts";
import { type OnPass, onPass } from "./on-pass.ts";

/** The goods on the vehicle, each with the paper that it is of and the line of the book. */
export const OnPassPanel = ({ pass }: { pass: PassRow }) => {
  const { t } = useApp();
  const { answer } = useLook("gate-pass.show", { id: pass.pass }, { fixed: true });
  const lists = useLooks("bonded-list.show", pass.lists);
  const slips = useLooks("stock-slip.show", pass.slips);
  const rows = useMemo(
    () => answer && lists && slips && onPass(answer.lists, lists, slips),
    [answer, lists, slips],
  );
  return (
    <section aria-labelledby="pass-goods">
      <h2 id="pass-goods">{t("pass.goods")}</h2>
      {rows ? <Goods rows={rows} book={pass.book} /> : <Loading rows={3} />}
    </section>
  );
};

const Goods = ({ rows, book }: { rows: readonly OnPass[]; book: string }) => {
  const { t, word, language } = useApp();
  const lineOf = useBookLines(book);
  const part = ({ line }: OnPass) => lineOf(line)?.part ?? line;
  const unit = ({ line }: OnPass) => word("unit", lineOf(line)?.unit ?? "");
  const columns: readonly Column<OnPass>[] = [
    {
      key: "part",
      title: t("line.part"),
      code: true,
      show: (row) => <Link href={`/book-lines/${row.line}`}>{part(row)}</Link>,
      text: part,
    },
    {
      key: "commodity",
      title: t("line.commodity"),
      code: true,
      show: ({ line }) => lineOf(line)?.commodity ?? "",
      text: ({ line }) => lineOf(line)?.commodity ?? "",
    },
    {
      key: "description",
      title: t("line.description"),
      show: ({ line }) => halfOf(lineOf(line)?.description ?? "", language),
      text: ({ line }) => lineOf(line)?.description ?? "",
    },
    {
      key: "declared",
      title: t("pass.quantity"),
      number: true,
      show: ({ declared }) => <span className="strong">{groupDigits(declared)}</span>,
      text: ({ declared }) => declared,
    },
    {
      key: "of",
      title: t("pass.ofPaper"),
      number: true,
      show: ({ of }) => groupDigits(of),
      text: ({ of }) => of,
    },
    { key: "unit", title: t("line.unit"), show: unit, text: unit },
    {
      key: "paper",
      title: t("pass.paper"),
      show: ({ paper }) => <PaperLink paper={paper} />,
      text: ({ paper }) => paper,
    },
  ];
  return (
    <DataTable
      label={t("pass.goods")}
      columns={columns}
      rows={rows}
      id={({ paper, line }) => `${paper} ${line}`}
    />
  );
};

import { useApp } from "../../app/context.tsx";
import { dayText } from "../../shared/format.ts";
import { TableHead } from "../../shared/table-head.tsx";
import { useBookLines } from "../list/use-book-lines.ts";
import type { Book } from "./acts.ts";

type Difference = readonly [what: string, before: string, after: string];

/** What a change that waits would change, before and after. */
export const ChangePanel = ({ book }: { book: Book }) => {
  const { t, language } = useApp();
  const lineOf = useBookLines(book.number);
  const { change } = book;
  if (!change) return null;
  const differences: readonly Difference[] = [
    [t("book.validUntil"), dayText(book.validUntil, language), dayText(change.validUntil, language)] as const,
    ...change.lines.flatMap(({ line, goods }) => {
      const now = lineOf(line);
      const part = now?.part ?? line;
      return [
        [`${part} · ${t("line.commodity")}`, now?.commodity ?? "", goods.commodity],
        [`${part} · ${t("line.description")}`, now?.description ?? "", goods.description],
      ] as const;
    }),
  ].filter(([, before, after]) => before !== after);
  return (
    <section className="panel" aria-labelledby="book-change">
      <h2 id="book-change">{t("book.change")}</h2>
      <p className="quiet">{t("book.changeWaits")}</p>
      <table className="data">
        <TableHead columns={[[t("book.changeWhat")], [t("book.changeBefore")], [t("book.changeAfter")]]} />
        <tbody>
          {differences.map(([what, before, after]) => (
            <tr key={what}>
              <td data-label={t("book.changeWhat")}>{what}</td>
              <td data-label={t("book.changeBefore")}>{before}</td>
              <td data-label={t("book.changeAfter")}>
                <b>{after}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

import { useApp } from "../../app/context.tsx";
import { type DeclarationRow, useWork } from "../../app/work.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { clockOf, dayText, halfOf, legalDayOf, yuanOfFen } from "../../shared/format.ts";
import { Empty, Failed, Loading } from "../../shared/states.tsx";
import { Tag } from "../../shared/tag.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { usePartyNames } from "../../shared/use-party-names.ts";

/** What an officer is asked to do with a declaration of the queue. */
export const officerAct = (row: DeclarationRow): string =>
  row.amendment
    ? "amendment"
    : (["inspection", "documents", "conflict", "silence"].find((hold) => row.holds.includes(hold)) ??
      "release");

/** What waits for an officer, the oldest first. */
export const QueueTable = () => {
  const { t, word, language, start } = useApp();
  const { queue, papersToCome = [], problem, again } = useWork();
  const { procedureName } = useCodes();
  const nameOf = usePartyNames();
  if (!queue) return problem ? <Failed problem={problem} again={again} /> : <Loading />;
  if (queue.length + papersToCome.length === 0)
    return <Empty title={t("queue.empty")}>{t("queue.emptyText")}</Empty>;
  const when = ({ at }: DeclarationRow) => {
    const day = legalDayOf(at);
    return `${day === start.today ? "" : `${dayText(day, language)} `}${clockOf(at).slice(0, 5)}`;
  };
  const columns: readonly Column<DeclarationRow>[] = [
    {
      key: "number",
      title: t("field.number"),
      code: true,
      show: ({ number }) => number,
      text: ({ number }) => number,
    },
    {
      key: "act",
      title: t("queue.act"),
      show: (row) =>
        papersToCome.includes(row) ? (
          <Tag tone="others">{t("queue.papersToCome")}</Tag>
        ) : (
          <Tag tone="you">{word("officerAct", officerAct(row))}</Tag>
        ),
      text: (row) => word("officerAct", officerAct(row)),
    },
    { key: "since", title: t("queue.since"), number: true, show: when, text: ({ at }) => at },
    {
      key: "goods",
      title: t("field.goods"),
      show: ({ goods, items }) => (
        <>
          {halfOf(goods, language)}
          {items > 1 && <small className="quiet"> +{items - 1}</small>}
        </>
      ),
      text: ({ goods }) => goods,
    },
    {
      key: "trader",
      title: t("field.trader"),
      show: ({ trader }) => nameOf(trader),
      text: ({ trader }) => trader,
    },
    {
      key: "procedure",
      title: t("field.procedure"),
      wide: true,
      show: ({ procedure }) => (
        <>
          <code>{procedure}</code> {procedureName(procedure)}
        </>
      ),
      text: ({ procedure }) => procedure,
    },
    {
      key: "total",
      title: t("field.totalCny"),
      number: true,
      show: ({ totalFen }) => yuanOfFen(totalFen),
      text: ({ totalFen }) => yuanOfFen(totalFen).replaceAll(",", ""),
    },
  ];
  return (
    <DataTable
      label={t("queue.title")}
      columns={columns}
      rows={[...queue, ...papersToCome]}
      id={({ number }) => number}
      href={({ number }) => `/declarations/${number}?from=queue`}
    />
  );
};

import { useApp } from "../../app/context.tsx";
import type { DeclarationRow, Work } from "../../app/work.tsx";
import type { Key } from "../../catalogue/catalogue.ts";
import { DueDay } from "../../shared/due-day.tsx";
import { clockOf, halfOf, yuanOfFen } from "../../shared/format.ts";
import { moveRow, useKeys } from "../../shared/keys.ts";
import { Link } from "../../shared/link.tsx";
import { Empty, Failed, Loading } from "../../shared/states.tsx";
import { StateTag, Tag, type Tone } from "../../shared/tag.tsx";

type ColumnShape = { readonly name: "mine" | "others" | "done"; readonly tone: Tone; readonly empty: Key };

const COLUMNS: readonly ColumnShape[] = [
  { name: "mine", tone: "you", empty: "today.mine.empty" },
  { name: "others", tone: "others", empty: "today.others.empty" },
  { name: "done", tone: "done", empty: "today.done.empty" },
];
const SHOWN = 50;

/** Needs you, waits for others, done today: a declarant's three columns. */
export const WorkColumns = ({ work }: { work: Work }) => {
  const { t } = useApp();
  useKeys({ j: () => moveRow(1), k: () => moveRow(-1) });
  return (
    <div className="columns">
      {COLUMNS.map(({ name, tone, empty }) => {
        const rows = work[name];
        return (
          <section key={name} className={`column edge-${tone}`} aria-labelledby={`column-${name}`}>
            <h2 id={`column-${name}`}>
              {t(`today.${name}`)} <span className="count">{rows?.length ?? ""}</span>
            </h2>
            {rows === undefined &&
              (work.problem ? <Failed problem={work.problem} again={work.again} /> : <Loading rows={4} />)}
            {rows?.length === 0 && <Empty title={t(empty)} />}
            {rows?.slice(0, SHOWN).map((row) => (
              <Card key={row.number} row={row} column={name} />
            ))}
            {rows && rows.length > SHOWN && (
              <Link href="/declarations?state=held">{t("today.more", { count: rows.length - SHOWN })}</Link>
            )}
          </section>
        );
      })}
    </div>
  );
};

const Card = ({ row, column }: { row: DeclarationRow; column: ColumnShape["name"] }) => {
  const { language } = useApp();
  return (
    <Link href={`/declarations/${row.number}`} className="card" data-row-link="">
      <span className="card-top">
        <code>{row.number}</code>
        {column === "done" && <StateTag state={row.state} />}
        {column === "mine" && row.due && <DueDay day={row.due} />}
        {column === "others" && <Since at={row.at} />}
      </span>
      <span className="card-what">
        {row.reference} · {halfOf(row.goods, language)}
      </span>
      {column === "mine" && <MyAct row={row} />}
      {column === "others" && <TheirAct row={row} />}
    </Link>
  );
};

const Since = ({ at }: { at: string }) => {
  const { t } = useApp();
  return <small className="quiet">{t("waits.since", { time: clockOf(at).slice(0, 5) })}</small>;
};

const MyAct = ({ row }: { row: DeclarationRow }) => {
  const { t, word } = useApp();
  const also = ["inspection", "conflict", "silence"].find((hold) => row.holds.includes(hold));
  const act = row.holds.includes("documents")
    ? t("act.giveDocuments")
    : row.holds.includes("rate")
      ? t("act.amend")
      : t("act.payAmount", { amount: yuanOfFen(row.totalFen) });
  return (
    <span className="card-act">
      <Tag tone={row.taxState === "overdue" ? "stopped" : "you"}>{act}</Tag>
      {also && <small className="quiet">{word("waits", also)}</small>}
    </span>
  );
};

const TheirAct = ({ row }: { row: DeclarationRow }) => {
  const { t, word } = useApp();
  const hold = row.holds.find((each) => each !== "tax") ?? "release";
  const what = row.amendment ? t("waits.amendment") : word("waits", hold);
  return (
    <span className="card-act">
      <Tag tone="others">{what}</Tag>
    </span>
  );
};

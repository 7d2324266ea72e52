import type { ShownLine } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { clockOf, dayText, groupDigits, legalDayOf } from "../../shared/format.ts";
import { PaperLink } from "../../shared/paper-link.tsx";
import { Answered, Empty } from "../../shared/states.tsx";
import { kindOf, type Move, placeIn, statusesIn, stockAfter } from "./moves.ts";
import { StockChart } from "./stock-chart.tsx";

/** Every move of a line's goods: a sentence, the stock drawn over time, and the table that tells the same. */
export const StoryPanel = ({ line }: { line: ShownLine }) => {
  const { t } = useApp();
  const asked = useList("book-line.story", { line: line.id }, { everyMs: 20_000, limit: 500 });
  return (
    <section aria-labelledby="line-story">
      <h2 id="line-story">{t("line.story")}</h2>
      <Answered asked={asked}>
        {(moves) =>
          moves.length === 0 ? (
            <Empty title={t("line.noStory")} />
          ) : (
            <div className="line-story">
              <Sentence moves={moves} />
              <StockChart moves={moves} unit={line.goods.unit} />
              <MoveTable moves={moves} unit={line.goods.unit} more={asked} />
            </div>
          )
        }
      </Answered>
    </section>
  );
};

const Sentence = ({ moves }: { moves: readonly Move[] }) => {
  const { t, language } = useApp();
  const day = dayText(legalDayOf(moves.at(-1)!.at), language);
  return (
    <p>{moves.length === 1 ? t("line.storyOne") : t("line.storySentence", { count: moves.length, day })}</p>
  );
};

const MoveTable = (props: { moves: readonly Move[]; unit: string; more: ReturnType<typeof useList> }) => {
  const { moves, more } = props;
  const { t, word, language } = useApp();
  const unit = word("unit", props.unit);
  const when = ({ at }: Move) => `${dayText(legalDayOf(at), language)} ${clockOf(at).slice(0, 5)}`;
  const place = (account: string) => word("place", placeIn(account));
  const what = (move: Move) => word("moved", kindOf(move));
  const levels = stockAfter(moves);
  const levelOf = new Map(moves.map(({ move }, index) => [move, levels[index]!]));
  const after = (key: "free" | "reserved", title: string, wide: boolean): Column<Move> => ({
    key,
    title,
    number: true,
    wide,
    show: ({ move }) => groupDigits(levelOf.get(move)![key]),
    text: ({ move }) => levelOf.get(move)![key],
  });
  const several = statusesIn(moves).length > 1;
  const status = ({ status: code }: Move) => word("goodsStatus", code);
  const columns: readonly Column<Move>[] = [
    { key: "when", title: t("line.when"), show: when, text: ({ at }) => at },
    {
      key: "what",
      title: t("line.what"),
      show: (move) => (
        <span title={move.reason ?? ""}>
          <b>{what(move)}</b>{" "}
          <small className="quiet">
            {place(move.from)} → {place(move.to)}
          </small>
        </span>
      ),
      text: what,
    },
    {
      key: "paper",
      title: t("line.paper"),
      show: ({ paper, reason }) =>
        paper === null ? (
          <span>
            {t("line.count")} <small className="quiet">{reason}</small>
          </span>
        ) : (
          <PaperLink paper={paper} />
        ),
      text: ({ paper }) => paper ?? t("line.count"),
    },
    ...(several ? [{ key: "status", title: t("line.status"), show: status, text: status }] : []),
    {
      key: "declared",
      title: t("line.inUnit", { what: t("line.quantity"), unit }),
      number: true,
      show: ({ declared }) => groupDigits(declared),
      text: ({ declared }) => declared,
    },
    after("free", t("line.after"), false),
    after("reserved", t("line.afterReserved"), true),
  ];
  return (
    <DataTable
      label={t("line.story")}
      columns={columns}
      rows={moves}
      id={({ move }) => move}
      hasMore={more.hasMore}
      tooMany={more.tooMany}
      loading={more.loading}
      more={more.more}
    />
  );
};

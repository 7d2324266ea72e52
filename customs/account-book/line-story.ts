import Type from "typebox";
import { holds } from "../define/actor.ts";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { must } from "../define/record.ts";
import { everyRow } from "../define/view-rows.ts";
import { BookLineRecord, LineId } from "./book-line.ts";
import type { Status } from "./stock.ts";

/**
 * One move of goods of a line; quantities in the declared unit, as decimal text. `fromAfter` and `toAfter` are what then lay
 * where the goods came from and went to, null outside of the line; `usd` is what came or left in US dollars.
 */
export type MoveRow = {
  /** The move's own name: its entry's position, and its place in it. */
  readonly move: string;
  readonly line: string;
  readonly position: number;
  readonly n: number;
  readonly at: string;
  /** What moved it, for example "bonded-list.posted". */
  readonly type: string;
  /** The list or slip, or null after a count. */
  readonly paper: string | null;
  readonly reason: string | null;
  readonly status: Status;
  readonly from: string;
  readonly to: string;
  readonly declared: string;
  readonly usd: string | null;
  readonly fromAfter: string | null;
  readonly toAfter: string | null;
};

const PaperNumber = Type.String({
  pattern: "^(QD|SS)[0-9]{6}[IE][0-9]{9}$",
  description: "A list or a slip, for example QD221826I000000042.",
});

/** What happened to the goods of a line, the first move first; whoever may see the line may see it. */
export const lineStory = defineList({
  name: "book-line.story",
  title: { en: "What moved a line", zh: "账册表体变动记录" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object({ line: LineId, paper: Type.Optional(PaperNumber) }, closed),
  view: "book-line-move",
  of: {
    needs: ({ line }) => [must(BookLineRecord, line, "/line")],
    sees: (actor, { line }, records) => {
      const it = records.find(BookLineRecord, line);
      return (
        it !== undefined &&
        (holds(actor, ["officer", "administrator"], "anywhere") ||
          holds(actor, ["declarant"], [`party/${it.party}`]))
      );
    },
  },
  rows: () => everyRow,
  where: ({ line, paper }) => [
    { field: "line", is: "=", value: line },
    ...(paper ? [{ field: "paper", is: "=" as const, value: paper }] : []),
  ],
  order: () => [{ field: "line" }, { field: "position" }, { field: "n" }],
  answer: (row) => ({ move: `${row.position}-${row.n}`, ...row }) as MoveRow,
});

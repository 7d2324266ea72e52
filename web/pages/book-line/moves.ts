/** What a move of goods is in people's words, and the stock over time. */
import type { ListRow } from "../../api/types.ts";

export type Move = ListRow<"book-line.story">;

export type MoveKind =
  | "announced"
  | "arrived"
  | "recalled"
  | "reserved"
  | "given-back"
  | "left"
  | "arrival-undone"
  | "leaving-undone"
  | "found"
  | "lost"
  | "went"
  | "claimed"
  | "came-back"
  | "settled"
  | "entered"
  | "moved";

const shelfIn = (account: string): string => account.slice(account.indexOf(":") + 1);

/** The account without its status: a shelf (coming, stock, reserved), or a place outside of the line. */
export const placeIn = shelfIn;

const KINDS: Readonly<Record<string, MoveKind>> = {
  "outside>coming": "announced",
  "coming>stock": "arrived",
  "coming>outside": "recalled",
  "stock>reserved": "reserved",
  "reserved>stock": "given-back",
  "reserved>outside": "left",
  "reserved>away": "went",
  "away>claimed": "claimed",
  "entered>claimed": "claimed",
  "claimed>away": "given-back",
  "claimed>entered": "given-back",
  "claimed>stock": "came-back",
  "claimed>outside": "settled",
  "coming>entered": "entered",
  "stock>outside": "arrival-undone",
  "outside>stock": "leaving-undone",
  "found>stock": "found",
  "stock>lost": "lost",
};

const OUTSIDE: readonly string[] = ["abroad", "inland", "another-book"];

/** What a move is, from where it begins and ends. */
export const kindOf = ({ from, to }: Pick<Move, "from" | "to">): MoveKind => {
  const [before, after] = [from, to].map((account) =>
    OUTSIDE.includes(account) ? "outside" : shelfIn(account),
  );
  return KINDS[`${before}>${after}`] ?? "moved";
};

/** Quantities to be drawn; pictures may round, tables and texts never do. */
export type Level = { readonly at: number; readonly free: number; readonly reserved: number };

/** What lies free and reserved under the status of each move, after it. */
export const stockAfter = (
  moves: readonly Move[],
): readonly { readonly free: string; readonly reserved: string }[] => {
  const known = new Map<string, string>();
  return moves.map(({ from, to, fromAfter, toAfter, status }) => {
    if (fromAfter !== null) known.set(from, fromAfter);
    if (toAfter !== null) known.set(to, toAfter);
    return { free: known.get(`${status}:stock`) ?? "0", reserved: known.get(`${status}:reserved`) ?? "0" };
  });
};

/** What lay there under a status after each move that changed it. */
export const levelsOf = (moves: readonly Move[], status: string): readonly Level[] => {
  const after = stockAfter(moves);
  return moves.flatMap((move, index) =>
    move.status === status
      ? [
          {
            at: Date.parse(move.at),
            free: Number(after[index]!.free),
            reserved: Number(after[index]!.reserved),
          },
        ]
      : [],
  );
};

/** The statuses that a story has, in the order of their first move. */
export const statusesIn = (moves: readonly Move[]): readonly string[] => [
  ...new Set(moves.map(({ status }) => status)),
];

/** A round number at or above the highest level, so that the axis reads well: 1, 2 or 5 with zeros. */
export const roundTop = (highest: number): number => {
  if (highest <= 0) return 1;
  const size = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 5, 10].map((each) => each * size).find((each) => each >= highest) ?? highest;
};

type Box = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly from: number;
  readonly to: number;
};

/** The outline of an area of steps, as a path of SVG; each level lasts until the next, the last to the box's end. */
export const stepArea = (
  levels: readonly Level[],
  heightOf: (level: Level) => number,
  { width, height, top, from, to }: Box,
): string => {
  const span = Math.max(to - from, 1);
  const x = (at: number) => (((at - from) / span) * width).toFixed(1);
  const y = (level: Level) => (height - (heightOf(level) / top) * height).toFixed(1);
  const [first] = levels;
  if (!first) return "";
  const steps = levels.map((level) => `H${x(level.at)}V${y(level)}`).join("");
  return `M${x(first.at)} ${height}${steps}H${width}V${height}Z`;
};

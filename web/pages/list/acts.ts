/** What the person who looks may do with a verification list, and what it waits for. */
import type { LookAnswer, Session } from "../../api/types.ts";
import type { Key } from "../../catalogue/catalogue.ts";
import { countOf } from "../../shared/decimal.ts";
import { stands } from "../../shared/stands.ts";
import type { Tone } from "../../shared/tag.tsx";

export type List = LookAnswer<"bonded-list.show">;

export type ListAct = "cover" | "pass" | "record" | "post" | "delete" | "reverse";

/** The customs office of a book, out of its number. */
export const officeOf = (book: string): string => book.slice(1, 5);

/** Out of its own number, which says whether a list is one of goods that come in. */
export const directionOf = ({ number }: Pick<List, "number">): "in" | "out" =>
  number[8] === "I" ? "in" : "out";

/** The list is one side of a transfer between books. */
export const isTransfer = ({ movement }: Pick<List, "movement">): boolean =>
  movement === "from-book" || movement === "to-book";

/** How far the goods of a list are: not all on passes, all on passes, or all through; or they pass no gate for it. */
export type Goods = "left" | "on-passes" | "through" | "no-gate";

export const goodsOf = ({ gate, lines }: Pick<List, "gate" | "lines">): Goods => {
  if (!gate) return "no-gate";
  const all = (field: "onPasses" | "passed") =>
    lines.every((line) => countOf(line[field]) === countOf(line.declared));
  if (all("passed")) return "through";
  return all("onPasses") ? "on-passes" : "left";
};

const isOnPass = ({ lines }: List): boolean => lines.some(({ onPasses }) => countOf(onPasses) > 0n);

const isUnderWay = ({ lines }: List): boolean =>
  lines.some(({ onPasses, passed }) => countOf(onPasses) > countOf(passed));

/** The other book has not declared its list yet: nothing moves before. */
export const waitsForOther = (list: List): boolean => isTransfer(list) && list.otherList === null;

/** It waits for its declaration; what leaves waits at the gate, too. */
const isUncovered = ({ declares, declaration }: List): boolean => declares && declaration === null;
const isHeldBack = (list: List): boolean => isUncovered(list) && directionOf(list) === "out";

const canPost = (list: List): boolean =>
  ["through", "no-gate"].includes(goodsOf(list)) && !isTransfer(list) && !isUncovered(list);

const canDelete = (list: List): boolean =>
  !isOnPass(list) && !(list.movement === "from-book" && list.otherList !== null);

const isHolder = ({ party }: Pick<List, "party">, session: Session | undefined): boolean =>
  session !== undefined && stands(session, "declarant", [`party/${party}`]);

/** Somebody of the enterprise outside the zone that the list names as the one that declares its goods, and not of the book's. */
export const isOutside = (
  list: Pick<List, "party" | "counterparty">,
  session: Session | undefined,
): session is Session =>
  session !== undefined &&
  list.counterparty !== null &&
  stands(session, "declarant", [`party/${list.counterparty}`]) &&
  !isHolder(list, session);

/** The list waits for a declaration that this person may file: of the enterprise of the book, or the one that it names. */
export const mayFile = (list: List, session: Session | undefined): boolean =>
  list.state === "approved" && isUncovered(list) && (isHolder(list, session) || isOutside(list, session));

/** The acts that are open, the one that is asked for first. */
export const listActs = (list: List, session: Session | undefined): readonly ListAct[] => {
  if (!session) return [];
  const officer = stands(session, "officer", [`office/${officeOf(list.book)}`]);
  if (list.state === "posted") return officer && list.slips.length === 0 ? ["reverse"] : [];
  if (list.state !== "approved") return [];
  const own = isHolder(list, session);
  const canPass = own && goodsOf(list) === "left" && !waitsForOther(list) && !isHeldBack(list);
  return [
    ...(canPass ? (["pass"] as const) : []),
    ...(officer && isUnderWay(list) ? (["record"] as const) : []),
    ...((own || officer || isOutside(list, session)) && isUncovered(list) ? (["cover"] as const) : []),
    ...((own || officer) && canPost(list) ? (["post"] as const) : []),
    ...(own && canDelete(list) ? (["delete"] as const) : []),
  ];
};

const ENDS = {
  posted: ["done", "bonded.isPosted"],
  deleted: ["closed", "bonded.isDeleted"],
  reversed: ["stopped", "bonded.isReversed"],
} as const;

/** Where the list stands and what it waits for next, as a sentence and its colour. */
export const standOf = (list: List, acts: readonly ListAct[]): readonly [tone: Tone, words: Key] => {
  if (list.state !== "approved") return ENDS[list.state];
  const turn = (act: ListAct) => (acts.includes(act) ? "you" : "others");
  const goods = goodsOf(list);
  if (waitsForOther(list)) return ["others", "bonded.stand.otherList"];
  if (isHeldBack(list) && goods === "left") return [turn("cover"), `bonded.stand.cover.${turn("cover")}`];
  if (acts.includes("record")) return ["you", "bonded.stand.gate.you"];
  if (goods === "left") return [turn("pass"), `bonded.stand.pass.${turn("pass")}`];
  if (goods === "on-passes") return ["others", "bonded.stand.gate.others"];
  if (isTransfer(list)) return ["others", "bonded.stand.otherSide"];
  const [act, what] = isUncovered(list) ? (["cover", "declare"] as const) : (["post", "ready"] as const);
  return [turn(act), `bonded.stand.${what}.${turn(act)}`];
};

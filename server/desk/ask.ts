/** Answers queries: what an actor may see of views and records, as of now, of a position or of a date. */
import { AuthorityRecord } from "@openftz/customs/authority/authority.ts";
import type { Actor } from "@openftz/customs/define/actor.ts";
import { holds } from "@openftz/customs/define/actor.ts";
import { nothingHere, type Problem, problem } from "@openftz/customs/define/problem.ts";
import type { Audience, ListQuery, RecordQuery } from "@openftz/customs/define/query.ts";
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import type { Cell, Row, Store, Term, ViewShape } from "../store.ts";
import { checkCell } from "../view-checks.ts";
import type { Applier } from "./applier.ts";
import type { Desk } from "./desk.ts";
import { type Held, missingNeeds } from "./record-cache.ts";
import type { Registry } from "./registry.ts";
import { absentOf, absentProblem, tryAgain } from "./replies.ts";

/** A question: which query, by whom (undefined: nobody is signed in), and with what. */
export type Question = {
  readonly query: string;
  readonly actor: string | undefined;
  readonly request: unknown;
  /** Lists: the cursor that the page before gave, and how many rows (at most 500). */
  readonly cursor?: string;
  readonly limit?: number;
  /** Lists: wait until the views stand at this position. */
  readonly after?: number;
  /** Looks at records: as they were at a position, or at the end of a day (YYYY-MM-DD). */
  readonly asOf?: string;
};

/** What was found, or why not. */
export type Found =
  | {
      readonly kind: "rows";
      readonly rows: readonly object[];
      readonly next: string | null;
      /** What is in the rows at least; 0 when the views were being emptied while they were read. */
      readonly position: number;
    }
  | { readonly kind: "answer"; readonly answer: object }
  | { readonly kind: "refused"; readonly problem: Problem };

/** What asking needs. */
export type AskParts = {
  readonly store: Store;
  readonly desk: Desk;
  readonly applier: Applier;
  readonly registry: Registry;
  /** The views by their names; a cursor must fit the columns it goes on from. */
  readonly shapes: ReadonlyMap<string, ViewShape>;
  readonly law: CustomsLaw;
  /** The last position of a day, for `asOf` a date. */
  readonly positionAtEndOf: (day: string) => Promise<number>;
};

const MOST_ROWS = 500;
const ROWS = 50;
const LONGEST_WAIT_MS = 5_000;

/** Answers one question. */
export const ask = async (parts: AskParts, question: Question): Promise<Found> => {
  const query = parts.registry.queries.get(question.query);
  if (!query) return { kind: "refused", problem: nothingHere() };
  const actor = question.actor === undefined ? undefined : await parts.desk.actorOf(question.actor);
  if (!mayAsk(query.by, actor)) return { kind: "refused", problem: nothingHere() };
  const fault = parts.registry.check(query.name, question.request);
  if (fault) return { kind: "refused", problem: fault };
  const asker = actor ?? { id: "", grants: [] };
  return query.kind === "list"
    ? askList(parts, query, question, asker)
    : askRecords(parts, query, question, asker);
};

const mayAsk = (audience: Audience, actor: Actor | undefined): boolean =>
  audience === "anyone" ||
  (actor !== undefined && (audience === "signed-in" || holds(actor, audience, "anywhere")));

const askList = async (
  parts: AskParts,
  query: ListQuery,
  question: Question,
  actor: Actor,
): Promise<Found> => {
  const request = question.request as never;
  if (query.of) {
    const { of, name, title, by, request: schema } = query;
    const gate: RecordQuery = { kind: "record", name, title, by, request: schema, ...of, answer: () => ({}) };
    const { asOf: _, ...now } = question;
    const seen = await askRecords(parts, gate, now, actor);
    if (seen.kind === "refused") return seen;
  }
  const order = query.order(request);
  const fields = order.map(({ field }) => field);
  const cursor =
    question.cursor === undefined
      ? undefined
      : readCursor(question.cursor, fields, parts.shapes.get(query.view)!);
  if (cursor === null)
    return {
      kind: "refused",
      problem: problem("invalid-request", "The cursor is not one of ours.", "Start from the first page."),
    };
  if (question.after !== undefined && !(await parts.applier.reached(question.after, LONGEST_WAIT_MS)))
    return {
      kind: "refused",
      problem: problem("try-again", "The lists have not caught up yet.", "Ask again in a moment."),
    };
  const limit = Math.min(question.limit ?? ROWS, MOST_ROWS);
  if (!Number.isSafeInteger(limit) || limit < 1)
    return {
      kind: "refused",
      problem: problem("invalid-request", "The limit is no number of rows.", `Give 1 to ${MOST_ROWS}.`),
    };
  const { position, rebuilds } = parts.applier;
  const rows = await parts.store.views.query({
    view: query.view,
    where: [...query.rows(actor, parts.desk.now()), ...query.where(request)] as readonly Term[],
    order,
    limit: limit + 1,
    ...(cursor && { after: cursor }),
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? writeCursor(order.map(({ field }) => last[field]!)) : null;
  return {
    kind: "rows",
    rows: page.map((row: Row) => query.answer(row)),
    next,
    position: parts.applier.rebuilds === rebuilds ? position : 0,
  };
};

const writeCursor = (cells: readonly Cell[]): string =>
  Buffer.from(JSON.stringify(cells)).toString("base64url");

/** The cells of a cursor that this server could have written for these fields; null for anything else. */
const readCursor = (text: string, fields: readonly string[], shape: ViewShape): readonly Cell[] | null => {
  try {
    const cells: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(cells) || cells.length !== fields.length) return null;
    for (const [index, field] of fields.entries()) checkCell(shape, field, cells[index] as Cell);
    return cells as Cell[];
  } catch {
    return null;
  }
};

const askRecords = async (
  parts: AskParts,
  query: RecordQuery,
  question: Question,
  actor: Actor,
): Promise<Found> => {
  const { desk } = parts;
  const now = desk.now();
  const request = question.request as never;
  const upTo = question.asOf === undefined ? undefined : await positionOf(parts, question.asOf);
  if (upTo === null)
    return {
      kind: "refused",
      problem: problem(
        "invalid-request",
        "asOf is neither a position nor a day.",
        "Give a number or YYYY-MM-DD.",
      ),
    };
  const past = new Map<string, Held>();
  const have = (key: string) => (upTo === undefined ? desk.records.peek(key) : past.get(key));
  for (;;) {
    const { needs, missing, records } = missingNeeds(
      (found) => query.needs(request, found, now, actor),
      have,
    );
    if (missing.length > 0) {
      await Promise.all(
        missing.map(async (key) => {
          if (upTo === undefined) await desk.records.load(key);
          else past.set(key, await desk.records.asOf(key, upTo));
        }),
      );
      continue;
    }
    const staged = needs.some(({ kind, id }) => (have(`${kind.kind}/${id}`)?.position ?? 0) > desk.durable);
    if (staged && upTo === undefined) {
      if (desk.isAway || !desk.settles) return { kind: "refused", problem: tryAgain() };
      await desk.settled();
      continue;
    }
    if (query.places && !holds(actor, query.by as never, query.places(request, records)))
      return { kind: "refused", problem: nothingHere() };
    if (query.sees && !query.sees(actor, request, records))
      return { kind: "refused", problem: nothingHere() };
    const absent = absentOf(needs, records);
    if (absent.length > 0) return { kind: "refused", problem: absentProblem(absent) };
    const answer = query.answer(request, { records, actor, now }, parts.law);
    return "problem" in answer
      ? { kind: "refused", problem: answer.problem as Problem }
      : { kind: "answer", answer };
  }
};

const positionOf = async (parts: AskParts, asOf: string): Promise<number | null> => {
  if (/^[0-9]{1,15}$/.test(asOf)) return Number(asOf);
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(asOf)) return parts.positionAtEndOf(asOf);
  return null;
};

/** The record kind under which an account's authority is kept; named here so that adapters need not know it. */
export const authorityKey = (account: string): string => `${AuthorityRecord.kind}/${account}`;

/** Asks queries and looks at the answers: nobody sees what is not theirs, and nothing that is not durable and true. */
import { isDeepStrictEqual } from "node:util";
import { type Actor, holds } from "@openftz/customs/define/actor.ts";
import type { ListQuery, RecordQuery } from "@openftz/customs/define/query.ts";
import type { Found } from "../../server/desk/ask.ts";
import { absentOf } from "../../server/desk/replies.ts";
import { registry } from "../../server/installation.ts";
import type { Term } from "../../server/store.ts";
import type { Random } from "../random.ts";
import { type Domain, dayAt } from "./domain.ts";
import { type Seen, valueFor } from "./from-schema.ts";
import { law, type Process } from "./host.ts";
import { PEOPLE } from "./people.ts";
import type { Shadow } from "./shadow.ts";
import type { ShadowViews } from "./shadow-views.ts";
import { checkReason, typeOf } from "./traffic.ts";
import { must, Violation } from "./violation.ts";

/** A question and who asks it (undefined: nobody is signed in), perhaps as of an earlier position. */
export type Question = {
  readonly query: string;
  readonly actor: string | undefined;
  readonly request: object;
  readonly asOf?: string;
  readonly limit?: number;
};

/** Where questions are asked. */
export type Audience = {
  readonly shadow: Shadow;
  readonly views: ShadowViews;
  readonly domain: Domain;
  readonly seen: Seen;
  readonly clock: () => number;
  /** The instants at which what took until now may have been decided. */
  readonly instantsSince: (then: number, atThen: string) => readonly string[];
  /** A declaration that somebody is just acting on, or that may just be filed. */
  readonly guess: (random: Random) => string | undefined;
  readonly troubleAt: () => number;
  readonly now: () => number;
};

const ROWS = 50;
/** What was said of a person is gone from the past too once it is erased; these are asked for as they are now. */
const PERSONAL = /^party\./;

/** A question that somebody may have. */
export const someQuestion = ({ shadow, seen, clock, guess }: Audience, random: Random): Question => {
  const query = random.pick([...registry.queries.values()]);
  const today = dayAt(new Date(clock()).toISOString());
  const made = valueFor(query.request, { random, seen, today }) as Record<string, unknown>;
  const ids = shadow.idsOf(query.name.split(".")[0]!);
  if ("id" in made && ids.length > 0) made.id = random.pick(ids);
  if ("declaration" in made && random.chance(60)) made.declaration = guess(random) ?? made.declaration;
  const dice = random.below(100);
  const actor = dice < 8 ? undefined : dice < 40 ? "installation" : random.pick(PEOPLE).account;
  const looksBack = query.kind === "record" && !PERSONAL.test(query.name) && random.chance(35);
  const asOf = looksBack && {
    asOf: random.chance(40) ? dayBefore(today, random.below(3)) : String(1 + random.below(shadow.position)),
  };
  // Filters that chance makes find nothing, mostly.
  const asked = query.kind === "list" && random.chance(60) ? unfiltered(query, made) : made;
  const short = query.kind === "list" && random.chance(40) && { limit: 1 + random.below(6) };
  return { query: query.name, actor, request: asked, ...asOf, ...short };
};

const unfiltered = ({ request }: ListQuery, made: Readonly<Record<string, unknown>>): object => {
  const { required = [] } = request as { readonly required?: readonly string[] };
  return Object.fromEntries(required.map((field) => [field, made[field]]));
};

/** Asks, and throws a Violation when the answer is not what it must be. */
export const askAndLook = async (process: Process, question: Question, audience: Audience): Promise<void> => {
  const { shadow, clock, now } = audience;
  const it = process.it!;
  const [durable, since, atThen] = [it.status().durable, now(), clock()];
  const writtenThen = shadow.position;
  const found = await it.ask(question);
  if (!process.life.alive) return;
  const times = audience.instantsSince(since, new Date(atThen).toISOString());
  const query = registry.queries.get(question.query)!;
  const what = `${question.query} by ${question.actor ?? "nobody"} ${JSON.stringify(question.request)}`;
  if (found.kind === "refused") checkReason(found.problem, what);
  checkStranger(found, question, audience, times, what);
  if (found.kind === "refused" && typeOf(found.problem) === "try-again") {
    const isExcused = audience.troubleAt() >= since || process.mayStop !== undefined;
    return must("a refusal for the moment has a cause", isExcused, () => what);
  }
  if (found.kind === "answer") checkOwnRecord(question, audience, times, what);
  if (query.kind === "record") return checkRecord(query, found, question, { audience, times, durable, what });
  if (found.kind !== "rows") return;
  checkOwn(found.rows, question, audience, times, what);
  const isQuiet = shadow.position === writtenThen && found.position === writtenThen;
  if (isQuiet) await checkRows(query, found, question, audience, times, what);
};

const DAY_MS = 86_400_000;
const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

/** A position as it is given, or the last one of a day. */
const positionAsOf = (asOf: string, { entries }: Shadow, upTo: number): number =>
  asOf.includes("-")
    ? (entries.findLast(({ at, position }) => position <= upTo && dayAt(at) <= asOf)?.position ?? 0)
    : Number(asOf);

const isOpen = (name: string): boolean => {
  const { by } = registry.queries.get(name)!;
  return by === "anyone" || by === "signed-in";
};

const checkStranger = (
  found: Found,
  { query, actor }: Question,
  { domain }: Audience,
  times: readonly string[],
  what: string,
): void => {
  const isStranger =
    actor === undefined ||
    (actor !== "installation" && times.every((at) => domain.held(actor, dayAt(at)).length === 0));
  if (!isStranger || isOpen(query)) return;
  const sawNothing = found.kind === "refused" && ["not-found", "try-again"].includes(typeOf(found.problem));
  must("a stranger sees nothing", sawNothing, () => `${what}: ${JSON.stringify(found).slice(0, 200)}`);
};

const actorNow = (shadow: Shadow, account: string | undefined, at: string, upTo: number): Actor =>
  account === undefined ? { id: "", grants: [] } : shadow.actorOn(account, dayAt(at) as never, upTo);

type Look = {
  readonly audience: Audience;
  readonly times: readonly string[];
  readonly durable: number;
  readonly what: string;
};

/** The answer must be the one that some durable state gives, from the moment it was asked on. */
const checkRecord = (
  query: RecordQuery,
  found: Found,
  question: Question,
  { audience, times, durable, what }: Look,
): void => {
  const { shadow } = audience;
  const asOf =
    question.asOf === undefined ? undefined : (upTo: number) => positionAsOf(question.asOf!, shadow, upTo);
  const seen = new Set<string>();
  for (let upTo = shadow.position; upTo >= durable; upTo -= 1)
    for (const at of times) {
      const expected = expectedAnswer(query, question, { shadow, at, upTo, asOf: asOf?.(upTo) ?? upTo });
      const isIt =
        found.kind === "answer"
          ? isDeepStrictEqual(
              expected && JSON.parse(JSON.stringify(expected)),
              JSON.parse(JSON.stringify(found.answer)),
            )
          : expected === undefined;
      if (isIt) return;
      seen.add(JSON.stringify(expected)?.slice(0, 300) ?? "nothing");
    }
  const got = JSON.stringify(found.kind === "answer" ? found.answer : found).slice(0, 300);
  throw new Violation(
    "a record equals the fold of its entries",
    `${what}: ${got} instead of ${[...seen].join(" | ")}`,
  );
};

/** What a lookup answers on the journal up to a position; undefined: a refusal. */
const expectedAnswer = (
  query: RecordQuery,
  { actor: account, request }: Question,
  {
    shadow,
    at,
    upTo,
    asOf,
  }: { readonly shadow: Shadow; readonly at: string; readonly upTo: number; readonly asOf: number },
): object | undefined => {
  const actor = actorNow(shadow, account, at, upTo);
  const now = { at, day: dayAt(at) as never };
  if (
    query.by !== "anyone" &&
    (account === undefined || (query.by !== "signed-in" && !holds(actor, query.by, "anywhere")))
  )
    return undefined;
  if (registry.check(query.name, request)) return undefined;
  const { needs, records } = shadow.find((found) => query.needs(request as never, found, now, actor), asOf);
  if (query.places && !holds(actor, query.by as never, query.places(request as never, records)))
    return undefined;
  if (query.sees && !query.sees(actor, request as never, records)) return undefined;
  if (absentOf(needs, records).length > 0) return undefined;
  const answer = query.answer(request as never, { records, actor, now }, law as never);
  return "problem" in answer ? undefined : answer;
};

/** Whose rows a list may show, by the fields that name parties and offices; lists that are not here hide nothing. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  "declaration.list": ["declarant", "trader", "office"],
  "guarantee.list": ["party"],
  "party.list": ["party"],
};

/** Records that only their own people and those in office may see. */
const checkOwnRecord = (
  { query, actor, request }: Question,
  { domain }: Audience,
  times: readonly string[],
  what: string,
): void => {
  if (query !== "party.show" || actor === undefined || actor === "installation") return;
  const mine = `party/${(request as { id: string }).id}`;
  const mayLook = times.some((at) =>
    domain.held(actor, dayAt(at)).some(({ role, place }) => role !== "declarant" || place === mine),
  );
  must("nobody sees what is not theirs", mayLook, () => what);
};

const checkOwn = (
  rows: readonly object[],
  { query, actor }: Question,
  { domain }: Audience,
  times: readonly string[],
  what: string,
): void => {
  const fields = OWN[query];
  if (!fields || actor === undefined || actor === "installation") return;
  const hidden = times.map((at) => {
    const grants = domain.held(actor, dayAt(at));
    const seesAll = grants.some(
      ({ role, place }) =>
        (place === "*" && role !== "tariff-keeper") || (query !== "declaration.list" && role === "officer"),
    );
    const isOwn = (row: Readonly<Record<string, string>>): boolean =>
      grants.some(({ place }) =>
        fields.some((field) => place === `${field === "office" ? "office" : "party"}/${row[field]}`),
      );
    return seesAll ? [] : (rows as readonly Readonly<Record<string, string>>[]).filter((row) => !isOwn(row));
  });
  must(
    "nobody sees what is not theirs",
    hidden.some((rows) => rows.length === 0),
    () => `${what}: ${JSON.stringify(hidden[0]![0])}`,
  );
};

/** The rows must be those of one instant of the time that the answer took. */
const checkRows = async (
  query: ListQuery,
  { rows, next }: Extract<Found, { kind: "rows" }>,
  { actor, request, limit = ROWS }: Question,
  { shadow, views }: Audience,
  times: readonly string[],
  what: string,
): Promise<void> => {
  const got = JSON.parse(JSON.stringify(rows));
  const seen: string[] = [];
  for (const at of times) {
    const who = actorNow(shadow, actor, at, shadow.position);
    const expected = await views.query({
      view: query.view,
      where: [
        ...query.rows(who, { day: dayAt(at) as never }),
        ...query.where(request as never),
      ] as readonly Term[],
      order: query.order(request as never),
      limit: limit + 1,
    });
    const page = expected.slice(0, limit);
    const goesOn = expected.length > limit;
    const same = isDeepStrictEqual(got, JSON.parse(JSON.stringify(page.map((row) => query.answer(row)))));
    if (same && (next !== null) === goesOn) return;
    seen.push(`${page.length} expected, ${goesOn ? "a" : "no"} next page`);
  }
  throw new Violation(
    "a list shows what the journal says",
    `${what}: ${rows.length} rows, ${next === null ? "no" : "a"} next page; ${seen.join(" | ")}`,
  );
};

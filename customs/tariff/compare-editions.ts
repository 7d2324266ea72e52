/**
 * An edition beside the one before it: what was added, changed and ended, and what moved so far that a person should
 * say it is meant. In 2023 wrong tariff data reached a national system and thousands of entries were overtaxed.
 */
import { isWithin, type PlainDate } from "@openftz/kernel/plain-date.ts";
import { printTariffLine } from "../duty/print-tariff-line.ts";
import { FREE } from "../duty/rate-column.ts";
import { type CompiledTariff, findTariffLine } from "../duty/tariff.ts";
import type { Column, TariffLine } from "../duty/tariff-line.ts";
import { moveOf } from "./compare-rates.ts";
import { remedyMoves } from "./compare-remedies.ts";
import { type Finding, finding } from "./finding.ts";
import { columnsOf, FREE_WHEN_ABSENT, isPreference } from "./line-columns.ts";

/** A line that reads otherwise than before, and in which of the contract's fields. */
export type ChangedLine = { readonly code: string; readonly fields: readonly string[] };

/** The lines of an edition against those of the one before, in the order of their codes. */
export type EditionChanges = {
  readonly added: readonly string[];
  readonly changed: readonly ChangedLine[];
  readonly ended: readonly string[];
};

/** Codes compared between two pauses: less than a millisecond's work. */
const CODES_AT_ONCE = 50;

/**
 * Compares an edition from its first day on. A line is compared with the one that the goods fell under on the line's
 * own first day, so finer codes are compared with the coarser one they come from, and the other way round.
 */
export function* compareEditions(
  before: CompiledTariff,
  after: CompiledTariff,
  from: PlainDate,
): Generator<void, { readonly changes: EditionChanges; readonly findings: readonly Finding[] }> {
  const added: string[] = [];
  const changed: ChangedLine[] = [];
  const ended: string[] = [];
  const findings: Finding[] = [];
  for (const [index, code] of after.codes.entries()) {
    if (index % CODES_AT_ONCE === 0) yield;
    let isNew = false;
    const fields = new Set<string>();
    for (const line of after.byCode.get(code)!) {
      if (line.to && line.to < from) continue;
      const found = findTariffLine(before, code, line.from && line.from > from ? line.from : from);
      const old = found.kind === "line" ? found.line : undefined;
      if (old?.code !== code) isNew = true;
      if (!old) continue;
      const [was, is] = [printed(old), printed(line)];
      if (was === is) continue;
      findings.push(...movesOf(code, old, line, from));
      for (const field of changedFields(was, is)) fields.add(field);
    }
    if (isNew) added.push(code);
    else if (fields.size > 0) changed.push({ code, fields: [...fields] });
  }
  for (const [index, code] of before.codes.entries()) {
    if (index % CODES_AT_ONCE === 0) yield;
    const old = lineOn(before, code, from);
    if (!old || after.byCode.get(code)?.some(({ to }) => !to || to >= from)) continue;
    ended.push(code);
    const found = findTariffLine(after, code, from);
    if (found.kind === "line") findings.push(...movesOf(code, old, found.line, from));
  }
  findings.push(...(yield* lostLines(before, after, from)));
  return { changes: { added, changed, ended }, findings };
}

const lineOn = (tariff: CompiledTariff, code: string, day: PlainDate): TariffLine | undefined =>
  tariff.byCode.get(code)?.find(({ from, to }) => isWithin(day, from, to));

/** What a line says without its days, which belong to the edition, and its words for people: neither changes what is owed. */
const printed = (line: TariffLine): string =>
  printTariffLine({ ...line, from: undefined, to: undefined, description: undefined, note: undefined });

const changedFields = (old: string, line: string): readonly string[] => {
  const [was, is] = [old, line].map((text) => JSON.parse(text) as Readonly<Record<string, unknown>>);
  return [...new Set([...Object.keys(was!), ...Object.keys(is!)])].filter(
    (field) => JSON.stringify(was![field]) !== JSON.stringify(is![field]),
  );
};

const movesOf = (code: string, old: TariffLine, line: TariffLine, from: PlainDate): readonly Finding[] => {
  const [was, is] = [columnsOf(old), columnsOf(line)];
  const fields = new Set([...was.keys(), ...is.keys(), ...FREE_WHEN_ABSENT]);
  return [
    ...[...fields].flatMap((field) => moveFinding(code, field, was.get(field), is.get(field)) ?? []),
    ...remedyMoves(old.remedies, line.remedies, from).flatMap(
      ([field, before, after]) => moveFinding(code, field, before, after) ?? [],
    ),
  ];
};

const moveFinding = (
  code: string,
  field: string,
  was: Column | null | undefined,
  is: Column | null | undefined,
): Finding | undefined => {
  const absent = FREE_WHEN_ABSENT.has(field) ? FREE : undefined;
  const [before, after] = [was === undefined ? absent : was, is === undefined ? absent : is];
  if (before === after || (before && after && before.text === after.text)) return undefined;
  if (!after) return before && !isPreference(field) ? lost(code, field, before) : undefined;
  if (before === null)
    return after === FREE ? moved(code, field, "was not stated, and nothing is owed now") : undefined;
  if (!before) return undefined;
  const told = `was ${before.text}, is ${after.text}`;
  switch (moveOf(before.rate, after.rate)) {
    case "tenfold":
      return moved(code, field, told);
    case "to-zero":
      return isPreference(field) ? becameFree(code, field, before) : moved(code, field, told);
    case "form":
      return finding("rate-form", code, field, `${field} of ${code} ${told}: another form.`, COMPARE);
    default:
      return undefined;
  }
};

const COMPARE = "Compare it with the official notice; accept it when it is meant.";

const moved = (code: string, field: string, how: string): Finding =>
  finding("rate-moved", code, field, `${field} of ${code} ${how}.`, COMPARE);

const becameFree = (code: string, field: string, before: Column): Finding =>
  finding("became-free", code, field, `${field} of ${code} was ${before.text}, is 0.`, "Look at it.");

const lost = (code: string, field: string, before: Column): Finding =>
  finding(
    "rate-lost",
    code,
    field,
    `${field} of ${code} was ${before.text} and is not stated any more.`,
    "Complete the source, or hold the goods until it is known.",
  );

/** Chapters in which fewer lines are in force than before: a file cut short, or goods that lost their rates. */
function* lostLines(
  before: CompiledTariff,
  after: CompiledTariff,
  from: PlainDate,
): Generator<void, readonly Finding[]> {
  const had = yield* linesByChapter(before, from);
  const has = yield* linesByChapter(after, from);
  return [...had].flatMap(([chapter, count]) => {
    const left = has.get(chapter) ?? 0;
    return left < count ? [lostChapter(chapter, count, left)] : [];
  });
}

function* linesByChapter(
  tariff: CompiledTariff,
  day: PlainDate,
): Generator<void, ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [index, code] of tariff.codes.entries()) {
    if (index % CODES_AT_ONCE === 0) yield;
    if (lineOn(tariff, code, day)) counts.set(code.slice(0, 2), (counts.get(code.slice(0, 2)) ?? 0) + 1);
  }
  return counts;
}

const lostChapter = (chapter: string, had: number, has: number): Finding =>
  finding(
    "chapter-lost-lines",
    chapter,
    "code",
    `Chapter ${chapter} had ${had} lines and has ${has}.`,
    "See that the source is whole; accept it when the lines have ended.",
  );

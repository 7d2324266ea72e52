/** The remedies of a line beside those of the line before. Where there is none, nothing was owed on top of the duty. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { FREE } from "../duty/rate-column.ts";
import { rateFor } from "../duty/remedies.ts";
import type { Column, Remedy } from "../duty/tariff-line.ts";

/** A rate of a remedy before and after, under the name "remedies.AD-KR", or "remedies.AD-KR.Hanbit" for an exporter's own. */
export type RemedyMove = readonly [field: string, before: Column, after: Column];

/**
 * Every rate of the remedies that hold on a day or later, as it was and as it is. A remedy is the same one while its
 * code and its origins are, so that one for other origins begins, and the one before it ends.
 */
export const remedyMoves = (
  before: readonly Remedy[],
  after: readonly Remedy[],
  from: PlainDate,
): readonly RemedyMove[] => {
  const [was, is] = [byScope(before, from), byScope(after, from)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((scope) => {
    const [old, now] = [was.get(scope) ?? [], is.get(scope) ?? []];
    return Array.from({ length: Math.max(old.length, now.length) }, (_, at) =>
      ratesOf(old[at], now[at]),
    ).flat();
  });
};

/** The same code may stand for several spans of days, one after another. */
const byScope = (remedies: readonly Remedy[], from: PlainDate): ReadonlyMap<string, readonly Remedy[]> =>
  Map.groupBy(
    remedies.filter(({ to }) => to === undefined || to >= from),
    ({ code, origins, exceptOrigins }) => JSON.stringify([code, origins, exceptOrigins]),
  );

const ratesOf = (before: Remedy | undefined, after: Remedy | undefined): readonly RemedyMove[] => {
  const name = `remedies.${(before ?? after)!.code}`;
  const exporters = new Set([...(before?.exporters.keys() ?? []), ...(after?.exporters.keys() ?? [])]);
  return [
    [name, before?.rate ?? FREE, after?.rate ?? FREE],
    ...[...exporters].map(
      (exporter): RemedyMove => [`${name}.${exporter}`, rateOf(before, exporter), rateOf(after, exporter)],
    ),
  ];
};

const rateOf = (remedy: Remedy | undefined, exporter: string): Column =>
  remedy ? rateFor(remedy, exporter).column : FREE;

/** A zone's dated facts as one story, the newest first. */
import type { ShownZone } from "../../api/types.ts";

/** What happened on a day; the page has the words for each kind. */
export type HistoryLine = {
  readonly day: string;
  readonly source: string;
  readonly confirmed: boolean;
} & (
  | { readonly kind: "type"; readonly type: string; readonly name: ShownZone["names"][number]["name"] }
  | { readonly kind: "office"; readonly office: string }
  | { readonly kind: "code-begins" | "code-ends"; readonly of: string; readonly code: string }
  | { readonly kind: "boundary"; readonly approximate: boolean }
  | { readonly kind: "acceptance"; readonly step: string; readonly part: string }
  | { readonly kind: "setting"; readonly capability: string; readonly value: string }
);

const DAY_MS = 86_400_000;
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** All of it; facts of one day stay in the order of their kinds. */
export const historyOf = (zone: ShownZone): readonly HistoryLine[] => {
  const lines: HistoryLine[] = [
    ...zone.acceptance.toReversed().map(({ on, step, part, source, confirmed }) => ({
      kind: "acceptance" as const,
      day: on as string,
      step,
      part,
      source,
      confirmed,
    })),
    ...zone.types.map(({ from, type, source, confirmed }) => ({
      kind: "type" as const,
      day: from as string,
      type,
      name: (zone.names.findLast((each) => each.from <= from) ?? zone.names[0]!).name,
      source,
      confirmed,
    })),
    ...zone.settings.map(({ from, ...fact }) => ({ kind: "setting" as const, day: from as string, ...fact })),
    ...zone.offices.map(({ from, ...fact }) => ({ kind: "office" as const, day: from as string, ...fact })),
    ...zone.codes.flatMap(({ from, until, kind: of, code, source, confirmed }) => [
      { kind: "code-begins" as const, day: from as string, of, code, source, confirmed },
      ...(until === null
        ? []
        : [{ kind: "code-ends" as const, day: dayAfter(until), of, code, source, confirmed }]),
    ]),
    ...zone.boundaries.map(({ from, approximate, source, confirmed }) => ({
      kind: "boundary" as const,
      day: from as string,
      approximate,
      source,
      confirmed,
    })),
  ];
  return lines.sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0));
};

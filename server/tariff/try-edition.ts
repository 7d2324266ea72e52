/**
 * A tariff tried on the last declarations before it is switched on: their recorded content is assessed under the
 * edition that was in force for them and under the new one. Nothing is written.
 */
import type { FiledContent } from "@openftz/customs/declaration/content.ts";
import { fenOf, yuan } from "@openftz/customs/declaration/decimals.ts";
import type { Examination } from "@openftz/customs/declaration/declaration.ts";
import type { CompiledTariff } from "@openftz/customs/duty/tariff.ts";
import { type Entry, parseEntry } from "@openftz/kernel/entry.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { openEntry } from "../desk/sealing.ts";
import { registry } from "../installation.ts";
import type { Store } from "../store.ts";
import { findEdition } from "./edition-bytes.ts";
import { type Recorded, type Tried, tryDeclaration } from "./try-declaration.ts";

/** The edition that is tried, and the first day on which it would hold. */
export type Trial = { readonly tariff: CompiledTariff; readonly from: PlainDate | undefined };

/** What came of it: sums in CNY with two decimals, and every declaration that differs, the newest first. */
export type TrialReport = {
  readonly tried: number;
  readonly counts: Readonly<Record<Tried["outcome"], number>>;
  /** Declarations whose own edition is not kept here. */
  readonly without: number;
  readonly owedMore: string;
  readonly owedLess: string;
  readonly declarations: readonly Tried[];
};

/** Tries an edition on the last filed declarations, as they were filed: later amendments are not looked at. */
export const tryEdition = async (
  store: Store,
  { tariff, from }: Trial,
  last: number,
): Promise<TrialReport> => {
  const counts = { more: 0, less: 0, same: 0, held: 0, refused: 0 };
  const declarations: Tried[] = [];
  const editions = new Map<string, Promise<CompiledTariff | undefined>>();
  let [more, less, without] = [0n, 0n, 0];
  for await (const { recorded, edition } of lastFiled(store, last)) {
    if (!editions.has(edition)) editions.set(edition, findEdition(store, edition));
    const old = await editions.get(edition);
    if (!old) {
      without++;
      continue;
    }
    const { day } = recorded;
    const newDay = from && from > day ? from : day;
    const tried = tryDeclaration(recorded, { tariff: old, day }, { tariff, day: newDay });
    counts[tried.outcome]++;
    if (tried.outcome !== "same") declarations.push(tried);
    if (tried.outcome === "more" && tried.difference !== null) more += fenOf(tried.difference);
    if (tried.outcome === "less" && tried.difference !== null) less -= fenOf(tried.difference);
  }
  const tried = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { tried, counts, without, owedMore: yuan(more), owedLess: yuan(less), declarations };
};

const ENTRIES_AT_ONCE = 1_000;

type Filed = { readonly recorded: Recorded; readonly edition: string };

/** The last filed declarations, the newest first. */
async function* lastFiled(store: Store, last: number): AsyncGenerator<Filed> {
  const { position: head } = await store.journal.head();
  let left = last;
  for (let end = head; end > 0 && left > 0; end -= ENTRIES_AT_ONCE) {
    const start = Math.max(1, end - ENTRIES_AT_ONCE + 1);
    const stored = await store.journal.read(start, end - start + 1);
    for (const each of stored.toReversed()) {
      if (left === 0 || parseEntry(each.bytes).type !== "declaration.filed") continue;
      const filed = filedIn(openEntry(registry.book, each, { find: () => undefined }));
      left--;
      yield filed;
    }
  }
}

const filedIn = (entry: Entry): Filed => {
  const { request, number, examination } = entry.body as {
    request: FiledContent;
    number: string;
    examination: Examination;
  };
  const { tariff, exchange } = entry.law as { tariff: string; exchange: Recorded["exchange"] };
  const collection = examination.items.map((item) => item.collection);
  return {
    edition: tariff,
    recorded: { number, day: examination.day, content: request, collection, exchange },
  };
};

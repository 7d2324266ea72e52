import type { PlantedFault } from "./planted-fault.ts";

const cache = "server/desk/record-cache.ts";

/** Records that are not the fold of their entries. */
export const recordFaults: readonly PlantedFault[] = [
  {
    name: "second-record-not-evicted",
    promise: "When a batch is dropped, every record that it changed is read again.",
    file: "server/desk/desk.ts",
    was: "KeyChanges): void {\n    this.records.evict(entries.flatMap(({ records }) => records));",
    becomes: "KeyChanges): void {\n    this.records.evict(entries.map(({ records }) => records[0]!));",
  },
  {
    name: "staged-record-let-go",
    promise: "A record that is staged stays in memory until it is durable.",
    file: cache,
    was: "if (held.position > durable && !this.#young.has(key)) kept.set(key, held);",
    becomes: "if (held.position < durable && !this.#young.has(key)) kept.set(key, held);",
  },
  {
    name: "newborn-let-go",
    promise: "A record that began with a staged entry stays in memory until that entry is durable.",
    file: cache,
    was: "for (const [key, held] of newborn) if (held.position > durable)",
    becomes: "for (const [key, held] of newborn) if (held.position < durable)",
  },
  {
    name: "asked-for-before-it-began",
    promise: "A declaration is there for whoever asked for its number before it was filed.",
    file: cache,
    was: "    this.evict([key]); // somebody may have asked for it before, and was told that there is none\n",
    becomes: "",
  },
  {
    name: "file-stays-missing",
    promise: "A file is there for whoever asked for it before it came.",
    file: "server/installation.ts",
    was: "[...registry.kinds.file.keys()]",
    becomes: "[...registry.kinds.derived.keys()]",
  },
  {
    name: "stale-load-kept",
    promise: "What was read from the store before a record was evicted is not kept after it.",
    file: cache,
    was: "    if (this.#loading.get(key) !== loading) return;\n",
    becomes: "",
  },
  {
    name: "tail-forgotten",
    promise: "A record is its snapshot and every entry since.",
    file: cache,
    was: "const entries = await this.#read(key, from);",
    becomes: "const entries = snapshot ? [] : await this.#read(key, from);",
  },
  {
    name: "snapshot-older-than-its-state",
    promise: "No entry is folded twice into a record that is read from a snapshot.",
    file: cache,
    was: "await this.#store.snapshots.put(key, this.#foldHash, position,",
    becomes: "await this.#store.snapshots.put(key, this.#foldHash, from,",
  },
  {
    name: "as-of-one-entry-early",
    promise: "A record as of a position holds the entry at that position.",
    file: cache,
    was: "const entries = await this.#read(key, 0, position);",
    becomes: "const entries = await this.#read(key, 0, position - 1);",
  },
  {
    name: "as-of-the-day-before",
    promise: "A record as of a day holds what happened on that day.",
    file: "server/installation.ts",
    was: "if (dayOf(Date.parse(at)) <= day) low = middle;",
    becomes: "if (dayOf(Date.parse(at)) < day) low = middle;",
  },
  {
    name: "amendment-loses-a-version",
    promise: "An amended declaration keeps every version of its content.",
    file: "customs/declaration/declaration.ts",
    was: "versions: [...before!.versions, { at: entry.at, content: filed, examination }],",
    becomes: "versions: [...before!.versions.slice(0, -1), { at: entry.at, content: filed, examination }],",
  },
  {
    name: "older-edition-stands",
    promise: "Of two tariff editions from the same day the one adopted later is assessed on.",
    file: "customs/tariff/tariff-book.ts",
    was: "best && best.from > each.from ? best : each",
    becomes: "best && best.from >= each.from ? best : each",
  },
  {
    name: "checked-against-an-older-edition",
    promise:
      "An edition is checked against the one in force, also when that was adopted while it was checked.",
    file: "customs/tariff/checked-edition.ts",
    was: "before: editionOn(records.find(TariffRecord, TARIFF_ID), from)?.edition ?? null,",
    becomes: "before: records.find(TariffRecord, TARIFF_ID)?.editions[0]?.edition ?? null,",
  },
];

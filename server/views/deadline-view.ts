/** What is due when: made from the rule that each kind of record states. The desk's clock reads it. */
import type { JournalKind } from "@openftz/customs/define/record.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView, type Projection, type View } from "./view.ts";

/** The view's name. */
export const DEADLINE_VIEW = "deadline";

/** Builds the view over all kinds of records that have deadlines. */
export const deadlineView = (kinds: readonly JournalKind<never>[]): View => {
  const on: Record<string, Projection> = {};
  for (const kind of kinds) {
    if (!kind.deadlines) continue;
    for (const type of Object.keys(kind.on)) {
      const before = on[type];
      on[type] = before
        ? (entry, recall) => [...before(entry, recall), ...deadlinesOf(kind, entry)]
        : (entry) => deadlinesOf(kind, entry);
    }
  }
  return defineView({
    shape: {
      name: DEADLINE_VIEW,
      version: 1,
      columns: { record: "text", name: "text", at: "text", command: "text", request: "json" },
      key: ["record", "name"],
      indexes: [["at", "record"]],
    },
    on,
  });
};

const deadlinesOf = (kind: JournalKind<never>, entry: Entry<never>): readonly RowOperation[] => {
  const change = kind.deadlines!(entry);
  const record = entry.records.find((each) => each.startsWith(`${kind.kind}/`));
  if (!change || record === undefined) return [];
  return [
    ...(change.clear ?? []).map((name) => ({ remove: { record, name } })),
    ...(change.set ?? []).map(({ name, at, command, request }) => ({
      put: { record, name, at, command, request },
    })),
  ];
};

/** The entries that put an edition in force. */
import type { Upcasts } from "@openftz/kernel/fold.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { Day, FileHash, Name, Remark } from "../define/fields.ts";

/** How many findings of each kind. */
export const FindingCounts = Type.Record(
  Type.String({ pattern: "^[a-z-]{1,40}$" }),
  Type.Integer({ minimum: 0 }),
);

const Check = Type.Object({
  /** The edition that was in force on the first day; null: none. */
  before: Type.Union([FileHash, Type.Null()]),
  /** The HS editions that were known. */
  hs: Type.Array(FileHash),
  added: Type.Integer(),
  changed: Type.Integer(),
  ended: Type.Integer(),
  warnings: FindingCounts,
});

/** An edition was adopted; since version 2 with what its check found, and what the actor accepted of it. */
export const tariffAdopted = defineEntry({
  type: "tariff.adopted",
  version: 2,
  body: Type.Object({
    edition: FileHash,
    from: Day,
    source: Name,
    lines: Type.Integer(),
    counts: Type.Optional(Type.Record(Type.String(), Type.Integer())),
    accepted: FindingCounts,
    /** Null: adopted before there were checks. */
    check: Type.Union([Check, Type.Null()]),
  }),
});

/** The edition before was put back in force from a day. */
export const tariffReverted = defineEntry({
  type: "tariff.reverted",
  version: 1,
  body: Type.Object({
    edition: FileHash,
    from: Day,
    source: Name,
    lines: Type.Integer(),
    /** The edition that was in force. */
    instead: FileHash,
    reason: Remark,
  }),
});

/** How older adoptions read today: nothing was checked, nothing accepted. */
export const tariffUpcasts: Upcasts = {
  "tariff.adopted@1": (body: object) => ({ ...body, accepted: {}, check: null }),
};

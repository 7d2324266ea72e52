/** The types of entries that a declaration is made of. */
import type { Upcasts } from "@openftz/kernel/fold.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, DeclarationNumber } from "../define/fields.ts";
import { PostingField } from "../guarantee/guarantee.ts";
import { Content, FileDeclaration } from "./content.ts";

const State = Type.Union([
  Type.Literal("held"),
  Type.Literal("released"),
  Type.Literal("closed"),
  Type.Literal("withdrawn"),
]);
const Posting = Type.Union([PostingField, Type.Null()]);
/** See `Examination` in declaration.ts: what was found out and decided, with facts and reasons. */
const Examined = Type.Object({ day: Day, lane: Type.Union([Type.String(), Type.Null()]) });

/** All of them, at their newest version. */
export const declarationEntries = [
  defineEntry({
    type: "declaration.filed",
    version: 2,
    body: Type.Object({
      request: Type.Object({ ...FileDeclaration.properties, day: Type.Optional(Day) }, closed),
      number: DeclarationNumber,
      state: State,
      imported: Type.Boolean(),
      examination: Examined,
      guaranteePosting: Posting,
    }),
  }),
  defineEntry({
    type: "declaration.document-given",
    version: 1,
    body: Type.Object({ declaration: DeclarationNumber, kind: Type.String(), number: Type.String() }),
  }),
  defineEntry({
    type: "declaration.hold-cleared",
    version: 1,
    body: Type.Object({ declaration: DeclarationNumber, hold: Type.String(), finding: Type.String() }),
  }),
  defineEntry({
    type: "declaration.released",
    version: 1,
    body: Type.Object({ declaration: DeclarationNumber }),
  }),
  defineEntry({
    type: "declaration.paid",
    version: 1,
    body: Type.Object({
      declaration: DeclarationNumber,
      amount: Type.String(),
      receipt: Type.String(),
      latePaymentCharge: Type.String(),
      state: State,
      guaranteePosting: Posting,
    }),
  }),
  defineEntry({
    type: "declaration.overdue",
    version: 1,
    body: Type.Object({ declaration: DeclarationNumber, due: Day, late: Type.Boolean() }),
  }),
  defineEntry({
    type: "declaration.amendment-requested",
    version: 2,
    body: Type.Object({ declaration: DeclarationNumber, content: Content, reason: Type.String() }),
  }),
  defineEntry({
    type: "declaration.amendment-refused",
    version: 1,
    body: Type.Object({ declaration: DeclarationNumber, accept: Type.Boolean(), reason: Type.String() }),
  }),
  defineEntry({
    type: "declaration.amended",
    version: 2,
    body: Type.Object({
      number: DeclarationNumber,
      declaration: DeclarationNumber,
      reason: Type.String(),
      content: Content,
      examination: Examined,
      /** The day to pay had passed already: a deadline for it would be one that was met before. */
      overdue: Type.Optional(Type.Boolean()),
      guaranteePosting: Posting,
      reserved: Type.String(),
    }),
  }),
  defineEntry({
    type: "declaration.withdrawn",
    version: 1,
    body: Type.Object({ declaration: DeclarationNumber, reason: Type.String(), guaranteePosting: Posting }),
  }),
  defineEntry({
    type: "declaration.closed",
    version: 1,
    body: Type.Object({ declaration: DeclarationNumber }),
  }),
];

/**
 * Version 2 may name an exporter, a quota and a missing proof of origin, and hold additional duties. All of them may
 * be absent, so a body of version 1 is one of version 2 as it stands.
 */
const asItIs = <Body>(body: Body): Body => body;

/** From older versions to the newest. */
export const declarationUpcasts: Upcasts = {
  "declaration.filed@1": asItIs,
  "declaration.amendment-requested@1": asItIs,
  "declaration.amended@1": asItIs,
};

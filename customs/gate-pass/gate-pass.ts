/** A gate pass (核放单): what a vehicle takes through the gate of a zone. Domain 2.4.7, 2.5.4. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { ListNumber } from "../bonded-list/bonded-list.ts";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, DecimalText, OfficeCode, PartyId, Reference } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { SlipNumber } from "../stock-slip/slip-number.ts";
import { PassNumber } from "./pass-number.ts";

/**
 * What a pass is for: goods of lists and slips, goods from abroad that are declared later, goods that are only registered at
 * the gate (domain 2.14), or an empty vehicle.
 */
export const PASS_KINDS = ["papers", "enter-first", "gate-registered", "empty-vehicle"] as const;

/** One of them. */
export type PassKind = (typeof PASS_KINDS)[number];

/** Where a pass can stand. */
export type PassState = "approved" | "passed" | "voided";

/** The states as a table. */
export const PASS_STATES: StateTable<PassState> = { approved: ["passed", "voided"], passed: [], voided: [] };

const MOST_PAPERS = 50;
const MOST_LINES = 500;

/** What a pass takes of a list: all that is not on passes yet, or so much of its lines, which are counted from 0. */
const OfList = Type.Object(
  {
    list: ListNumber,
    lines: Type.Optional(
      Type.Array(
        Type.Object(
          { index: Type.Integer({ minimum: 0, maximum: MOST_LINES }), declared: DecimalText },
          closed,
        ),
        { minItems: 1, maxItems: MOST_LINES },
      ),
    ),
  },
  closed,
);

const Mass = Type.Optional(DecimalText);

/** A pass as it is asked for. */
export const RequestPass = Type.Object(
  {
    reference: Reference,
    book: BookNumber,
    kind: Type.Union(PASS_KINDS.map((kind) => Type.Literal(kind))),
    direction: Type.Union([Type.Literal("in"), Type.Literal("out")]),
    vehicle: Type.String({
      pattern: "^[0-9A-Z一-鿿-]{4,20}$",
      description: "The number plate, for example HU-A12345.",
    }),
    container: Type.Optional(
      Type.String({ pattern: "^[A-Z]{4}[0-9]{7}$", description: "For example MSKU1234565." }),
    ),
    grossMassKg: DecimalText,
    vehicleMassKg: Mass,
    frameMassKg: Mass,
    containerMassKg: Mass,
    lists: Type.Optional(Type.Array(OfList, { minItems: 1, maxItems: MOST_PAPERS })),
    slips: Type.Optional(Type.Array(SlipNumber, { minItems: 1, maxItems: MOST_PAPERS, uniqueItems: true })),
    /** The manifest or bill of lading of goods that enter first. */
    transportDocument: Type.Optional(
      Type.String({ pattern: "^[0-9A-Z/-]{4,35}$", description: "For example COSU6201234567." }),
    ),
    /** What is on the vehicle, where no paper tells. */
    description: Type.Optional(Type.String({ minLength: 2, maxLength: 255 })),
  },
  closed,
);

/** See `RequestPass`. */
export type PassRequest = {
  readonly book: string;
  readonly kind: PassKind;
  readonly direction: "in" | "out";
  readonly vehicle: string;
  readonly grossMassKg: string;
  readonly vehicleMassKg?: string;
  readonly frameMassKg?: string;
  readonly containerMassKg?: string;
  readonly lists?: readonly {
    readonly list: string;
    readonly lines?: readonly { readonly index: number; readonly declared: string }[];
  }[];
  readonly slips?: readonly string[];
  readonly transportDocument?: string;
  readonly description?: string;
};

/** So much of the lines of a list. */
export type TakenOfList = {
  readonly list: string;
  readonly lines: readonly { readonly index: number; readonly declared: string }[];
};

/** What the journal says of a pass. */
export type GatePass = {
  readonly number: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly kind: PassKind;
  readonly direction: "in" | "out";
  readonly vehicle: string;
  readonly grossMassKg: string;
  readonly totalMassKg: string;
  readonly weighedKg: string | null;
  readonly state: PassState;
  readonly lists: readonly TakenOfList[];
  readonly slips: readonly string[];
  /** Of goods that entered first: the last day to declare them. */
  readonly declareBy: PlainDate | null;
};

const Lists = Type.Array(
  Type.Object({
    list: ListNumber,
    lines: Type.Array(Type.Object({ index: Type.Integer(), declared: Type.String() })),
  }),
);

/** A pass was asked for and, with nothing against it, approved: what it takes is on no other pass. */
export const gatePassApproved = defineEntry({
  type: "gate-pass.approved",
  version: 1,
  body: Type.Object({
    request: RequestPass,
    pass: PassNumber,
    party: PartyId,
    office: OfficeCode,
    lists: Lists,
    slips: Type.Array(SlipNumber),
    totalMassKg: Type.String(),
  }),
});

/** The vehicle went through the gate. */
export const gatePassPassed = defineEntry({
  type: "gate-pass.passed",
  version: 1,
  body: Type.Object({
    pass: PassNumber,
    day: Day,
    lists: Lists,
    weighedKg: Type.Union([Type.String(), Type.Null()]),
    declareBy: Type.Union([Day, Type.Null()]),
  }),
});

/** A pass was voided before its vehicle went. */
export const gatePassVoided = defineEntry({
  type: "gate-pass.voided",
  version: 1,
  body: Type.Object({ pass: PassNumber, reason: Type.String(), lists: Lists }),
});

type Step<Body> = { readonly body: Body };

/** The body of `gate-pass.approved`. */
export type PassApproved = {
  readonly request: PassRequest;
  readonly pass: string;
  readonly party: string;
  readonly office: string;
  readonly lists: readonly TakenOfList[];
  readonly slips: readonly string[];
  readonly totalMassKg: string;
};

/** The record of a pass. */
export const GatePassRecord = defineRecord<GatePass>({
  kind: "gate-pass",
  on: {
    "gate-pass.approved": (_, { body }: Step<PassApproved>) => {
      const { book, kind, direction, vehicle, grossMassKg } = body.request;
      const { pass: number, party, office, lists, slips, totalMassKg } = body;
      return {
        ...{ number, book, party, office, kind, direction, vehicle, grossMassKg, totalMassKg },
        ...{ weighedKg: null, state: "approved", lists, slips, declareBy: null },
      };
    },
    "gate-pass.passed": (
      pass,
      { body }: Step<{ weighedKg: string | null; declareBy: PlainDate | null }>,
    ) => ({
      ...pass!,
      state: step(PASS_STATES, pass!.state, "passed"),
      weighedKg: body.weighedKg,
      declareBy: body.declareBy,
    }),
    "gate-pass.voided": (pass) => ({ ...pass!, state: step(PASS_STATES, pass!.state, "voided") }),
  },
});

/**
 * A business form (业务申报表): goods go out of a book, or come in, before they are declared, and are declared or returned
 * later. Domain 2.4.5, 2.5.5, 2.12.
 */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import Type from "typebox";
import { BookNumber } from "../account-book/account-book.ts";
import { countOf, STATUSES, type Status, textOf } from "../account-book/stock.ts";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, OfficeCode, PartyId, Reference, YuanText } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import { GuaranteeId, PostingField } from "../guarantee/guarantee.ts";
import { FormNumber } from "../stock-slip/slip-number.ts";

/** What a form is for, with the code of Chinese messages (businessTypecd). */
export const FORM_KINDS = {
  batches: "A",
  display: "C",
  test: "D",
  repair: "E",
  mould: "F",
  other: "H",
} as const;

/** One of them. */
export type FormKind = keyof typeof FORM_KINDS;

/** Where a form can stand. */
export type FormState = "filed" | "effective" | "rejected" | "closed";

/** The states as a table. */
export const FORM_STATES: StateTable<FormState> = {
  filed: ["effective", "rejected"],
  effective: ["closed"],
  rejected: [],
  closed: [],
};

/** A form as it is filed. */
export const FileForm = Type.Object(
  {
    reference: Reference,
    book: BookNumber,
    kind: Type.Union((Object.keys(FORM_KINDS) as FormKind[]).map((kind) => Type.Literal(kind))),
    direction: Type.Union([Type.Literal("in"), Type.Literal("out")]),
    status: Type.Optional(Type.Union(STATUSES.map((status) => Type.Literal(status)))),
    validUntil: Day,
    /** Stands in for the taxes of goods that leave before they are declared. */
    guarantee: Type.Optional(GuaranteeId),
  },
  closed,
);

/** See `BusinessForm.open`. */
export type OpenSlip = {
  readonly slip: string;
  readonly by: PlainDate;
  readonly list: string | null;
  /** The slip whose goods come back with this one. */
  readonly returns: string | null;
  /** All its goods together, in their declared units. */
  readonly declared: string;
  /** What its goods would owe if they never came back, in fen. */
  readonly stake: string;
  readonly passed: boolean;
};

/** What the journal says of a form. */
export type BusinessForm = {
  readonly number: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly kind: FormKind;
  readonly direction: "in" | "out";
  readonly status: Status;
  readonly validUntil: PlainDate;
  readonly guarantee: string | null;
  /** True when the officer reserved a part of the guarantee: then no more leaves than that stands in for. */
  readonly secured: boolean;
  /** What is reserved of the guarantee, in fen; 0 once the guarantor has paid it. */
  readonly reserved: string;
  /** The guarantor was called upon for it. */
  readonly called: boolean;
  readonly state: FormState;
  /** Slips that are not settled yet, each with the last day for its declaration, and the list that declares it. */
  readonly open: readonly OpenSlip[];
};

/** A form was filed. */
export const businessFormFiled = defineEntry({
  type: "business-form.filed",
  version: 1,
  body: Type.Object({ request: FileForm, form: FormNumber, party: PartyId, office: OfficeCode }),
});

/** An officer took the form into force, with a part of its guarantee reserved, or rejected it. */
export const businessFormDecided = defineEntry({
  type: "business-form.decided",
  version: 1,
  body: Type.Object({
    form: FormNumber,
    accept: Type.Boolean(),
    reason: Type.String(),
    reserve: YuanText,
    guaranteePosting: Type.Union([PostingField, Type.Null()]),
  }),
});

/** A form was closed: nothing of it is outside, and its guarantee is free. */
export const businessFormClosed = defineEntry({
  type: "business-form.closed",
  version: 1,
  body: Type.Object({ form: FormNumber, guaranteePosting: Type.Union([PostingField, Type.Null()]) }),
});

type Step<Body> = { readonly body: Body };

type Filed = {
  readonly request: {
    readonly book: string;
    readonly kind: FormKind;
    readonly direction: "in" | "out";
    readonly status?: Status;
    readonly validUntil: PlainDate;
    readonly guarantee?: string;
  };
  readonly form: string;
  readonly party: string;
  readonly office: string;
};

const without = (form: BusinessForm, slips: readonly string[]): BusinessForm => ({
  ...form,
  open: form.open.filter(({ slip }) => !slips.includes(slip)),
});

type SlipDeclared = {
  readonly slip: string;
  readonly by: PlainDate;
  readonly returns: string | null;
  readonly stake?: string;
  readonly moved: readonly { readonly declared: string }[];
};

const quantityOf = (moved: SlipDeclared["moved"]): string =>
  textOf(moved.reduce((sum, { declared }) => sum + countOf(declared), 0n));

/** What goods would owe if they never came back, in fen: of all that went under a form less what is back. */
export const atStake = ({ open }: BusinessForm): bigint =>
  open.reduce(
    (sum, { stake, returns, passed }) =>
      returns === null ? sum + BigInt(stake) : passed ? sum - BigInt(stake) : sum,
    0n,
  );

/** A slip whose goods went, are neither back nor in a list, and were to be declared before a day. */
export const lateSlip = ({ open }: BusinessForm, day: PlainDate): OpenSlip | undefined =>
  open.find(({ slip, by, list, returns, passed, declared }) => {
    if (returns !== null || list !== null || !passed || by >= day) return false;
    const back = open.filter((each) => each.returns === slip && each.passed);
    return back.reduce((left, each) => left - countOf(each.declared), countOf(declared)) > 0n;
  });

type OnSlips = Step<{ list: string; slips: readonly string[] }>;

const declaredBy = (form: BusinessForm, slips: readonly string[], list: string | null): BusinessForm => ({
  ...form,
  open: form.open.map((each) => (slips.includes(each.slip) ? { ...each, list } : each)),
});

/** The record of a form. */
export const BusinessFormRecord = defineRecord<BusinessForm>({
  kind: "business-form",
  on: {
    "business-form.filed": (_, { body }: Step<Filed>) => {
      const { book, kind, direction, status = "bonded", validUntil, guarantee = null } = body.request;
      return {
        ...{ number: body.form, book, party: body.party, office: body.office, kind, direction, status },
        ...{ validUntil, guarantee, secured: false, reserved: "0" },
        ...{ called: false, state: "filed", open: [] },
      };
    },
    "business-form.decided": (
      form,
      { body }: Step<{ accept: boolean; guaranteePosting: { amount: string } | null }>,
    ) => ({
      ...form!,
      state: step(FORM_STATES, form!.state, body.accept ? "effective" : "rejected"),
      secured: body.guaranteePosting !== null,
      reserved: body.guaranteePosting?.amount ?? "0",
    }),
    "business-form.closed": (form) => ({
      ...form!,
      state: step(FORM_STATES, form!.state, "closed"),
      ...{ reserved: "0", called: false },
    }),
    "guarantee.called": (form) => ({ ...form!, called: true }),
    "guarantee.settled": (form) => ({ ...form!, reserved: "0", called: false }),
    "stock-slip.declared": (form, { body }: Step<SlipDeclared>) => ({
      ...form!,
      open: [
        ...form!.open,
        {
          ...{ slip: body.slip, by: body.by, list: null, returns: body.returns },
          ...{ declared: quantityOf(body.moved), stake: body.stake ?? "0", passed: false },
        },
      ],
    }),
    "stock-slip.passed": (form, { body }: Step<{ slip: string }>) => ({
      ...form!,
      open: form!.open.map((each) => (each.slip === body.slip ? { ...each, passed: true } : each)),
    }),
    "stock-slip.deleted": (form, { body }: Step<{ slip: string }>) => without(form!, [body.slip]),
    "bonded-list.approved": (form, { body }: OnSlips) => declaredBy(form!, body.slips, body.list),
    "bonded-list.deleted": (form, { body }: OnSlips) => declaredBy(form!, body.slips, null),
    "bonded-list.posted": (form, { body }: OnSlips) => without(form!, body.slips),
  },
});

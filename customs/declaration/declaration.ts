/** A declaration: the fold of its entries. States after the domain's 3.9, with the Chinese status code of each. */
import type { Decision } from "@openftz/kernel/decide.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { type StateTable, step } from "@openftz/kernel/states.ts";
import { defineRecord } from "../define/record.ts";
import type { PostingText } from "../guarantee/guarantee.ts";
import type { DeclarationFacts, Lane } from "../law/facts.ts";
import type { AmendableContent, FiledContent } from "./content.ts";

/** Where a declaration can stand, and what may follow. */
export type DeclarationState = "held" | "released" | "closed" | "withdrawn";

/** The states as a table. */
export const DECLARATION_STATES: StateTable<DeclarationState> = {
  held: ["held", "released", "withdrawn"],
  released: ["released", "closed", "withdrawn"],
  closed: [],
  withdrawn: [],
};

/** The status code that Chinese messages carry for a state (domain 3.9): L stored, P released, R closed, D deleted. */
export const STATUS_CODES: Readonly<Record<DeclarationState, string>> = {
  held: "L",
  released: "P",
  closed: "R",
  withdrawn: "D",
};

/**
 * Why a declaration is held. `tax`: payment or a guarantee; `documents`: papers asked for; `inspection`: goods are
 * looked at; `rate`: a rate is not stated in the tariff; `conflict`: two measures disagree; `silence`: none answers.
 */
export type Hold = {
  readonly kind: "tax" | "documents" | "inspection" | "rate" | "conflict" | "silence";
  /** What it is about: document kinds, goods items (from 1), the question. */
  readonly about: readonly string[];
};

/** One tax: the rate as written, and the amount in CNY with two decimals. */
export type Charged = { readonly expression: string; readonly amount: string };

/** A trade remedy on top of the duty. */
export type AdditionalDuty = Charged & { readonly code: string; readonly kind: string };

/** One goods item assessed; or the reasons why its rate is not known. */
export type AssessedItem = {
  readonly customsValue: string | null;
  readonly duty: (Charged & { readonly basis: string }) | null;
  readonly consumptionTax: Charged | null;
  readonly vat: Charged | null;
  /** Absent where no trade remedy meets the goods, and in entries older than version 2. */
  readonly additional?: readonly AdditionalDuty[];
  readonly collection: "collect" | "suspend" | "exempt" | null;
  readonly notAssessed: readonly string[];
};

/** What is owed by the whole declaration, CNY with two decimals; 0.00 where de minimis or not collected. */
export type Taxes = {
  readonly duty: string;
  /** Of trade remedies; absent where there is none. */
  readonly additionalDuty?: string;
  readonly consumptionTax: string;
  readonly vat: string;
  readonly lateDeclarationFee: string;
  readonly total: string;
};

/** What was decided about goods items (from 1) that the law sees as the same. */
export type GoodsDecisions = { readonly items: readonly number[]; readonly decisions: readonly Decision[] };

/** Everything that was found out and decided about one version of the content. */
export type Examination = {
  readonly day: PlainDate;
  readonly items: readonly AssessedItem[];
  readonly taxes: Taxes;
  readonly lane: Lane | null;
  readonly holds: readonly Hold[];
  readonly documents: { readonly asked: readonly string[]; readonly missing: readonly string[] };
  /** The last day to pay; null when nothing is owed, or when another system collects it (imported). */
  readonly due: PlainDate | null;
  readonly guaranteed: boolean;
  readonly facts: DeclarationFacts;
  readonly decisions: {
    readonly goods: readonly GoodsDecisions[];
    readonly declaration: readonly Decision[];
  };
};

/** One version of the content with its examination. */
export type Version = {
  readonly at: string;
  readonly content: FiledContent;
  readonly examination: Examination;
};

/** An amendment that waits for an officer. */
export type PendingAmendment = {
  readonly content: AmendableContent;
  readonly reason: string;
  readonly by: string;
};

/** One line of the declaration's story. */
export type Happening = {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly actor: string;
  readonly note: string;
};

/** What the journal says of a declaration. */
export type Declaration = {
  readonly number: string;
  readonly state: DeclarationState;
  readonly imported: boolean;
  readonly versions: readonly Version[];
  readonly holds: readonly Hold[];
  readonly givenDocuments: readonly { readonly kind: string; readonly number: string }[];
  readonly tax: {
    readonly state: "none" | "due" | "guaranteed" | "paid" | "overdue";
    readonly total: string;
    readonly due: PlainDate | null;
    /** Reserved on the guarantee, in fen, as text. */
    readonly reserved: string;
    /** The guarantor was called upon for it. */
    readonly called: boolean;
    readonly latePaymentCharge: string;
  };
  readonly guarantee: string | null;
  readonly amendment: PendingAmendment | null;
  /** The verification list that was posted on it: it covers one, and no other. */
  readonly list: string | null;
  readonly story: readonly Happening[];
};

/** The body of `declaration.filed`. */
export type Filed = {
  readonly request: FiledContent & { readonly day?: string };
  readonly number: string;
  readonly state: DeclarationState;
  readonly imported: boolean;
  readonly examination: Examination;
  readonly guaranteePosting: PostingText | null;
};

/** The content at its newest version. */
export const newest = (declaration: Declaration): Version => declaration.versions.at(-1)!;

/** What the tax comes to for a declaration's record, from an examination. */
const taxAfter = (
  { taxes, due, guaranteed }: Examination,
  posting: PostingText | null,
): Declaration["tax"] => ({
  state: taxes.total === NOTHING ? "none" : guaranteed ? "guaranteed" : "due",
  total: taxes.total,
  due,
  reserved: posting?.amount ?? "0",
  called: false,
  latePaymentCharge: "0.00",
});

const NOTHING = "0.00";

type Step<Body> = {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly actor: string;
  readonly body: Body;
};

const told = (entry: Step<unknown>, note = ""): Happening => ({
  position: entry.position,
  at: entry.at,
  type: entry.type,
  actor: entry.actor,
  note,
});

const moved = (declaration: Declaration, state: DeclarationState): DeclarationState =>
  step(DECLARATION_STATES, declaration.state, state);

/** A declaration after a list began or ended to rest on it. */
const restsOn =
  (rests: boolean) =>
  (before: Declaration | undefined, entry: Step<{ list: string }>): Declaration => ({
    ...before!,
    list: rests ? entry.body.list : null,
    story: [...before!.story, told(entry, entry.body.list)],
  });

/** The declaration record. */
export const DeclarationRecord = defineRecord<Declaration>({
  kind: "declaration",
  on: {
    "declaration.filed": (_, entry: Step<Filed>) => {
      const { number, state, imported, request, examination, guaranteePosting } = entry.body;
      const { day: _day, ...content } = request;
      return {
        number,
        state,
        imported,
        versions: [{ at: entry.at, content, examination }],
        holds: examination.holds,
        givenDocuments: request.documents.map(({ kind, number: given }) => ({ kind, number: given })),
        tax: taxAfter(examination, guaranteePosting),
        guarantee: request.guarantee ?? null,
        amendment: null,
        list: null,
        story: [told(entry)],
      };
    },
    "declaration.document-given": (before, entry: Step<{ kind: string; number: string }>) => ({
      ...before!,
      givenDocuments: [...before!.givenDocuments, { kind: entry.body.kind, number: entry.body.number }],
      story: [...before!.story, told(entry, `${entry.body.kind} ${entry.body.number}`)],
    }),
    "declaration.hold-cleared": (before, entry: Step<{ hold: Hold["kind"]; finding: string }>) => ({
      ...before!,
      holds: before!.holds.filter(({ kind }) => kind !== entry.body.hold),
      story: [...before!.story, told(entry, `${entry.body.hold}: ${entry.body.finding}`)],
    }),
    "declaration.released": (before, entry: Step<object>) => ({
      ...before!,
      state: moved(before!, "released"),
      story: [...before!.story, told(entry)],
    }),
    "declaration.paid": (
      before,
      entry: Step<{ state: DeclarationState; latePaymentCharge: string; receipt: string }>,
    ) => ({
      ...before!,
      state: moved(before!, entry.body.state),
      holds: before!.holds.filter(({ kind }) => kind !== "tax"),
      tax: {
        ...before!.tax,
        ...{ state: "paid", reserved: "0", called: false, latePaymentCharge: entry.body.latePaymentCharge },
      },
      story: [...before!.story, told(entry, entry.body.receipt)],
    }),
    "declaration.overdue": (before, entry: Step<object>) => ({
      ...before!,
      tax: { ...before!.tax, state: "overdue" },
      story: [...before!.story, told(entry)],
    }),
    "declaration.amendment-requested": (before, entry: Step<PendingAmendment>) => ({
      ...before!,
      amendment: { content: entry.body.content, reason: entry.body.reason, by: entry.actor },
      story: [...before!.story, told(entry, entry.body.reason)],
    }),
    "declaration.amendment-refused": (before, entry: Step<{ reason: string }>) => ({
      ...before!,
      amendment: null,
      story: [...before!.story, told(entry, entry.body.reason)],
    }),
    "declaration.amended": (
      before,
      entry: Step<{
        content: AmendableContent;
        examination: Examination;
        overdue?: boolean;
        reserved: string;
      }>,
    ) => {
      const { content, examination, overdue, reserved } = entry.body;
      const tax = taxAfter(examination, null);
      const { reference, direction, office, declarant, trader } = newest(before!).content;
      const filed = { reference, direction, office, declarant, trader, ...content };
      return {
        ...before!,
        versions: [...before!.versions, { at: entry.at, content: filed, examination }],
        holds: examination.holds,
        givenDocuments: [
          ...before!.givenDocuments,
          ...content.documents.map(({ kind, number }) => ({ kind, number })),
        ],
        tax: { ...tax, state: overdue && tax.state !== "none" ? "overdue" : tax.state, reserved },
        guarantee: content.guarantee ?? null,
        amendment: null,
        story: [...before!.story, told(entry)],
      };
    },
    "declaration.withdrawn": (before, entry: Step<{ reason: string }>) => ({
      ...before!,
      state: moved(before!, "withdrawn"),
      holds: [],
      tax: { ...before!.tax, reserved: "0", called: false },
      amendment: null,
      story: [...before!.story, told(entry, entry.body.reason)],
    }),
    "guarantee.called": (before, entry: Step<{ reason: string }>) => ({
      ...before!,
      tax: { ...before!.tax, called: true },
      story: [...before!.story, told(entry, entry.body.reason)],
    }),
    "bonded-list.covered": restsOn(true),
    "bonded-list.posted": restsOn(true),
    "bonded-list.deleted": restsOn(false),
    "bonded-list.reversed": restsOn(false),
    "declaration.closed": (before, entry: Step<object>) => ({
      ...before!,
      state: moved(before!, "closed"),
      story: [...before!.story, told(entry)],
    }),
  },
  deadlines: ({ type, body }) => paymentDeadline(type, body),
});

/** The day after the last day to pay is due from the moment the tax is, until it is paid or the declaration is gone. */
const paymentDeadline = (
  type: string,
  body: { number?: string; examination?: Examination; overdue?: boolean },
) => {
  if (type === "declaration.filed" || type === "declaration.amended") {
    const { number, examination } = body;
    if (!examination!.due || body.overdue) return { clear: [PAYMENT_DEADLINE] };
    const at = examination!.due;
    return {
      set: [
        {
          name: PAYMENT_DEADLINE,
          at,
          command: "declaration.mark-overdue",
          request: { declaration: number!, due: at },
        },
      ],
    };
  }
  if (type === "declaration.paid" || type === "declaration.withdrawn" || type === "declaration.overdue")
    return { clear: [PAYMENT_DEADLINE] };
  return undefined;
};

const PAYMENT_DEADLINE = "payment";

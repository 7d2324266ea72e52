/** A general guarantee: one letter for many declarations. Customs guarantee regulation, articles 4 and 11. */
import { type Balances, balanceOf, type Overdrawn, type Posting, post } from "@openftz/kernel/ledger.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { Day, PartyId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";

/** The currency of all guarantees, and of the ledger's amounts, which are in fen (0.01 CNY). */
export const GUARANTEE_CURRENCY = "CNY";

const SOURCE = "guarantor";
const AVAILABLE = "available";
const RESERVED = "reserved";
const CALLED = "called";
const PAID = "paid";

/** The businesses that a guarantee can be for: taxes of declarations, and goods that leave under a form of a kind. */
export const BUSINESSES = ["declarations", "batches", "display", "test", "repair", "mould", "other"] as const;

/** One of them. */
export type Business = (typeof BUSINESSES)[number];

/** What the journal says of a guarantee. Balances are the kernel ledger's, in fen. */
export type Guarantee = {
  readonly id: string;
  readonly party: string;
  readonly guarantor: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** What it is for; null: for all. */
  readonly businesses: readonly Business[] | null;
  readonly balances: Balances;
  /** What the guarantor was called upon for and has not paid, by the paper that it stands in for. */
  readonly calls: readonly Call[];
};

/** The guarantor is to pay for a paper by a day; the amount is in fen, as text. */
export type Call = { readonly paper: string; readonly amount: string; readonly by: PlainDate };

/** A guarantee's number, as the guarantor's letter has it. */
export const GuaranteeId = Type.String({
  pattern: "^[0-9A-Z-]{4,40}$",
  description: "4 to 40 digits, capital letters and hyphens.",
});

/** A business, as a field. */
export const oneBusiness = Type.Union(BUSINESSES.map((business) => Type.Literal(business)));

/** A posting as an entry keeps it; the amount is in fen, as text. */
export const PostingField = Type.Object({
  from: Type.String(),
  to: Type.String(),
  asset: Type.String(),
  amount: Type.String(),
});

/** A general guarantee was opened: the limit moves from the guarantor to what is available. */
export const guaranteeOpened = defineEntry({
  type: "guarantee.opened",
  version: 1,
  body: Type.Object({
    guarantee: GuaranteeId,
    party: PartyId,
    guarantor: Type.String(),
    from: Day,
    until: Day,
    businesses: Type.Optional(Type.Array(oneBusiness)),
    posting: PostingField,
  }),
});

/** The guarantor was called upon: what was reserved for a paper is to be paid by a day. */
export const guaranteeCalled = defineEntry({
  type: "guarantee.called",
  version: 1,
  body: Type.Object({
    guarantee: GuaranteeId,
    paper: Type.String(),
    reason: Type.String(),
    by: Day,
    guaranteePosting: PostingField,
  }),
});

/** The guarantor paid what a form was called for. */
export const guaranteeSettled = defineEntry({
  type: "guarantee.settled",
  version: 1,
  body: Type.Object({
    guarantee: GuaranteeId,
    paper: Type.String(),
    receipt: Type.String(),
    guaranteePosting: PostingField,
  }),
});

/** A posting as it stands in an entry's body. */
export type PostingText = {
  readonly from: string;
  readonly to: string;
  readonly asset: string;
  readonly amount: string;
};

/** The ledger's posting from an entry's. */
export const postingOf = (text: PostingText): Posting => ({ ...text, amount: BigInt(text.amount) });

const moved = (from: string, to: string, amount: bigint): PostingText => ({
  from,
  to,
  asset: GUARANTEE_CURRENCY,
  amount: amount.toString(),
});

/** The posting that opens a guarantee with a limit in fen. */
export const opening = (limit: bigint): PostingText => moved(SOURCE, AVAILABLE, limit);
/** The posting that reserves an amount in fen. */
export const reserving = (amount: bigint): PostingText => moved(AVAILABLE, RESERVED, amount);
/** The posting that gives a reserved amount in fen back, also when the guarantor was called for it. */
export const givingBack = (amount: bigint, isCalled = false): PostingText =>
  moved(isCalled ? CALLED : RESERVED, AVAILABLE, amount);
/** The posting with which the guarantor is called upon for a reserved amount in fen. */
export const calling = (amount: bigint): PostingText => moved(RESERVED, CALLED, amount);
/** The posting with which the guarantor has paid an amount in fen: so much of the guarantee is used up. */
export const settling = (amount: bigint): PostingText => moved(CALLED, PAID, amount);

/** What posting would come to, without doing it. Only the guarantor's account may go below zero. */
export const tryPosting = (balances: Balances, posting: PostingText): Balances | Overdrawn => {
  const outcome = post(balances, [postingOf(posting)], (account) => account === SOURCE);
  return outcome.kind === "posted" ? outcome.balances : outcome;
};

const posted = (balances: Balances, posting: PostingText): Balances => {
  const outcome = post(balances, [postingOf(posting)], (account) => account === SOURCE);
  if (outcome.kind === "overdrawn") throw new Error(`a posting in the journal overdraws ${outcome.account}`);
  return outcome.balances;
};

type Opened = {
  body: {
    guarantee: string;
    party: string;
    guarantor: string;
    from: PlainDate;
    until: PlainDate;
    businesses?: readonly Business[];
    posting: PostingText;
  };
};

/** Postings that an entry of a declaration makes on the guarantee it names; null when it makes none. */
type Posted = {
  body: { guaranteePosting: PostingText | null; declaration?: string; form?: string; paper?: string };
};

/** What takes an amount out of what is called ends the call of its paper. */
const postedBy = (guarantee: Guarantee | undefined, { body }: Posted): Guarantee => {
  const { guaranteePosting: posting, declaration, form } = body;
  if (!posting) return guarantee!;
  const paper = body.paper ?? declaration ?? form;
  return {
    ...guarantee!,
    balances: posted(guarantee!.balances, posting),
    calls:
      posting.from === CALLED ? guarantee!.calls.filter((call) => call.paper !== paper) : guarantee!.calls,
  };
};

type CalledBody = {
  readonly paper: string;
  readonly by: PlainDate;
  readonly guaranteePosting: PostingText;
};

/** The guarantee record. The entries of declarations that rest on it carry its postings. */
export const GuaranteeRecord = defineRecord<Guarantee>({
  kind: "guarantee",
  on: {
    "guarantee.opened": (_, { body }: Opened) => ({
      id: body.guarantee,
      party: body.party,
      guarantor: body.guarantor,
      from: body.from,
      until: body.until,
      businesses: body.businesses ?? null,
      balances: posted({}, body.posting),
      calls: [],
    }),
    "guarantee.called": (guarantee, entry: { body: CalledBody }) => {
      const { paper, by, guaranteePosting } = entry.body;
      const { calls, ...it } = postedBy(guarantee, entry);
      return { ...it, calls: [...calls, { paper, by, amount: guaranteePosting.amount }] };
    },
    "guarantee.settled": postedBy,
    "declaration.filed": postedBy,
    "declaration.amended": postedBy,
    "declaration.paid": postedBy,
    "declaration.withdrawn": postedBy,
    "business-form.decided": postedBy,
    "business-form.closed": postedBy,
  },
});

/** What can still be reserved, in fen. */
export const availableIn = (guarantee: Guarantee): bigint =>
  balanceOf(guarantee.balances, AVAILABLE, GUARANTEE_CURRENCY);

/** What is reserved, in fen. */
export const reservedIn = (guarantee: Guarantee): bigint =>
  balanceOf(guarantee.balances, RESERVED, GUARANTEE_CURRENCY);

/** What the guarantor was called upon for and has not paid, in fen. */
export const calledIn = (guarantee: Guarantee): bigint =>
  balanceOf(guarantee.balances, CALLED, GUARANTEE_CURRENCY);

/** What the guarantor has paid, in fen. */
export const paidIn = (guarantee: Guarantee): bigint =>
  balanceOf(guarantee.balances, PAID, GUARANTEE_CURRENCY);

/** True when a guarantee is for a business. */
export const isFor = ({ businesses }: Guarantee, business: Business): boolean =>
  businesses === null || businesses.includes(business);

/** True when the guarantee is in force on a day and has that much (fen) available. */
export const covers = (guarantee: Guarantee, amount: bigint, day: PlainDate): boolean =>
  guarantee.from <= day && day <= guarantee.until && amount <= availableIn(guarantee);

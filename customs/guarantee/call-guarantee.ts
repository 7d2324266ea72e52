import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { atBookOffice } from "../account-book/decide-account-book.ts";
import { BusinessFormRecord, lateSlip } from "../business-form/business-form.ts";
import { yuan } from "../declaration/decimals.ts";
import { DeclarationRecord } from "../declaration/declaration.ts";
import { guaranteedNeeds } from "../declaration/guaranteed-needs.ts";
import { PaymentFields, paid } from "../declaration/pay-tax.ts";
import { atOffice } from "../declaration/places.ts";
import type { Place } from "../define/actor.ts";
import { accept, type Draft, refuse } from "../define/command.ts";
import { closed, Remark } from "../define/fields.ts";
import { keyOf, may, must, type Need, type Records } from "../define/record.ts";
import { command } from "../law/command.ts";
import { lastDay } from "../law/figures.ts";
import { calling, GuaranteeRecord, settling } from "./guarantee.ts";

/** What a guarantor stands in for: the tax of a declaration, or the goods that are out under a form. */
const Paper = Type.String({
  pattern: "^([0-9]{8}[01][0-9]{9}|SD[0-9]{15})$",
  description: "A declaration's number or a form's, for example SD221826000000042.",
});

const isForm = (paper: string): boolean => paper.startsWith("SD");

const formNeeds = (form: string, records: Records): readonly Need[] => {
  const it = records.find(BusinessFormRecord, form);
  return [
    must(BusinessFormRecord, form, "/paper"),
    ...(it ? [may(AccountBookRecord, it.book)] : []),
    ...(it?.guarantee ? [may(GuaranteeRecord, it.guarantee)] : []),
  ];
};

const needsOf = (paper: string, records: Records): readonly Need[] =>
  isForm(paper) ? formNeeds(paper, records) : guaranteedNeeds(paper, records);

const placesOf = (paper: string, records: Records): readonly Place[] => {
  if (!isForm(paper)) return atOffice(paper, records);
  const it = records.find(BusinessFormRecord, paper);
  return it ? atBookOffice(it.book, records) : [];
};

type Secured = { readonly guarantee: string | null; readonly reserved: string; readonly called: boolean };

/** Why the guarantor is not called upon for a paper, or what is reserved for it, in fen. */
const whyNot = (
  { guarantee, reserved, called }: Secured,
  paper: string,
  isLate: boolean,
): string | undefined => {
  if (guarantee === null || reserved === "0") return `Nothing is reserved for ${paper} on a guarantee.`;
  if (called) return `The guarantor is called upon for ${paper} already.`;
  return isLate ? undefined : `Nothing of ${paper} is overdue.`;
};

const draftOf = (
  type: "guarantee.called" | "guarantee.settled",
  paper: string,
  guarantee: string,
  body: object,
): Draft => ({
  type,
  records: [
    keyOf(GuaranteeRecord, guarantee),
    keyOf(isForm(paper) ? BusinessFormRecord : DeclarationRecord, paper),
  ],
  body: { guarantee, paper, ...body },
});

const securedOf = (
  paper: string,
  records: Records,
  day: PlainDate,
): Secured & { readonly isLate: boolean } => {
  if (isForm(paper)) {
    const form = records.get(BusinessFormRecord, paper);
    const { guarantee, reserved, called } = form;
    return { guarantee, reserved, called, isLate: lateSlip(form, day) !== undefined };
  }
  const { guarantee, tax, state } = records.get(DeclarationRecord, paper);
  const { reserved, called } = tax;
  return { guarantee, reserved, called, isLate: tax.state === "overdue" && state === "released" };
};

/**
 * Two officers call upon the guarantor: a tax that a guarantee released is overdue, or goods that left under a form were not
 * declared in time. What is reserved is to be paid within days. Customs guarantee regulation, articles 4 and 5.
 */
export const callGuarantee = command({
  name: "guarantee.call",
  title: { en: "Call upon a guarantor", zh: "担保索赔" },
  by: ["officer"],
  twoPeople: true,
  request: Type.Object({ paper: Paper, reason: Remark }, closed),
  needs: ({ paper }, records) => needsOf(paper, records),
  places: ({ paper }, records) => placesOf(paper, records),
  decide: ({ paper, reason }, { records, now }, law) => {
    const it = securedOf(paper, records, now.day);
    const stopped = whyNot(it, paper, it.isLate);
    if (stopped) return refuse("not-now", stopped, "A guarantor pays only for what is overdue.");
    return accept(
      draftOf("guarantee.called", paper, it.guarantee!, {
        reason,
        by: lastDay(law.figures.guarantorDays, now.day),
        guaranteePosting: calling(BigInt(it.reserved)),
      }),
    );
  },
  answer: ([entry]) => ({ position: entry!.position, by: (entry!.body as { by: string }).by }),
});

/**
 * An officer records that the guarantor paid: the bill of a declaration whole, or what was reserved for a form. So much of
 * the guarantee is used up. The goods of a form are still to be declared, or to come back.
 */
export const settleGuarantee = command({
  name: "guarantee.settle",
  title: { en: "Record a guarantor's payment", zh: "担保代偿登记" },
  by: ["officer"],
  request: Type.Object({ paper: Paper, ...PaymentFields }, closed),
  needs: ({ paper }, records) => needsOf(paper, records),
  places: ({ paper }, records) => placesOf(paper, records),
  decide: ({ paper, amount, receipt }, { records, now }) => {
    const it = securedOf(paper, records, now.day);
    if (!it.called)
      return refuse("not-now", `Nobody was called upon for ${paper}.`, "Call upon the guarantor first.");
    if (!isForm(paper))
      return paid(
        records.get(DeclarationRecord, paper),
        { declaration: paper, amount, receipt },
        now.day,
        settling,
      );
    const owed = yuan(BigInt(it.reserved));
    if (amount !== owed)
      return refuse("invalid-request", "The amount is not what was called.", "Pay it in one sum.", [
        { pointer: "/amount", detail: `Called were ${owed} CNY.`, try: [owed] },
      ]);
    return accept(
      draftOf("guarantee.settled", paper, it.guarantee!, {
        receipt,
        guaranteePosting: settling(BigInt(it.reserved)),
      }),
    );
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

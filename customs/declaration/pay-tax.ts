import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { accept, type Outcome, refuse } from "../define/command.ts";
import { closed, DeclarationNumber } from "../define/fields.ts";
import { keyOf } from "../define/record.ts";
import { latePaymentCharge } from "../duty/late-payment-charge.ts";
import { GuaranteeRecord, givingBack, type PostingText } from "../guarantee/guarantee.ts";
import { command } from "../law/command.ts";
import { fenOf, yuan } from "./decimals.ts";
import { type Declaration, DeclarationRecord, newest } from "./declaration.ts";
import { guaranteedNeeds } from "./guaranteed-needs.ts";
import { atDeclarantOrTrader } from "./places.ts";

/** A payment: what is owed, late charge included, and the bank's number of it. */
export const PaymentFields = {
  /** CNY with two decimals. */
  amount: Type.String({
    pattern: "^(0|[1-9][0-9]{0,14})\\.[0-9]{2}$",
    description: 'CNY, for example "86266.66".',
  }),
  receipt: Type.String({ minLength: 1, maxLength: 60 }),
};

type Payment = { readonly declaration: string; readonly amount: string; readonly receipt: string };

/** What paying the bill comes to; `posting` is what becomes of an amount (fen) that is reserved for it. */
export const paid = (
  it: Declaration,
  payment: Payment,
  day: PlainDate,
  posting: (reserved: bigint) => PostingText,
): Outcome => {
  if (it.tax.state === "none" || it.tax.state === "paid" || it.state === "withdrawn")
    return refuse("not-now", `Nothing is owed on ${it.number}.`, "Nothing is left to do.");
  if (it.amendment)
    return refuse(
      "not-now",
      `An amendment of ${it.number} waits for an officer.`,
      "Pay when it has been decided.",
    );
  const total = fenOf(it.tax.total);
  const { due } = it.tax;
  const late = due === null ? 0n : latePaymentCharge({ tax: total, due, paid: day }).charge;
  if (fenOf(payment.amount) !== total + late)
    return refuse("invalid-request", "The amount is not what is owed.", "Pay the whole bill in one sum.", [
      {
        pointer: "/amount",
        detail: `Owed are ${yuan(total)} and a late charge of ${yuan(late)}.`,
        try: [yuan(total + late)],
      },
    ]);
  const reserved = BigInt(it.tax.reserved);
  const onlyTax = it.holds.every(({ kind }) => kind === "tax") && newest(it).examination.lane === "release";
  return accept({
    type: "declaration.paid",
    records: [
      keyOf(DeclarationRecord, it.number),
      ...(reserved > 0n ? [keyOf(GuaranteeRecord, it.guarantee!)] : []),
    ],
    body: {
      ...payment,
      latePaymentCharge: yuan(late),
      state: it.state === "released" ? "closed" : onlyTax ? "released" : "held",
      guaranteePosting: reserved > 0n ? posting(reserved) : null,
    },
  });
};

/**
 * The bill is paid, whole. What was reserved on the guarantee is given back; goods that waited only for the tax are
 * released, released goods are closed. Tariff Law, articles 43 and 44.
 */
export const payTax = command({
  name: "declaration.pay",
  title: { en: "Pay the tax", zh: "缴税" },
  by: ["declarant"],
  request: Type.Object({ declaration: DeclarationNumber, ...PaymentFields }, closed),
  needs: ({ declaration }, records) => guaranteedNeeds(declaration, records),
  places: ({ declaration }, records) => atDeclarantOrTrader(declaration, records),
  decide: (request, { records, now }) => {
    const it = records.get(DeclarationRecord, request.declaration);
    return paid(it, request, now.day, (reserved) => givingBack(reserved, it.tax.called));
  },
  answer: ([entry]) => ({ position: entry!.position, state: (entry!.body as { state: string }).state }),
});

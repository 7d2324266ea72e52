import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, DeclarationNumber } from "../define/fields.ts";
import { keyOf, may, must } from "../define/record.ts";
import { latePaymentCharge } from "../duty/late-payment-charge.ts";
import { GuaranteeRecord, givingBack } from "../guarantee/guarantee.ts";
import { command } from "../law/command.ts";
import { fenOf, yuan } from "./decimals.ts";
import { DeclarationRecord, newest } from "./declaration.ts";
import { atDeclarantOrTrader } from "./places.ts";

const PayTax = Type.Object(
  {
    declaration: DeclarationNumber,
    /** What is paid, CNY with two decimals: all that is owed, late charge included. */
    amount: Type.String({
      pattern: "^(0|[1-9][0-9]{0,14})\\.[0-9]{2}$",
      description: 'CNY, for example "86266.66".',
    }),
    /** The bank's number of the payment. */
    receipt: Type.String({ minLength: 1, maxLength: 60 }),
  },
  closed,
);

/**
 * The bill is paid, whole. What was reserved on the guarantee is given back; goods that waited only for the tax are
 * released, released goods are closed. Tariff Law, articles 43 and 44.
 */
export const payTax = command({
  name: "declaration.pay",
  title: { en: "Pay the tax", zh: "缴税" },
  by: ["declarant"],
  request: PayTax,
  needs: ({ declaration }, records) => {
    const guarantee = records.find(DeclarationRecord, declaration)?.guarantee;
    return [
      must(DeclarationRecord, declaration, "/declaration"),
      ...(guarantee ? [may(GuaranteeRecord, guarantee)] : []),
    ];
  },
  places: ({ declaration }, records) => atDeclarantOrTrader(declaration, records),
  decide: (request, { records, now }) => {
    const it = records.get(DeclarationRecord, request.declaration);
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
    const late = due === null ? 0n : latePaymentCharge({ tax: total, due, paid: now.day }).charge;
    if (fenOf(request.amount) !== total + late)
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
        ...request,
        latePaymentCharge: yuan(late),
        state: it.state === "released" ? "closed" : onlyTax ? "released" : "held",
        guaranteePosting: reserved > 0n ? givingBack(reserved) : null,
      },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, state: (entry!.body as { state: string }).state }),
});

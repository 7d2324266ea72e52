import Type from "typebox";
import { closed, Day, YuanText } from "../define/fields.ts";
import { explained, percentText, readYuan, step, yuanText } from "../law/computation.ts";
import { computation } from "../law/define-computation.ts";
import { lateDeclarationFee, lateDeclarationTerms } from "./late-declaration-fee.ts";
import { latePaymentCharge, latePaymentTerms } from "./late-payment-charge.ts";

const belowPoint = (counted: boolean, charged: bigint, point: bigint): string =>
  counted && charged === 0n ? ` Below ${yuanText(point)} CNY nothing is charged.` : "";

const ComputeLatePayment = Type.Object(
  { tax: YuanText, due: Day, paid: Type.Optional(Day) },
  { ...closed, examples: [{ tax: "100000.00", due: "2026-03-16", paid: "2026-03-26" }] },
);

/** The charge on tax that is paid late; a due day that is no working day moves to the next one. Open to everybody. */
export const computeLatePayment = computation({
  name: "late-payment.compute",
  title: { en: "Compute the late payment charge", zh: "滞纳金计算" },
  request: ComputeLatePayment,
  read: ({ tax, ...days }, reader) => {
    const asked = reader.day("/due", days.due);
    const paid = reader.day("/paid", days.paid);
    return { tax: readYuan(tax), asked, due: reader.law.workingDayFrom(asked), paid };
  },
  compute: ({ tax, asked, due, paid }) => {
    const terms = latePaymentTerms(due);
    const { days, charge } = latePaymentCharge({ tax, due, paid });
    const moved = due === asked ? "" : `${asked} is no working day, so the tax was due on ${due}. `;
    const counted = `${yuanText(tax)} CNY, ${days} days after ${due} at ${percentText(terms.rate)} a day: ${yuanText(charge)} CNY.`;
    return explained({ due, days, amount: yuanText(charge), currency: "CNY" }, [
      step("charge", charge, terms, `${moved}${counted}${belowPoint(days > 0, charge, terms.chargePoint)}`),
    ]);
  },
});

const ComputeLateDeclaration = Type.Object(
  { customsValue: YuanText, entry: Day, accepted: Type.Optional(Day) },
  { ...closed, examples: [{ customsValue: "1000000.00", entry: "2026-03-01", accepted: "2026-03-20" }] },
);

/** The fee on an import that is declared late, from the day its conveyance entered. Open to everybody. */
export const computeLateDeclaration = computation({
  name: "late-declaration.compute",
  title: { en: "Compute the late declaration fee", zh: "滞报金计算" },
  request: ComputeLateDeclaration,
  read: ({ customsValue, ...days }, reader) => ({
    customsValue: readYuan(customsValue),
    entry: reader.day("/entry", days.entry),
    accepted: reader.day("/accepted", days.accepted),
  }),
  compute: ({ customsValue, entry, accepted }) => {
    const terms = lateDeclarationTerms(entry);
    const { days, from, fee } = lateDeclarationFee({ customsValue, entry, accepted });
    const sentence = `${yuanText(customsValue)} CNY, ${days} days from ${from} on at ${percentText(terms.rate)} a day, in whole yuan: ${yuanText(fee)} CNY.`;
    return explained({ from, days, amount: yuanText(fee), currency: "CNY" }, [
      step("fee", fee, terms, `${sentence}${belowPoint(days > 0, fee, terms.chargePoint)}`),
    ]);
  },
});

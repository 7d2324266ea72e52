import Type from "typebox";
import { closed, Day, YuanText } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { lookup } from "../law/command.ts";
import {
  asProblem,
  isConfirmed,
  percentText,
  readDay,
  readYuan,
  refused,
  step,
  yuanText,
} from "../law/computation.ts";
import { lateDeclarationFee, lateDeclarationTerms } from "./late-declaration-fee.ts";
import { latePaymentCharge, latePaymentTerms } from "./late-payment-charge.ts";

const belowPoint = (counted: boolean, charged: bigint, point: bigint): string =>
  counted && charged === 0n ? ` Below ${yuanText(point)} CNY nothing is charged.` : "";

const ComputeLatePayment = Type.Object(
  { tax: YuanText, due: Day, paid: Type.Optional(Day) },
  { ...closed, examples: [{ tax: "100000.00", due: "2026-03-16", paid: "2026-03-26" }] },
);

/** The charge on tax that is paid late; a due day that is no working day moves to the next one. Open to everybody. */
export const computeLatePayment = lookup({
  name: "late-payment.compute",
  title: { en: "Compute the late payment charge", zh: "滞纳金计算" },
  by: "anyone",
  request: ComputeLatePayment,
  needs: () => [],
  answer: (request, { now }, law) => {
    const faults: Fault[] = [];
    const asked = readDay(request.due, now.day, "/due", faults);
    const paid = readDay(request.paid, now.day, "/paid", faults);
    if (faults.length > 0) return asProblem(refused(faults));
    const due = law.workingDayFrom(asked);
    const tax = readYuan(request.tax);
    const terms = latePaymentTerms(due);
    const { days, charge } = latePaymentCharge({ tax, due, paid });
    const moved = due === asked ? "" : `${asked} is no working day, so the tax was due on ${due}. `;
    const counted = `${yuanText(tax)} CNY, ${days} days after ${due} at ${percentText(terms.rate)} a day: ${yuanText(charge)} CNY.`;
    const steps = [
      step("charge", charge, terms, `${moved}${counted}${belowPoint(days > 0, charge, terms.chargePoint)}`),
    ];
    return { due, days, amount: yuanText(charge), currency: "CNY", confirmed: isConfirmed(steps), steps };
  },
});

const ComputeLateDeclaration = Type.Object(
  { customsValue: YuanText, entry: Day, accepted: Type.Optional(Day) },
  { ...closed, examples: [{ customsValue: "1000000.00", entry: "2026-03-01", accepted: "2026-03-20" }] },
);

/** The fee on an import that is declared late, from the day its conveyance entered. Open to everybody. */
export const computeLateDeclaration = lookup({
  name: "late-declaration.compute",
  title: { en: "Compute the late declaration fee", zh: "滞报金计算" },
  by: "anyone",
  request: ComputeLateDeclaration,
  needs: () => [],
  answer: (request, { now }) => {
    const faults: Fault[] = [];
    const entry = readDay(request.entry, now.day, "/entry", faults);
    const accepted = readDay(request.accepted, now.day, "/accepted", faults);
    if (faults.length > 0) return asProblem(refused(faults));
    const customsValue = readYuan(request.customsValue);
    const terms = lateDeclarationTerms(entry);
    const { days, from, fee } = lateDeclarationFee({ customsValue, entry, accepted });
    const sentence = `${yuanText(customsValue)} CNY, ${days} days from ${from} on at ${percentText(terms.rate)} a day, in whole yuan: ${yuanText(fee)} CNY.`;
    const steps = [step("fee", fee, terms, `${sentence}${belowPoint(days > 0, fee, terms.chargePoint)}`)];
    return { from, days, amount: yuanText(fee), currency: "CNY", confirmed: isConfirmed(steps), steps };
  },
});

import { daysBetween } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { closed, Day, YuanText } from "../define/fields.ts";
import { explained, readYuan, step, yuanText } from "../law/computation.ts";
import { computation } from "../law/define-computation.ts";
import { deferredInterest, interestStep } from "./deferred-interest.ts";

const ComputeInterest = Type.Object(
  {
    tax: YuanText,
    from: Day,
    billed: Day,
    fromZone: Type.Optional(Type.Boolean({ description: "The goods are sold out of a zone." })),
  },
  { ...closed, examples: [{ tax: "126000.00", from: "2025-08-14", billed: "2026-03-02" }] },
);

/**
 * The interest on taxes that were deferred: from the day the first materials were imported (or of the last write-off)
 * to the day of the bill. Open to everybody.
 */
export const computeInterest = computation({
  name: "deferred-interest.compute",
  title: { en: "Compute deferred interest", zh: "缓税利息计算" },
  request: ComputeInterest,
  read: ({ tax, fromZone = false, ...days }, reader) => {
    const from = reader.day("/from", days.from);
    const billed = reader.day("/billed", days.billed);
    reader.refuseBefore(from, "when the interest begins", "/billed", billed);
    const { depositRate, interestInZones } = reader.law.figures;
    return {
      deferral: { tax: readYuan(tax), days: daysBetween(from, billed) },
      fromZone,
      rate: reader.figure(depositRate, "the rate of interest", "/billed", billed),
      inZones: reader.figure(interestInZones, "interest in zones", "/billed", billed),
    };
  },
  compute: ({ deferral, fromZone, rate, inZones }) => {
    const isFree = fromZone && !inZones.value;
    const free = "Goods sold out of a zone bear no deferred interest.";
    const amount = yuanText(isFree ? 0n : deferredInterest(deferral, rate.value));
    return explained({ days: deferral.days, amount, currency: "CNY" }, [
      isFree ? step("interest", 0n, inZones, free) : interestStep(deferral, rate),
    ]);
  },
});

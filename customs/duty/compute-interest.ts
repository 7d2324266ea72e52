import { daysBetween } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { closed, Day, YuanText } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { lookup } from "../law/command.ts";
import {
  asProblem,
  isConfirmed,
  readDay,
  readFigure,
  readYuan,
  refused,
  step,
  yuanText,
} from "../law/computation.ts";
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
export const computeInterest = lookup({
  name: "deferred-interest.compute",
  title: { en: "Compute deferred interest", zh: "缓税利息计算" },
  by: "anyone",
  request: ComputeInterest,
  needs: () => [],
  answer: ({ tax: text, fromZone = false, ...asked }, { now }, law) => {
    const faults: Fault[] = [];
    const from = readDay(asked.from, now.day, "/from", faults);
    const billed = readDay(asked.billed, now.day, "/billed", faults);
    if (faults.length === 0 && billed < from)
      faults.push({ pointer: "/billed", detail: `${billed} lies before ${from}, when the interest begins.` });
    const rate = readFigure(law.figures.depositRate, "the rate of interest", billed, "/billed", faults);
    const inZones = readFigure(law.figures.interestInZones, "interest in zones", billed, "/billed", faults);
    if (!rate || !inZones || faults.length > 0) return asProblem(refused(faults));
    const deferral = { tax: readYuan(text), days: daysBetween(from, billed) };
    const isFree = fromZone && !inZones.value;
    const free = "Goods sold out of a zone bear no deferred interest.";
    const steps = [isFree ? step("interest", 0n, inZones, free) : interestStep(deferral, rate)];
    return {
      days: deferral.days,
      amount: yuanText(isFree ? 0n : deferredInterest(deferral, rate.value)),
      currency: "CNY",
      confirmed: isConfirmed(steps),
      steps,
    };
  },
});

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
  yuanText,
} from "../law/computation.ts";
import { LISTED_PURPOSES, type TemporaryPurpose, temporaryTaxes } from "./temporary-admission.ts";
import { monthsStep, usedMonths } from "./used-months.ts";

const PURPOSES = [...Object.keys(LISTED_PURPOSES), "other"] as readonly TemporaryPurpose[];

const ComputeTemporary = Type.Object(
  {
    duty: YuanText,
    consumptionTax: Type.Optional(YuanText),
    vat: Type.Optional(YuanText),
    purpose: Type.Optional(Type.Union(PURPOSES.map((purpose) => Type.Literal(purpose)))),
    from: Day,
    until: Day,
  },
  { ...closed, examples: [{ duty: "120000.00", from: "2026-01-15", until: "2026-04-15" }] },
);

/** What goods owe that stay from a day until another: a share of their taxes for each month. Open to everybody. */
export const computeTemporary = lookup({
  name: "temporary-admission.compute",
  title: { en: "Compute the tax on a temporary stay", zh: "暂时进境税款计算" },
  by: "anyone",
  request: ComputeTemporary,
  needs: () => [],
  answer: (request, { now }, law) => {
    const faults: Fault[] = [];
    const from = readDay(request.from, now.day, "/from", faults);
    const until = readDay(request.until, now.day, "/until", faults);
    if (faults.length === 0 && until < from)
      faults.push({ pointer: "/until", detail: `${until} lies before ${from}, when the goods came.` });
    const monthly = readFigure(law.figures.temporaryMonth, "the share of a month", from, "/from", faults);
    const rest = readFigure(law.figures.restDays, "how months are counted", from, "/from", faults);
    if (!monthly || !rest || faults.length > 0) return asProblem(refused(faults));
    const months = usedMonths(from, until, rest.value);
    const { duty, consumptionTax = "0", vat = "0", purpose = "other" } = request;
    const found = temporaryTaxes({
      taxes: { duty: readYuan(duty), consumptionTax: readYuan(consumptionTax), vat: readYuan(vat) },
      purpose: purpose as TemporaryPurpose,
      months,
      monthly,
    });
    const steps = [monthsStep(from, until, months, rest), ...found.steps];
    return {
      months,
      amount: yuanText(found.total),
      currency: "CNY",
      duty: yuanText(found.taxes.duty),
      consumptionTax: yuanText(found.taxes.consumptionTax),
      vat: yuanText(found.taxes.vat),
      confirmed: isConfirmed(steps),
      steps,
    };
  },
});

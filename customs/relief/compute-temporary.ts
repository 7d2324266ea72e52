import Type from "typebox";
import { closed, Day, YuanText } from "../define/fields.ts";
import { explained, readYuan, yuanText } from "../law/computation.ts";
import { computation } from "../law/define-computation.ts";
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
export const computeTemporary = computation({
  name: "temporary-admission.compute",
  title: { en: "Compute the tax on a temporary stay", zh: "暂时进境税款计算" },
  request: ComputeTemporary,
  read: ({ duty, consumptionTax = "0", vat = "0", purpose = "other", ...days }, reader) => {
    const from = reader.day("/from", days.from);
    const until = reader.day("/until", days.until);
    reader.refuseBefore(from, "when the goods came", "/until", until);
    const { temporaryMonth, restDays } = reader.law.figures;
    return {
      taxes: { duty: readYuan(duty), consumptionTax: readYuan(consumptionTax), vat: readYuan(vat) },
      purpose: purpose as TemporaryPurpose,
      from,
      until,
      monthly: reader.figure(temporaryMonth, "the share of a month", "/from", from),
      rest: reader.figure(restDays, "how months are counted", "/from", from),
    };
  },
  compute: ({ taxes, purpose, from, until, monthly, rest }) => {
    const months = usedMonths(from, until, rest.value);
    const found = temporaryTaxes({ taxes, purpose, months, monthly });
    const owed = {
      months,
      amount: yuanText(found.total),
      currency: "CNY",
      duty: yuanText(found.taxes.duty),
      consumptionTax: yuanText(found.taxes.consumptionTax),
      vat: yuanText(found.taxes.vat),
    };
    return explained(owed, [monthsStep(from, until, months, rest), ...found.steps]);
  },
});

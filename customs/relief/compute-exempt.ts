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
import { taxableValue } from "./exempt-goods.ts";
import { monthsStep, usedMonths } from "./used-months.ts";

const ComputeExempt = Type.Object(
  {
    kind: Type.Union([Type.Literal("other"), Type.Literal("vehicle"), Type.Literal("ship-or-aircraft")]),
    value: YuanText,
    released: Day,
    day: Type.Optional(Day),
  },
  { ...closed, examples: [{ kind: "other", value: "900000.00", released: "2024-07-10", day: "2026-03-10" }] },
);

/** What of the value of exempt goods is taxed when they are transferred or used otherwise on a day. Open to everybody. */
export const computeExempt = lookup({
  name: "exempt-goods.compute",
  title: { en: "Compute the taxable value of exempt goods", zh: "减免税货物补税价格计算" },
  by: "anyone",
  request: ComputeExempt,
  needs: () => [],
  answer: ({ kind, value, ...days }, { now }, law) => {
    const faults: Fault[] = [];
    const released = readDay(days.released, now.day, "/released", faults);
    const day = readDay(days.day, now.day, "/day", faults);
    if (faults.length === 0 && day < released)
      faults.push({ pointer: "/day", detail: `${day} lies before ${released}, the day of release.` });
    const years = law.figures.supervisionYears;
    const supervision = readFigure(years, "how long customs supervise", released, "/released", faults);
    const rest = readFigure(law.figures.restDays, "how months are counted", released, "/released", faults);
    if (!supervision || !rest || faults.length > 0) return asProblem(refused(faults));
    const months = usedMonths(released, day, rest.value);
    const found = taxableValue({ kind, value: readYuan(value), monthsUsed: months, supervision });
    const steps = [monthsStep(released, day, months, rest), ...found.steps];
    return {
      day,
      months,
      supervisionMonths: found.supervisionMonths,
      amount: yuanText(found.taxable),
      currency: "CNY",
      confirmed: isConfirmed(steps),
      steps,
    };
  },
});

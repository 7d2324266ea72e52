import Type from "typebox";
import { closed, Day, YuanText } from "../define/fields.ts";
import { explained, readYuan, yuanText } from "../law/computation.ts";
import { computation } from "../law/define-computation.ts";
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
export const computeExempt = computation({
  name: "exempt-goods.compute",
  title: { en: "Compute the taxable value of exempt goods", zh: "减免税货物补税价格计算" },
  request: ComputeExempt,
  read: ({ kind, value, ...days }, reader) => {
    const released = reader.day("/released", days.released);
    const day = reader.day("/day", days.day);
    reader.refuseBefore(released, "the day of release", "/day", day);
    const { supervisionYears, restDays } = reader.law.figures;
    return {
      kind,
      value: readYuan(value),
      released,
      day,
      supervision: reader.figure(supervisionYears, "how long customs supervise", "/released", released),
      rest: reader.figure(restDays, "how months are counted", "/released", released),
    };
  },
  compute: ({ kind, value, released, day, supervision, rest }) => {
    const months = usedMonths(released, day, rest.value);
    const { supervisionMonths, taxable, steps } = taxableValue({
      kind,
      value,
      monthsUsed: months,
      supervision,
    });
    return explained({ day, months, supervisionMonths, amount: yuanText(taxable), currency: "CNY" }, [
      monthsStep(released, day, months, rest),
      ...steps,
    ]);
  },
});

import { type Fraction, parseDecimal } from "@openftz/kernel/fraction.ts";
import Type, { type Static } from "typebox";
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
import { type DutyWay, selectiveDuty, type WayTaxes } from "./selective-duty.ts";

const Percent = Type.String({
  pattern: "^(0|[1-9][0-9]{0,3})(\\.[0-9]{1,4})?$",
  description: 'A percentage, for example "13".',
});

const WayField = Type.Object({ value: YuanText, dutyPercent: Percent }, closed);

const ComputeSelectiveDuty = Type.Object(
  { materials: WayField, goods: WayField, vatPercent: Percent, day: Type.Optional(Day) },
  {
    ...closed,
    examples: [
      {
        materials: { value: "60.00", dutyPercent: "10" },
        goods: { value: "100.00", dutyPercent: "0" },
        vatPercent: "13",
      },
    ],
  },
);

const share = (percent: string): Fraction => {
  const { n, d } = parseDecimal(percent)!;
  return { n, d: d * 100n };
};

const way = ({ value, dutyPercent }: Static<typeof WayField>): DutyWay => ({
  value: readYuan(value),
  dutyRate: share(dutyPercent),
});

const shown = ({ duty, vat, total, steps }: WayTaxes) => ({
  duty: yuanText(duty),
  vat: yuanText(vat),
  amount: yuanText(total),
  steps,
});

/** What goods sold from a zone owe by their materials and by themselves, side by side. Open to everybody. */
export const computeSelectiveDuty = lookup({
  name: "selective-duty.compute",
  title: { en: "Compare duty by materials and by goods", zh: "选择性征收关税测算" },
  by: "anyone",
  request: ComputeSelectiveDuty,
  needs: () => [],
  answer: (request, { now }, law) => {
    const faults: Fault[] = [];
    const day = readDay(request.day, now.day, "/day", faults);
    const vatBase = readFigure(law.figures.selectiveVatBase, "selective duty", day, "/day", faults);
    if (!vatBase || faults.length > 0) return asProblem(refused(faults));
    const found = selectiveDuty({
      materials: way(request.materials),
      goods: way(request.goods),
      vatRate: share(request.vatPercent),
      vatBase,
    });
    return {
      day,
      lower: found.lower,
      byMaterials: shown(found.byMaterials),
      byGoods: shown(found.byGoods),
      currency: "CNY",
      confirmed: isConfirmed([...found.byMaterials.steps, ...found.byGoods.steps]),
    };
  },
});

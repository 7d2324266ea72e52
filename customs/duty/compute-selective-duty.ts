import { type Fraction, parseDecimal } from "@openftz/kernel/fraction.ts";
import Type, { type Static } from "typebox";
import { closed, Day, YuanText } from "../define/fields.ts";
import { isConfirmed, readYuan, yuanText } from "../law/computation.ts";
import { computation } from "../law/define-computation.ts";
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
export const computeSelectiveDuty = computation({
  name: "selective-duty.compute",
  title: { en: "Compare duty by materials and by goods", zh: "选择性征收关税测算" },
  request: ComputeSelectiveDuty,
  read: ({ materials, goods, vatPercent, ...asked }, reader) => {
    const day = reader.day("/day", asked.day);
    const vatBase = reader.figure(reader.law.figures.selectiveVatBase, "selective duty", "/day", day);
    return { day, materials: way(materials), goods: way(goods), vatRate: share(vatPercent), vatBase };
  },
  compute: ({ day, ...sale }) => {
    const { lower, byMaterials, byGoods } = selectiveDuty(sale);
    return {
      day,
      lower,
      byMaterials: shown(byMaterials),
      byGoods: shown(byGoods),
      currency: "CNY",
      confirmed: isConfirmed([...byMaterials.steps, ...byGoods.steps]),
    };
  },
});

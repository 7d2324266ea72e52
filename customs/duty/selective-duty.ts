/**
 * The choice of duty on goods that are sold from a zone into the country (选择性征收关税): by the materials that were
 * imported for them, or by the goods as they are presented. Both ways are counted side by side for the trader to choose.
 * Whether VAT follows the choice or is always taken of the goods is not settled, so it is a figure of the law.
 */
import { type Fraction, fraction, multiply } from "@openftz/kernel/fraction.ts";
import { percentText, type Step, step, toFen, yuanText } from "../law/computation.ts";
import type { Figure, SelectiveVatBase } from "../law/figures.ts";

/** One way: the value in fen and the rate of duty as a share of one. */
export type DutyWay = { readonly value: bigint; readonly dutyRate: Fraction };

/** A sale: both ways, the rate of VAT as a share of one, and what VAT is taken of when duty goes by the materials. */
export type SelectiveSale = {
  readonly materials: DutyWay;
  readonly goods: DutyWay;
  readonly vatRate: Fraction;
  readonly vatBase: Figure<SelectiveVatBase>;
};

/** What one way comes to, in fen. */
export type WayTaxes = {
  readonly duty: bigint;
  readonly vat: bigint;
  readonly total: bigint;
  readonly steps: readonly Step[];
};

/** Both ways; `lower` is null when they come to the same. */
export type SelectiveDuty = {
  readonly byMaterials: WayTaxes;
  readonly byGoods: WayTaxes;
  readonly lower: "materials" | "goods" | null;
};

const CHOICE = { source: "Selective duty of zones, by regulations of the zones", confirmed: true };

/** Counts both ways. */
export const selectiveDuty = (sale: SelectiveSale): SelectiveDuty => {
  const { materials, goods, vatBase } = sale;
  const byMaterials = taxesOf(
    "materials",
    materials,
    vatBase.value === "goods" ? goods.value : materials.value,
    sale,
  );
  const byGoods = taxesOf("goods", goods, goods.value, sale);
  const same = byMaterials.total === byGoods.total;
  const lower = byMaterials.total < byGoods.total ? "materials" : "goods";
  return { byMaterials, byGoods, lower: same ? null : lower };
};

const shareOf = (fen: bigint, share: Fraction): bigint => toFen(multiply(fraction(fen, 100n), share));

const taxesOf = (
  by: "materials" | "goods",
  { value, dutyRate }: DutyWay,
  vatValue: bigint,
  { vatRate, vatBase }: SelectiveSale,
): WayTaxes => {
  const duty = shareOf(value, dutyRate);
  const vat = shareOf(vatValue + duty, vatRate);
  const total = duty + vat;
  return {
    duty,
    vat,
    total,
    steps: [
      step(
        "duty",
        duty,
        CHOICE,
        `Duty by the ${by}, ${percentText(dutyRate)} of ${yuanText(value)} CNY: ${yuanText(duty)} CNY.`,
      ),
      step(
        "vat",
        vat,
        by === "goods" ? CHOICE : vatBase,
        `VAT, ${percentText(vatRate)} of ${yuanText(vatValue + duty)} CNY: ${yuanText(vat)} CNY.`,
      ),
      step("total", total, CHOICE, `Together ${yuanText(total)} CNY.`),
    ],
  };
};

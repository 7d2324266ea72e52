/** Outcomes as the JSON that `openftz assess` and the HTTP service answer with. */
import { alternativesOf } from "./alternatives.ts";
import { yuan } from "./amount-texts.ts";
import type { Assessment } from "./assess.ts";
import { DUTY_PROBLEM_TITLES, type DutyFault } from "./duty-fault.ts";
import { explain } from "./explain.ts";

type ChargeResult = { readonly expression: string; readonly amount: string };

/** The contract's result, its fields in the contract's order; amounts as "28000.00". */
export type AssessResult = {
  readonly ref: string;
  readonly customsValue: string;
  readonly currency: "CNY";
  readonly duty: { readonly basis: string } & ChargeResult;
  readonly additional: readonly ({ readonly code: string; readonly kind: string } & ChargeResult)[];
  readonly consumptionTax: ChargeResult;
  readonly vat: ChargeResult;
  readonly total: string;
  readonly alternatives: readonly ({ readonly basis: string } & ChargeResult)[];
  readonly explanation: readonly string[];
};

/** The contract's problem: exactly these four, the detail ending with what to do next. */
export type AssessProblem = {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly pointer: string;
};

/** An assessment as it is answered; alternatives and explanation are made here. */
export const resultOf = (assessment: Assessment): AssessResult => {
  const { ref, duty, consumptionTax, vat } = assessment;
  return {
    ref,
    customsValue: yuan(assessment.customsValue),
    currency: "CNY",
    duty: { basis: duty.basis, expression: duty.expression, amount: yuan(duty.amount) },
    additional: assessment.additional.map(({ remedy, column, amount }) => ({
      code: remedy.code,
      kind: remedy.kind,
      expression: column.text,
      amount: yuan(amount),
    })),
    consumptionTax: { expression: consumptionTax.expression, amount: yuan(consumptionTax.amount) },
    vat: { expression: vat.expression, amount: yuan(vat.amount) },
    total: yuan(assessment.total),
    alternatives: alternativesOf(assessment).map(({ basis, column, amount }) => ({
      basis,
      expression: column.text,
      amount: yuan(amount),
    })),
    explanation: explain(assessment),
  };
};

/** A fault as it is answered. */
export const problemOf = ({ type, pointer, detail, next }: DutyFault): AssessProblem => ({
  type: `https://openftz.org/problems/${type}`,
  title: DUTY_PROBLEM_TITLES[type],
  detail: `${detail} ${next}`,
  pointer,
});

import { useMemo } from "react";
import { useApp } from "../../app/context.tsx";
import type { Key } from "../../catalogue/catalogue.ts";
import { findField } from "../../shared/pointer.ts";
import type { Question } from "./question.ts";
import type { DutyAnswer } from "./use-duty.ts";

type Fault = DutyAnswer["faults"][number];

/** Pointers of the fields that are always there; those of quantities and exchange rates come and go. */
const FIXED = [
  "/commodity",
  "/origin",
  "/customsValue/amount",
  "/customsValue/currency",
  "/date",
  "/claim",
  "/quota",
  "/exporter",
  "/originProof",
  "/treatment",
  "/rates/vat",
  "/rates/consumptionTax",
];

/** Where a fault is mended on the page: a rate that is not stated is given in its own field. */
const placeOf = ({ type, pointer, detail }: Fault): string => {
  if (type !== "no-rate-in-force") return pointer;
  if (detail.includes("does not state its VAT")) return "/rates/vat";
  return detail.includes("does not state its consumption tax") ? "/rates/consumptionTax" : pointer;
};

/** A value that was not given yet, or a code that stands for several lines, is no mistake: the page asks in another way. */
const isAskedOtherwise = ({ type, pointer }: Fault, { value }: Question, answer: DutyAnswer): boolean =>
  (type === "malformed-line" && pointer.startsWith("/customsValue") && value === "") ||
  (type === "unknown-commodity" && answer.under.length > 0);

/** The words for a fault, at the field where it is mended; "" for what belongs to no field. */
export const useDutyFaults = (
  answer: DutyAnswer | undefined,
  question: Question,
  more: readonly string[],
) => {
  const { t, word } = useApp();
  return useMemo(() => {
    const fields = [...FIXED, ...more];
    const byField = new Map<string, string[]>();
    for (const fault of answer?.faults ?? []) {
      if (answer && isAskedOtherwise(fault, question, answer)) continue;
      const field = findField(placeOf(fault), fields) ?? "";
      const what = word("unit", fault.pointer.slice(fault.pointer.lastIndexOf("/") + 1));
      const key = (field.startsWith("/rates/") ? "duty.fault.not-stated" : `duty.fault.${fault.type}`) as Key;
      const texts = byField.get(field) ?? [];
      if (!texts.includes(t(key, { what }))) texts.push(t(key, { what }));
      byField.set(field, texts);
    }
    return byField;
  }, [answer, question, more, t, word]);
};

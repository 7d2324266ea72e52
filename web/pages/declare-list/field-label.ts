import type { useApp } from "../../app/context.tsx";
import type { Key } from "../../catalogue/catalogue.ts";
import type { Mistake } from "../../shared/marks.ts";

const LABELS: Readonly<Record<string, Key>> = {
  movement: "declare.what",
  status: "line.status",
  lines: "declare.goods",
  declares: "declare.declares",
  procedure: "field.procedure",
  transportMode: "field.transportMode",
  reference: "book.reference",
  otherBook: "declare.otherBook",
  otherList: "declare.otherList",
  pass: "declare.pass",
  counterparty: "declare.counterparty",
  part: "line.part",
  commodity: "line.commodity",
  description: "line.description",
  origin: "line.origin",
  unit: "declare.unit",
  lawfulUnit: "declare.lawfulUnit",
  secondUnit: "declare.secondUnit",
  declared: "declare.quantity",
  lawful: "declare.lawful",
  second: "declare.second",
  netMassKg: "declare.netMassKg",
  grossMassKg: "declare.grossMassKg",
  amount: "declare.amount",
  currency: "declare.currency",
};

type Words = ReturnType<typeof useApp>["t"];

/** The field's label; a line as a whole has none. */
export const fieldLabel = (field: string, t: Words): string => {
  const label = LABELS[field.slice(field.lastIndexOf("/") + 1)];
  return label ? t(label) : "";
};

/** Where a mistake stands: the line and the field. */
export const mistakeName = ({ pointer, field = pointer }: Mistake, t: Words): string => {
  const item = /^\/lines\/(\d+)/.exec(field)?.[1];
  return [item && t("declare.line", { item: Number(item) + 1 }), fieldLabel(field, t)]
    .filter(Boolean)
    .join(" · ");
};

import type { useApp } from "../../app/context.tsx";
import type { Mistake } from "../../shared/marks.ts";
import { itemOf } from "../../shared/pointer.ts";

type Translate = ReturnType<typeof useApp>["t"];

/** Where a mistake stands: the goods item and the field. */
export const mistakeName = ({ pointer, field }: Mistake, t: Translate): string => {
  const item = itemOf(pointer);
  const name = field === undefined ? "" : fieldLabel(field, t);
  return [item && t("filing.item", { item }), name].filter(Boolean).join(" · ");
};

/** The word for a field, by the last names of its pointer. */
export const fieldLabel = (field: string, t: Translate): string => {
  const parts = field.split("/").filter((part) => part !== "" && !/^\d+$/.test(part));
  const [first = "", second = "", third] = parts;
  if (first === "goods") {
    if (second === "quantities") return `${t("grid.quantity")} ${third ?? ""}`;
    const column = third ?? second;
    return column in GRID_LABELS ? t(GRID_LABELS[column as keyof typeof GRID_LABELS]) : "";
  }
  if (first === "documents") return t(second === "kind" ? "field.documentKind" : "field.documentNumber");
  return first in HEAD_LABELS ? t(HEAD_LABELS[first as keyof typeof HEAD_LABELS]) : "";
};

const GRID_LABELS = {
  commodity: "grid.commodity",
  description: "grid.description",
  origin: "grid.origin",
  amount: "grid.amount",
  currency: "grid.currency",
  netMassKg: "grid.netMassKg",
  claim: "grid.claim",
  exporter: "grid.exporter",
  originProof: "grid.originProof",
  quota: "grid.quota",
} as const;

const HEAD_LABELS = {
  reference: "field.reference",
  direction: "field.direction",
  declarant: "field.declarant",
  trader: "field.trader",
  office: "field.office",
  procedure: "field.procedure",
  zone: "field.zone",
  transportMode: "field.transportMode",
  conveyanceEntry: "field.conveyanceEntry",
  transportDocument: "field.transportDocument",
  grossMassKg: "field.grossMassKg",
  packages: "field.packages",
  guarantee: "field.guarantee",
} as const;

import { useApp } from "../../app/context.tsx";
import { fieldId, itemOf } from "../../shared/pointer.ts";
import type { Mistake } from "./filing-context.ts";

/** Goes to a field and puts the cursor into it. */
export const goToField = (field: string): void => {
  const element = document.getElementById(fieldId(field));
  element?.scrollIntoView({ block: "center" });
  (element?.matches("input, select, textarea, button")
    ? element
    : element?.querySelector<HTMLElement>("input")
  )?.focus();
};

/** Every mistake as a link to its field. */
export const MistakeList = ({ mistakes }: { mistakes: readonly Mistake[] }) => {
  const { t } = useApp();
  return (
    <ul className="mistakes">
      {mistakes.map(({ pointer, field, text, tries }) => {
        const item = itemOf(pointer);
        const name = field === undefined ? "" : fieldLabel(field, t);
        const words = [item && t("filing.item", { item }), name].filter(Boolean).join(" · ");
        return (
          <li key={pointer + text}>
            {field === undefined ? (
              words
            ) : (
              <button type="button" className="as-link" onClick={() => goToField(field)}>
                {words}
              </button>
            )}{" "}
            {text} {tries.length > 0 && <em>{tries.join(" / ")}</em>}
          </li>
        );
      })}
    </ul>
  );
};

/** The word for a field, by the last names of its pointer. */
export const fieldLabel = (field: string, t: ReturnType<typeof useApp>["t"]): string => {
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

/**
 * Delivery terms of the declaration and the costs that a price under each of them holds. Codes and Chinese names: the
 * customs' code table of delivery terms, re-keyed; the costs follow the trade terms that the names stand for.
 * A market price (5) and 垫仓 (6) do not say what they hold.
 */
import type { Cost, DeliveryTerm } from "@openftz/customs/law/law.ts";

const row = (code: string, zh: string, en: string, priceHolds: readonly Cost[] | null): DeliveryTerm => ({
  code,
  name: { en, zh },
  priceHolds,
});

export const deliveryTerms: readonly DeliveryTerm[] = [
  row("1", "CIF", "CIF", ["inland", "freight", "insurance"]),
  row("2", "C&F", "C&F", ["inland", "freight"]),
  row("3", "FOB", "FOB", ["inland"]),
  row("4", "C&I", "C&I", ["inland", "insurance"]),
  row("5", "市场价", "Market price", null),
  row("6", "垫仓", "Dunnage", null),
  row("7", "EXW", "EXW", []),
];

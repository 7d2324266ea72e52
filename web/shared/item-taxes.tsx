import type { LookAnswer } from "../api/types.ts";
import { useApp } from "../app/context.tsx";
import { groupDigits, rateText } from "./format.ts";
import { serverText } from "./problem-words.ts";

type Item = LookAnswer<"declaration.preview">["items"][number];

/** The taxes of goods, and where they are of an item, why they are not known and whether they are collected. */
type Taxed = Pick<Item, "duty" | "additional" | "consumptionTax" | "vat"> &
  Partial<Pick<Item, "notAssessed" | "collection">>;

/** "agreement:CL" as "agreement CL"; the columns of the tariff by their names. */
export const useBasis = () => {
  const { word } = useApp();
  return (basis: string): string => {
    const [kind = "", code] = basis.split(":");
    return [word("basis", kind), code].filter(Boolean).join(" ");
  };
};

/** What one goods item owes, each tax with its rate; or why its rate is not known. */
export const ItemTaxes = ({ item }: { item: Taxed }) => {
  const { t, word, language } = useApp();
  const basis = useBasis();
  if (item.notAssessed && item.notAssessed.length > 0)
    return (
      <span className="mistake">{item.notAssessed.map((text) => serverText(language, text)).join(" ")}</span>
    );
  return (
    <span className="item-taxes">
      {item.duty && (
        <span>
          {t("tax.duty")}{" "}
          <em>
            {basis(item.duty.basis)} {rateText(item.duty.expression)}
          </em>{" "}
          <b>{groupDigits(item.duty.amount)}</b>
        </span>
      )}
      {item.additional?.map(({ code, kind, expression, amount }) => (
        <span key={code}>
          {word("remedy", kind)}{" "}
          <em>
            {code} {rateText(expression)}
          </em>{" "}
          <b>{groupDigits(amount)}</b>
        </span>
      ))}
      {item.consumptionTax && item.consumptionTax.expression !== "0" && (
        <span>
          {t("tax.consumptionTax")} <em>{rateText(item.consumptionTax.expression)}</em>{" "}
          <b>{groupDigits(item.consumptionTax.amount)}</b>
        </span>
      )}
      {item.vat && (
        <span>
          {t("tax.vat")} <em>{rateText(item.vat.expression)}</em> <b>{groupDigits(item.vat.amount)}</b>
        </span>
      )}
      {item.collection && item.collection !== "collect" && (
        <span className="tag tone-others">{word("collection", item.collection)}</span>
      )}
    </span>
  );
};

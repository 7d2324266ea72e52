import { type ClipboardEvent, useEffect } from "react";
import type { LookAnswer } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { CommodityCell } from "../../shared/commodity-cell.tsx";
import { halfOf, rateText } from "../../shared/format.ts";
import { GridInput } from "../../shared/grid-input.tsx";
import { Icon } from "../../shared/icon.tsx";
import { ItemTaxes } from "../../shared/item-taxes.tsx";
import { plainNumber } from "../../shared/paste.ts";
import { fieldLabel } from "./field-label.ts";
import { useFiling } from "./filing-context.ts";
import type { GoodsFields } from "./form.ts";
import type { GridColumn } from "./paste-goods.ts";
import { RareFields } from "./rare-fields.tsx";

type Item = LookAnswer<"declaration.preview">["items"][number];
type Props = {
  readonly row: GoodsFields;
  readonly index: number;
  readonly assessed: Item | undefined;
  readonly pasteAt: (column: GridColumn) => (event: ClipboardEvent<HTMLElement>) => void;
};

/** One goods item: a row of fields, and below it what the tariff says and what is owed. */
export const GoodsRow = ({ row, index, assessed, pasteAt }: Props) => {
  const { t, word, language } = useApp();
  const { form, change, changeGoods, mistakesAt, touch } = useFiling();
  const at = `/goods/${index}`;
  const item = index + 1;
  const { answer } = useLook("tariff.show", /^\d{10}$/.test(row.commodity) ? { code: row.commodity } : null, {
    fixed: true,
  });
  const line = answer?.line ?? null;
  const units = (line?.units ?? Object.keys(row.quantities)).filter((unit) => unit !== "kg" && unit !== "");
  const set = (fields: Partial<GoodsFields>) => changeGoods(index, fields);
  const pasted = row.quantities[""];
  const [firstUnit] = units;
  useEffect(() => {
    // A pasted quantity waited for the tariff line to tell its unit.
    if (pasted !== undefined && line) set({ quantities: firstUnit ? { [firstUnit]: pasted } : {} });
  });
  const cell = (name: "description" | "origin" | "amount" | "currency" | "netMassKg", pointer: string) => (
    <GridInput
      pointer={`${at}/${pointer}`}
      label={t("grid.cell", { item, column: t(`grid.${name}`) })}
      value={row[name]}
      numeric={name === "amount" || name === "netMassKg"}
      {...((name === "origin" || name === "currency") && {
        list: name === "origin" ? "countries" : "currencies",
      })}
      onPaste={pasteAt(name)}
      onChange={(text) => {
        const upper = name === "origin" || name === "currency" ? text.trim().toUpperCase() : text;
        set({ [name]: name === "amount" || name === "netMassKg" ? plainNumber(text) : upper });
      }}
    />
  );
  const mistakes = [...new Set([at, ...mistakeFields(at, units)])].flatMap((field) => mistakesAt(field));
  const agreements = Object.entries(line?.agreements ?? {});
  return (
    <tbody className="goods-row">
      <tr>
        <td className="col-item">{item}</td>
        <td className="col-commodity" data-label={t("grid.commodity")}>
          <CommodityCell
            pointer={`${at}/commodity`}
            label={t("grid.cell", { item, column: t("grid.commodity") })}
            value={row.commodity}
            wrong={mistakesAt(`${at}/commodity`).length > 0}
            onChange={(commodity) => set({ commodity })}
            onPick={(picked) =>
              set({
                commodity: picked.code,
                ...(row.description === "" && { description: halfOf(picked.description, language) }),
              })
            }
            onBlur={() => touch(`${at}/commodity`)}
            onPaste={pasteAt("commodity")}
          />
        </td>
        <td className="col-description" data-label={t("grid.description")}>
          {cell("description", "description")}
        </td>
        <td className="col-origin" data-label={t("grid.origin")}>
          {cell("origin", "origin")}
        </td>
        <td className="col-amount" data-label={t("grid.amount")}>
          {cell("amount", "customsValue/amount")}
        </td>
        <td className="col-currency" data-label={t("grid.currency")}>
          {cell("currency", "customsValue/currency")}
        </td>
        <td className="col-netMassKg" data-label={t("grid.netMassKg")}>
          {cell("netMassKg", "netMassKg")}
        </td>
        <td className="col-quantity" data-label={t("grid.quantity")}>
          {units.map((unit) => (
            <GridInput
              key={unit}
              pointer={`${at}/quantities/${unit}`}
              label={t("grid.cell", { item, column: unit })}
              value={row.quantities[unit] ?? ""}
              numeric
              suffix={unit}
              onPaste={pasteAt("quantity")}
              onChange={(text) => set({ quantities: { ...row.quantities, [unit]: plainNumber(text) } })}
            />
          ))}
          {units.length === 0 && <span className="quiet">{t("grid.onlyKg")}</span>}
        </td>
        <td className="col-claim" data-label={t("grid.claim")}>
          <select
            id={`field:${at}/claim`}
            aria-label={t("grid.cell", { item, column: t("grid.claim") })}
            value={row.agreement}
            onChange={(event) => set({ agreement: event.target.value })}
          >
            <option value="">{t("grid.noClaim")}</option>
            {row.agreement !== "" && !agreements.some(([code]) => code === row.agreement) && (
              <option>{row.agreement}</option>
            )}
            {agreements.map(([code, rate]) => (
              <option key={code} value={code}>
                {code} {rateText(rate)} {word("agreement", code)}
              </option>
            ))}
          </select>
        </td>
        <td className="col-remove">
          <button
            type="button"
            className="icon-button"
            disabled={form.goods.length === 1}
            aria-label={t("filing.removeGoods", { item })}
            onClick={() => change({ goods: form.goods.filter((_, place) => place !== index) })}
          >
            <Icon name="trash" />
          </button>
        </td>
      </tr>
      <tr className="goods-notes">
        <td />
        <td colSpan={9}>
          {[...Map.groupBy(mistakes, ({ text, tries }) => [text, ...tries].join(" "))].map(
            ([words, those]) => (
              <p key={words} className="mistake">
                <b>{[...new Set(those.map(({ field }) => fieldLabel(field ?? "", t)))].join(", ")}</b> {words}
              </p>
            ),
          )}
          {line && <span className="quiet">{halfOf(line.description, language)}</span>}
          {answer && !line && row.commodity.length === 10 && (
            <span className="mistake">{t("filing.noLine")}</span>
          )}
          <RareFields row={row} at={at} item={item} line={line} />
          {assessed && <ItemTaxes item={assessed} />}
        </td>
      </tr>
    </tbody>
  );
};

const mistakeFields = (at: string, units: readonly string[]): readonly string[] => [
  ...[
    "commodity",
    "description",
    "origin",
    "customsValue/amount",
    "customsValue/currency",
    "netMassKg",
    "claim",
    "exporter",
    "originProof",
    "quota",
  ].map((name) => `${at}/${name}`),
  ...units.map((unit) => `${at}/quantities/${unit}`),
];

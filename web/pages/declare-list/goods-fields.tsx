import { Input } from "antd";
import type { TariffAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { CommodityCell } from "../../shared/commodity-cell.tsx";
import { Field } from "../../shared/field.tsx";
import { halfOf } from "../../shared/format.ts";
import type { LineFields } from "./form.ts";

type Tariff = TariffAnswer["lines"][number];

/** Units of the tariff that a book takes; longer names are no codes. */
const unitsOf = ({ units }: Tariff): readonly string[] =>
  units.filter((unit) => /^[0-9A-Za-z]{1,8}$/.test(unit));

/** Goods that are new in the book; the tariff brings description and legal units along. */
export const GoodsFields = (props: {
  line: LineFields;
  at: string;
  item: number;
  set: (fields: Partial<LineFields>) => void;
}) => {
  const { line, at, item, set } = props;
  const { t, language } = useApp();
  const take = (picked: Tariff) => {
    const [first = "", second = ""] = unitsOf(picked);
    set({
      commodity: picked.code,
      ...(line.description === "" && { description: halfOf(picked.description, language) }),
      ...(line.lawfulUnit === "" && first !== "" && { lawfulUnit: first, secondUnit: second }),
      ...(line.unit === "" && first !== "" && { unit: first }),
    });
  };
  const text = (
    name: "part" | "description" | "origin" | "unit" | "lawfulUnit" | "secondUnit",
    label: string,
    hint = "",
  ) => (
    <Field pointer={`${at}/goods/${name}`} label={label} hint={hint}>
      {(input) => (
        <Input
          {...input}
          autoComplete="off"
          {...(name === "origin" && { list: "countries" })}
          value={line[name]}
          onChange={({ target: { value } }) =>
            set({ [name]: name === "origin" ? value.trim().toUpperCase() : value })
          }
        />
      )}
    </Field>
  );
  const pointer = `${at}/goods/commodity`;
  return (
    <div className="fields tight">
      {text("part", t("line.part"))}
      <Field pointer={pointer} label={t("line.commodity")}>
        {({ status, onBlur }) => (
          <CommodityCell
            pointer={pointer}
            label={`${t("declare.line", { item })}: ${t("line.commodity")}`}
            value={line.commodity}
            wrong={status === "error"}
            onChange={(commodity) => set({ commodity })}
            onPick={take}
            onBlur={onBlur}
            onPaste={() => undefined}
          />
        )}
      </Field>
      {text("description", t("line.description"))}
      {text("origin", t("line.origin"))}
      {text("unit", t("declare.unit"), t("declare.unitHint"))}
      {text("lawfulUnit", t("declare.lawfulUnit"))}
      {text("secondUnit", t("declare.secondUnit"), t("field.optional"))}
    </div>
  );
};

import type { LookAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { GridInput } from "../../shared/grid-input.tsx";
import { fieldId } from "../../shared/pointer.ts";
import { useFiling } from "./filing-context.ts";
import type { GoodsFields } from "./form.ts";

type Line = LookAnswer<"tariff.show">["line"];

/** What only some lines of the tariff ask: the exporter and the proof of origin for a trade remedy, the quota for one. */
export const RareFields = ({
  row,
  at,
  item,
  line,
}: {
  readonly row: GoodsFields;
  readonly at: string;
  readonly item: number;
  readonly line: Line;
}) => {
  const { t } = useApp();
  const { form, changeGoods, touch } = useFiling();
  const set = (fields: Partial<GoodsFields>) => changeGoods(item - 1, fields);
  const isImport = form.direction === "import";
  const hasRemedy = (isImport && (line?.remedies.length ?? 0) > 0) || row.exporter !== "";
  const hasQuota = (isImport && (line?.quota ?? null) !== null) || row.quota !== "";
  const label = (name: "exporter" | "originProof" | "quota") =>
    t("grid.cell", { item, column: t(`grid.${name}`) });
  const tick = <Name extends "originProof" | "quota">(name: Name, ticked: GoodsFields[Name]) => (
    <label className="rare-field">
      <input
        type="checkbox"
        id={fieldId(`${at}/${name}`)}
        aria-label={label(name)}
        checked={row[name] === ticked}
        onChange={(event) => {
          set({ [name]: event.target.checked ? ticked : "" });
          touch(`${at}/${name}`);
        }}
      />
      {t(`grid.${name}`)}
    </label>
  );
  return (
    <>
      {hasRemedy && (
        <span className="rare-field">
          {t("grid.exporter")}
          <GridInput
            pointer={`${at}/exporter`}
            label={label("exporter")}
            value={row.exporter}
            onPaste={() => undefined}
            onChange={(exporter) => set({ exporter })}
          />
        </span>
      )}
      {(hasRemedy || row.originProof !== "") && tick("originProof", "no")}
      {hasQuota && tick("quota", "in")}
    </>
  );
};

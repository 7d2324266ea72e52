import { Button } from "antd";
import type { ClipboardEvent } from "react";
import type { LookAnswer } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { CodeLists } from "../../shared/code-lists.tsx";
import { Icon } from "../../shared/icon.tsx";
import { readCells } from "../../shared/paste.ts";
import { useFiling } from "./filing-context.ts";
import { emptyGoods } from "./form.ts";
import { GoodsRow } from "./goods-row.tsx";
import { type GridColumn, MOST_GOODS, pasteGoods } from "./paste-goods.ts";

type Items = LookAnswer<"declaration.preview">["items"];

const HEADS = [
  "item",
  "commodity",
  "description",
  "origin",
  "amount",
  "currency",
  "netMassKg",
  "quantity",
  "claim",
] as const;

/** The goods as a grid: every cell a field, rows from a spreadsheet are pasted where the cursor stands. */
export const GoodsGrid = ({ items }: { items: Items }) => {
  const { t } = useApp();
  const { form, change } = useFiling();
  const pasteAt = (row: number, column: GridColumn) => (event: ClipboardEvent<HTMLElement>) => {
    const cells = readCells(event.clipboardData.getData("text/plain"));
    if (!cells) return;
    event.preventDefault();
    change({ goods: pasteGoods(form.goods, cells, { row, column }) });
  };
  return (
    <>
      <CodeLists />
      <table className="grid" aria-label={t("filing.goods")}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col" className={`col-${head}`}>
                {t(`grid.${head}`)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        {form.goods.map((row, index) => (
          <GoodsRow
            key={row.key}
            row={row}
            index={index}
            assessed={items[index]}
            pasteAt={(column) => pasteAt(index, column)}
          />
        ))}
      </table>
      <div className="grid-foot">
        <Button
          icon={<Icon name="plus" size={14} />}
          disabled={form.goods.length >= MOST_GOODS}
          onClick={() => change({ goods: [...form.goods, emptyGoods()] })}
        >
          {t("filing.addGoods")}
        </Button>
        <small className="quiet">{t("filing.pasteHint")}</small>
      </div>
    </>
  );
};

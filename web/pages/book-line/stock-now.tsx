import type { ReactNode } from "react";
import type { ShownLine } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { groupDigits } from "../../shared/format.ts";
import { PaperLink } from "../../shared/paper-link.tsx";
import { TableHead } from "../../shared/table-head.tsx";

const SHELVES = ["coming", "available", "reserved", "entered", "away", "claimed"] as const;
/** How many of them are always shown; the others only where something lies there. */
const ALWAYS = 3;
const MEASURES = ["declared", "lawful", "second"] as const;
const UNIT_OF = { declared: "unit", lawful: "lawfulUnit", second: "secondUnit" } as const;

/** What lies on the shelves, by status and unit, and which lists hold what of it. */
export const StockNow = ({ line, foot }: { line: ShownLine; foot: ReactNode }) => {
  const { t, word } = useApp();
  const { goods, stock, heldBy } = line;
  const measures = MEASURES.filter((measure) => goods[UNIT_OF[measure]] !== undefined);
  const shelves = SHELVES.filter(
    (shelf, index) => index < ALWAYS || stock.some((row) => row[shelf].declared !== "0"),
  );
  const numbers = (text: string) => (text === "0" ? <span className="quiet">0</span> : groupDigits(text));
  return (
    <section className="panel" aria-labelledby="line-now">
      <h2 id="line-now">{t("line.now")}</h2>
      {stock.length === 0 ? (
        <p className="quiet">{t("line.empty")}</p>
      ) : (
        <table className="data narrow">
          <TableHead
            columns={[
              [t("line.status")],
              ...shelves.map((shelf) => [t(`line.${shelf}`), "number"] as const),
              [t("line.unit")],
            ]}
          />
          <tbody>
            {stock.flatMap((row) =>
              measures.map((measure, index) => (
                <tr key={`${row.status} ${measure}`} className={index === 0 ? "strong" : "quiet"}>
                  <td data-label={t("line.status")}>{index === 0 ? word("goodsStatus", row.status) : ""}</td>
                  {shelves.map((shelf) => (
                    <td key={shelf} data-label={t(`line.${shelf}`)} className="number">
                      {numbers(row[shelf][measure])}
                    </td>
                  ))}
                  <td data-label={t("line.unit")}>{word("unit", goods[UNIT_OF[measure]] ?? "")}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      {heldBy.length > 0 && (
        <p>
          {t("line.heldBy")}{" "}
          {heldBy.map(({ paper, declared }) => (
            <span key={paper} className="held">
              <PaperLink paper={paper} /> {groupDigits(declared)} {word("unit", goods.unit)}
            </span>
          ))}
        </p>
      )}
      {foot && <p className="panel-foot">{foot}</p>}
    </section>
  );
};

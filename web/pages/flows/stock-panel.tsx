import { useWhole } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { groupDigits } from "../../shared/format.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { TableHead } from "../../shared/table-head.tsx";
import { useZoneNames } from "../../shared/use-zone-names.ts";
import { ACCOUNTS, partsOf, type Sum, stockSums, wholeOf } from "./stock-sums.ts";

const NAMES = {
  stock: "line.available",
  reserved: "line.reserved",
  coming: "line.coming",
  entered: "line.entered",
  away: "line.away",
  claimed: "line.claimed",
} as const;
/** How many accounts are always shown; the others only where something lies on one. */
const ALWAYS = 3;

/** What lies in the zones now, by status and account, each legal unit for itself. */
export const StockPanel = ({ zone }: { zone: string | undefined }) => {
  const { t } = useApp();
  const found = useWhole("overview.stock", zone === undefined ? {} : { zone });
  return (
    <section aria-labelledby="stock-title">
      <h2 id="stock-title">{t("zoneStock.title")}</h2>
      <Answered asked={found}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t("zoneStock.none")}>{t("zoneStock.noneText")}</Empty>
          ) : (
            <>
              <p className="flow-sentence quiet">{t("zoneStock.help")}</p>
              <StockTable sums={stockSums(rows)} />
            </>
          )
        }
      </Answered>
    </section>
  );
};

const StockTable = ({ sums }: { sums: readonly Sum[] }) => {
  const { t, word } = useApp();
  const zoneName = useZoneNames();
  const shown = ACCOUNTS.filter(
    (account, index) => index < ALWAYS || sums.some(({ counts }) => counts[account] !== "0"),
  );
  const number = (text: string) => (text === "0" ? <span className="quiet">0</span> : groupDigits(text));
  return (
    <div className="table-frame">
      <table className="data zone-stock" aria-label={t("zoneStock.title")}>
        <TableHead
          columns={[
            [t("book.zone")],
            [t("line.status")],
            [t("line.unit")],
            ...shown.map((account) => [t(NAMES[account]), "number"] as const),
            [t("zoneStock.whole"), "number"],
          ]}
        />
        <tbody>
          {sums.map((sum) => (
            <tr key={`${sum.zone} ${sum.unit} ${sum.status}`}>
              <td data-label={t("book.zone")}>{zoneName(sum.zone)}</td>
              <td data-label={t("line.status")}>{word("goodsStatus", sum.status)}</td>
              <td data-label={t("line.unit")}>{word("unit", sum.unit)}</td>
              {shown.map((account) => (
                <td key={account} data-label={t(NAMES[account])} className="number">
                  {number(sum.counts[account])}
                </td>
              ))}
              <td data-label={t("zoneStock.whole")} className="number">
                <Bar sum={sum} sums={sums} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="zone-stock-legend">
        {shown.map((account) => (
          <li key={account}>
            <i className={`account-${account}`} /> {t(NAMES[account])}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Bar = ({ sum, sums }: { sum: Sum; sums: readonly Sum[] }) => {
  const parts = partsOf(sum, sums);
  return (
    <span className="zone-stock-bar">
      {groupDigits(wholeOf(sum))}
      <span aria-hidden="true">
        {ACCOUNTS.filter((account) => parts[account] > 0).map((account) => (
          <i key={account} className={`account-${account}`} style={{ width: `${parts[account]}%` }} />
        ))}
      </span>
    </span>
  );
};

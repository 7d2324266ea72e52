import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { groupDigits, halfOf } from "../../shared/format.ts";
import { ItemTaxes } from "../../shared/item-taxes.tsx";
import { Link } from "../../shared/link.tsx";
import { searchOf } from "../../shared/router.ts";
import { useCodes } from "../../shared/use-codes.ts";

/** The goods, each with its value, masses and what it owes. */
export const GoodsTable = ({ it }: { it: ShownDeclaration }) => {
  const { t, language } = useApp();
  const { countryName } = useCodes();
  return (
    <section className="panel" aria-labelledby="goods-title">
      <h2 id="goods-title">
        {t("show.goods")} <span className="count">{it.content.goods.length}</span>
      </h2>
      <ol className="goods">
        {it.content.goods.map((goods, index) => {
          const item = it.examination.items[index];
          return (
            <li key={index}>
              <p className="goods-line">
                <b>{index + 1}</b>
                <Link
                  href={`/tariff${searchOf({ code: goods.commodity, text: goods.commodity, day: it.examination.day })}`}
                >
                  <code>{goods.commodity}</code>
                </Link>
                <span>{halfOf(goods.description, language)}</span>
              </p>
              <p className="goods-facts">
                <span>
                  {goods.origin ? `${goods.origin} ${countryName(goods.origin)}` : t("show.originUnknown")}
                </span>
                <span>{groupDigits(goods.netMassKg)} kg</span>
                {Object.entries(goods.quantities ?? {}).map(([unit, amount]) => (
                  <span key={unit}>
                    {groupDigits(amount)} {unit}
                  </span>
                ))}
                {goods.claim && <span>{t("show.claim", { agreement: goods.claim.agreement })}</span>}
                {goods.exporter && <span>{t("show.exporter", { exporter: goods.exporter })}</span>}
                {goods.originProof === false && <span>{t("grid.originProof")}</span>}
                {goods.quota === "in" && <span>{t("grid.quota")}</span>}
                <b>
                  {groupDigits(goods.customsValue.amount)} {goods.customsValue.currency}
                </b>
              </p>
              {item && <ItemTaxes item={item} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
};

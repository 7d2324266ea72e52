import type { TariffAnswer } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import { halfOf, rateText } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { searchOf } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";

type Line = TariffAnswer["lines"][number];

const COLUMNS = ["mfn", "provisional", "general", "vat", "consumptionTax", "export"] as const;

/** One line of the tariff with every column, and the agreements side by side, the lowest rate first. */
export const TariffLinePanel = ({ code, day }: { code: string; day: string }) => {
  const { t } = useApp();
  const asked = useLook("tariff.show", /^\d{2,13}$/.test(code) ? { code, ...(day !== "" && { day }) } : null);
  return (
    <section className="panel line" aria-label={t("tariff.line")}>
      <Answered asked={asked}>
        {({ line }) =>
          line ? <Shown line={line} day={day} /> : <Empty title={t("tariff.noLine", { code })} />
        }
      </Answered>
    </section>
  );
};

const Shown = ({ line, day }: { line: Line; day: string }) => {
  const { t, word, language } = useApp();
  const other = halfOf(line.description, language === "zh" ? "en" : "zh");
  const mine = halfOf(line.description, language);
  const agreements = Object.entries(line.agreements).sort(
    ([, a], [, b]) => Number.parseFloat(a) - Number.parseFloat(b),
  );
  return (
    <>
      <h2>
        <code>{line.code.replace(/^(\d{4})(\d{2})(\d{2})(\d*)$/, "$1.$2.$3.$4")}</code> {mine}
      </h2>
      {other !== mine && <p className="quiet">{other}</p>}
      <dl className="rates">
        {COLUMNS.map((column) => (
          <div key={column} className={line[column] === null ? "none" : ""}>
            <dt>{t(`rate.${column}`)}</dt>
            <dd>{line[column] === null ? t("rate.none") : rateText(line[column])}</dd>
          </div>
        ))}
        <div>
          <dt>{t("rate.units")}</dt>
          <dd>{line.units.join(" / ")}</dd>
        </div>
      </dl>
      <p>
        <Link href={`/duty${searchOf({ commodity: line.code, date: day })}`}>
          <Icon name="coin" /> {t("tariff.toDuty")}
        </Link>
      </p>
      <h3>{t("rate.agreements")}</h3>
      {agreements.length === 0 ? (
        <p className="quiet">{t("rate.noAgreements")}</p>
      ) : (
        <ul className="agreements">
          {agreements.map(([code, rate]) => (
            <li key={code} className={rate === "0" ? "zero" : ""}>
              <code>{code}</code> <span>{word("agreement", code)}</span> <b>{rateText(rate)}</b>
            </li>
          ))}
        </ul>
      )}
      {line.note && (
        <p className="quiet">
          {t("rate.note")} {line.note}
        </p>
      )}
    </>
  );
};

import type { ShownZone } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { dayText } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { Link } from "../../shared/link.tsx";
import { searchOf, useAddress } from "../../shared/router.ts";
import { Answered } from "../../shared/states.tsx";
import { TableHead } from "../../shared/table-head.tsx";
import { useOfficeName } from "../../shared/use-office-name.ts";
import { useTitle } from "../../shared/use-title.ts";
import { CapabilitiesPanel, ChangesPanel } from "./capabilities-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { Unconfirmed } from "./unconfirmed.tsx";

/** One zone as of a day: what it is, what may be done there and why, what changes, and its whole history. */
const ZonePage = ({ parts }: PageProps) => {
  const day = new URLSearchParams(useAddress().search).get("day");
  const asked = useLook("zone.show", { id: parts.zone ?? "", ...(day && { day }) });
  return (
    <Answered asked={asked} whole>
      {(zone) => (
        <>
          <Heading zone={zone} />
          <div className="zone-page">
            <div>
              <CapabilitiesPanel zone={zone} />
              <ChangesPanel zone={zone} />
            </div>
            <div>
              <AreasPanel zone={zone} />
              <ClassesPanel zone={zone} />
              <HistoryPanel zone={zone} />
            </div>
          </div>
        </>
      )}
    </Answered>
  );
};

const Heading = ({ zone }: { zone: ShownZone }) => {
  const { t, word, language, start } = useApp();
  const { on, day, types } = zone;
  const office = useOfficeName(on.office ?? "");
  const name = on.name[language];
  useTitle(name);
  const says = on.type
    ? t("zone.is", {
        type: word("zoneType", on.type.type),
        day: dayText(on.type.from, language),
        office: `${on.office} ${office}`.trim(),
      })
    : t("zone.isNot", { day: dayText(day, language), first: dayText(types[0]!.from, language) });
  return (
    <div className="page-head">
      <h1>
        {name} <span className="quiet">{on.name[language === "zh" ? "en" : "zh"]}</span>
      </h1>
      <p className="whole-line">
        {says} {on.type && <Unconfirmed confirmed={on.type.confirmed} />}
      </p>
      <Link href={`/zones${searchOf({ day: day === start.today ? "" : day })}`}>
        <Icon name="map" /> {t("zone.toMap")}
      </Link>
      {day !== start.today && <p className="quiet">{t("zone.shownOn", { day: dayText(day, language) })}</p>}
    </div>
  );
};

const AreasPanel = ({ zone }: { zone: ShownZone }) => {
  const { t, word, language } = useApp();
  return (
    <section className="panel" aria-labelledby="zone-areas">
      <h2 id="zone-areas">{t("zone.inAreas")}</h2>
      {zone.areas.length === 0 ? (
        <p className="quiet">{t("zone.noAreas")}</p>
      ) : (
        <ul className="zone-areas">
          {zone.areas.map(({ area, kind, name, extent, from, until, source, confirmed }) => (
            <li key={`${area} ${from}`} title={source}>
              <b>{name[language]}</b> <span className="quiet">{word("areaKind", kind)}</span>
              <p>
                {dayText(from, language)}
                {until !== null && ` ${t("zone.until", { day: dayText(until, language) })}`},{" "}
                {t(extent === "whole" ? "zone.asWhole" : "zone.inPart")} <Unconfirmed confirmed={confirmed} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{t("zone.areasNote")}</p>
    </section>
  );
};

const ClassesPanel = ({ zone }: { zone: ShownZone }) => {
  const { t } = useApp();
  return (
    <section className="panel" aria-labelledby="zone-classes">
      <h2 id="zone-classes">{t("zone.classes")}</h2>
      {zone.classes.length === 0 ? (
        <p className="quiet">{t("zone.noClasses")}</p>
      ) : (
        <table className="data">
          <TableHead columns={[[t("zone.year")], [t("zone.class")], [t("zone.source")]]} />
          <tbody>
            {zone.classes.toReversed().map((each) => (
              <tr key={each.year}>
                <td data-label={t("zone.year")}>{each.year}</td>
                <td data-label={t("zone.class")}>
                  <b>{each.class}</b> <Unconfirmed confirmed={each.confirmed} />
                </td>
                <td data-label={t("zone.source")}>{each.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

export default ZonePage;

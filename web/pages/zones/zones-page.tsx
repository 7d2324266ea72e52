import { useCallback, useRef } from "react";
import type { ZoneMapAnswer } from "../../api/types.ts";
import { useLook } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { PageProps } from "../../app/routes.ts";
import { type Column, DataTable } from "../../shared/data-table.tsx";
import { dayText } from "../../shared/format.ts";
import { navigate, searchOf, useAddress } from "../../shared/router.ts";
import { Answered, Empty } from "../../shared/states.tsx";
import { useTitle } from "../../shared/use-title.ts";
import { DayBar } from "./day-bar.tsx";
import { Unconfirmed } from "./unconfirmed.tsx";
import { boundsOfMaps, ZoneMap } from "./zone-map.tsx";

type Zone = ZoneMapAnswer["zones"][number];

/** The map of any day: a sentence, a slider, the map, and the table that tells the same. */
const ZonesPage = (_: PageProps) => {
  const { t, start } = useApp();
  const asked = new URLSearchParams(useAddress().search).get("day") ?? start.today;
  useTitle(t("nav.zones"));
  const today = useLook("zone.map", { day: start.today });
  const found = useLook("zone.map", { day: asked });
  // The map before stays until the next one is there.
  const before = useRef<ZoneMapAnswer>(undefined);
  if (found.answer) before.current = found.answer;
  const steady = { ...found, answer: found.answer ?? (found.problem ? undefined : before.current) };
  const go = useCallback(
    (to: string) => navigate(`/zones${searchOf({ day: to === start.today ? "" : to })}`, { replace: true }),
    [start.today],
  );
  return (
    <>
      <div className="page-head">
        <h1>{t("nav.zones")}</h1>
        {steady.answer && <Sentence answer={steady.answer} />}
      </div>
      <Answered asked={steady}>
        {(answer) => (
          <>
            <DayBar day={asked} changes={answer.changes} go={go} />
            <MapFigure answer={answer} today={today.answer ?? answer} />
            {answer.zones.length === 0 ? (
              <Empty title={t("zone.none")}>{t("zone.noneText")}</Empty>
            ) : (
              <div className="zone-table">
                <ZoneTable answer={answer} />
              </div>
            )}
          </>
        )}
      </Answered>
    </>
  );
};

const Sentence = ({ answer: { day, zones } }: { answer: ZoneMapAnswer }) => {
  const { t, word, language } = useApp();
  const on = dayText(day, language);
  if (zones.length === 0) return <p>{t("zone.sentenceNone", { day: on })}</p>;
  const counts = new Map<string, number>();
  for (const { type } of zones) counts.set(type!.type, (counts.get(type!.type) ?? 0) + 1);
  const types = [...counts]
    .map(([type, count]) => `${word("zoneType", type)} ${count}`)
    .join(language === "zh" ? "、" : ", ");
  return <p>{t("zone.sentence", { day: on, count: zones.length, types })}</p>;
};

const hrefOf = (day: string) => (zone: string) => `/zones/${zone}${searchOf({ day })}`;

const MapFigure = ({ answer, today }: { answer: ZoneMapAnswer; today: ZoneMapAnswer }) => {
  const { t, word, language } = useApp();
  const bounds = boundsOfMaps([answer, today]);
  if (!bounds) return null;
  const types = [...new Set(answer.zones.map(({ type }) => type!.type))];
  return (
    <figure className="panel zone-figure">
      <ZoneMap
        answer={answer}
        bounds={bounds}
        label={t("zone.map", { day: dayText(answer.day, language) })}
        hrefOf={hrefOf(answer.day)}
      />
      <figcaption>
        <ul className="zone-legend">
          {types.map((type) => (
            <li key={type}>
              <i className={`zone-${type}`} /> {word("zoneType", type)}
            </li>
          ))}
          {answer.areas.map(({ area, name }, at) => (
            <li key={area}>
              <i className={`area area-${at % 2}`} /> {name[language]}
            </li>
          ))}
        </ul>
        <p className="quiet">{t("zone.mapNote")}</p>
      </figcaption>
    </figure>
  );
};

const ZoneTable = ({ answer }: { answer: ZoneMapAnswer }) => {
  const { t, word, language } = useApp();
  const district = ({ codes }: Zone) =>
    codes
      .filter(({ kind }) => kind === "district")
      .map(({ code }) => code)
      .join(" ");
  const stage = ({ acceptance }: Zone) => {
    const last = acceptance.at(-1);
    return last ? word("acceptance", last.step) : "";
  };
  const areas = (zone: Zone) => zone.areas.map(({ name }) => name[language]).join(" · ");
  const number = (zone: Zone) => String(answer.zones.indexOf(zone) + 1);
  const column = (key: string, title: string, text: (zone: Zone) => string): Column<Zone> => ({
    key,
    title,
    show: text,
    text,
  });
  const columns: readonly Column<Zone>[] = [
    {
      key: "name",
      title: t("zone.name"),
      show: (zone) => (
        <>
          <span className="zone-number">{number(zone)}</span> <b>{zone.name[language]}</b>
        </>
      ),
      text: (zone) => zone.name[language],
    },
    {
      key: "type",
      title: t("zone.type"),
      show: (zone) => word("zoneType", zone.type!.type),
      text: (zone) => word("zoneType", zone.type!.type),
    },
    {
      ...column("from", t("zone.from"), (zone) => dayText(zone.type!.from, language)),
      show: (zone) => (
        <span>
          {dayText(zone.type!.from, language)} <Unconfirmed confirmed={zone.type!.confirmed} />
        </span>
      ),
    },
    { ...column("office", t("field.office"), (zone) => zone.office ?? ""), code: true },
    { ...column("district", t("zone.district"), district), code: true },
    { ...column("stage", t("zone.stage"), stage), wide: true },
    { ...column("class", t("zone.class"), (zone) => zone.class?.class ?? ""), wide: true },
    { ...column("areas", t("zone.areas"), areas), wide: true },
  ];
  return (
    <DataTable
      label={t("nav.zones")}
      columns={columns}
      rows={answer.zones}
      id={(zone) => zone.zone}
      href={(zone) => hrefOf(answer.day)(zone.zone)}
    />
  );
};

export default ZonesPage;

import type { ShownZone } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { dayText } from "../../shared/format.ts";
import { TableHead } from "../../shared/table-head.tsx";
import { Tag } from "../../shared/tag.tsx";
import { useCapabilityWords } from "./capability-words.ts";
import { Unconfirmed } from "./unconfirmed.tsx";

/** What may be done in the zone on the day, each answer with its reason and source. */
export const CapabilitiesPanel = ({ zone }: { zone: ShownZone }) => {
  const { t, language } = useApp();
  const { name, value } = useCapabilityWords();
  const known = Object.entries(zone.on.capabilities);
  return (
    <section className="panel" aria-labelledby="zone-capabilities">
      <h2 id="zone-capabilities">{t("zone.capabilities")}</h2>
      {known.length === 0 ? (
        <p className="quiet">{t("zone.noMatrix")}</p>
      ) : (
        <table className="data">
          <TableHead columns={[[t("zone.capability")], [t("zone.answer")], [t("zone.why")]]} />
          <tbody>
            {known.map(([capability, it]) => (
              <tr key={capability}>
                <td data-label={t("zone.capability")}>{name(capability)}</td>
                <td data-label={t("zone.answer")}>
                  <span>
                    <b>{value(capability, it.value)}</b>
                    {it.note && <small className="note"> {it.note[language]}</small>}
                  </span>
                </td>
                <td data-label={t("zone.why")} title={it.source}>
                  <span>
                    {t(it.by === "zone" ? "zone.byZone" : "zone.byType")}, {dayText(it.from, language)}{" "}
                    <Unconfirmed confirmed={it.confirmed} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

/** Every change of what may be done, the newest first; those that are still to come say so. */
export const ChangesPanel = ({ zone }: { zone: ShownZone }) => {
  const { t, language } = useApp();
  const { name, value } = useCapabilityWords();
  const told = (capability: string, it: ShownZone["changes"][number]["before"]) =>
    it ? value(capability, it.value) : t("zone.notKnown");
  return (
    <section className="panel" aria-labelledby="zone-changes">
      <h2 id="zone-changes">{t("zone.changes")}</h2>
      {zone.changes.length === 0 ? (
        <p className="quiet">{t("zone.noChanges")}</p>
      ) : (
        <ol className="zone-changes">
          {zone.changes.toReversed().map(({ on, capability, before, after }) => (
            <li key={`${on} ${capability}`} title={(after ?? before)?.source}>
              <time dateTime={on}>{dayText(on, language)}</time>
              <span>
                {name(capability)}: {told(capability, before)} → <b>{told(capability, after)}</b>{" "}
                {on > zone.day && <Tag tone="others">{t("zone.toCome")}</Tag>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};

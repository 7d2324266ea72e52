import type { ShownZone } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { dayText } from "../../shared/format.ts";
import { useCapabilityWords } from "./capability-words.ts";
import { type HistoryLine, historyOf } from "./history-lines.ts";
import { Unconfirmed } from "./unconfirmed.tsx";

const useLineWords = () => {
  const { t, word, language } = useApp();
  const { name, value } = useCapabilityWords();
  return (line: HistoryLine): string => {
    switch (line.kind) {
      case "type":
        return t("zone.became", { type: word("zoneType", line.type), name: line.name[language] });
      case "office":
        return t("zone.officeSince", { office: line.office });
      case "code-begins":
        return t("zone.codeBegins", { kind: word("codeKind", line.of), code: line.code });
      case "code-ends":
        return t("zone.codeEnds", { kind: word("codeKind", line.of), code: line.code });
      case "boundary":
        return t("zone.drawn", { how: t(line.approximate ? "zone.approximate" : "zone.surveyed") });
      case "acceptance":
        return t("zone.accepted", {
          step: word("acceptance", line.step),
          part: word("zonePart", line.part),
        });
      case "setting":
        return t("zone.set", {
          capability: name(line.capability),
          value: value(line.capability, line.value),
        });
    }
  };
};

/** Types, names, offices, codes, outlines, acceptance and settings as one story, each with its source. */
export const HistoryPanel = ({ zone }: { zone: ShownZone }) => {
  const { t, language } = useApp();
  const said = useLineWords();
  return (
    <section className="panel" aria-labelledby="zone-history">
      <h2 id="zone-history">{t("zone.history")}</h2>
      <ol className="zone-history">
        {historyOf(zone).map((line) => {
          const words = said(line);
          return (
            <li key={`${line.day} ${words}`}>
              <time dateTime={line.day}>{dayText(line.day, language)}</time>
              <div>
                {words} <Unconfirmed confirmed={line.confirmed} />
                <small className="quiet">{line.source}</small>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
};

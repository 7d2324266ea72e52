import { Button } from "antd";
import { useApp } from "../../app/context.tsx";
import { DueDay } from "../../shared/due-day.tsx";
import { Icon } from "../../shared/icon.tsx";
import type { Mistake } from "../../shared/marks.ts";
import { MistakeList } from "../../shared/mistake-list.tsx";
import { Receipt } from "../../shared/receipt.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { mistakeName } from "./field-label.ts";
import { useFiling } from "./filing-context.ts";
import { emptyDocument } from "./form.ts";
import type { Preview } from "./use-preview.ts";

/** The right side: what it will cost, which papers are asked for, and every mistake, while it is typed. */
export const LivePanel = (props: {
  preview: Preview | undefined;
  current: boolean;
  mistakes: readonly Mistake[];
  lacks: number;
}) => {
  const { preview, current, mistakes, lacks } = props;
  const { t } = useApp();
  return (
    <div className="live" aria-live="polite">
      <h2>{t("live.title")}</h2>
      {lacks > 0 && (
        <p className="quiet">{t(lacks === 1 ? "live.lacksOne" : "live.lacks", { count: lacks })}</p>
      )}
      {mistakes.length > 0 && (
        <MistakeList mistakes={mistakes} nameOf={(mistake) => mistakeName(mistake, t)} />
      )}
      {lacks === 0 && mistakes.length === 0 && !preview && <p className="quiet asking">{t("live.asking")}</p>}
      {preview?.taxes && (
        <div className={current ? "" : "older"}>
          <Receipt taxes={preview.taxes} />
          {preview.due && (
            <p>
              {t("live.due")} <DueDay day={preview.due} />
            </p>
          )}
          {preview.guaranteed && (
            <p className="banner tone-done">
              <Icon name="check" /> {t("live.guaranteed")}
            </p>
          )}
          <AskedPapers documents={preview.documents} />
          <p className="quiet">{t("live.lane")}</p>
        </div>
      )}
    </div>
  );
};

const AskedPapers = ({ documents }: { documents: Preview["documents"] }) => {
  const { t } = useApp();
  const { form, change } = useFiling();
  const { documentName } = useCodes();
  if (!documents) return null;
  if (documents.asked.length === 0) return <p className="quiet">{t("live.noPapers")}</p>;
  return (
    <>
      <h3>{t("live.papers")}</h3>
      <ul className="papers">
        {documents.asked.map((kind) => {
          const missing = documents.missing.includes(kind);
          return (
            <li key={kind} className={missing ? "tone-you" : "tone-done"}>
              <Icon name={missing ? "hand" : "check"} size={14} /> <code>{kind}</code> {documentName(kind)}
              {missing && (
                <Button
                  size="small"
                  onClick={() => change({ documents: [...form.documents, emptyDocument(kind)] })}
                >
                  {t("live.addPaper")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};

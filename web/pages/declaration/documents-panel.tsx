import { Button } from "antd";
import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { Tag } from "../../shared/tag.tsx";
import { useCodes } from "../../shared/use-codes.ts";
import { type Act, missingPapers } from "./acts.ts";

/** The papers: asked for, given, missing. */
export const DocumentsPanel = ({
  it,
  acts,
  begin,
}: {
  it: ShownDeclaration;
  acts: readonly Act[];
  begin: (act: Act) => void;
}) => {
  const { t } = useApp();
  const { documentName } = useCodes();
  const missing = missingPapers(it);
  const give = acts.find(({ kind }) => kind === "give-document");
  const asked = new Set(it.examination.documents.asked);
  return (
    <section className="panel" aria-labelledby="papers-title">
      <h2 id="papers-title">{t("show.documents")}</h2>
      {missing.length === 0 && it.givenDocuments.length === 0 && (
        <p className="quiet">{t("show.noDocuments")}</p>
      )}
      <ul className="papers">
        {missing.map((kind) => (
          <li key={kind}>
            <Tag tone="you">{t("show.missing")}</Tag> <code>{kind}</code> {documentName(kind)}
          </li>
        ))}
        {it.givenDocuments.map(({ kind, number }) => (
          <li key={`${kind} ${number}`}>
            <Tag tone={asked.has(kind) ? "done" : "closed"}>{t("show.given")}</Tag> <code>{kind}</code>{" "}
            {documentName(kind)} <b>{number}</b>
          </li>
        ))}
      </ul>
      {give && <Button onClick={() => begin(give)}>{t("act.give-document")}</Button>}
    </section>
  );
};

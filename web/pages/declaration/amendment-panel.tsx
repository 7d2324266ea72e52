import type { ShownDeclaration } from "../../api/types.ts";
import { useApp } from "../../app/context.tsx";
import { itemOf } from "../../shared/pointer.ts";
import { TableHead } from "../../shared/table-head.tsx";
import { differencesOf } from "./differences.ts";

/** An amendment that waits for an officer: its reason, and what would change. */
export const AmendmentPanel = ({ it }: { it: ShownDeclaration }) => {
  const { t, word } = useApp();
  const { amendment, content } = it;
  if (!amendment) return null;
  const { reference: _, direction: __, office: ___, declarant: ____, trader: _____, ...before } = content;
  const differences = differencesOf(before, amendment.content);
  const nameOf = (pointer: string) => {
    const item = itemOf(pointer);
    const last =
      pointer
        .split("/")
        .filter((part) => !/^\d*$/.test(part))
        .at(-1) ?? "";
    return `${item ? `${t("filing.item", { item })} · ` : ""}${word("change", last)}`;
  };
  return (
    <section className="panel edge-you" aria-labelledby="amendment-title">
      <h2 id="amendment-title">{t("amend.asked", { by: amendment.by })}</h2>
      <p>
        {t("amend.because")} <b>{amendment.reason}</b>
      </p>
      {differences.length === 0 ? (
        <p className="quiet">{t("amend.nothing")}</p>
      ) : (
        <div className="table-frame">
          <table className="data" aria-label={t("amend.changes")}>
            <TableHead columns={[[t("amend.field")], [t("amend.before")], [t("amend.after")]]} />
            <tbody>
              {differences.map(({ pointer, before: old, after }) => (
                <tr key={pointer}>
                  <td data-label={t("amend.field")}>{nameOf(pointer)}</td>
                  <td data-label={t("amend.before")}>
                    <del>{old || t("why.nothing")}</del>
                  </td>
                  <td data-label={t("amend.after")}>
                    <ins>{after || t("why.nothing")}</ins>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
};

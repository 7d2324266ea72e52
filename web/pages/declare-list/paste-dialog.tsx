import { Input } from "antd";
import { type ChangeEvent, useId, useState } from "react";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { readSheet } from "../../shared/paste.ts";
import { readText } from "../../shared/read-text.ts";
import { COLUMNS, type Column, nameOfColumn, type PastedRow, readRows } from "./paste-lines.ts";

const WIDTH = 760;
const SHOWN = 5;

/** Takes many lines from a spreadsheet or a file of it; says which columns it knows before anything is added. */
export const PasteDialog = (props: {
  inbound: boolean;
  /** So many lines can still be added. */
  room: number;
  text: string;
  add: (rows: readonly PastedRow[]) => Promise<void>;
  close: () => void;
}) => {
  const { inbound, room, add, close } = props;
  const { t } = useApp();
  const [text, setText] = useState(props.text);
  const id = useId();
  const way = inbound ? "in" : "out";
  const { rows, columns, unknown } = readRows(readSheet(text), way);
  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) setText(readText(await file.arrayBuffer()));
  };
  const isTooMany = rows.length > room;
  return (
    <ActDialog
      title={t("declare.paste")}
      button={t("declare.pasteAdd")}
      width={WIDTH}
      ready={rows.length > 0 && !isTooMany}
      done={t(rows.length === 1 ? "declare.pastedOne" : "declare.pasted", { count: rows.length })}
      act={() => add(rows)}
      close={close}
    >
      <p className="quiet">
        {t("declare.pasteText", {
          columns: COLUMNS[way].map((column) => t(nameOfColumn(column))).join(" · "),
        })}
      </p>
      <div className="field">
        <label htmlFor={id}>{t("declare.pasteRows")}</label>
        <Input.TextArea
          id={id}
          rows={6}
          value={text}
          autoFocus
          className="sheet"
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{t("declare.pasteFile")}</label>
        <input id={`${id}-file`} type="file" accept=".csv,.tsv,.txt,text/csv" onChange={readFile} />
      </div>
      {isTooMany && (
        <p className="mistake" role="alert">
          {t("declare.pasteTooMany", { room, count: rows.length })}
        </p>
      )}
      {unknown.length > 0 && (
        <p className="tone-you">{t("declare.pasteUnknown", { columns: unknown.join(", ") })}</p>
      )}
      {rows.length > 0 && <Preview rows={rows} columns={columns} />}
    </ActDialog>
  );
};

const Preview = (props: { rows: readonly PastedRow[]; columns: readonly (Column | undefined)[] }) => {
  const { t } = useApp();
  const { rows } = props;
  const columns = [...new Set(props.columns)].filter(
    (column) => column !== undefined && rows.some((row) => row[column] !== undefined),
  ) as readonly Column[];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard
    <section className="sums" aria-label={t("declare.pastePreview")} tabIndex={0}>
      <table className="data plain">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(nameOfColumn(column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, index) => (
            <tr key={index}>
              {columns.map((column) => (
                <td key={column} data-label={t(nameOfColumn(column))}>
                  {row[column] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">
        {t(rows.length === 1 ? "declare.pasteCountOne" : "declare.pasteCount", { count: rows.length })}
      </p>
    </section>
  );
};

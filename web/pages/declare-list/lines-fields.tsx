import { Button } from "antd";
import { type ClipboardEvent, useMemo, useState } from "react";
import { useApp } from "../../app/context.tsx";
import { Icon } from "../../shared/icon.tsx";
import { useMarks } from "../../shared/marks.ts";
import { readCells } from "../../shared/paste.ts";
import type { Book } from "../book/acts.ts";
import { useBookLines } from "../list/use-book-lines.ts";
import { findLines } from "./find-lines.ts";
import { FoldedLine } from "./folded-line.tsx";
import { changed, emptyLine, type Form, type LineFields, lineFields, MOST_LINES } from "./form.ts";
import { LineCard } from "./line-card.tsx";
import { LinePicker } from "./line-picker.tsx";
import { missingOf } from "./missing.ts";
import { isInbound, type Movement, whyQuantities } from "./paper.ts";
import { PasteDialog } from "./paste-dialog.tsx";
import { type PastedRow, pastedLine } from "./paste-lines.ts";

/** More lines than so many are folded: hundreds of open ones would be slow to type in. */
const MOST_OPEN = 12;

/** The lines of the list: picked from the book, pasted from a spreadsheet or, inbound, goods that are new in it. */
export const LinesFields = (props: {
  book: Book;
  movement: Movement;
  form: Form;
  change: (to: (now: Form) => Form) => void;
  /** No lines are added: the goods are known. */
  fixed?: boolean;
}) => {
  const { book, movement, form, change, fixed = false } = props;
  const { t } = useApp();
  const { mistakesAt, touch } = useMarks();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [pasting, setPasting] = useState<string>();
  const inbound = isInbound(movement);
  const mistakes = mistakesAt("/lines");
  const lineOf = useBookLines(book.number, { everyMs: 20_000 });
  const freeOf = (line: string) => lineOf(line)?.[`${form.status}.stock`];
  const missing = useMemo(
    () =>
      inbound || fixed
        ? new Map<string, string>()
        : missingOf(form.lines, (line) => lineOf(line)?.[`${form.status}.stock`]),
    [form.lines, form.status, lineOf, inbound, fixed],
  );
  const open = (key: string) => setOpened((now) => new Set([...now, key]));
  const add = (line: LineFields) => {
    open(line.key);
    change((now) => ({ ...now, lines: [...now.lines, line] }));
  };
  const set = (key: string, fields: Partial<LineFields>) =>
    change((now) => ({
      ...now,
      lines: now.lines.map((line) => (line.key === key ? changed(line, fields) : line)),
    }));
  const remove = (key: string) =>
    change((now) => ({ ...now, lines: now.lines.filter((line) => line.key !== key) }));
  const addRows = async (rows: readonly PastedRow[]) => {
    const known = await findLines(book, rows, { status: form.status, inbound });
    const lines = rows.map((row, index) => pastedLine(row, known[index]));
    const first = form.lines.length;
    change((now) => ({ ...now, lines: [...now.lines, ...lines] }));
    touch(...lines.flatMap((line, index) => lineFields(line, first + index)));
  };
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const text = event.clipboardData.getData("text/plain");
    if (!readCells(text)) return;
    event.preventDefault();
    setPasting(text);
  };
  const room = MOST_LINES - form.lines.length;
  return (
    <>
      {form.lines.length === 0 && <p className="quiet">{t("declare.noLines")}</p>}
      <ol className="list-lines">
        {form.lines.map((line, index) => {
          const shared = {
            ...{ line, index, inbound, remove: () => remove(line.key) },
            ...(line.line === ""
              ? { free: undefined, missing: undefined }
              : { free: freeOf(line.line), missing: missing.get(line.line) }),
          };
          return form.lines.length > MOST_OPEN && !opened.has(line.key) ? (
            <FoldedLine key={line.key} {...shared} open={() => open(line.key)} />
          ) : (
            <LineCard key={line.key} {...shared} set={(fields) => set(line.key, fields)} />
          );
        })}
      </ol>
      {form.lines.length > 0 && <p className="quiet">{t(whyQuantities(movement))}</p>}
      {!fixed && (
        <div className="add-lines" onPaste={paste}>
          {!(inbound && book.mode === "separate") && (
            <LinePicker
              book={book.number}
              status={form.status}
              disabled={room <= 0}
              inbound={inbound}
              add={add}
            />
          )}
          {inbound && (
            <Button
              icon={<Icon name="plus" size={14} />}
              disabled={room <= 0}
              onClick={() => add(emptyLine())}
            >
              {t("declare.new")}
            </Button>
          )}
          <Button icon={<Icon name="copy" size={14} />} disabled={room <= 0} onClick={() => setPasting("")}>
            {t("declare.paste")}
          </Button>
        </div>
      )}
      {mistakes.length > 0 && <p className="mistake">{mistakes.map(({ text }) => text).join(" ")}</p>}
      {pasting !== undefined && (
        <PasteDialog
          text={pasting}
          inbound={inbound}
          room={room}
          add={addRows}
          close={() => setPasting(undefined)}
        />
      )}
    </>
  );
};

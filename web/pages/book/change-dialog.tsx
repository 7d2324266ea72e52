import { Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client.ts";
import { useApp } from "../../app/context.tsx";
import { ActDialog } from "../../shared/act-dialog.tsx";
import { CommodityCell } from "../../shared/commodity-cell.tsx";
import { Field } from "../../shared/field.tsx";
import { Icon } from "../../shared/icon.tsx";
import { MarksContext } from "../../shared/marks.ts";
import { isReason, ReasonField } from "../../shared/reason-field.tsx";
import { useFaultMarks } from "../../shared/use-fault-marks.ts";
import type { LineFields } from "../declare-list/form.ts";
import { LinePicker } from "../declare-list/line-picker.tsx";
import type { Book } from "./acts.ts";
import { type Change, type ChangedLine, changeRequest, isChangeReady, sentLines } from "./change-form.ts";

const WIDTH = 720;
const MOST_LINES = 500;

const lineOf = ({ line, part, commodity, description }: LineFields): ChangedLine => ({
  ...{ line, part, commodity, description },
  now: { commodity, description },
});

/** Asks for a change of a book: how long it is valid, or what goods of its lines are called. */
export const ChangeDialog = ({ book, close }: { book: Book; close: () => void }) => {
  const { t } = useApp();
  const { marks, note } = useFaultMarks();
  const [change, setChange] = useState<Change>({ validUntil: book.validUntil, lines: [] });
  const [reason, setReason] = useState("");
  const sent = sentLines(change);
  const setLines = (to: (lines: Change["lines"]) => Change["lines"]) =>
    setChange((now) => ({ ...now, lines: to(now.lines) }));
  const add = (fields: LineFields) =>
    setLines((now) => (now.some(({ line }) => line === fields.line) ? now : [...now, lineOf(fields)]));
  return (
    <ActDialog
      title={t("book.askChange")}
      button={t("book.askChange")}
      width={WIDTH}
      ready={isReason(reason) && isChangeReady(book, change)}
      done={t("book.changeAsked")}
      act={() => call("account-book.file-change", changeRequest(book, change, reason.trim()))}
      onProblem={note}
      close={close}
    >
      <MarksContext value={marks}>
        <p className="quiet">{t("book.askChangeText")}</p>
        <Field pointer="/validUntil" label={t("book.validUntil")}>
          {(input) => (
            <Input
              {...input}
              type="date"
              value={change.validUntil}
              onChange={({ target: { value } }) => setChange((now) => ({ ...now, validUntil: value }))}
            />
          )}
        </Field>
        {change.lines.map((line) => (
          <LineChange
            key={line.line}
            line={line}
            at={sent.includes(line) ? `/lines/${sent.indexOf(line)}` : `/not-sent/${line.line}`}
            set={(fields) =>
              setLines((now) => now.map((each) => (each.line === line.line ? { ...each, ...fields } : each)))
            }
            remove={() => setLines((now) => now.filter((each) => each.line !== line.line))}
          />
        ))}
        {book.lines > 0 && (
          <LinePicker
            book={book.number}
            status="bonded"
            inbound
            disabled={change.lines.length >= MOST_LINES}
            add={add}
          />
        )}
        <ReasonField
          label={t("book.changeReason")}
          value={reason}
          onChange={setReason}
          usual={[t("book.changeUsualLonger"), t("book.changeUsualCode")]}
        />
      </MarksContext>
    </ActDialog>
  );
};

const LineChange = (props: {
  line: ChangedLine;
  at: string;
  set: (fields: Partial<Pick<ChangedLine, "commodity" | "description">>) => void;
  remove: () => void;
}) => {
  const { line, at, set, remove } = props;
  const { t } = useApp();
  const { part, commodity, description } = line;
  return (
    <fieldset className="list-line">
      <legend>
        <code>{part}</code> <small className="quiet">{line.line}</small>
      </legend>
      <button
        type="button"
        className="icon-button remove"
        aria-label={t("book.changeRemove", { part })}
        onClick={remove}
      >
        <Icon name="trash" />
      </button>
      <div className="fields">
        <Field pointer={`${at}/commodity`} label={t("line.commodity")}>
          {({ status, onBlur }) => (
            <CommodityCell
              pointer={`${at}/commodity`}
              label={`${part}: ${t("line.commodity")}`}
              value={commodity}
              wrong={status === "error"}
              onChange={(to) => set({ commodity: to })}
              onPick={(picked) => set({ commodity: picked.code })}
              onBlur={onBlur}
              onPaste={() => undefined}
            />
          )}
        </Field>
        <Field pointer={`${at}/description`} label={t("line.description")}>
          {(input) => (
            <Input
              {...input}
              maxLength={255}
              value={description}
              onChange={(event) => set({ description: event.target.value })}
            />
          )}
        </Field>
      </div>
    </fieldset>
  );
};

import { Button } from "antd";
import { useApp } from "../../app/context.tsx";
import { Icon } from "../../shared/icon.tsx";
import { useMarks } from "../../shared/marks.ts";
import type { Book } from "../book/acts.ts";
import { changed, emptyLine, type Form, type LineFields, MOST_LINES } from "./form.ts";
import { LineCard } from "./line-card.tsx";
import { LinePicker } from "./line-picker.tsx";
import { isInbound, type Movement } from "./paper.ts";

/** The lines of the list: picked from the book or, inbound, goods that are new in it. */
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
  const { mistakesAt } = useMarks();
  const inbound = isInbound(movement);
  const mistakes = mistakesAt("/lines");
  const add = (line: LineFields) => change((now) => ({ ...now, lines: [...now.lines, line] }));
  const set = (key: string, fields: Partial<LineFields>) =>
    change((now) => ({
      ...now,
      lines: now.lines.map((line) => (line.key === key ? changed(line, fields) : line)),
    }));
  const remove = (key: string) =>
    change((now) => ({ ...now, lines: now.lines.filter((line) => line.key !== key) }));
  const full = form.lines.length >= MOST_LINES;
  return (
    <>
      {form.lines.length === 0 && <p className="quiet">{t("declare.noLines")}</p>}
      <ol className="list-lines">
        {form.lines.map((line, index) => (
          <LineCard
            key={line.key}
            line={line}
            index={index}
            status={form.status}
            inbound={inbound}
            set={(fields) => set(line.key, fields)}
            remove={() => remove(line.key)}
          />
        ))}
      </ol>
      <div className="add-lines" hidden={fixed}>
        {!fixed && !(inbound && book.mode === "separate") && (
          <LinePicker book={book.number} status={form.status} disabled={full} inbound={inbound} add={add} />
        )}
        {!fixed && inbound && (
          <Button icon={<Icon name="plus" size={14} />} disabled={full} onClick={() => add(emptyLine())}>
            {t("declare.new")}
          </Button>
        )}
      </div>
      {mistakes.length > 0 && <p className="mistake">{mistakes.map(({ text }) => text).join(" ")}</p>}
    </>
  );
};

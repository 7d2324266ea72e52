import { Button } from "antd";
import { useApp } from "../../app/context.tsx";
import { groupDigits } from "../../shared/format.ts";
import { Icon } from "../../shared/icon.tsx";
import { useMarks } from "../../shared/marks.ts";
import { fieldId } from "../../shared/pointer.ts";
import { fieldLabel } from "./field-label.ts";
import { type LineFields, lineFields } from "./form.ts";
import { Which } from "./line-card.tsx";

/** One of many lines, in short: which goods, how much, and everything that is wrong with it. */
export const FoldedLine = (props: {
  line: LineFields;
  index: number;
  inbound: boolean;
  free: string | undefined;
  missing: string | undefined;
  open: () => void;
  remove: () => void;
}) => {
  const { line, index, open, remove } = props;
  const { t, word } = useApp();
  const { mistakesAt } = useMarks();
  const item = index + 1;
  const mistakes = lineFields(line, index).flatMap(mistakesAt);
  const amount = line.amount === "" ? "" : ` · ${groupDigits(line.amount)} ${line.currency}`;
  return (
    <li className={mistakes.length > 0 ? "folded-line wrong" : "folded-line"}>
      <span className="number quiet">{item}</span>
      <span>
        <Which {...props} folded />
        {mistakes.map(({ pointer, field = pointer, text, tries }) => (
          <span key={pointer + text} className="mistake note-line">
            <b>{fieldLabel(field, t)}</b> {[text, ...tries].join(" ")}
          </span>
        ))}
      </span>
      <span className="number">
        <b>{groupDigits(line.declared)}</b> {line.unit !== "" && word("unit", line.unit)}
        {amount}
      </span>
      <span className="row-acts">
        <Button
          size="small"
          id={fieldId(`/lines/${index}`)}
          aria-label={t("declare.openLine", { item })}
          onClick={open}
        >
          {t("declare.open")}
        </Button>
        <button
          type="button"
          className="icon-button"
          aria-label={t("declare.remove", { item })}
          onClick={remove}
        >
          <Icon name="trash" />
        </button>
      </span>
    </li>
  );
};

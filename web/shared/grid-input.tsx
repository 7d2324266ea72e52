import type { ClipboardEvent } from "react";
import { useMarks } from "./marks.ts";
import { fieldId } from "./pointer.ts";

/** A cell: a bare input, because fifty rows of anything heavier would be slow to type in. */
export const GridInput = (props: {
  pointer: string;
  label: string;
  value: string;
  numeric?: boolean;
  suffix?: string;
  list?: string;
  onChange: (text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLElement>) => void;
}) => {
  const { pointer, label, value, numeric, suffix, list, onChange, onPaste } = props;
  const { mistakesAt, touch } = useMarks();
  const wrong = mistakesAt(pointer).length > 0;
  return (
    <span className={`cell ${numeric ? "number" : ""}`}>
      <input
        id={fieldId(pointer)}
        aria-label={label}
        value={value}
        autoComplete="off"
        {...(list && { list })}
        {...(numeric && { inputMode: "decimal" as const })}
        {...(wrong && { "aria-invalid": true as const })}
        onChange={(event) => onChange(event.target.value)}
        onPaste={onPaste}
        onBlur={() => touch(pointer)}
      />
      {suffix && <small>{suffix}</small>}
    </span>
  );
};

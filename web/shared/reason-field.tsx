import { Input } from "antd";
import { type KeyboardEvent, useId } from "react";
import { useApp } from "../app/context.tsx";

/** Free words that the journal keeps; usual ones are a click. Control and enter sends the form. */
export const ReasonField = (props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  usual?: readonly string[];
}) => {
  const { label, value, onChange, usual = [] } = props;
  const { t } = useApp();
  const id = useId();
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {usual.length > 0 && (
        <div className="usual">
          {usual.map((words) => (
            <button key={words} type="button" aria-pressed={value === words} onClick={() => onChange(words)}>
              {words}
            </button>
          ))}
        </div>
      )}
      <Input.TextArea
        id={id}
        rows={3}
        value={value}
        maxLength={1000}
        autoFocus
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKey}
      />
      <small className="quiet">{t("hint.reason")}</small>
    </div>
  );
};

/** A reason has at least three signs. */
export const isReason = (text: string): boolean => text.trim().length >= 3;

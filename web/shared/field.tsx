import type { ReactNode } from "react";
import { useApp } from "../app/context.tsx";
import { useMarks } from "./marks.ts";
import { fieldId } from "./pointer.ts";

type InputProps = {
  readonly id: string;
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
  readonly status: "error" | "";
  readonly onBlur: () => void;
};

/** A labelled field with its mistake, what would be right, and an example, all in one place. */
export const Field = (props: {
  pointer: string;
  label: string;
  hint?: string;
  optional?: boolean;
  children: (input: InputProps) => ReactNode;
}) => {
  const { pointer, label, hint, optional, children } = props;
  const { t } = useApp();
  const { mistakesAt, touch } = useMarks();
  const mistakes = mistakesAt(pointer);
  const id = fieldId(pointer);
  const wrong = mistakes.length > 0;
  return (
    <div className={`field ${wrong ? "wrong" : ""}`}>
      <label htmlFor={id}>
        {label} {optional && <small className="quiet">{t("field.optional")}</small>}
      </label>
      {children({
        id,
        status: wrong ? "error" : "",
        onBlur: () => touch(pointer),
        ...((wrong || hint) && { "aria-describedby": `${id}:help` }),
        ...(wrong && { "aria-invalid": true as const }),
      })}
      {(wrong || hint) && (
        <small id={`${id}:help`} className={wrong ? "mistake" : "quiet"}>
          {wrong ? mistakes.map(({ text, tries }) => [text, ...tries].join(" ")).join(" ") : hint}
        </small>
      )}
    </div>
  );
};

import type { ReactNode } from "react";
import { useApp } from "../../app/context.tsx";
import { fieldId } from "../../shared/pointer.ts";

/** What a field hands to its input. */
export type InputProps = {
  readonly id: string;
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
  readonly status: "error" | "";
};

/** A labelled field of the question, with what is wrong with it or a word of help below. */
export const DutyField = (props: {
  pointer: string;
  label: string;
  faults: ReadonlyMap<string, readonly string[]>;
  hint?: ReactNode;
  optional?: boolean;
  wide?: boolean;
  children: (input: InputProps) => ReactNode;
}) => {
  const { pointer, label, faults, hint, optional, wide, children } = props;
  const { t } = useApp();
  const id = fieldId(pointer);
  const wrong = faults.get(pointer) ?? [];
  const told = wrong.length > 0 || Boolean(hint);
  return (
    <div className={`field ${wrong.length > 0 ? "wrong" : ""} ${wide ? "whole" : ""}`}>
      <label htmlFor={id}>
        {label} {optional && <small className="quiet">{t("field.optional")}</small>}
      </label>
      {children({
        id,
        status: wrong.length > 0 ? "error" : "",
        ...(told && { "aria-describedby": `${id}:help` }),
        ...(wrong.length > 0 && { "aria-invalid": true as const }),
      })}
      {told && (
        <small id={`${id}:help`} className={wrong.length > 0 ? "mistake" : "quiet"}>
          {wrong.length > 0 ? wrong.join(" ") : hint}
        </small>
      )}
    </div>
  );
};

import { useMarks } from "./marks.ts";
import { fieldId } from "./pointer.ts";

export type Choice<Value extends string> = {
  readonly value: Value;
  readonly title: string;
  readonly text: string;
  readonly disabled?: boolean;
};

/** One question with few answers, each as a card with its explanation; arrows walk, as between all radio buttons. */
export const ChoiceCards = <Value extends string>(props: {
  pointer: string;
  legend: string;
  value: Value | "";
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}) => {
  const { pointer, legend, value, choices, onChange } = props;
  const mistakes = useMarks().mistakesAt(pointer);
  return (
    <fieldset className="choices">
      <legend className="only-read">{legend}</legend>
      {choices.map(({ value: each, title, text, disabled = false }, index) => (
        <label key={each} className={each === value ? "choice chosen" : "choice"}>
          <input
            type="radio"
            name={pointer}
            {...(index === 0 && { id: fieldId(pointer) })}
            checked={each === value}
            disabled={disabled}
            onChange={() => onChange(each)}
          />
          <span>
            <b>{title}</b>
            <small>{text}</small>
          </span>
        </label>
      ))}
      {mistakes.length > 0 && <small className="mistake">{mistakes.map(({ text }) => text).join(" ")}</small>}
    </fieldset>
  );
};

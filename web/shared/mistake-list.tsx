import type { Mistake } from "./marks.ts";
import { fieldId } from "./pointer.ts";

/** Goes to a field and puts the cursor into it; where it is folded away, to the nearest thing around it. */
const goToField = (field: string): void => {
  const element = document.getElementById(fieldId(field));
  const above = field.slice(0, field.lastIndexOf("/"));
  if (!element) {
    if (above !== "") goToField(above);
    return;
  }
  element.scrollIntoView({ block: "center" });
  (element.matches("input, select, textarea, button")
    ? element
    : (element.querySelector<HTMLElement>("input") ?? element.querySelector<HTMLElement>("button"))
  )?.focus();
};

/** Every mistake as a link to its field. */
export const MistakeList = (props: {
  mistakes: readonly Mistake[];
  /** Where a mistake stands, in words. */
  nameOf: (mistake: Mistake) => string;
}) => (
  <ul className="mistakes">
    {props.mistakes.map((mistake) => {
      const { pointer, field, text, tries } = mistake;
      const words = props.nameOf(mistake);
      return (
        <li key={pointer + text}>
          {field === undefined ? (
            words
          ) : (
            <button type="button" className="as-link" onClick={() => goToField(field)}>
              {words}
            </button>
          )}{" "}
          {text} {tries.length > 0 && <em>{tries.join(" / ")}</em>}
        </li>
      );
    })}
  </ul>
);

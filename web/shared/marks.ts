/** What a form's fields share: which mistakes stand at a field, and that it was left. */
import { createContext, useContext } from "react";

/** A mistake in the reader's words, at the field that it is about. */
export type Mistake = {
  readonly pointer: string;
  /** The field on the page, or undefined when it is about no field. */
  readonly field: string | undefined;
  readonly text: string;
  readonly tries: readonly string[];
};

/** See the file's first line. */
export type Marks = {
  /** What is shown at a field: only what the person has left already, or everything after an attempt to send. */
  readonly mistakesAt: (field: string) => readonly Mistake[];
  readonly touch: (...fields: readonly string[]) => void;
};

export const MarksContext = createContext<Marks | undefined>(undefined);

export const useMarks = (): Marks => {
  const marks = useContext(MarksContext);
  if (!marks) throw new Error("useMarks outside of a form");
  return marks;
};

import { createContext, useContext } from "react";
import type { Form, GoodsFields } from "./form.ts";

/** A mistake in the reader's words, at the field that it is about. */
export type Mistake = {
  readonly pointer: string;
  /** The field on the page, or undefined when it is about no field. */
  readonly field: string | undefined;
  readonly text: string;
  readonly tries: readonly string[];
};

export type Filing = {
  readonly form: Form;
  readonly change: (change: Partial<Form>) => void;
  readonly changeGoods: (index: number, change: Partial<GoodsFields>) => void;
  /** What is shown at a field: only what the person has left already, or everything after an attempt to file. */
  readonly mistakesAt: (field: string) => readonly Mistake[];
  readonly touch: (field: string) => void;
  /** Who declares for whom cannot be amended. */
  readonly fixed: boolean;
};

export const FilingContext = createContext<Filing | undefined>(undefined);

export const useFiling = (): Filing => {
  const filing = useContext(FilingContext);
  if (!filing) throw new Error("useFiling outside of a form");
  return filing;
};

import { createContext, useContext } from "react";
import type { Marks } from "../../shared/marks.ts";
import type { Form, GoodsFields } from "./form.ts";

export type Filing = Marks & {
  readonly form: Form;
  readonly change: (change: Partial<Form>) => void;
  readonly changeGoods: (index: number, change: Partial<GoodsFields>) => void;
  /** Who declares for whom cannot be amended. */
  readonly fixed: boolean;
};

export const FilingContext = createContext<Filing | undefined>(undefined);

export const useFiling = (): Filing => {
  const filing = useContext(FilingContext);
  if (!filing) throw new Error("useFiling outside of a form");
  return filing;
};

import { useCallback, useMemo } from "react";
import { useList } from "../../api/use-ask.ts";
import type { BookLineRow } from "../book/stock-rows.ts";

/** The lines of a book by their number; one that is not known yet is undefined. */
export const useBookLines = (
  book: string,
  options: { readonly everyMs?: number } = {},
): ((line: string) => BookLineRow | undefined) => {
  const { answer } = useList("account-book.lines", { book }, { limit: 500, ...options });
  const lines = useMemo(() => new Map(answer?.map((line) => [line.line, line])), [answer]);
  return useCallback((line) => lines.get(line), [lines]);
};

/** What is asked of each line of the book beyond what is free of it, while it is typed; the server decides. */
import { countOf, lessOf, sumOf } from "../../shared/decimal.ts";
import type { LineFields } from "./form.ts";

/** By line of the book, so much as is missing; lines of which enough is free, or nothing is known, are left out. */
export const missingOf = (
  lines: readonly Pick<LineFields, "line" | "declared">[],
  freeOf: (line: string) => string | undefined,
): ReadonlyMap<string, string> => {
  const asked = Map.groupBy(
    lines.filter(({ line }) => line !== ""),
    ({ line }) => line,
  );
  return new Map(
    [...asked].flatMap(([line, those]) => {
      const free = freeOf(line);
      const sum = sumOf(those.map(({ declared }) => declared));
      return free !== undefined && countOf(sum) > countOf(free) ? [[line, lessOf(sum, free)] as const] : [];
    }),
  );
};

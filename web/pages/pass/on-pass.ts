/** The goods on a pass: so much of the lines of its lists, and all lines of its slips. */
import type { LookAnswer } from "../../api/types.ts";

type Line = { readonly line: string; readonly declared: string };
type Paper = { readonly number: string; readonly lines: readonly Line[] };

export type OnPass = Line & {
  readonly paper: string;
  /** What the paper has of the line in all. */
  readonly of: string;
};

export const onPass = (
  taken: LookAnswer<"gate-pass.show">["lists"],
  lists: readonly Paper[],
  slips: readonly Paper[],
): readonly OnPass[] => [
  ...taken.flatMap(({ list, lines }) => {
    const paper = lists.find(({ number }) => number === list);
    return lines.flatMap(({ index, declared }) => {
      const line = paper?.lines[index];
      return line ? [{ paper: list, line: line.line, declared, of: line.declared }] : [];
    });
  }),
  ...slips.flatMap(({ number, lines }) =>
    lines.map(({ line, declared }) => ({ paper: number, line, declared, of: declared })),
  ),
];

import { useEffect, useState } from "react";
import { look } from "../../api/client.ts";
import type { LookAnswer } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { countOf } from "../../shared/decimal.ts";
import type { PassRow } from "../passes/pass-acts.ts";
import type { List } from "./acts.ts";

type Taken = LookAnswer<"gate-pass.show">["lists"];

const MOST = 200;
const AT_ONCE = 10;

/** What a pass takes never changes: each is looked at once. */
const known = new Map<string, Promise<Taken>>();

const takenBy = (pass: string): Promise<Taken> => {
  const found =
    known.get(pass) ??
    look("gate-pass.show", { id: pass }).then(
      ({ lists }) => lists,
      () => {
        known.delete(pass);
        return [];
      },
    );
  known.set(pass, found);
  return found;
};

const sum = (lines: readonly { readonly declared: string }[]): bigint =>
  lines.reduce((all, { declared }) => all + countOf(declared), 0n);

/** The newest passes of the book, as many as it takes to find all that is on passes of the list. */
const passesOf = async (
  { number, lines }: Pick<List, "number" | "lines">,
  rows: readonly PassRow[],
): Promise<readonly PassRow[]> => {
  const found: PassRow[] = [];
  let missing = sum(lines.map(({ onPasses }) => ({ declared: onPasses })));
  const valid = rows.filter(({ state, kind }) => state !== "voided" && kind === "papers");
  for (let from = 0; from < valid.length && missing > 0n; from += AT_ONCE) {
    const some = valid.slice(from, from + AT_ONCE);
    const taken = await Promise.all(some.map(({ pass }) => takenBy(pass)));
    for (const [index, lists] of taken.entries()) {
      const of = lists.find(({ list }) => list === number);
      if (!of) continue;
      found.push(some[index]!);
      missing -= sum(of.lines);
    }
  }
  return found;
};

/** The passes that take goods of a list; undefined while they are looked for. The server lists passes by book only. */
export const usePasses = (list: List): readonly PassRow[] | undefined => {
  const any = list.lines.some(({ onPasses }) => onPasses !== "0");
  const { answer } = useList("gate-pass.list", any ? { book: list.book } : null, {
    everyMs: 15_000,
    limit: MOST,
  });
  const [found, setFound] = useState<readonly PassRow[]>();
  const { number, lines } = list;
  useEffect(() => {
    if (!answer) return;
    let wanted = true;
    passesOf({ number, lines }, answer).then((rows) => wanted && setFound(rows));
    return () => {
      wanted = false;
    };
  }, [answer, number, lines]);
  return any ? found : [];
};

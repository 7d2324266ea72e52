import { useEffect, useState } from "react";
import type { ListRow, ShownDeclaration } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { lookAtEach } from "../../api/use-looks.ts";
import { type List, officeOf } from "./acts.ts";
import { directionFor, fits, traderFor } from "./cover-fit.ts";

const SOME = { limit: 30 };

type Row = ListRow<"declaration.list">;

const lookAtFitting = async (list: List, rows: readonly Row[]): Promise<readonly ShownDeclaration[]> => {
  const right = rows.filter(({ direction }) => direction === directionFor(list));
  const requests = right.map(({ number }) => ({ declaration: number }));
  return (await lookAtEach("declaration.show", requests)).filter((each) => fits(list, each));
};

/** The newest released declarations that this person sees and that fit a list; undefined while they are looked for. */
export const useCovering = (asked: List): readonly ShownDeclaration[] | undefined => {
  // What covers a list does not change with its goods on the way.
  const [list] = useState(asked);
  const party = traderFor(list);
  const request = { office: officeOf(list.book), ...(party !== undefined && { party }) };
  const released = useList("declaration.list", { ...request, state: "released" }, SOME).answer;
  const closed = useList("declaration.list", { ...request, state: "closed" }, SOME).answer;
  const [found, setFound] = useState<readonly ShownDeclaration[]>();
  useEffect(() => {
    if (!released || !closed) return;
    let wanted = true;
    lookAtFitting(list, [...released, ...closed]).then(
      (fitting) => wanted && setFound(fitting),
      () => wanted && setFound([]),
    );
    return () => {
      wanted = false;
    };
  }, [list, released, closed]);
  return found;
};

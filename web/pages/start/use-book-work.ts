import { useEffect, useMemo, useState } from "react";
import { look } from "../../api/client.ts";
import type { LookAnswer } from "../../api/types.ts";
import { useList } from "../../api/use-ask.ts";
import { useApp } from "../../app/context.tsx";
import type { Work } from "../../app/work.tsx";
import type { List } from "../list/acts.ts";
import { bookWork, type Papers, type Task } from "./book-work.ts";

const EVERY = { everyMs: 20_000, limit: 200 };
const MOST_LOOKED_AT = 20;

/** Looks at some records whenever the rows that name them are new; what cannot be seen now is left out. */
const useLooks = <Row, Found>(
  rows: readonly Row[] | undefined,
  find: (rows: readonly Row[]) => Promise<readonly (Found | undefined)[]>,
): readonly Found[] => {
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    let wanted = true;
    if (rows) find(rows).then((answers) => wanted && setFound(answers.filter((each) => each !== undefined)));
    return () => {
      wanted = false;
    };
  }, [rows, find]);
  return found;
};

const lookAtLists = (rows: NonNullable<Work["lists"]>): Promise<readonly (List | undefined)[]> =>
  Promise.all(
    rows
      .slice(0, MOST_LOOKED_AT)
      .map(({ list }) => look("bonded-list.show", { id: list }).catch(() => undefined)),
  );

type Entered = { readonly book: string; readonly declareBy: string | null };
type Undeclared = Papers["undeclared"][number];

const lookAtBooks = (passes: readonly Entered[]): Promise<readonly (Undeclared | undefined)[]> => {
  const books = new Set(passes.filter(({ declareBy }) => declareBy !== null).map(({ book }) => book));
  return Promise.all(
    [...books].slice(0, MOST_LOOKED_AT).map((book) =>
      look("account-book.show", { id: book }).then(
        ({ undeclared }: LookAnswer<"account-book.show">) => ({ book, of: undeclared }),
        () => undefined,
      ),
    ),
  );
};

/** What books and papers ask of the person who is signed in. */
export const useBookWork = ({
  books,
  lists,
  passes,
}: Pick<Work, "books" | "lists" | "passes">): readonly Task[] => {
  const { has, session, start } = useApp();
  const officer = has("officer");
  const declarant = has("declarant") && !officer;
  const forms = useList("business-form.list", officer ? { state: "filed" } : null, EVERY);
  const slips = useList("stock-slip.list", declarant ? { state: "passed" } : null, { ...EVERY, limit: 500 });
  const entered = useList("gate-pass.list", declarant ? { state: "passed" } : null, EVERY);
  const shownLists = useLooks(declarant ? lists : undefined, lookAtLists);
  const undeclared = useLooks(entered.answer, lookAtBooks);
  return useMemo(
    () =>
      session
        ? bookWork(
            {
              ...{ books: books ?? [], passes: passes ?? [], forms: forms.answer ?? [] },
              ...{ slips: slips.answer ?? [], undeclared, lists: shownLists },
            },
            session,
            start.today,
          )
        : [],
    [books, passes, forms.answer, slips.answer, undeclared, shownLists, session, start.today],
  );
};

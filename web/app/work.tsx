import type { Role } from "@openftz/customs/define/actor.ts";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { authority, look } from "../api/client.ts";
import type { ListRow } from "../api/types.ts";
import { useList } from "../api/use-ask.ts";
import type { Task } from "../pages/start/book-work.ts";
import { useBookWork } from "../pages/start/use-book-work.ts";
import { legalDayOf } from "../shared/format.ts";
import { useApp } from "./context.tsx";
import { sortMine, turnOf } from "./turn.ts";

export type DeclarationRow = ListRow<"declaration.list">;

/** What waits, and for whom. Undefined: not known yet, or not this person's business. */
export type Work = {
  /** A declarant's: asked of me, the most urgent first; what waits for customs; what ended today. */
  readonly mine: readonly DeclarationRow[] | undefined;
  readonly others: readonly DeclarationRow[] | undefined;
  readonly done: readonly DeclarationRow[] | undefined;
  /** An officer's, the oldest first. */
  readonly queue: readonly DeclarationRow[] | undefined;
  /** In the officer's list, but papers are still to come from the declarant. */
  readonly papersToCome: readonly DeclarationRow[] | undefined;
  readonly proposals: readonly ListRow<"proposal.list">[] | undefined;
  /** Those of them that this person may confirm. */
  readonly toConfirm: readonly ListRow<"proposal.list">[] | undefined;
  /** Books that are to be decided, or, for an officer, have a change that is; lists that are not posted, and gate passes that were not used yet. */
  readonly books: readonly ListRow<"account-book.list">[] | undefined;
  readonly lists: readonly ListRow<"bonded-list.list">[] | undefined;
  readonly passes: readonly ListRow<"gate-pass.list">[] | undefined;
  /** What books and their papers ask, the most urgent first. */
  readonly tasks: readonly Task[];
  /** The first reason why something of it is not known. */
  readonly problem: ReturnType<typeof useList>["problem"];
  readonly again: () => void;
};

const Context = createContext<Work | undefined>(undefined);

export const useWork = (): Work => {
  const work = useContext(Context);
  if (!work) throw new Error("useWork outside of WorkProvider");
  return work;
};

const EVERY_MS = 15_000;
const MOST_LOOKED_AT = 20;

/** Declarations held for papers of which all were given: the list does not tell, so each is looked at. */
const useGivenAll = (held: readonly DeclarationRow[] | undefined): ReadonlySet<string> => {
  const [given, setGiven] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const asked = (held ?? []).filter(({ holds }) => holds.includes("documents")).slice(0, MOST_LOOKED_AT);
    let wanted = true;
    Promise.all(
      asked.map(async ({ number }) => {
        const shown = await look("declaration.show", { declaration: number }).catch(() => undefined);
        // One that cannot be looked at now says nothing about the others; it is asked again with the next list.
        if (!shown) return [];
        return shown.next.some(({ act }) => act === "declaration.give-document") ? [] : [number];
      }),
    ).then((found) => wanted && setGiven(new Set(found.flat())));
    return () => {
      wanted = false;
    };
  }, [held]);
  return given;
};

/** Who may do what, asked once while somebody who may confirm proposals is signed in. */
const useAuthority = (wanted: boolean): ReadonlyMap<string, readonly Role[]> => {
  const [table, setTable] = useState<ReadonlyMap<string, readonly Role[]>>(new Map());
  useEffect(() => {
    if (wanted) authority().then(setTable, () => undefined); // the lists tell that the server is away
  }, [wanted]);
  return table;
};

export const WorkProvider = ({ children }: { children: ReactNode }) => {
  const { has, start, session } = useApp();
  const declarant = has("declarant");
  const officer = has("officer");
  const every = { everyMs: EVERY_MS, limit: 200 };
  const held = useList("declaration.list", declarant ? { state: "held" } : null, every);
  const guaranteed = useList(
    "declaration.list",
    declarant ? { state: "released", taxState: "guaranteed" } : null,
    every,
  );
  const overdue = useList("declaration.list", declarant ? { taxState: "overdue" } : null, every);
  const recent = useList("declaration.list", declarant ? {} : null, { ...every, limit: 100 });
  const queue = useList("declaration.list", officer ? { forOfficer: true, oldestFirst: true } : null, every);
  const confirms = useAuthority(has("officer", "administrator"));
  const proposals = useList("proposal.list", has("officer", "administrator") ? {} : null, every);
  const books = useList("account-book.list", declarant || officer ? {} : null, { ...every, limit: 500 });
  const lists = useList("bonded-list.list", declarant || officer ? { state: "approved" } : null, every);
  const passes = useList("gate-pass.list", declarant || officer ? { state: "approved" } : null, every);
  const waiting = useMemo(
    () => books.answer?.filter(({ state, change }) => state === "declared" || (officer && change)),
    [books.answer, officer],
  );
  const tasks = useBookWork({ books: waiting, lists: lists.answer, passes: passes.answer });
  const given = useGivenAll(queue.answer ?? held.answer);
  const work = useMemo<Work>(() => {
    const open = held.answer && [
      ...new Map(
        [...held.answer, ...(guaranteed.answer ?? []), ...(overdue.answer ?? [])].map((row) => [
          row.number,
          row,
        ]),
      ).values(),
    ];
    const lacksPapers = ({ number, holds, amendment }: DeclarationRow) =>
      holds.includes("documents") && !holds.includes("inspection") && !amendment && !given.has(number);
    const turn = (row: DeclarationRow) => turnOf(row, given.has(row.number));
    return {
      mine: open && sortMine(open.filter((row) => turn(row) === "you")),
      others: open?.filter((row) => turn(row) === "others"),
      done: recent.answer?.filter(
        (row) =>
          legalDayOf(row.at) === start.today && row.state !== "held" && turnOf(row, false) === "nobody",
      ),
      queue: queue.answer?.filter((row) => !lacksPapers(row)),
      papersToCome: queue.answer?.filter(lacksPapers),
      proposals: proposals.answer,
      toConfirm: proposals.answer?.filter(
        ({ command, by }) => by !== session?.account && has(...(confirms.get(command) ?? [])),
      ),
      books: waiting,
      tasks,
      lists: lists.answer,
      passes: passes.answer,
      problem: held.problem ?? queue.problem ?? proposals.problem,
      again: () => {
        held.again();
        queue.again();
        proposals.again();
      },
    };
  }, [
    held,
    guaranteed,
    overdue,
    recent,
    queue,
    proposals,
    waiting,
    tasks,
    lists,
    passes,
    given,
    confirms,
    start.today,
    session,
    has,
  ]);
  return <Context value={work}>{children}</Context>;
};

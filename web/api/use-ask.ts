import type { Problem } from "@openftz/customs/define/problem.ts";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { list, look, Refused } from "./client.ts";
import type { ListName, ListRequest, ListRow, LookAnswer, LookName, LookRequest } from "./types.ts";
import { written } from "./written.ts";

/** Where an answer stands: `answer` stays while a newer one is fetched, and when fetching it fails. */
export type Asked<Answer> = {
  readonly answer: Answer | undefined;
  readonly problem: Problem | undefined;
  readonly loading: boolean;
  readonly again: () => void;
};

const RETRY_MS = 5_000;
/** Answers seen before are shown at once when a page is opened again, and fetched anew behind them. */
const seen = new Map<string, unknown>();

/** Forgets everything that was answered: another person may see something else. */
export const forgetAnswers = (): void => seen.clear();

type AskOptions = {
  /** Asked again so often while the page is looked at. */
  readonly everyMs?: number;
  /** Never changes while the page is open: asked once. */
  readonly fixed?: boolean;
};

type State<Answer> = {
  readonly key: string | null;
  readonly answer: Answer | undefined;
  readonly problem: Problem | undefined;
  readonly loading: boolean;
};

const useAnswer = <Answer>(
  key: string | null,
  fetchIt: () => Promise<Answer>,
  { everyMs, fixed }: AskOptions,
): Asked<Answer> => {
  const position = useSyncExternalStore(written.subscribe, written.get);
  const [round, setRound] = useState(0);
  const [state, setState] = useState<State<Answer>>(() => ({
    key,
    answer: key === null ? undefined : (seen.get(key) as Answer | undefined),
    problem: undefined,
    loading: key !== null,
  }));
  const fetcher = useRef(fetchIt);
  fetcher.current = fetchIt;
  const version = fixed ? 0 : position;
  useEffect(() => {
    if (key === null) {
      setState({ key, answer: undefined, problem: undefined, loading: false });
      return;
    }
    const before = seen.get(key) as Answer | undefined;
    setState((now) =>
      now.key === key
        ? { ...now, loading: true }
        : { key, answer: before, problem: undefined, loading: true },
    );
    if (fixed && before !== undefined) {
      setState({ key, answer: before, problem: undefined, loading: false });
      return;
    }
    let wanted = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (ms: number) => {
      timer = setTimeout(() => {
        if (document.visibilityState === "visible") setRound((at) => at + 1);
        else later(ms);
      }, ms);
    };
    fetcher.current().then(
      (answer) => {
        seen.set(key, answer);
        if (!wanted) return;
        setState({ key, answer, problem: undefined, loading: false });
        if (everyMs !== undefined) later(everyMs);
      },
      (error: unknown) => {
        if (!wanted) return;
        if (!(error instanceof Refused)) throw error;
        const { problem } = error;
        setState((now) => ({ ...now, key, problem, loading: false }));
        if (problem.status === 503) later(RETRY_MS);
      },
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, version, round, fixed, everyMs]);
  const again = useCallback(() => setRound((at) => at + 1), []);
  const current = state.key === key;
  return {
    answer: current ? state.answer : key === null ? undefined : (seen.get(key) as Answer | undefined),
    problem: current ? state.problem : undefined,
    loading: current ? state.loading : key !== null,
    again,
  };
};

/** Asks for a look at records; null asks nothing. */
export const useLook = <Name extends LookName>(
  name: Name,
  request: LookRequest<Name> | null,
  options: AskOptions & { readonly asOf?: string | undefined } = {},
): Asked<LookAnswer<Name>> => {
  const { asOf } = options;
  const key = request === null ? null : `${name} ${JSON.stringify(request)} ${asOf ?? ""}`;
  return useAnswer(key, () => look(name, request as LookRequest<Name>, asOf), options);
};

/** A list that grows page by page. `tooMany`: it is as long as anybody can read; narrow the question. */
export type AskedList<Row> = Asked<readonly Row[]> & {
  readonly hasMore: boolean;
  readonly tooMany: boolean;
  readonly more: () => void;
};

const PAGE = 50;
const MOST = 1_000;

type Further<Row> = {
  readonly base: string;
  readonly position: number;
  readonly rows: readonly Row[];
  readonly next: string | null;
};

/** Asks for a list. The first page stays live; further ones are fetched behind its cursor by `more`. */
export const useList = <Name extends ListName>(
  name: Name,
  request: ListRequest<Name> | null,
  options: AskOptions & { readonly limit?: number } = {},
): AskedList<ListRow<Name>> => {
  const limit = options.limit ?? PAGE;
  const base = request === null ? null : `${name} ${JSON.stringify(request)} ${limit}`;
  const asked = useAnswer(base, () => list(name, request as ListRequest<Name>, { limit }), options);
  const position = useSyncExternalStore(written.subscribe, written.get);
  const [further, setFurther] = useState<Further<ListRow<Name>>>();
  const [busy, setBusy] = useState(false);
  // After a write the rows behind the first page may be old: they are fetched again when asked for.
  const grown = further?.base === base && further.position === position ? further : undefined;
  const first = asked.answer?.rows;
  const next = grown ? grown.next : (asked.answer?.next ?? null);
  const rows = useMemo(() => first && withoutTwins([...first, ...(grown?.rows ?? [])]), [first, grown]);
  const more = () => {
    if (base === null || next === null || busy) return;
    setBusy(true);
    list(name, request as ListRequest<Name>, { limit, cursor: next })
      .then((page) =>
        setFurther({ base, position, rows: [...(grown?.rows ?? []), ...page.rows], next: page.next }),
      )
      .catch(() => asked.again())
      .finally(() => setBusy(false));
  };
  const tooMany = (rows?.length ?? 0) >= MOST;
  return {
    ...asked,
    answer: rows,
    loading: asked.loading || busy,
    hasMore: next !== null && !tooMany,
    tooMany,
    more,
  };
};

const A_PAGE = 500;

const whole = async <Name extends ListName>(name: Name, request: ListRequest<Name>) => {
  const rows: ListRow<Name>[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(name, request, { limit: A_PAGE, ...(cursor && { cursor }) });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
};

/** Asks for all rows of a list, however many pages they are: for sums, which a missing row would make wrong. */
export const useWhole = <Name extends ListName>(
  name: Name,
  request: ListRequest<Name>,
  options: AskOptions = {},
): Asked<readonly ListRow<Name>[]> =>
  useAnswer(`whole ${name} ${JSON.stringify(request)}`, () => whole(name, request), options);

/** A row that moved from a further page to the first while it was refreshed stands only once. */
const withoutTwins = <Row>(rows: readonly Row[]): readonly Row[] => {
  const keys = new Set<string>();
  return rows.filter((row) => {
    const [id] = Object.values(row as object);
    const key = `${id} ${(row as { what?: string }).what ?? ""}`;
    return !keys.has(key) && keys.add(key);
  });
};

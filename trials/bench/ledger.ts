/**
 * Books and lists end to end, durable, over HTTP, on the embedded PostgreSQL. Postings are those of lists with 500 lines that
 * move goods of the same 4,000 lines in and out, counted in three units, until the views show them; a bare COPY of the same
 * rows takes turns with them. The book of a million lines is filled as an enterprise would: 2,000 lists with 500 new goods each.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { connectionTo, type PostingRow, postingCopiesPerSecond } from "./copy-ceiling.ts";
import { type Figure, figureOf, percentile } from "./figures.ts";
import { arrivalText, bookRequest, MOST_LINES, moveText, partOf } from "./ledger-world.ts";
import { type Load, runLoad } from "./load.ts";
import { rebuildSeconds, type Served, serve, stop, viewLag } from "./server-process.ts";

const DECLARE = "bonded-list/declare";
const MEASURES = ["declared", "lawful", "second"] as const;
const POSTED_LINES = 4_000;
const DECLARERS = 8;
const FILLERS = 2;
const SAID_EVERY = 100_000;
/** So many lists of one piece each want goods of which there are fewer pieces. */
const [RIVALS, PIECES] = [50, 30];
const PLENTY = 1_000_000;
const A_STRIDE = 7_919;

/** How much is measured. */
export type LedgerPlan = {
  readonly rounds: number;
  readonly listsPerRound: number;
  /** Lines for which 50 lists compete, in each round. */
  readonly contests: number;
  readonly bookLines: number;
  /** How often the large book is opened, and a part found in it, in each round. */
  readonly asks: number;
};

/** The plan of the figures. */
export const FULL_LEDGER_PLAN: LedgerPlan = {
  rounds: 9,
  listsPerRound: 48,
  contests: 80,
  bookLines: 1_000_000,
  asks: 100,
};

type Say = (line: string) => void;

/** Runs the benchmark. */
export const benchLedger = async (plan: LedgerPlan, say: Say): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(path.join(process.env.OPENFTZ_BENCH_DIR ?? tmpdir(), "openftz-bench-"));
  const served = await serve("ledger-server.ts", [path.join(folder, "data")]);
  try {
    return [
      ...(await measurePostings(served, path.join(folder, "data"), plan, say)),
      await measureContests(served, plan, say),
      ...(await measureBook(served, plan, say)),
    ];
  } finally {
    await stop(served);
    rmSync(folder, { recursive: true, force: true });
  }
};

const measurePostings = async (
  served: Served,
  data: string,
  { rounds, listsPerRound }: LedgerPlan,
  say: Say,
): Promise<readonly Figure[]> => {
  const connection = await connectionTo(data);
  const book = await openBook(served, "POSTINGS");
  await stock(served, book, POSTED_LINES, PLENTY);
  const windows = POSTED_LINES / MOST_LINES;
  const declareMany = async (round: number, lists: number): Promise<number> => {
    const { seconds } = await declareAll(served, DECLARERS, lists, (index) =>
      moveText(`P-${round}-${index}`, book, {
        first: (index % windows) * MOST_LINES + 1,
        lines: MOST_LINES,
        movement: Math.floor(index / windows) % 2 === 0 ? "from-abroad" : "to-abroad",
      }),
    );
    return (lists * MOST_LINES * MEASURES.length) / (seconds + (await viewLag(served)));
  };
  const rowOf = (index: number): PostingRow => {
    const line = `${book}-${(Math.floor(index / MEASURES.length) % POSTED_LINES) + 1}`;
    return {
      texts: ["QD221826I000000042", line, "abroad", "bonded:coming", MEASURES[index % MEASURES.length]!],
      amount: 100_000,
    };
  };
  await declareMany(-1, listsPerRound);
  const [measured, copied]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const rows = listsPerRound * MOST_LINES * MEASURES.length;
    const batch = MOST_LINES * MEASURES.length;
    copied.push(await postingCopiesPerSecond(connection, { rows, batch }, rowOf));
    measured.push(await declareMany(round, listsPerRound));
    say(
      `round ${round + 1}: ${measured.at(-1)!.toFixed(0)} postings/s with views, COPY ${copied.at(-1)!.toFixed(0)}/s`,
    );
  }
  return [
    figureOf("ledger.postingsPerSecond", "1/s", measured),
    figureOf(
      "ledger.ratioToCopy",
      "ratio",
      measured.map((each, round) => each / copied[round]!),
    ),
    figureOf("ledger.copiesPerSecond", "1/s", copied),
  ];
};

/** @throws Error when of the lists for one line another number than its stock was accepted */
const measureContests = async (
  served: Served,
  { rounds, contests }: LedgerPlan,
  say: Say,
): Promise<Figure> => {
  const book = await openBook(served, "CONTESTS");
  const lines = (rounds + 1) * contests;
  await stock(served, book, lines, PIECES);
  const measured: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const lists = contests * RIVALS;
    const { seconds, refused } = await runLoad({
      ...declaring(served, RIVALS, lists, (index) =>
        moveText(`C-${round}-${index}`, book, {
          first: round * contests + Math.floor(index / RIVALS) + 1,
          ...{ lines: 1, movement: "to-abroad" },
        }),
      ),
      quiet: true,
    });
    if (refused !== contests * (RIVALS - PIECES))
      throw new Error(`${refused} of ${lists} lists were refused, not ${contests * (RIVALS - PIECES)}`);
    if (round === 0) continue; // to warm up
    measured.push(lists / seconds);
    say(`${measured.at(-1)!.toFixed(0)} lists/s, ${refused} of ${lists} refused, as it must be`);
  }
  await checkReserved(served, book, lines);
  return figureOf("ledger.listsPerSecond", "1/s", measured);
};

/** Each line's stock is promised, all of it, and once. */
const checkReserved = async (served: Served, book: string, lines: number): Promise<void> => {
  await viewLag(served);
  for (let seq = 1; seq <= lines; seq++) {
    const { rows } = await find(served, { book, part: partOf(seq) });
    const { "bonded.stock": free, "bonded.reserved": reserved } = rows[0] as Record<string, string>;
    if (rows.length !== 1 || free !== "0" || reserved !== String(PIECES))
      throw new Error(`line ${seq}: ${free} free and ${reserved} reserved of ${PIECES}`);
  }
};

const measureBook = async (
  served: Served,
  { rounds, bookLines, asks }: LedgerPlan,
  say: Say,
): Promise<readonly Figure[]> => {
  const book = await openBook(served, "LARGE");
  let filled = 0;
  for (; filled < bookLines; filled += SAID_EVERY) {
    const lists = Math.min(SAID_EVERY, bookLines - filled) / MOST_LINES;
    const { seconds } = await declareAll(served, FILLERS, lists, (index) => {
      const first = filled + index * MOST_LINES + 1;
      return arrivalText(`L-${first}`, book, { first, lines: MOST_LINES, pieces: PIECES });
    });
    say(`${filled + lists * MOST_LINES} lines, the last ${lists} lists in ${seconds.toFixed(1)} s`);
  }
  await viewLag(served);
  const { rows: lists } = await call<{ rows: readonly { list: string }[] }>(
    served,
    `bonded-list/list?${new URLSearchParams({ book, limit: String(rounds) })}`,
  );
  const [opened, found, posted]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    opened.push(await slowest(asks, () => find(served, { book })));
    found.push(
      await slowest(asks, (turn) => {
        const seq = ((round * asks + turn + 1) * A_STRIDE) % bookLines;
        return find(served, { book, part: partOf(seq + 1) });
      }),
    );
    const pass = await askPass(served, book, lists[round]!.list);
    const start = performance.now();
    await call(served, "gate-pass/record-passage", { pass });
    posted.push(performance.now() - start);
    say(
      `first page ${opened.at(-1)!.toFixed(1)} ms, a part ${found.at(-1)!.toFixed(1)} ms (p99), ` +
        `a list of ${MOST_LINES} lines that nobody had at hand posted in ${posted.at(-1)!.toFixed(0)} ms`,
    );
  }
  const seconds = await rebuildSeconds(served);
  say(`views rebuilt in ${seconds.toFixed(1)} s`);
  return [
    figureOf("ledger.bookOpenMs", "ms", opened),
    figureOf("ledger.findPartMs", "ms", found),
    figureOf("ledger.coldPostMs", "ms", posted),
    figureOf("ledger.rebuildSeconds", "s", [seconds]),
  ];
};

/** The 99th percentile of so many asks, one after another, each of which must find something. */
const slowest = async (asks: number, ask: (turn: number) => Promise<Rows>): Promise<number> => {
  const times: number[] = [];
  for (let turn = 0; turn < asks; turn++) {
    const start = performance.now();
    const { rows } = await ask(turn);
    times.push(performance.now() - start);
    if (rows.length === 0) throw new Error("nothing was found");
  }
  return percentile(times, 0.99);
};

const declaring = (
  { url, token }: Served,
  clients: number,
  total: number,
  body: (index: number) => string,
): Load => ({
  ...{ url, path: `/api/v1/${DECLARE}`, headers: { Authorization: `Bearer ${token}` } },
  ...{ clients, total, body },
});

/** Declares lists, none of which may be refused. */
const declareAll = async (...of: Parameters<typeof declaring>): ReturnType<typeof runLoad> => {
  const result = await runLoad(declaring(...of));
  if (result.refused > 0) throw new Error(`${result.refused} of ${of[2]} lists were refused`);
  return result;
};

const openBook = async (served: Served, reference: string): Promise<string> => {
  const { book } = await call<{ book: string }>(served, "account-book/open", bookRequest(reference));
  await call(served, "account-book/decide", { book, accept: true, reason: "for the benchmark" });
  return book;
};

/** Brings new goods into a book, and posts them. */
const stock = async (served: Served, book: string, total: number, pieces: number): Promise<void> => {
  for (let first = 1; first <= total; first += MOST_LINES) {
    const lines = Math.min(MOST_LINES, total - first + 1);
    const text = arrivalText(`S-${first}`, book, { first, lines, pieces });
    const { list } = await call<{ list: string }>(served, DECLARE, JSON.parse(text));
    await call(served, "gate-pass/record-passage", { pass: await askPass(served, book, list) });
  }
};

/** A pass for all goods of a list that come in; with its passage the list is posted. */
const askPass = async (served: Served, book: string, list: string): Promise<string> => {
  const { pass } = await call<{ pass: string }>(served, "gate-pass/request", {
    ...{ reference: `PASS-${list}`, book, kind: "papers", direction: "in", vehicle: "HU-A12345" },
    ...{ grossMassKg: "1000", lists: [{ list }] },
  });
  return pass;
};

type Rows = { readonly rows: readonly object[] };

const find = (served: Served, asked: Record<string, string>): Promise<Rows> =>
  call<Rows>(served, `account-book/lines?${new URLSearchParams(asked)}`);

/** Asks the server: by POST when there is a body. @throws Error for a refusal */
const call = async <Answer>({ url, token }: Served, what: string, body?: object): Promise<Answer> => {
  const response = await fetch(`${url}/api/v1/${what}`, {
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${what}: ${(await response.text()).slice(0, 600)}`);
  return (await response.json()) as Answer;
};

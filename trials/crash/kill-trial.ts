/**
 * The server is killed with SIGKILL at random moments while a client files, and started again. Then every
 * acknowledgement is asked for again, and the journal is read and verified beside the server.
 */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { launchServer, type TestServer } from "@openftz/server/cli/test-process.ts";
import type { Random } from "../random.ts";
import { type Client, file, tokenAt } from "./client.ts";
import { askAgain, type Filer, fileWithoutPause } from "./filer.ts";
import { type Ground, sigkill } from "./ground.ts";
import { JournalWatch } from "./journal-watch.ts";
import type { Kill, Round, Struck } from "./kill-plan.ts";
import { Ledger } from "./ledger.ts";
import { compareJournal, noteErrors, proveWhole } from "./proof.ts";
import { counts, durations, type Measured, type Report } from "./report.ts";

type Site = {
  readonly ground: Ground;
  readonly random: Random;
  readonly ledger: Ledger;
  readonly watch: JournalWatch;
  readonly firstAnswerMs: Readonly<Record<Struck, number[]>>;
};
type Running = { readonly server: TestServer; readonly client: Client };
/** What a kill left open. */
type Aftermath = { readonly unsure: ReadonlySet<string>; readonly last: string };

const FIRST_ACKNOWLEDGEMENT_MS = 120_000;
const NEWBORN_WITHIN_MS = 60_000;

/** Runs the rounds; tells what was measured and every finding. */
export const killTrial = async (
  ground: Ground,
  rounds: readonly Round[],
  random: Random,
  say: (line: string) => void,
): Promise<Pick<Report, "measured" | "findings">> => {
  const firstAnswerMs = { process: [], "process and database": [] };
  const ledger = new Ledger((finding) => say(`! ${finding}`));
  const site: Site = { ground, random, ledger, watch: new JournalWatch(), firstAnswerMs };
  const server = await launchServer(ground.data, ground.env).ready;
  let running: Running = { server, client: { url: server.url, token: await tokenAt(server.url) } };
  let unsure = 0;
  try {
    for (const [index, round] of rounds.entries()) {
      const before = ledger.size;
      const aftermath = await fileUntilKilled(site, running, round.filing, `K${index}`);
      if (round.starting) await killAtStart(site, round.starting);
      running = await startAgain(site, running.client, round, aftermath);
      await checkRound(site, running.client, before, aftermath.unsure);
      unsure += aftermath.unsure.size;
      say(`${index + 1} of ${rounds.length} rounds, ${ledger.size} acknowledged`);
    }
    await proveWhole(ground, running, ledger, site.watch);
  } finally {
    await running.server.stop("SIGKILL");
  }
  const measured = [...killCounts(rounds), ...tallies(site, unsure), ...restarts(site)];
  return { measured, findings: ledger.findings };
};

const fileUntilKilled = async (
  site: Site,
  { server, client }: Running,
  kill: Kill,
  prefix: string,
): Promise<Aftermath> => {
  const filer: Filer = fileWithoutPause(client, site.ledger, prefix);
  if (!(await filer.acknowledgesWithin(FIRST_ACKNOWLEDGEMENT_MS)))
    throw new Error("Nothing was acknowledged.");
  await sleep(kill.afterMs);
  await strike(site, server.pid, kill.what);
  await filer.done;
  noteErrors((await server.stop("SIGKILL")).err, site.ledger);
  return { unsure: filer.unsure, last: site.ledger.references.at(-1)! };
};

/** The order in which the processes die is drawn too. */
const strike = async ({ ground, random }: Site, server: number, what: Struck): Promise<void> => {
  if (what === "process") return sigkill([server]);
  sigkill(random.shuffled([server, ...(await ground.databaseProcesses())]));
  await strikeNewborn(ground);
  await ground.bringBack();
};

/** A server that dies while it starts its database may leave one behind that shows itself only now: it dies too. */
const strikeNewborn = async (ground: Ground): Promise<void> => {
  const until = Date.now() + NEWBORN_WITHIN_MS;
  for (
    let left = await ground.databaseProcesses();
    left.length > 0;
    left = await ground.databaseProcesses()
  ) {
    if (Date.now() > until) throw new Error("A killed database is still there.");
    sigkill(left);
    await sleep(5);
  }
};

const killAtStart = async (site: Site, { what, afterMs }: Kill): Promise<void> => {
  const { pid, ready } = launchServer(site.ground.data, site.ground.env);
  const ended = ready.then(
    (server) => server.stop("SIGKILL"),
    () => undefined,
  );
  await sleep(afterMs);
  await strike(site, pid, what);
  await ended;
};

/** Starts the server and measures until it has given the first answer: an acknowledgement that was given before. */
const startAgain = async (
  { ground, ledger, firstAnswerMs }: Site,
  { token }: Client,
  { filing, starting }: Round,
  { last }: Aftermath,
): Promise<Running> => {
  const start = performance.now();
  const server = await launchServer(ground.data, ground.env).ready;
  const client = { url: server.url, token };
  const answer = await file(client, last);
  firstAnswerMs[(starting ?? filing).what].push(performance.now() - start);
  if (answer.kind === "acknowledged") ledger.note(last, answer);
  else ledger.found(`the first answer after the start was ${JSON.stringify(answer)}`);
  return { server, client };
};

/** Everything acknowledged in this round is asked for again; what was unsure is filed until it is acknowledged. */
const checkRound = async (
  { ground, ledger, watch }: Site,
  client: Client,
  before: number,
  unsure: ReadonlySet<string>,
): Promise<void> => {
  await askAgain(client, ledger, [...ledger.references.slice(before), ...unsure]);
  await compareJournal(ground, ledger, watch);
};

const killCounts = (rounds: readonly Round[]): readonly Measured[] => {
  const kills = rounds.flatMap(({ filing, starting }) => (starting ? [filing, starting] : [filing]));
  return counts({
    kills: kills.length,
    "of them with the database": kills.filter(({ what }) => what !== "process").length,
    "of them while the server was starting": rounds.filter(({ starting }) => starting).length,
  });
};

const tallies = ({ ledger, watch }: Site, unsure: number): readonly Measured[] =>
  counts({
    acknowledged: ledger.size,
    "requests without an answer, sent again": unsure,
    "acknowledgements asked for again and compared": ledger.repeats,
    "entries verified": watch.entries,
  });

const restarts = ({ firstAnswerMs }: Site): readonly Measured[] => [
  ...durations("start to first answer, process killed", firstAnswerMs.process),
  ...durations("start to first answer, database killed too", firstAnswerMs["process and database"]),
];

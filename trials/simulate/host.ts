/** The machine on which the server runs: starts it, kills it, starts it again, and sometimes runs a second one by mistake. */
import type { MemoryDisk } from "../../server/adapters/memory/memory-store.ts";
import type { Log } from "../../server/desk/ports.ts";
import type { Reply, Submission } from "../../server/desk/replies.ts";
import { undrawn } from "../../server/desk/test-bench.ts";
import { Installation } from "../../server/installation.ts";
import { Random } from "../random.ts";
import type { Life, Loop } from "./loop.ts";
import { modelStore, type Weather } from "./model-store.ts";
import { Violation } from "./violation.ts";

/** The law under which everything is simulated: the release's, without the lot. */
export const law = undrawn;

/** One process of the server: being opened, open, or dead. */
export type Process = {
  readonly life: Life;
  it: Installation | undefined;
  /** Why it may stop by itself; undefined: it may not. */
  mayStop: string | undefined;
};

/** Little is kept in memory, so that records are let go and read again all the time. */
const LIMITS = { generation: 60, snapshotAfter: 6 };
const DUE_AT_ONCE = 5;
const CLOSING = "it is being closed";
const BETWEEN_STARTS_MS = 300;
const SLOWEST_START_MS = 600_000;

/** What the machine stands on. */
export type Ground = {
  readonly disk: MemoryDisk;
  readonly loop: Loop;
  readonly weather: Weather;
  readonly seed: string;
  /** Milliseconds since 1970 as the machine's clock shows them; it may be wrong. */
  readonly clock: () => number;
  readonly onWritten: (isOwn: boolean) => void;
  /** Sees every submission, those that the server makes itself too. */
  readonly observe: (
    process: Process,
    submission: Submission,
    submit: (submission: Submission) => Promise<Reply>,
  ) => Promise<Reply>;
};

/** See the file's first line. */
export class Host {
  readonly #ground: Ground;
  #starts = 0;
  /** The process that takes requests; a second one only across a partition. */
  current: Process;
  other: Process | undefined;
  /** What processes have logged as warnings and errors, for whoever looks for a cause. */
  readonly told: string[] = [];

  constructor(ground: Ground) {
    this.#ground = ground;
    this.current = this.#start();
  }

  /** Kills the process at once, and starts another after a while. */
  kill(thenAfterMs: number): void {
    const { loop, weather } = this.#ground;
    this.current.life.alive = false;
    this.other = undefined;
    const again = (): void => {
      // What the dead process had sent is over before a database lets the next writer in.
      if (weather.onTheWay > 0) loop.at(BETWEEN_STARTS_MS, again);
      else this.current = this.#start();
    };
    const dead = this.current;
    dead.it = undefined;
    loop.at(thenAfterMs, again);
  }

  /** Starts a second process beside the first; neither knows of the other, and one of them will have to stop. */
  divide(): void {
    this.other = this.current;
    this.current = this.#start();
    for (const process of [this.other, this.current]) process.mayStop = "another writer was here";
  }

  /** Ends both, whichever of them had to stop, and starts one anew. */
  reunite(): void {
    if (this.other) this.other.life.alive = false;
    this.kill(0);
  }

  /** Ends the process as an operator does, and starts another. */
  restart(): void {
    const ending = this.current;
    ending.mayStop = CLOSING;
    const next = (): void => {
      if (this.current === ending && ending.life.alive) this.kill(0);
    };
    ending.it?.close().then(next, next);
  }

  /** Throws when a process has stopped serving and had no reason to. */
  check(): void {
    for (const process of [this.current, this.other]) {
      if (process?.life.beaten && process.it?.status().serving)
        throw new Violation("a writer that was beaten stops", "it goes on serving");
      const fault = process?.it?.status().fault;
      if (fault && process!.mayStop === undefined)
        throw new Violation("the server goes on by itself", `it stopped: ${fault}`);
    }
  }

  #start(): Process {
    this.#starts += 1;
    const process: Process = { life: { alive: true }, it: undefined, mayStop: undefined };
    this.#open(process, new Random(`${this.#ground.seed}/start ${this.#starts}`), `${this.#starts}`);
    return process;
  }

  #open(process: Process, random: Random, name: string): void {
    const { life } = process;
    const { disk, loop, weather, clock, onWritten, seed, observe } = this.#ground;
    const store = modelStore({ disk, loop, random, weather, life, onWritten });
    const digits = new Random(`${seed}/chance ${name}`);
    Installation.open({
      store,
      clock: { now: clock },
      chance: { bytes: (count) => Uint8Array.from({ length: count }, () => digits.below(256)) },
      soon: (work) => loop.at(random.below(2), work, life),
      pause: (ms) => loop.pause(ms, life),
      law,
      limits: LIMITS,
      dueAtOnce: DUE_AT_ONCE,
      log: this.#log(name),
    }).then(
      (it) => {
        if (!life.alive) return;
        const submit = it.submit.bind(it);
        it.submit = (submission) => observe(process, submission, submit);
        process.it = it;
      },
      (error: Error) => {
        if (!life.alive) return;
        if (error.name === "JournalFault") this.#fault = error;
        loop.at(BETWEEN_STARTS_MS, () => this.#open(process, random, `${name}+`), life);
      },
    );
  }

  #fault: Error | undefined;

  /** The fault that the last start found in the journal; asking forgets it. */
  takeFault(): Error | undefined {
    const fault = this.#fault;
    this.#fault = undefined;
    return fault;
  }

  #log(name: string): Log {
    const tell = (event: string, facts?: object): void => {
      this.told.push(`${name} ${event} ${JSON.stringify(facts ?? {})}`);
      if (this.told.length > 200) this.told.splice(0, 100);
    };
    return { info: () => {}, warn: tell, error: tell };
  }

  /** Waits until a process is open, and not about to be closed. */
  async untilOpen(): Promise<void> {
    const { loop } = this.#ground;
    const isOpen = await loop.runUntil(
      () => this.current.it !== undefined && this.current.mayStop !== CLOSING,
      SLOWEST_START_MS,
    );
    if (!isOpen)
      throw new Violation("the server starts again", this.#fault?.message ?? this.told.slice(-3).join("; "));
  }
}

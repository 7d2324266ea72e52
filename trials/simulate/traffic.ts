/**
 * The line between people and the server. Requests are late, come twice, overtake each other and lose their answers, and
 * people send them again, unchanged or changed. Every answer is looked at the moment it leaves the server.
 */
import { isDeepStrictEqual } from "node:util";
import { PROBLEM_BASE, PROBLEMS, type Problem } from "@openftz/customs/define/problem.ts";
import type { Reply } from "../../server/desk/replies.ts";
import { isPlainText, readJson } from "../../server/desk/requests.ts";
import { registry } from "../../server/installation.ts";
import type { Random } from "../random.ts";
import type { Host, Process } from "./host.ts";
import type { Loop } from "./loop.ts";
import type { Asked, Shadow } from "./shadow.ts";
import { must, Violation } from "./violation.ts";

/** What a person sends. */
export type Message = { readonly command: string; readonly actor: string; readonly bytes: Uint8Array };

/** One message that has reached a process and may still come to something there. */
type Delivery = Asked & {
  readonly message: Message;
  readonly process: Process;
  readonly durableThen: number;
  readonly atThen: string;
  readonly since: number;
  isAnswered: boolean;
};

/** How the line is doing. */
export type Line = { legMs: number; losesPercent: number; doublesPercent: number };

const PATIENCE_MS = 3_000;
const MOST_TRIES = 12;
/** So many filings may be getting their numbers at the same time. */
const NUMBERED_AT_ONCE = 8;

/** What the traffic needs to know of the rest of the world. */
export type Surroundings = {
  readonly loop: Loop;
  readonly random: Random;
  readonly host: () => Host;
  readonly shadow: Shadow;
  /** When there was last a reason to refuse for the moment. */
  readonly troubleAt: () => number;
  /** The instant on the machine's clock. */
  readonly clock: () => number;
  /** The instants at which what took until now may have been decided. */
  readonly instantsSince: (then: number, atThen: string) => readonly string[];
};

/** See the file's first lines. */
export class Traffic {
  readonly line: Line = { legMs: 20, losesPercent: 1, doublesPercent: 2 };
  readonly #around: Surroundings;
  readonly #deliveries = new Set<Delivery>();
  /** The last position of every accepted request that was answered as new. */
  readonly #answered = new Set<number>();
  /** The last position that anybody has been told of. */
  #toldOf = 0;
  /** How many senders still wait, and how many answers of each kind there were. */
  waiting = 0;
  readonly counts = { accepted: 0, repeated: 0, refused: 0, tryAgain: 0 };
  /** How often each command was accepted, and refused for each kind of problem: "declaration.pay not-now". */
  readonly outcomes = new Map<string, number>();

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Everything that may still turn into entries. */
  get candidates(): readonly Asked[] {
    return [...this.#deliveries];
  }

  /**
   * A declaration that somebody is just acting on, so that it may have changed and not be durable; or the number that a
   * filing on its way may be about to get: whoever asks too early must not be told for ever that there is none.
   */
  guess(random: Random): string | undefined {
    const waiting = [...this.#deliveries].filter(({ command }) => command.startsWith("declaration."));
    if (waiting.length === 0) return undefined;
    const { value } = random.pick(waiting);
    const { declaration, office, direction } = (value ?? {}) as Readonly<Record<string, string | undefined>>;
    if (declaration !== undefined || office === undefined) return declaration;
    const serial = String(this.#around.shadow.position + 1 + random.below(NUMBERED_AT_ONCE)).padStart(9, "0");
    const year = new Date(this.#around.clock()).getUTCFullYear();
    return `${office}${year}${direction === "import" ? 1 : 0}${serial}`;
  }

  /** An accepted request of these has been written: it is written once. */
  wrote(asked: Asked): void {
    this.#deliveries.delete(asked as Delivery);
  }

  /** Sends a message and repeats it until there is an answer, or patience ends. Resolves with the last answer. */
  send(message: Message, onReply: (reply: Reply) => void = () => {}): void {
    this.waiting += 1;
    this.#try(message, 1, (reply) => {
      this.waiting -= 1;
      if (reply) onReply(reply);
    });
  }

  #try(message: Message, tries: number, done: (reply: Reply | undefined) => void): void {
    const { loop, random } = this.#around;
    let isOver = false;
    const again = (): void => {
      if (isOver) return;
      isOver = true;
      if (tries >= MOST_TRIES) done(undefined);
      else loop.at(random.below(500), () => this.#try(message, tries + 1, done));
    };
    const heard = (reply: Reply): void => {
      if (isOver) return;
      if (reply.kind === "refused" && typeOf(reply.problem) === "try-again") return void again();
      isOver = true;
      done(reply);
    };
    const copies = random.chance(this.line.doublesPercent) ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.#carry(message, heard);
    loop.at(PATIENCE_MS, again);
  }

  /** Carries one copy there and its answer back, unless either is lost. */
  #carry(message: Message, heard: (reply: Reply) => void): void {
    const { loop, random } = this.#around;
    const leg = (): number => random.below(this.line.legMs + 1);
    if (random.chance(this.line.losesPercent)) return;
    loop.at(leg(), () => {
      this.#deliver(message, (reply) => {
        if (!random.chance(this.line.losesPercent)) loop.at(leg(), () => heard(reply));
      });
    });
  }

  #deliver(message: Message, answer: (reply: Reply) => void): void {
    const { random } = this.#around;
    const host = this.#around.host();
    const process = host.other && random.chance(40) ? host.other : host.current;
    if (process.life.alive && process.it) process.it.submit(message).then(answer);
  }

  /** Sees a submission to a process and what comes of it. */
  async observe(
    process: Process,
    message: Message,
    submit: (message: Message) => Promise<Reply>,
  ): Promise<Reply> {
    const { loop, clock } = this.#around;
    const delivery: Delivery = {
      ...message,
      message,
      value: soundValue(message),
      process,
      durableThen: process.it!.status().durable,
      atThen: new Date(clock()).toISOString(),
      since: loop.now,
      isAnswered: false,
    };
    const after = this.#toldOf;
    this.#deliveries.add(delivery);
    const reply = await submit(message);
    if (!process.life.alive) return new Promise(() => {});
    this.#settle(delivery, reply);
    this.#look(delivery, reply, after);
    return reply;
  }

  /** Copies of one message look alike: what was written may have been laid to one that is still to come. */
  #settle(delivery: Delivery, reply: Reply): void {
    delivery.isAnswered = true;
    this.#deliveries.delete(delivery);
    if (reply.kind !== "accepted" || reply.repeated) return;
    const twin = this.#around.shadow.groupEndingAt(reply.position)?.asked as Delivery | undefined;
    if (twin && !twin.isAnswered) this.#deliveries.add(twin);
  }

  /** Deliveries to processes that have died come to nothing more once what they had sent is over. */
  forgetDead(): void {
    for (const delivery of this.#deliveries)
      if (!delivery.process.life.alive) this.#deliveries.delete(delivery);
  }

  /** What a living process has not answered. */
  get unanswered(): readonly string[] {
    return [...this.#deliveries]
      .filter(({ process }) => process.life.alive)
      .map(({ command, actor }) => `${command} by ${actor}`);
  }

  #look(delivery: Delivery, reply: Reply, after: number): void {
    const outcome = `${delivery.command} ${reply.kind === "accepted" ? "accepted" : typeOf(reply.problem)}`;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    if (reply.kind === "accepted") this.#lookAtAccepted(delivery, reply, after);
    else this.#lookAtRefused(delivery, reply.problem);
  }

  #lookAtAccepted(delivery: Delivery, reply: Extract<Reply, { kind: "accepted" }>, after: number): void {
    const { shadow } = this.#around;
    const { position, repeated, answer } = reply;
    const what = `${delivery.command} by ${delivery.actor}, position ${position}`;
    const group = shadow.groupEndingAt(position);
    must("nothing is answered before it is durable", group !== undefined, () => what);
    must(
      "an answer belongs to its request",
      shadow.mayBeOf(group!, delivery),
      () => `${what}: entries of ${group!.asked.command} by ${group!.asked.actor}`,
    );
    must(
      "the same request gets the same answer",
      isDeepStrictEqual(asJson(answer), asJson(shadow.answerOf(group!))),
      () => `${what}: ${JSON.stringify(answer)}`,
    );
    if (repeated) this.counts.repeated += 1;
    else {
      must("an accepted request is carried out once", !this.#answered.has(position), () => what);
      this.#answered.add(position);
      must("what is sent after an answer stands after it", position > after, () => `${what}, after ${after}`);
      this.counts.accepted += 1;
    }
    this.#toldOf = Math.max(this.#toldOf, position);
  }

  #lookAtRefused(delivery: Delivery, problem: Problem): void {
    const what = `${delivery.command} by ${delivery.actor}: ${JSON.stringify(problem)}`;
    checkReason(problem, what);
    const type = typeOf(problem);
    must(
      "a refusal for mistakes names them",
      type !== "invalid-request" || problem.faults.length > 0,
      () => what,
    );
    this.counts.refused += 1;
    if (type === "try-again") {
      this.counts.tryAgain += 1;
      const isExcused = this.#around.troubleAt() >= delivery.since || delivery.process.mayStop !== undefined;
      return void must("a refusal for the moment has a cause", isExcused, () => what);
    }
    this.#checkRefusal(delivery, problem, what);
  }

  /** A refusal is what the request comes to on what was durable at some moment while it waited. */
  #checkRefusal(delivery: Delivery, problem: Problem, what: string): void {
    const { shadow, instantsSince } = this.#around;
    const early = this.#beforeRecords(delivery);
    if (early)
      return void must(
        "a request that cannot be read is refused as such",
        isDeepStrictEqual(early, problem),
        () => what,
      );
    const times = instantsSince(delivery.since, delivery.atThen);
    const seen = new Set<string>();
    for (let upTo = shadow.position; upTo >= delivery.durableThen; upTo -= 1) {
      // Nobody sees the journal in the middle of what one request wrote.
      if (upTo > delivery.durableThen && !shadow.groupEndingAt(upTo)) continue;
      for (const at of times) {
        const expected = shadow.expect(delivery, at, upTo);
        if (expected.kind === "refused" && isDeepStrictEqual(expected.problem, problem)) return;
        if (
          expected.kind === "bound" &&
          typeOf(problem) === "reference-reused" &&
          !shadow.isSame(expected.group, delivery)
        )
          return;
        seen.add(expected.kind === "refused" ? expected.problem.detail : expected.kind);
      }
    }
    throw new Violation(
      "no refusal rests on what is not durable",
      `${what}; on the journal it is: ${[...seen].join(" | ")}`,
    );
  }

  #beforeRecords({ message }: Delivery): Problem | undefined {
    const read = readJson(message.bytes);
    if ("status" in read) return read;
    if (!registry.commands.has(message.command)) return undefined;
    return registry.check(message.command, read.value, isPlainText(read.text));
  }
}

/** The value of a request that fits its command; undefined for everything else. */
const soundValue = ({ command, bytes }: Message): unknown => {
  const read = readJson(bytes);
  if ("status" in read || !registry.commands.has(command)) return undefined;
  return registry.check(command, read.value) ? undefined : read.value;
};

const asJson = (value: object): unknown => JSON.parse(JSON.stringify(value));

/** The name of a problem's type. */
export const typeOf = ({ type }: Problem): string => type.slice(PROBLEM_BASE.length);

/** A refusal says what is wrong, where, and what to do. */
export const checkReason = (problem: Problem, what: string): void => {
  const { type, status, title, detail, next, faults } = problem;
  const known = (PROBLEMS as Readonly<Record<string, readonly [number, string]>>)[typeOf(problem)];
  const isWhole = type.startsWith(PROBLEM_BASE) && known?.[0] === status && known[1] === title;
  must("every refusal has a reason", isWhole && detail.length > 4 && next.length > 4, () => what);
  for (const fault of faults)
    must(
      "every fault names its place",
      fault.detail.length > 2 && (fault.pointer === "" || fault.pointer.startsWith("/")),
      () => what,
    );
};

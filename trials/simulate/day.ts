/** One simulated day: a list of steps, each made from the seed and its own number, so that any of them can be left out. */
import { registry } from "../../server/installation.ts";
import { Random } from "../random.ts";
import { damage } from "./damage.ts";
import { hostile, spoiled, valueFor } from "./from-schema.ts";
import { usual } from "./habits.ts";
import { Mood } from "./mood.ts";
import { PEOPLE } from "./people.ts";
import { someQuestion } from "./questions.ts";
import type { Message } from "./traffic.ts";
import { TROUBLES } from "./trouble.ts";
import { Violation } from "./violation.ts";
import { World } from "./world.ts";

/** What to simulate. */
export type Plan = {
  readonly seed: number;
  /** Requests, about; and troubles among them. */
  readonly commands: number;
  readonly troubles: number;
  /** Only these steps; absent: all. */
  readonly only?: ReadonlySet<number>;
  /** True when there is no more time: the day is broken off, and what was not seen by then is not seen. */
  readonly isOver?: () => boolean;
};

/** One step as it was taken. */
export type Taken = { readonly step: number; readonly what: string };

/** What a day came to. */
export type DayResult = {
  readonly violation: Violation | undefined;
  readonly steps: number;
  /** The steps taken, in order. */
  readonly taken: readonly Taken[];
  readonly entries: number;
  readonly troubles: number;
  readonly accepted: number;
  readonly repeated: number;
  readonly refused: number;
  readonly virtualSeconds: number;
  /** See `Traffic.outcomes`. */
  readonly outcomes: ReadonlyMap<string, number>;
};

const BETWEEN_STEPS_MS = 48;
const QUESTIONS_PERCENT = 8;
const MOST_DAYS = 4;
const KEPT_MESSAGES = 300;
const TEXT_SHOWN = 160;

/** See the file's first line. */
class Day {
  readonly #plan: Plan;
  readonly #world: World;
  readonly #mood: Mood;
  readonly #sent: Message[] = [];
  readonly #taken: Taken[] = [];
  readonly #spacing: number;
  #troubles = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#world = new World(`day ${plan.seed}`);
    this.#mood = new Mood(plan.seed);
    this.#spacing = Math.max(20, Math.floor(plan.commands / plan.troubles));
  }

  async run(): Promise<DayResult> {
    const steps = Math.ceil(this.#plan.commands / (1 - QUESTIONS_PERCENT / 100));
    let violation: Violation | undefined;
    let step = 0;
    const broke = (error: unknown): void => void this.#world.broke(error);
    process.on("unhandledRejection", broke);
    try {
      await this.#world.begin();
      for (step = 1; step <= steps; step += 1) {
        if (this.#plan.only && !this.#plan.only.has(step)) continue;
        if (this.#plan.isOver?.()) break;
        await this.#take(step);
        if (this.#world.violation) throw this.#world.violation;
      }
      await this.#world.inspectAll();
    } catch (error) {
      violation = this.#world.violation ?? asViolation(error);
    } finally {
      process.off("unhandledRejection", broke);
    }
    const { accepted, repeated, refused } = this.#world.traffic.counts;
    const entries = this.#world.disk.entries.length;
    const virtualSeconds = Math.round(this.#world.loop.now / 1000);
    return {
      violation,
      steps: step,
      taken: this.#taken,
      entries,
      troubles: this.#troubles,
      accepted,
      repeated,
      refused,
      virtualSeconds,
      outcomes: this.#world.traffic.outcomes,
    };
  }

  async #take(step: number): Promise<void> {
    const random = new Random(`${this.#plan.seed}/step ${step}`);
    const phase = step % this.#spacing;
    // Half of all requests come at the same moment as the one before, so that many are on their way together.
    if (random.chance(50)) await this.#world.pass(random.below(BETWEEN_STEPS_MS));
    if (this.#world.violation) return;
    if (phase === Math.floor(this.#spacing / 4)) return this.#note(step, await this.#trouble(random));
    if (phase === this.#spacing - 1) return this.#lookAtAll(step, random);
    this.#note(step, this.#act(random, step));
  }

  #note(step: number, what: string): void {
    this.#taken.push({ step, what });
  }

  async #trouble(random: Random): Promise<string> {
    this.#troubles += 1;
    if (random.chance(12)) return damage(this.#world, random);
    const kinds = random.shuffled(Object.keys(TROUBLES)).slice(0, random.chance(40) ? 2 : 1);
    return kinds.map((kind) => TROUBLES[kind]!(this.#world, random)).join("; and ");
  }

  async #lookAtAll(step: number, random: Random): Promise<void> {
    this.#note(step, "everybody waits, and everything is looked at");
    await this.#world.inspect();
    if (random.chance(50)) await this.#world.endDays(1 + random.below(MOST_DAYS));
  }

  #act(random: Random, step: number): string {
    if (random.chance(QUESTIONS_PERCENT)) {
      const question = someQuestion(this.#world.audience, random);
      this.#world.askAside(question);
      return `${question.actor ?? "nobody"} asks ${question.query} ${JSON.stringify(question.request)}`;
    }
    const message = this.#message(random, step);
    this.#world.traffic.send(message);
    this.#sent.push(message);
    if (this.#sent.length > KEPT_MESSAGES) this.#sent.shift();
    const text = Buffer.from(message.bytes).toString("utf8");
    return `${message.actor}: ${message.command} ${text.slice(0, TEXT_SHOWN)}`;
  }

  #message(random: Random, step: number): Message {
    const dice = random.below(100);
    if (dice < 3 && this.#sent.length > 0) return random.pick(this.#sent);
    if (dice < 5 && this.#sent.length > 0) return byColleague(random.pick(this.#sent), random);
    if (dice < 8 && this.#sent.length > 0) return changed(random.pick(this.#sent), random);
    const { command, actor, request } = dice < 30 ? this.#anything(random) : this.#usual(random, step);
    const twist = random.below(100);
    const asked = twist < 8 ? spoiled(request, random) : request;
    const bytes = twist > 96 ? hostile(request, random) : Buffer.from(JSON.stringify(asked));
    const someone =
      twist > 90 ? random.pick([...PEOPLE.map(({ account }) => account), "nobody", "clock-2"]) : actor;
    return { command, actor: someone, bytes };
  }

  #usual(random: Random, step: number) {
    const { domain, today, editions } = this.#world;
    return usual({ random, mood: this.#mood, domain, today, editions, turn: step });
  }

  /** Any command that the release knows, made from its schema and what was seen. */
  #anything(random: Random) {
    const { seen, today } = this.#world;
    const command = random.pick([...registry.commands.values()]);
    const fitting = PEOPLE.filter(({ role }) => (command.by as readonly string[]).includes(role));
    const actor = (fitting.length > 0 ? random.pick(fitting) : random.pick(PEOPLE)).account;
    const request = valueFor(command.request, { random, seen, today }) as Record<string, unknown>;
    if (!("declaration" in request) || random.chance(50)) return { command: command.name, actor, request };
    const declaration = this.#world.traffic.guess(random) ?? request.declaration;
    return { command: command.name, actor: "installation", request: { ...request, declaration } };
  }
}

/** The same again from somebody who stands at the same place. */
const byColleague = (message: Message, random: Random): Message => {
  const place = PEOPLE.find(({ account }) => account === message.actor)?.place;
  const colleagues = PEOPLE.filter((person) => person.place === place);
  return colleagues.length > 0 ? { ...message, actor: random.pick(colleagues).account } : message;
};

/** An earlier request with other content, and the same reference if it has one. */
const changed = (message: Message, random: Random): Message => {
  try {
    const request = JSON.parse(Buffer.from(message.bytes).toString("utf8")) as Record<string, unknown>;
    const { reference, ...rest } = request;
    const other = { ...spoiled(rest, random), ...(reference !== undefined && { reference }) };
    const same = {
      ...(reference !== undefined && { reference }),
      ...Object.fromEntries(Object.entries(rest).reverse()),
    };
    const heavier = "grossMassKg" in rest ? { ...request, grossMassKg: `1${random.digits(4)}` } : other;
    return {
      ...message,
      bytes: Buffer.from(JSON.stringify(random.pick([other, same, heavier]), null, random.below(2))),
    };
  } catch {
    return message;
  }
};

const asViolation = (error: unknown): Violation =>
  error instanceof Violation ? error : new Violation("nothing breaks", String((error as Error).stack));

/** Simulates a day; never throws for what it finds. */
export const simulateDay = (plan: Plan): Promise<DayResult> => new Day(plan).run();

/** Everything that a simulated day takes place in, put together; and the looks at the whole when it is calm. */
import { hash as digest } from "node:crypto";
import { memoryJournal } from "../../server/adapters/memory/memory-journal.ts";
import { type MemoryDisk, memoryDisk } from "../../server/adapters/memory/memory-store.ts";
import { verifyJournal } from "../../server/desk/verify.ts";
import { type Installation, registry } from "../../server/installation.ts";
import { Random } from "../random.ts";
import { Domain, dayAt, freeIn, type Raw } from "./domain.ts";
import { Seen } from "./from-schema.ts";
import { Host, law } from "./host.ts";
import { Loop } from "./loop.ts";
import { calm, type Weather } from "./model-store.ts";
import { EDITIONS, founding, WINE_RATES } from "./people.ts";
import { type Audience, askAndLook, type Question } from "./questions.ts";
import { Shadow } from "./shadow.ts";
import { ShadowViews } from "./shadow-views.ts";
import { compareTables } from "./tables.ts";
import { Traffic } from "./traffic.ts";
import { must, Violation } from "./violation.ts";

/** The evening of Monday, 2 March 2026, in Shanghai: midnight passes while everybody is at work. */
const BEGINS = Date.parse("2026-03-02T15:57:30Z");
const DAY_MS = 86_400_000;
const LONGEST_WAIT_MS = 120_000;
/** After trouble the server needs a moment: it asks again whether the store is back. */
const GRACE_MS = 5_000;
const LOOKED_AT = 25;
const ERASED_LOOKED_AT = 3;

/** See the file's first line. */
export class World {
  readonly loop = new Loop();
  readonly disk: MemoryDisk = memoryDisk();
  readonly weather: Weather = calm();
  readonly seen = new Seen();
  readonly domain = new Domain((command) => registry.commands.get(command)?.by ?? []);
  readonly views = new ShadowViews();
  readonly shadow: Shadow;
  readonly traffic: Traffic;
  readonly host: Host;
  readonly editions: readonly string[] = EDITIONS.map((bytes) => digest("sha256", bytes, "hex"));
  readonly #random: Random;
  #skewMs = BEGINS;
  /** What the machine's clock showed before and after each jump, and when that was. */
  readonly #jumps: { readonly now: number; readonly instants: readonly string[] }[] = [];
  /** Troubles that go on, and when the last one ended. */
  #troubles = 0;
  #troubleAt = -1;
  #searched = 0;
  #lookedAt = 0;
  /** The first broken promise. */
  violation: Violation | undefined;

  constructor(seed: string) {
    this.#random = new Random(`${seed}/looks`);
    this.shadow = new Shadow(this.disk, law, () => this.traffic.candidates);
    const clock = (): number => this.clock();
    const instantsSince = (then: number, atThen: string) => this.instantsSince(then, atThen);
    const troubleAt = (): number => this.troubleAt();
    const host = (): Host => this.host;
    const { loop, shadow, disk, weather } = this;
    const random = new Random(`${seed}/line`);
    this.traffic = new Traffic({ loop, random, host, shadow, troubleAt, clock, instantsSince });
    this.host = new Host({
      disk,
      loop,
      weather,
      seed,
      clock,
      onWritten: (isOwn) =>
        this.guard(() => {
          must("the desk goes on from what it wrote itself", isOwn, () => "it went on from another writer's");
          this.#follow();
        }),
      observe: (process, message, submit) =>
        this.traffic.observe(process, message, submit).catch((error) => this.broke(error)),
    });
  }

  /** Milliseconds since 1970 as the machine's clock has them. */
  clock(): number {
    return this.loop.now + this.skewMs;
  }

  /** How far the machine's clock is from the simulation's. */
  get skewMs(): number {
    return this.#skewMs;
  }

  set skewMs(ms: number) {
    const instants = [this.#skewMs, ms].map((skew) => new Date(this.loop.now + skew).toISOString());
    this.#jumps.push({ now: this.loop.now, instants });
    this.#skewMs = ms;
  }

  /** The instants at which something that took from then until now may have been decided, the likeliest first. */
  instantsSince(then: number, atThen: string): readonly string[] {
    const jumped = this.#jumps.filter(({ now }) => now >= then).flatMap(({ instants }) => instants);
    const instants = [new Date(this.clock()).toISOString(), atThen, ...jumped];
    // The journal's clock never runs back: whatever the machine's says, no decision is older than the entry before it.
    const last = this.shadow.at;
    return [...new Set([...instants, ...(instants.some((at) => at < last) ? [last] : [])])];
  }

  get today(): string {
    return dayAt(new Date(this.clock()).toISOString());
  }

  /** When there was last a reason for the server to refuse for the moment. */
  troubleAt(): number {
    return this.#troubles > 0 ? this.loop.now : this.#troubleAt;
  }

  /** Trouble begins; it is over a while after the function that this gives was called. */
  trouble(): () => void {
    this.#troubles += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#troubles -= 1;
      this.#troubleAt = this.loop.now + GRACE_MS;
    };
  }

  /** What questions are asked in. */
  get audience(): Audience {
    const { shadow, views, domain, seen } = this;
    return {
      shadow,
      views,
      domain,
      seen,
      clock: () => this.clock(),
      instantsSince: (then, atThen) => this.instantsSince(then, atThen),
      guess: (random) => this.traffic.guess(random),
      troubleAt: () => this.troubleAt(),
      now: () => this.loop.now,
    };
  }

  /** Does something that may break a promise, and keeps the first that is broken. */
  guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.broke(error);
    }
  }

  /** Keeps what broke first; whoever waits for more waits for ever. */
  broke(error: unknown): Promise<never> {
    this.violation ??=
      error instanceof Violation ? error : new Violation("nothing breaks", String((error as Error).stack));
    return new Promise<never>(() => {});
  }

  #follow(): void {
    for (const { entries, asked } of this.shadow.follow()) {
      this.traffic.wrote(asked);
      for (const { position } of entries) {
        const { bytes } = this.disk.entries[position - 1]!;
        const raw = JSON.parse(Buffer.from(bytes).toString("utf8")) as Raw;
        this.domain.hear(raw);
        this.seen.add(raw.body);
        for (const record of raw.records)
          this.seen.add({ [record.slice(0, record.indexOf("/"))]: record.slice(record.indexOf("/") + 1) });
      }
      this.views.follow(entries);
    }
  }

  /** Lets virtual time pass. */
  async pass(ms: number): Promise<void> {
    await this.loop.runTo(this.loop.now + ms);
    this.guard(() => this.host.check());
  }

  /** Sets up what is on record before the day. */
  async begin(): Promise<void> {
    await this.host.untilOpen();
    for (const [at, rate] of WINE_RATES.entries()) this.domain.wine.set(this.editions[at]!, rate);
    for (const bytes of EDITIONS) {
      const kept = this.host.current.it!.keepFile(bytes);
      await this.#until(() => this.disk.files.has(digest("sha256", bytes, "hex")), "a file is kept");
      void kept;
    }
    for (const acts of founding(this.editions)) {
      for (const { command, request } of acts)
        this.traffic.send({ command, actor: "installation", bytes: Buffer.from(JSON.stringify(request)) });
      await this.settle();
    }
    const missing = this.traffic.counts.accepted;
    must("the founding is accepted", missing > 0, () => "nothing was");
  }

  async #until(holds: () => boolean, promise: string): Promise<void> {
    const done = await this.loop.runUntil(() => this.violation !== undefined || holds(), LONGEST_WAIT_MS);
    if (this.violation) throw this.violation;
    if (!done)
      throw new Violation(
        promise,
        `not within ${LONGEST_WAIT_MS / 1000} s; ${this.traffic.unanswered.slice(0, 3)} ${this.host.told.slice(-3).join("; ")}`,
      );
  }

  /** Waits until everybody has an answer and the views have caught up. */
  async settle(): Promise<void> {
    await this.host.untilOpen();
    await this.#until(() => this.traffic.waiting === 0, "everybody gets an answer");
    await this.#until(() => this.traffic.unanswered.length === 0, "every request is answered");
    await this.#until(
      () => this.host.current.it?.status().views === this.disk.entries.length,
      "views catch up",
    );
    this.traffic.forgetDead();
    this.host.check();
  }

  /** Looks at everything that can be looked at while nothing moves. */
  async inspect(): Promise<void> {
    await this.settle();
    this.views.compare(this.disk.views);
    this.#searchForPersons();
    compareTables(this.disk.views, this.domain);
    await this.#lookAtRecords();
    await this.#probe();
  }

  /** Nothing that was said of a person stands in the journal in clear, and nothing at all after an erasure. */
  #searchForPersons(): void {
    for (const { bytes, position } of this.disk.entries.slice(this.#searched))
      must(
        "personal data are never in the journal in clear",
        !Buffer.from(bytes).includes("Zhang "),
        () => `entry ${position}`,
      );
    this.#searched = this.disk.entries.length;
    for (const [key, { state }] of this.disk.snapshots)
      must("no snapshot keeps a person in clear", !Buffer.from(state).includes("Zhang "), () => key);
    for (const party of this.domain.erased) {
      must("an erased person has no key", !this.disk.keys.has(`party/${party}`), () => party);
      const row = this.disk.views.get("party")!.rows.get(JSON.stringify([party]));
      must("an erased person is in no view", !JSON.stringify(row).includes("Zhang "), () =>
        JSON.stringify(row),
      );
    }
  }

  /** Asks for records as the installation sees them: some of what has changed lately, and some of all. */
  async #lookAtRecords(): Promise<void> {
    const numbers = [...this.domain.declarations.keys()];
    const asked: Question[] = [];
    for (let turn = 0; turn < LOOKED_AT; turn += 1) {
      const query = this.#random.pick(
        [...registry.queries.values()].filter(({ name }) => name.endsWith(".show")),
      );
      const ids = this.shadow.idsOf(query.name.split(".")[0]!);
      if (ids.length === 0) continue;
      const id = this.#random.chance(50)
        ? ids[Math.max(0, ids.length - 1 - this.#random.below(LOOKED_AT))]!
        : this.#random.pick(ids);
      const field = query.name === "declaration.show" ? "declaration" : "id";
      asked.push({ query: query.name, actor: "installation", request: { [field]: id } });
    }
    for (const question of asked) await this.ask(question);
    for (const number of numbers.slice(this.#lookedAt).slice(-LOOKED_AT))
      await this.#compareDeclaration(number);
    for (const party of [...this.domain.erased].slice(-ERASED_LOOKED_AT)) await this.#lookForErased(party);
    for (const guarantee of this.domain.letters.keys()) await this.#compareGuarantee(guarantee);
    this.#lookedAt = numbers.length;
  }

  /** Asks a question and looks at its answer. */
  async ask(question: Question): Promise<void> {
    let isDone = false;
    const process = this.host.current;
    if (!process.it) return;
    askAndLook(process, question, this.audience).then(
      () => {
        isDone = true;
      },
      (error) => this.broke(error),
    );
    await this.#until(() => isDone || !process.life.alive, "every question is answered");
  }

  /** Asks without waiting. */
  askAside(question: Question): void {
    const process = this.host.current;
    if (process.it) askAndLook(process, question, this.audience).catch((error) => this.broke(error));
  }

  /** Has the open process do something, and the next process when that one dies over it. */
  async #have<Done>(work: (it: Installation) => Promise<Done>, promise: string): Promise<Done> {
    for (;;) {
      await this.host.untilOpen();
      const { it, life } = this.host.current;
      let done: { readonly with: Done } | undefined;
      work(it!).then(
        (found) => {
          done = { with: found };
        },
        (error) => life.alive && this.broke(error),
      );
      await this.#until(() => done !== undefined || !life.alive, promise);
      if (done) return done.with;
    }
  }

  async #answer(query: string, request: object, asOf?: string): Promise<Readonly<Record<string, unknown>>> {
    const question = { query, actor: "installation", request, ...(asOf && { asOf }) };
    const found = await this.#have((it) => it.ask(question), "every question is answered");
    return (found.kind === "answer" ? found.answer : found) as Readonly<Record<string, unknown>>;
  }

  /** Not even the past tells of an erased person. */
  async #lookForErased(party: string): Promise<void> {
    const registered = this.shadow.entries.find(
      ({ records, type }) => type === "party.registered" && records.includes(`party/${party}`),
    )!;
    const shown = await this.#answer("party.show", { id: party }, String(registered.position));
    must("an erased person is nowhere", !JSON.stringify(shown).includes("Zhang "), () =>
      JSON.stringify(shown),
    );
  }

  async #compareDeclaration(number: string): Promise<void> {
    const it = this.domain.declarations.get(number)!;
    const shown = await this.#answer("declaration.show", { declaration: number });
    const tax = shown.tax as { state: string; total: string; reserved: string };
    const [is, mustBe] = [
      [shown.state, shown.version, tax?.state, tax?.total, shown.amendment !== null],
      [it.state, it.versions, it.tax, it.total, it.amendment],
    ].map((each) => JSON.stringify(each));
    must(
      "a declaration is where its entries put it",
      is === mustBe,
      () => `${number}: ${is} instead of ${mustBe}`,
    );
  }

  async #compareGuarantee(id: string): Promise<void> {
    const letter = this.domain.letters.get(id)!;
    const shown = await this.#answer("guarantee.show", { id });
    const same =
      shown.availableFen === String(freeIn(letter)) &&
      shown.reservedFen === String(letter.reserved) &&
      shown.calledFen === String(letter.called);
    must(
      "the ledger balances",
      same,
      () => `${id}: ${JSON.stringify(shown)} instead of ${freeIn(letter)} and ${letter.reserved}`,
    );
  }

  /** After all trouble the server takes a request again. */
  async #probe(): Promise<void> {
    const before = this.traffic.counts.accepted;
    const request = {
      currency: "EUR",
      from: this.today,
      rate: `8.${1 + this.#random.below(9)}`,
      source: "probe",
    };
    this.traffic.send({
      command: "exchange.set",
      actor: "installation",
      bytes: Buffer.from(JSON.stringify(request)),
    });
    await this.settle();
    must(
      "after trouble the server goes on",
      this.traffic.counts.accepted > before,
      () => "a good request was refused",
    );
  }

  /** Some days end: what is due acts, and acts once however often the clock looks. */
  async endDays(days: number): Promise<void> {
    this.skewMs += days * DAY_MS;
    for (let look = 0; look < 2; look += 1)
      await this.#have((it) => it.runDeadlines(), "the clock's work ends");
    await this.settle();
    const missed = this.domain.missedOn(this.today);
    must("no deadline is missed", missed.length === 0, () => `${missed.slice(0, 5)} on ${this.today}`);
  }

  /** The whole journal is sound, and views rebuilt from its start are as they were. */
  async inspectAll(): Promise<void> {
    await this.inspect();
    let verified: number | undefined;
    verifyJournal(memoryJournal(this.disk)).then(
      ({ position }) => {
        verified = position;
      },
      (error) => this.broke(error),
    );
    await this.#until(() => verified !== undefined, "the journal is verified");
    must("the journal is sound", verified === this.disk.entries.length, () => `${verified}`);
    await this.#have((it) => it.rebuildViews(), "views are rebuilt");
    await this.settle();
    this.views.compare(this.disk.views);
  }
}

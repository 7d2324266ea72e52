/** An enterprise of the zone: what it does with its goods, its papers, and what goes wrong. */
import type { Reply } from "../../server/desk/replies.ts";
import { type Bench, told } from "../../server/desk/test-bench.ts";
import { Random } from "../random.ts";
import type { Warehouse } from "./warehouse.ts";
import { quantities, releasedDeclaration } from "./year.ts";

const MOST_PIECES = 400;
const PARTS = 60;
/** In ten thousand acts of their kind. */
const STOLEN = 40;
const DOUBLED = 30;
const SHORT = 40;

const WEIGHTS = {
  ...{ arrive: 30, leave: 18, sell: 8, lend: 12, back: 5, transfer: 8, cancel: 6, enterFirst: 4, mistake: 2 },
  ...{ lose: 1, ask: 4 },
};
type Act = keyof typeof WEIGHTS;

type Piece = { readonly line: string; readonly pieces: number };
type Loan = Piece & { readonly slip: string };

/** See the file's first line. */
export class Firm {
  readonly counts: Record<string, number> = {};
  readonly #bench: Bench;
  readonly #warehouse: Warehouse;
  readonly #random: Random;
  readonly #account: string;
  readonly #book: string;
  readonly #form: string;
  /** The lines of its goods, by part. */
  readonly #lines = new Map<string, string>();
  /** Papers that wait: finishing one carries its goods. */
  #open: (() => Promise<void>)[] = [];
  /** What is outside under the form, slip by slip, and all slips of the month. */
  #loans: Loan[] = [];
  #slips: string[] = [];
  #turn = 0;

  constructor(parts: {
    bench: Bench;
    warehouse: Warehouse;
    random: Random;
    account: string;
    book: string;
    form: string;
  }) {
    this.#bench = parts.bench;
    this.#warehouse = parts.warehouse;
    this.#random = parts.random;
    this.#account = parts.account;
    this.#book = parts.book;
    this.#form = parts.form;
  }

  /** Founds one: a party, an account, a book and a form for batches. */
  static async found(bench: Bench, warehouse: Warehouse, seed: string, number: number): Promise<Firm> {
    const [party, account] = [`9131${String(number).padStart(6, "0")}`, `firm-${number}`];
    const from = "2020-01-01";
    await bench.do("party.register", "installation", {
      party,
      name: `Firm ${number}`,
      credit: "registered",
      from,
    });
    await bench.do("authority.grant", "installation", {
      ...{ holder: account, role: "declarant", place: `party/${party}`, from, delegable: false },
    });
    const validUntil = "2027-12-31";
    const { book } = await bench.do<{ book: string }>("account-book.open", account, {
      ...{ reference: "BOOK", zone: "waigaoqiao", office: "2218", party, mode: "accumulate", validUntil },
    });
    await bench.do("account-book.decide", "officer-1", { book, accept: true, reason: "in order" });
    const { form } = await bench.do<{ form: string }>("business-form.file", account, {
      ...{ reference: "FORM", book, kind: "batches", direction: "out", validUntil },
    });
    await bench.do("business-form.decide", "officer-1", {
      form,
      accept: true,
      reason: "in order",
      reserve: "0",
    });
    const random = new Random(`year ${seed}/firm ${number}`);
    return new Firm({ bench, warehouse, random, account, book, form });
  }

  /** So many lists' worth of work, one act after another. */
  async work(lists: number, firms: readonly Firm[]): Promise<void> {
    for (let left = lists; left > 0; left -= 1) {
      await this.#act(firms);
      while (this.#open.length > this.#random.below(6)) await this.#open.shift()!();
    }
  }

  async #act(firms: readonly Firm[]): Promise<void> {
    const total = Object.values(WEIGHTS).reduce((sum, weight) => sum + weight, 0);
    let dice = this.#random.below(total);
    const act = (Object.keys(WEIGHTS) as Act[]).find((each) => {
      dice -= WEIGHTS[each];
      return dice < 0;
    })!;
    const acts: Readonly<Record<Act, () => Promise<void>>> = {
      arrive: () => this.#arrive(),
      leave: () => this.#leave("to-abroad"),
      sell: () => this.#leave("to-inland"),
      lend: () => this.#lend(),
      back: () => this.#back(),
      transfer: () => this.#transfer(this.#random.pick(firms)),
      cancel: () => this.#cancel(),
      enterFirst: () => this.#enterFirst(),
      mistake: () => this.#mistake(),
      lose: () => this.#lose(),
      ask: () => this.#askTooMuch(),
    };
    await acts[act]();
    if (this.#random.below(10_000) < STOLEN) this.#steal();
  }

  /** Carries everything that waits. */
  async finishAll(): Promise<void> {
    while (this.#open.length > 0) await this.#open.shift()!();
  }

  /** All slips of the month become one list with one declaration. */
  async endMonth(): Promise<void> {
    await this.finishAll();
    if (this.#slips.length === 0) return;
    const sums = new Map<string, number>();
    for (const { line, pieces } of this.#loans) sums.set(line, (sums.get(line) ?? 0) + pieces);
    const lines = [...sums].filter(([, pieces]) => pieces > 0).map(([line, pieces]) => ({ line, pieces }));
    if (lines.length === 0) return;
    const slips = this.#slips;
    const list = await this.#declare("batch-to-inland", lines, { declares: true, slips });
    await this.#cover(list, lines);
    for (const { line, pieces } of lines) this.#warehouse.settle(line, pieces);
    [this.#slips, this.#loans] = [[], []];
  }

  /** Its form ends with the year: nothing is outside any more. */
  async closeForms(): Promise<void> {
    await this.#bench.do("business-form.close", this.#account, { form: this.#form });
  }

  #count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  #reference(): string {
    this.#turn += 1;
    return `R-${this.#turn}`;
  }

  #seq(line: string): number {
    return Number(line.slice(line.lastIndexOf("-") + 1));
  }

  #said(which: object, pieces: number): object {
    const mass = String(pieces / 2);
    return {
      ...{ ...which, ...quantities(pieces), netMassKg: mass, grossMassKg: mass },
      value: { amount: String(pieces * 3), currency: "USD" },
    };
  }

  async #try(movement: string, lines: readonly object[], more: object = {}): Promise<Reply> {
    return this.#bench.run("bonded-list.declare", this.#account, {
      ...{ reference: this.#reference(), book: this.#book, movement, procedure: "5034", transportMode: "2" },
      ...{ declares: false, lines, ...more },
    });
  }

  async #declare(movement: string, pieces: readonly Piece[], more: object = {}): Promise<string> {
    const lines = pieces.map(({ line, pieces: count }) => this.#said({ line: this.#seq(line) }, count));
    return this.#listOf(await this.#try(movement, lines, more));
  }

  #listOf(reply: Reply): string {
    if (reply.kind === "refused") throw new Error(JSON.stringify(reply.problem));
    this.#count("lists");
    return (reply.answer as { list: string }).list;
  }

  async #pass(direction: string, papers: object): Promise<string> {
    const { pass } = await this.#bench.do<{ pass: string }>("gate-pass.request", this.#account, {
      ...{ reference: this.#reference(), book: this.#book, kind: "papers", direction, vehicle: "HU-A12345" },
      ...{ grossMassKg: "1000", ...papers },
    });
    return pass;
  }

  async #carry(direction: string, papers: object): Promise<void> {
    const pass = await this.#pass(direction, papers);
    if (this.#random.chance(2)) {
      await this.#bench.do("gate-pass.void", this.#account, { pass, reason: "another vehicle" });
      this.#count("voided");
      return this.#carry(direction, papers);
    }
    await this.#bench.do("gate-pass.record-passage", "officer-1", { pass });
    this.#count("movements");
  }

  /** All goods of a list, mostly in more than one vehicle. */
  async #carryList(direction: string, list: string, pieces: readonly Piece[]): Promise<void> {
    for (const [index, { pieces: count }] of pieces.entries())
      if (count > 1 && this.#random.chance(95))
        await this.#carry(direction, {
          lists: [{ list, lines: [{ index, declared: String(Math.floor(count / 2)) }] }],
        });
    await this.#carry(direction, { lists: [{ list }] });
  }

  async #cover(list: string, pieces: readonly Piece[]): Promise<void> {
    const kilograms = pieces.reduce((sum, { pieces: count }) => sum + count, 0) / 2;
    const declaration = await releasedDeclaration(this.#bench, `${list}-D`, kilograms);
    await this.#bench.do("bonded-list.cover", "officer-1", { list, declaration });
    this.#count("declarations");
  }

  /** Goods of some parts, new in the book where it has none of them; gives the pieces by line once declared. */
  #someParts(): readonly { readonly part: string; readonly pieces: number }[] {
    const parts = new Set(
      Array.from({ length: 1 + this.#random.below(3) }, () => `P-${this.#random.below(PARTS)}`),
    );
    return [...parts].map((part) => ({ part, pieces: 1 + this.#random.below(MOST_PIECES) }));
  }

  #inwardLines(parts: readonly { readonly part: string; readonly pieces: number }[]): readonly object[] {
    return parts.map(({ part, pieces }) => {
      const known = this.#lines.get(part);
      const goods = {
        ...{ part, commodity: "4901990000", description: `books, ${part}`, origin: "DE" },
        ...{ unit: "pcs", lawfulUnit: "kg", secondUnit: "m3" },
      };
      return this.#said(known === undefined ? { goods } : { line: this.#seq(known) }, pieces);
    });
  }

  async #declareArrival(
    movement: string,
    parts: readonly { part: string; pieces: number }[],
    more: object = {},
  ) {
    const reply = await this.#try(movement, this.#inwardLines(parts), more);
    const list = this.#listOf(reply);
    const { lines } = (reply as unknown as { answer: { lines: readonly string[] } }).answer;
    for (const [index, { part }] of parts.entries()) this.#lines.set(part, lines[index]!);
    return { list, pieces: parts.map(({ pieces }, index) => ({ line: lines[index]!, pieces })) };
  }

  async #arrive(): Promise<void> {
    const parts = this.#someParts();
    const { list, pieces } = await this.#declareArrival("from-abroad", parts);
    this.#open.push(async () => {
      await this.#carryList("in", list, pieces);
      for (const { line, pieces: count } of pieces) this.#warehouse.carry(line, count);
      if (this.#random.below(10_000) < SHORT)
        this.#wrong("came short", pieces[0]!.line, 1 + this.#random.below(3), true);
      if (this.#random.below(10_000) >= DOUBLED) return;
      const again = await this.#declareArrival("from-abroad", parts);
      await this.#carryList("in", again.list, again.pieces);
      for (const { line, pieces: count } of again.pieces) this.#wrong("declared twice", line, count, false);
    });
  }

  /** Something is in the book and not in the shed; `carried` when it is to be taken out of the shed now. */
  #wrong(kind: string, line: string, pieces: number, carried: boolean): void {
    if (carried && this.#warehouse.here(line) < pieces) return;
    if (carried) this.#warehouse.carry(line, -pieces);
    this.#warehouse.plant(kind, line, pieces);
    this.#count("planted");
  }

  #steal(): void {
    const it = this.#somethingHere(5);
    if (it) this.#wrong("stolen", it.line, it.pieces, true);
  }

  async #enterFirst(): Promise<void> {
    const pass = await this.#pass("in", {
      ...{ kind: "enter-first", transportDocument: "COSU620123", description: "books" },
    });
    await this.#bench.do("gate-pass.record-passage", "officer-1", { pass });
    this.#count("movements");
    const { list, pieces } = await this.#declareArrival("from-abroad", this.#someParts(), { pass });
    await this.#bench.do("bonded-list.post", this.#account, { list });
    for (const { line, pieces: count } of pieces) this.#warehouse.carry(line, count);
  }

  /** Some pieces of a line that lie in the shed, at most so many; what papers have laid aside is not among them. */
  #somethingHere(most = MOST_PIECES): Piece | undefined {
    const lines = [...this.#lines.values()].filter(
      (line) => this.#warehouse.here(line) - this.#promised(line) > 0,
    );
    if (lines.length === 0) return undefined;
    const line = this.#random.pick(lines);
    const free = this.#warehouse.here(line) - this.#promised(line);
    return { line, pieces: 1 + this.#random.below(Math.min(free, most)) };
  }

  readonly #promises = new Map<string, number>();

  #promised(line: string): number {
    return this.#promises.get(line) ?? 0;
  }

  #promise({ line, pieces }: Piece, sign: 1 | -1): void {
    this.#promises.set(line, this.#promised(line) + sign * pieces);
  }

  async #leave(movement: "to-abroad" | "to-inland"): Promise<void> {
    const it = this.#somethingHere();
    if (!it) return this.#arrive();
    const list = await this.#declare(movement, [it], { declares: movement === "to-inland" });
    this.#promise(it, 1);
    this.#open.push(async () => {
      if (movement === "to-inland") await this.#cover(list, [it]);
      await this.#carryList("out", list, [it]);
      this.#promise(it, -1);
      this.#warehouse.carry(it.line, -it.pieces);
    });
  }

  async #slip(it: Piece, direction: string, more: object = {}): Promise<string> {
    const { slip } = await this.#bench.do<{ slip: string }>("stock-slip.declare", this.#account, {
      ...{ reference: this.#reference(), form: this.#form, ...more },
      lines: [this.#said({ line: this.#seq(it.line) }, it.pieces)],
    });
    await this.#carry(direction, { slips: [slip] });
    this.#slips.push(slip);
    this.#count("slips");
    return slip;
  }

  async #lend(): Promise<void> {
    const it = this.#somethingHere(40);
    if (!it) return this.#arrive();
    const slip = await this.#slip(it, "out");
    this.#warehouse.lend(it.line, it.pieces);
    this.#loans.push({ ...it, slip });
  }

  async #back(): Promise<void> {
    const loan = this.#loans.find(({ pieces }) => pieces > 0);
    if (!loan) return this.#lend();
    const pieces = 1 + this.#random.below(loan.pieces);
    await this.#slip({ line: loan.line, pieces }, "in", { returns: loan.slip });
    this.#warehouse.lend(loan.line, -pieces);
    this.#loans = this.#loans.map((each) =>
      each === loan ? { ...loan, pieces: loan.pieces - pieces } : each,
    );
  }

  async #transfer(other: Firm): Promise<void> {
    const it = this.#somethingHere();
    if (!it || other === this) return this.#arrive();
    const part = `P-${this.#random.below(PARTS)}`;
    const taken = await other.#declareTaken(part, it.pieces, this.#book);
    await this.#declare("to-book", [it], { otherList: taken.list });
    this.#warehouse.carry(it.line, -it.pieces);
    this.#warehouse.carry(taken.line, it.pieces);
    this.#count("transfers");
  }

  async #declareTaken(part: string, pieces: number, otherBook: string) {
    const { list, pieces: taken } = await this.#declareArrival("from-book", [{ part, pieces }], {
      otherBook,
    });
    return { list, line: taken[0]!.line };
  }

  async #cancel(): Promise<void> {
    const it = this.#somethingHere();
    if (!it) return this.#arrive();
    const list = await this.#declare("to-abroad", [it]);
    await this.#bench.do("bonded-list.delete", this.#account, { list, reason: "the buyer changed his mind" });
    this.#count("cancelled");
  }

  /** Goods are posted that never came: two officers reverse the list. */
  async #mistake(): Promise<void> {
    const { list, pieces } = await this.#declareArrival("from-abroad", this.#someParts());
    await this.#carryList("in", list, pieces);
    const { proposal } = await this.#bench.do<{ proposal: string }>("bonded-list.reverse", "officer-1", {
      ...{ list, reason: "another zone's goods" },
    });
    await this.#bench.do("proposal.confirm", "officer-2", { proposal });
    this.#count("reversed");
  }

  /** Goods break, and everybody knows: two officers write them off. */
  async #lose(): Promise<void> {
    const it = this.#somethingHere(3);
    if (!it) return;
    const { proposal } = await this.#bench.do<{ proposal: string }>("book-line.adjust", "officer-1", {
      ...{ line: it.line, status: "bonded", found: "less", reason: "broken in the shed" },
      ...quantities(it.pieces),
    });
    await this.#bench.do("proposal.confirm", "officer-2", { proposal });
    this.#warehouse.carry(it.line, -it.pieces);
    this.#count("written off");
  }

  /** More is asked for than can be there: it is refused, and nothing changes. */
  async #askTooMuch(): Promise<void> {
    const line = [...this.#lines.values()][0];
    if (line === undefined) return this.#arrive();
    const reply = await this.#try("to-abroad", [this.#said({ line: this.#seq(line) }, 4_000_000)]);
    if (told(reply) !== "invalid-request /lines/0")
      throw new Error(`4,000,000 pieces of ${line}: ${told(reply)}`);
    this.#count("refused");
  }
}

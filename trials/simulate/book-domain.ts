/** What must be true of books whatever the code says: a second account of every line's goods, kept from the raw entries. */
import { must } from "./violation.ts";

type Body = Readonly<Record<string, unknown>>;
type Moved = {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly declared: string;
  readonly lawful: string;
  readonly second?: string;
  readonly after: Readonly<Record<string, string>>;
  readonly usd?: string;
};

/** A book as habits need it. */
export type KnownBook = {
  readonly party: string;
  readonly office: string;
  readonly mode: string;
  readonly kind?: string;
  readonly validUntil: string;
  state: string;
  lines: number;
  change: boolean;
  pause: string;
};

/** A paper that moves goods: a list or a slip. */
export type KnownPaper = {
  readonly book: string;
  readonly movement: string;
  readonly status: string;
  readonly declares: boolean;
  readonly gate: boolean;
  readonly slips: readonly string[];
  /** Of a slip: the form, and the slip whose goods come back. */
  readonly form: string | undefined;
  readonly returns: string | undefined;
  readonly otherBook: string | undefined;
  otherList: string | undefined;
  /** Of a transfer: the day after which it is off. */
  readonly expires: string | undefined;
  state: string;
  /** The declaration that covers it. */
  declaration: string | undefined;
  /** What its approval moved. */
  readonly moved: readonly Moved[];
  /** In the declared unit: what was said, what is on passes, and what has passed. */
  readonly said: readonly bigint[];
  readonly onPasses: bigint[];
  readonly passed: bigint[];
};

/** A form as habits need it. */
export type KnownForm = {
  readonly book: string;
  readonly direction: string;
  readonly status: string;
  state: string;
};

/** A gate pass as habits need it. */
export type KnownPass = {
  readonly book: string;
  readonly kind: string;
  state: string;
  isDeclared: boolean;
};

type Taken = {
  readonly list: string;
  readonly lines: readonly { readonly index: number; readonly declared: string }[];
};

/** From where, by where, to where goods go, by what moves them. */
const WAYS: Readonly<Record<string, readonly [from: string, holds: string, to: string]>> = {
  "from-abroad": ["abroad", "*:coming", "*:stock"],
  "to-abroad": ["*:stock", "*:reserved", "abroad"],
  "from-inland": ["inland", "*:coming", "*:stock"],
  "to-inland": ["*:stock", "*:reserved", "inland"],
  "from-book": ["another-book", "*:coming", "*:stock"],
  "to-book": ["*:stock", "*:reserved", "another-book"],
  "batch-from-inland": ["*:entered", "*:claimed", "*:stock"],
  "batch-to-inland": ["*:away", "*:claimed", "inland"],
  release: ["*:stock", "*:reserved", "tax-paid:stock"],
  "out go": ["*:stock", "*:reserved", "*:away"],
  "out return": ["*:away", "*:claimed", "*:stock"],
  "in go": ["inland", "*:coming", "*:entered"],
  "in return": ["*:entered", "*:claimed", "inland"],
};

/** Which two places of a way an act moves goods between. */
const ACTS: Readonly<Record<string, readonly [from: 0 | 1 | 2, to: 0 | 1 | 2]>> = {
  approved: [0, 1],
  posted: [1, 2],
  deleted: [1, 0],
  reversed: [2, 0],
};

/** Hundred-thousandths out of a decimal text. */
const parts = (text: string): bigint => {
  const [whole = "0", rest = ""] = text.split(".");
  return BigInt(whole + rest.padEnd(5, "0"));
};

/** The ways that goods of a kind of book do not go. */
const KEPT: Readonly<Record<string, RegExp>> = {
  equipment: /^batch-from-/,
  display: /^batch-from-/,
  repair: /^batch-from-|-book$|^release$/,
};

const UNITS = ["declared", "lawful", "second"] as const;
const isOutside = (account: string): boolean => !account.includes(":");
const same = (a: readonly Moved[], b: readonly Moved[]): boolean => {
  const quantities = (all: readonly Moved[]): string =>
    JSON.stringify(all.map(({ line, declared, lawful, second }) => [line, declared, lawful, second ?? "0"]));
  return quantities(a) === quantities(b);
};

/** See the file's first line. */
export class BookDomain {
  readonly books = new Map<string, KnownBook>();
  readonly lists = new Map<string, KnownPaper>();
  readonly slips = new Map<string, KnownPaper>();
  readonly forms = new Map<string, KnownForm>();
  readonly passes = new Map<string, KnownPass>();
  /** The newest declaration that was filed for a list, whatever became of it. */
  readonly filedFor = new Map<string, string>();
  /** What lies on each account of each line, in each unit. */
  readonly #held = new Map<string, bigint>();
  /** All counts of all lines of a book, whatever the unit. */
  readonly #counts = new Map<string, bigint>();
  /** The dollars of each line. */
  readonly #usd = new Map<string, bigint>();
  /** Slips whose batch was posted. */
  readonly #settled = new Set<string>();
  /** Which list rests on a declaration. */
  readonly #covers = new Map<string, string>();
  /** The list that the next entry must end in the same way, because it is the other side of a transfer. */
  #otherSide: { readonly type: string; readonly list: string } | undefined;

  /** Takes the next entry in; throws a Violation when it may not be. */
  hear(type: string, body: Body): void {
    const text = (field: string): string => String(body[field]);
    this.#hearOtherSide(type, body);
    const steps: Readonly<Record<string, () => void>> = {
      "account-book.opened": () => this.#bookOpened(body),
      "account-book.decided": () =>
        this.#setBook(text("book"), { state: body.accept ? "effective" : "rejected" }),
      "account-book.change-filed": () => {
        must("one change of a book waits at a time", !this.books.get(text("book"))!.change, () =>
          text("book"),
        );
        this.#setBook(text("book"), { change: true });
      },
      "account-book.change-decided": () => this.#setBook(text("book"), { change: false }),
      "account-book.paused": () => this.#setBook(text("book"), { pause: text("pause") }),
      "account-book.closed": () => this.#bookClosed(text("book")),
      "book-line.opened": () => this.#lineOpened(text("book"), text("line"), Number(body.seq)),
      "book-line.adjusted": () => this.#adjusted(body),
      "book-line.paused": () => {},
      "bonded-list.approved": () => this.#listApproved(body),
      "bonded-list.covered": () => this.#listCovered(text("list"), text("declaration")),
      "bonded-list.posted": () => this.#listPosted(body),
      "bonded-list.deleted": () => this.#listEnded("deleted", body),
      "bonded-list.reversed": () => this.#listEnded("reversed", body),
      "business-form.filed": () => {
        const { book, direction, status = "bonded" } = body.request as Record<string, string>;
        this.forms.set(text("form"), { book: book!, direction: direction!, status, state: "filed" });
      },
      "business-form.decided": () => {
        this.forms.get(text("form"))!.state = body.accept ? "effective" : "rejected";
      },
      "business-form.closed": () => this.#formClosed(text("form")),
      "stock-slip.declared": () => this.#slipDeclared(body),
      "stock-slip.passed": () => this.#slipEnded("posted", "passed", body),
      "stock-slip.deleted": () => this.#slipEnded("deleted", "deleted", body),
      "gate-pass.approved": () => this.#passApproved(body),
      "gate-pass.passed": () => this.#passPassed(body),
      "gate-pass.voided": () => this.#passVoided(body),
    };
    steps[type]!();
  }

  /** True while the goods of a slip are neither back nor declared, as far as its own papers tell. */
  isOut(slip: string): boolean {
    return this.slips.get(slip)!.state !== "deleted" && !this.#settled.has(slip);
  }

  /** True when the goods of a slip went through the gate. */
  hasPassed(slip: string): boolean {
    return ["passed", "declared"].includes(this.slips.get(slip)!.state);
  }

  /** The list that rests on a declaration. */
  restsOn(declaration: string): string | undefined {
    return this.#covers.get(declaration);
  }

  /** What lies on a shelf of a line, in the declared unit. */
  declaredOn(line: string, account: string): bigint {
    return this.#held.get(`${line} ${account} declared`) ?? 0n;
  }

  /** The transfers that are still to be posted, and by when. */
  get due(): ReadonlyMap<string, string> {
    const open = [...this.lists].filter(
      ([, { state, expires }]) => state === "approved" && expires !== undefined,
    );
    return new Map(open.map(([list, { expires }]) => [list, expires!]));
  }

  /** Transfers whose days are over, with no goods on their way, that have not ended. */
  missedOn(day: string): readonly string[] {
    const isStill = (list: string | undefined): boolean =>
      list === undefined || this.lists.get(list)!.onPasses.every((on) => on === 0n);
    return [...this.due]
      .filter(([list, by]) => by < day && isStill(list) && isStill(this.lists.get(list)!.otherList))
      .map(([list]) => list);
  }

  #setBook(book: string, change: Partial<KnownBook>): void {
    Object.assign(this.books.get(book)!, change);
  }

  #bookOpened(body: Body): void {
    const request = body.request as Omit<KnownBook, "state" | "lines" | "change" | "pause">;
    const isOne = !["equipment", "repair"].includes(request.kind ?? "") || request.mode === "separate";
    must("equipment and goods to repair are kept one by one", isOne, () => String(body.number));
    this.books.set(String(body.number), {
      ...request,
      ...{ state: "declared", lines: 0, change: false, pause: "none" },
    });
  }

  #bookClosed(book: string): void {
    const counts = this.#counts.get(book) ?? 0n;
    must("a book that is closed is empty", counts === 0n, () => `${book}: ${counts}`);
    const open = [...this.lists, ...this.slips].find(
      ([, each]) => each.book === book && each.state === "approved",
    );
    must("a book that is closed has no paper under way", open === undefined, () => `${book}: ${open?.[0]}`);
    this.#setBook(book, { state: "closed" });
  }

  #lineOpened(book: string, line: string, seq: number): void {
    const it = this.books.get(book)!;
    must("lines of a book are numbered one by one", seq === it.lines + 1, () => `${line} after ${it.lines}`);
    it.lines = seq;
  }

  #takes(paper: string, book: string, inbound: boolean): void {
    const { state, pause } = this.books.get(book)!;
    must("only a book in force is moved", state === "effective", () => `${paper}: ${book} is ${state}`);
    const isPaused = pause === "both" || pause === (inbound ? "in" : "out");
    must("nothing moves in a paused book", !isPaused, () => `${paper}: ${book} is paused (${pause})`);
  }

  #listApproved(body: Body): void {
    const request = body.request as Record<string, unknown> & {
      readonly book: string;
      readonly movement: string;
      readonly declares: boolean;
      readonly lines: readonly { readonly declared: string }[];
    };
    const { book, movement, declares } = request;
    const list = String(body.list);
    const status = String(body.status);
    must("a list number is given once", !this.lists.has(list), () => list);
    this.#takes(list, book, movement.includes("from-"));
    const { kind = "logistics" } = this.books.get(book)!;
    must("goods go the ways of their kind of book", !KEPT[kind]?.test(movement), () => `${list}: ${kind}`);
    const crosses = /inland|release/.test(movement) && status === "bonded";
    must("no bonded goods cross the second line untold", !crosses || declares, () => list);
    const moved = body.moved as readonly Moved[];
    const slips = (body.slips as readonly string[] | undefined) ?? [];
    const [said, none] = [request.lines.map(({ declared }) => parts(declared)), request.lines.map(() => 0n)];
    const otherList = body.otherList as string | undefined;
    this.lists.set(list, {
      ...{
        book,
        movement,
        status,
        declares,
        slips,
        moved,
        said,
        state: "approved",
        declaration: undefined,
        gate: body.gate === true,
      },
      ...{ form: undefined, returns: undefined, otherBook: body.otherBook as string | undefined, otherList },
      expires: body.expires as string | undefined,
      ...{ onPasses: [...none], passed: [...none] },
    });
    if (otherList !== undefined) this.#paired(list, otherList);
    if (slips.length > 0) this.#batched(list, slips, moved);
    if (body.pass !== undefined) this.#declaredLater(list, String(body.pass), book);
    this.#move(movement, "approved", status, list, moved);
  }

  #paired(list: string, otherList: string): void {
    const [it, other] = [this.lists.get(list)!, this.lists.get(otherList)!];
    const fits = other.state === "approved" && other.otherBook === it.book && other.otherList === undefined;
    must("a transfer pairs two lists that name each other", fits, () => `${list} and ${otherList}`);
    const legal = (all: readonly Moved[]): string =>
      JSON.stringify(
        UNITS.slice(1).map((unit) =>
          all.reduce((sum, each) => sum + parts(each[unit] ?? "0"), 0n).toString(),
        ),
      );
    must(
      "both sides of a transfer have the same legal quantities",
      legal(it.moved) === legal(other.moved),
      () => list,
    );
    other.otherList = list;
  }

  #batched(list: string, slips: readonly string[], moved: readonly Moved[]): void {
    const sums = new Map<string, bigint>();
    for (const slip of slips) {
      const it = this.slips.get(slip)!;
      must(
        "a batch declares slips whose goods went",
        it.state === "passed",
        () => `${list}: ${slip} is ${it.state}`,
      );
      it.state = "declared";
      for (const each of it.moved)
        for (const unit of UNITS) {
          const key = `${each.line} ${unit}`;
          const amount = parts(each[unit] ?? "0");
          sums.set(key, (sums.get(key) ?? 0n) + (it.returns === undefined ? amount : -amount));
        }
    }
    for (const each of moved)
      for (const unit of UNITS) {
        const key = `${each.line} ${unit}`;
        sums.set(key, (sums.get(key) ?? 0n) - parts(each[unit] ?? "0"));
      }
    const differing = [...sums].find(([, sum]) => sum !== 0n);
    must("a batch is the sum of its slips", differing === undefined, () => `${list}: ${differing}`);
  }

  #declaredLater(list: string, pass: string, book: string): void {
    const it = this.passes.get(pass)!;
    const fits = it.kind === "enter-first" && it.state === "passed" && it.book === book && !it.isDeclared;
    must("goods that entered first are declared once", fits, () => `${list}: ${pass}`);
    it.isDeclared = true;
  }

  #listCovered(list: string, declaration: string): void {
    const it = this.lists.get(list)!;
    const waits = it.declares && it.declaration === undefined && it.state === "approved";
    must("a list is covered once, while it waits for it", waits, () => `${list}: ${declaration}`);
    const other = this.#covers.get(declaration);
    must("a declaration covers one list", other === undefined, () => `${declaration}: ${other}, ${list}`);
    this.#covers.set(declaration, list);
    it.declaration = declaration;
  }

  #listPosted(body: Body): void {
    const list = String(body.list);
    const it = this.lists.get(list)!;
    const isCovered =
      (body.declaration ?? undefined) === it.declaration && it.declares === (it.declaration !== undefined);
    must("a list that declares is posted with its declaration", isCovered, () => list);
    const isThere = !it.gate || it.said.every((quantity, index) => quantity === it.passed[index]);
    must("a list is posted when all its goods have passed", isThere, () => list);
    const { pause } = this.books.get(it.book)!;
    const isPaused = pause === "both" || pause === (it.movement.includes("from-") ? "in" : "out");
    must("nothing moves in a paused book", !isPaused, () => `${list}: ${it.book} is paused (${pause})`);
    this.#end(it, list, "posted", "approved", body);
    const waits = it.otherBook !== undefined && it.otherList === undefined;
    must("both sides of a transfer are posted, or neither", !waits, () => `${list} has no other side`);
    for (const slip of it.slips) this.#settled.add(slip);
    this.#awaitOtherSide("bonded-list.posted", it, "approved");
  }

  #listEnded(act: "deleted" | "reversed", body: Body): void {
    const list = String(body.list);
    const it = this.lists.get(list)!;
    this.#end(it, list, act, act === "deleted" ? "approved" : "posted", body);
    for (const { pass } of (body.undeclared as readonly { pass: string }[] | undefined) ?? [])
      this.passes.get(pass)!.isDeclared = false;
    if (it.declaration !== undefined) this.#covers.delete(it.declaration);
    if (act === "reversed") {
      this.#awaitOtherSide("bonded-list.reversed", it, "posted");
      return;
    }
    must(
      "what is on passes is not taken back",
      it.onPasses.every((on) => on === 0n),
      () => list,
    );
    for (const slip of it.slips) this.slips.get(slip)!.state = "passed";
    const other = it.otherList === undefined ? undefined : this.lists.get(it.otherList);
    if (other) other.otherList = undefined;
  }

  #end(it: KnownPaper, paper: string, act: string, before: string, body: Body): void {
    const moved = body.moved as readonly Moved[];
    must("a list ends once", it.state === before, () => `${paper}: ${act} after ${it.state}`);
    it.state = act;
    must(
      "a list ends with what it began with",
      same(it.moved, moved),
      () => `${paper}: ${JSON.stringify(moved)}`,
    );
    this.#move(it.movement, act, it.status, paper, moved);
  }

  #awaitOtherSide(type: string, { otherList }: KnownPaper, state: string): void {
    if (otherList !== undefined && this.lists.get(otherList)!.state === state)
      this.#otherSide = { type, list: otherList };
  }

  #hearOtherSide(type: string, body: Body): void {
    const awaited = this.#otherSide;
    this.#otherSide = undefined;
    if (!awaited) return;
    const isIt = awaited.type === type && awaited.list === body.list;
    must("both sides of a transfer are posted, or neither", isIt, () => `${type} instead of ${awaited.list}`);
  }

  #slipDeclared(body: Body): void {
    const slip = String(body.slip);
    const { form, book, direction, status } = body as Record<string, string>;
    const returns = (body.returns as string | null) ?? undefined;
    const kind = returns === undefined ? "go" : "return";
    const { state } = this.forms.get(form!)!;
    must(
      "goods move only under a form in force",
      state === "effective",
      () => `${slip}: ${form} is ${state}`,
    );
    this.#takes(slip, book!, (direction === "in") === (kind === "go"));
    const moved = body.moved as readonly Moved[];
    const movement = `${direction} ${kind}`;
    this.slips.set(slip, {
      ...{ book: book!, movement, status: status!, declares: false, gate: true, slips: [], form, returns },
      ...{ otherBook: undefined, otherList: undefined, expires: undefined, state: "approved", moved },
      ...{ declaration: undefined, said: [], onPasses: [], passed: [] },
    });
    this.#move(movement, "approved", status!, slip, moved);
    if (returns !== undefined) this.#comesBack(returns);
  }

  #comesBack(went: string): void {
    const left = new Map<string, bigint>();
    for (const [slip, it] of this.slips)
      if (it.state !== "deleted" && (slip === went || it.returns === went))
        for (const each of it.moved)
          left.set(
            each.line,
            (left.get(each.line) ?? 0n) + (slip === went ? 1n : -1n) * parts(each.declared),
          );
    const over = [...left].find(([, quantity]) => quantity < 0n);
    must("no more comes back than went", over === undefined, () => `${went}: ${over}`);
  }

  #slipEnded(act: string, state: string, body: Body): void {
    const slip = String(body.slip);
    const it = this.slips.get(slip)!;
    must("a slip ends once", it.state === "approved", () => `${slip}: ${act} after ${it.state}`);
    it.state = state;
    const moved = body.moved as readonly Moved[];
    must("a slip ends with what it began with", same(it.moved, moved), () => slip);
    this.#move(it.movement, act, it.status, slip, moved);
  }

  #formClosed(form: string): void {
    const it = this.forms.get(form)!;
    const left = new Map<string, bigint>();
    for (const [slip, each] of this.slips) {
      if (each.form !== form || each.state === "deleted") continue;
      must(
        "a form is closed when none of its goods move",
        each.state !== "approved",
        () => `${form}: ${slip}`,
      );
      if (each.state === "declared") continue;
      for (const { line, declared } of each.moved)
        left.set(line, (left.get(line) ?? 0n) + (each.returns === undefined ? 1n : -1n) * parts(declared));
    }
    const open = [...left].find(([, quantity]) => quantity !== 0n);
    must(
      "a form is closed when its goods are back or declared",
      open === undefined,
      () => `${form}: ${open}`,
    );
    it.state = "closed";
  }

  #passApproved(body: Body): void {
    const { book, kind } = body.request as Record<string, string>;
    const pass = String(body.pass);
    must("a pass number is given once", !this.passes.has(pass), () => pass);
    this.passes.set(pass, { book: book!, kind: kind!, state: "approved", isDeclared: false });
    this.#count(body.lists as readonly Taken[], "onPasses", 1n);
    for (const { list } of body.lists as readonly Taken[]) {
      const it = this.lists.get(list)!;
      const fits = it.said.every((quantity, index) => it.onPasses[index]! <= quantity);
      must("no more is on passes than a list says", fits, () => `${pass}: ${list}`);
      must("only an approved list goes on a pass", it.state === "approved", () => `${pass}: ${list}`);
      const isUntold = it.declares && it.declaration === undefined && it.movement.startsWith("to-");
      must("nothing leaves before its declaration", !isUntold, () => `${pass}: ${list}`);
    }
  }

  #count(lists: readonly Taken[], field: "onPasses" | "passed", sign: 1n | -1n): void {
    for (const { list, lines } of lists)
      for (const { index, declared } of lines) this.lists.get(list)![field][index]! += sign * parts(declared);
  }

  #passPassed(body: Body): void {
    this.#passEnds(body, "passed");
    const lists = body.lists as readonly Taken[];
    this.#count(lists, "passed", 1n);
    for (const { list } of lists) {
      const { passed, onPasses } = this.lists.get(list)!;
      const fits = passed.every((quantity, index) => quantity <= onPasses[index]!);
      must("no more passes than is on passes", fits, () => list);
    }
  }

  #passVoided(body: Body): void {
    this.#passEnds(body, "voided");
    this.#count(body.lists as readonly Taken[], "onPasses", -1n);
  }

  #passEnds(body: Body, state: string): void {
    const it = this.passes.get(String(body.pass))!;
    must("a pass ends once", it.state === "approved", () => `${body.pass}: ${state} after ${it.state}`);
    it.state = state;
  }

  #adjusted(body: Body): void {
    const [moved] = body.moved as readonly Moved[];
    const stock = `${body.status}:stock`;
    const isCount = [`found ${stock}`, `${stock} lost`].includes(`${moved!.from} ${moved!.to}`);
    must("a count only finds or loses", isCount, () => JSON.stringify(moved));
    this.#post(moved!);
  }

  #move(movement: string, act: string, status: string, paper: string, all: readonly Moved[]): void {
    const way = WAYS[movement]!.map((place) => place.replace("*", status));
    const [from, to] = ACTS[act]!.map((place) => way[place]!);
    for (const moved of all) {
      const isIt = from === moved.from && to === moved.to;
      must("goods go the way of their paper", isIt, () => `${paper}: ${moved.from} to ${moved.to}`);
      this.#post(moved);
    }
  }

  #post({ line, from, to, after, usd, ...quantities }: Moved): void {
    const book = line.slice(0, line.lastIndexOf("-"));
    for (const unit of UNITS) {
      const amount = parts(quantities[unit] ?? "0");
      const left = this.#add(`${line} ${from} ${unit}`, -amount);
      this.#add(`${line} ${to} ${unit}`, amount);
      const brought = (isOutside(from) ? amount : 0n) - (isOutside(to) ? amount : 0n);
      this.#counts.set(book, (this.#counts.get(book) ?? 0n) + brought);
      must(
        "no shelf is ever below zero",
        isOutside(from) || left >= 0n,
        () => `${line} ${from} ${unit} is ${left}`,
      );
    }
    for (const account of [from, to].filter((each) => !isOutside(each)))
      must(
        "an entry tells what lies there afterwards",
        this.declaredOn(line, account) === parts(after[account] ?? "none"),
        () => `${line} ${account} is told as ${after[account]}`,
      );
    if (usd === undefined) return;
    const worth = (this.#usd.get(line) ?? 0n) + (isOutside(to) ? -1n : 1n) * parts(usd);
    this.#usd.set(line, worth);
    must("goods are never worth less than nothing", worth >= 0n, () => `${line}: ${worth}`);
  }

  #add(account: string, amount: bigint): bigint {
    const sum = (this.#held.get(account) ?? 0n) + amount;
    this.#held.set(account, sum);
    return sum;
  }
}

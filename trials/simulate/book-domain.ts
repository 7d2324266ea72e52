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
  readonly after: Readonly<Record<"coming" | "stock" | "reserved", string>>;
};

/** A book as habits need it. */
export type KnownBook = {
  readonly party: string;
  readonly office: string;
  readonly mode: string;
  state: string;
  lines: number;
};

/** A list as habits need it. */
export type KnownList = {
  readonly book: string;
  readonly declares: boolean;
  readonly inbound: boolean;
  readonly outside: string;
  readonly status: string;
  state: string;
};

const STEPS: Readonly<Record<string, string>> = {
  "bonded-list.posted": "posted",
  "bonded-list.deleted": "deleted",
  "bonded-list.reversed": "reversed",
};
const OUTSIDE = new Set(["abroad", "inland", "lost", "found"]);
/** From where to where goods go, by what happens to their list and its direction. */
const WAYS: Readonly<Record<string, readonly [from: string, to: string]>> = {
  "approved in": ["outside", "coming"],
  "posted in": ["coming", "stock"],
  "deleted in": ["coming", "outside"],
  "approved out": ["stock", "reserved"],
  "posted out": ["reserved", "outside"],
  "deleted out": ["reserved", "stock"],
  "reversed in": ["stock", "outside"],
  "reversed out": ["outside", "stock"],
};

/** Hundred-thousandths out of a decimal text. */
const parts = (text: string): bigint => {
  const [whole = "0", rest = ""] = text.split(".");
  return BigInt(whole + rest.padEnd(5, "0"));
};

/** See the file's first line. */
export class BookDomain {
  readonly books = new Map<string, KnownBook>();
  readonly lists = new Map<string, KnownList>();
  /** What lies on each account of each line, in each unit. */
  readonly #held = new Map<string, bigint>();
  /** Which list was posted on a declaration. */
  readonly #covers = new Map<string, string>();
  /** What each open list has on its way: unit by unit, by line. */
  readonly #open = new Map<string, readonly Moved[]>();

  /** Takes the next entry in; throws a Violation when it may not be. */
  hear(type: string, body: Body): void {
    const text = (field: string): string => String(body[field]);
    if (type === "account-book.opened")
      this.books.set(text("number"), {
        ...(body.request as { party: string; office: string; mode: string }),
        state: "declared",
        lines: 0,
      });
    else if (type === "account-book.decided")
      this.books.get(text("book"))!.state = body.accept ? "effective" : "rejected";
    else if (type === "book-line.opened") this.#opened(text("book"), text("line"), Number(body.seq));
    else if (type === "bonded-list.approved") this.#approved(body);
    else if (type === "book-line.adjusted") this.#adjusted(body);
    else this.#ended(type, text("list"), body);
  }

  /** What lies on a shelf of a line, in the declared unit. */
  declaredOn(line: string, account: string): bigint {
    return this.#held.get(`${line} ${account} declared`) ?? 0n;
  }

  #opened(book: string, line: string, seq: number): void {
    const it = this.books.get(book)!;
    must("lines of a book are numbered one by one", seq === it.lines + 1, () => `${line} after ${it.lines}`);
    it.lines = seq;
  }

  #approved(body: Body): void {
    const request = body.request as { book: string; movement: string; declares: boolean };
    const list = String(body.list);
    must("a list number is given once", !this.lists.has(list), () => list);
    const { state } = this.books.get(request.book)!;
    must(
      "only a book in force is moved",
      state === "effective",
      () => `${list}: ${request.book} is ${state}`,
    );
    const inbound = request.movement.startsWith("from-");
    const crosses = request.movement.endsWith("inland") && body.status === "bonded";
    must("no bonded goods cross the second line untold", !crosses || request.declares, () => list);
    const { book, declares, movement } = request;
    const outside = movement.slice(movement.indexOf("-") + 1);
    const status = String(body.status);
    this.lists.set(list, { book, declares, inbound, outside, status, state: "approved" });
    const moved = body.moved as readonly Moved[];
    this.#open.set(list, moved);
    for (const each of moved) this.#move(list, each);
  }

  #ended(type: string, list: string, body: Body): void {
    const it = this.lists.get(list)!;
    const moved = body.moved as readonly Moved[];
    const isCovered = type !== "bonded-list.posted" || !it.declares || body.declaration !== null;
    must("a list that declares is posted with its declaration", isCovered, () => list);
    const { declaration } = body;
    if (type === "bonded-list.posted" && declaration) {
      const other = this.#covers.get(String(declaration));
      must("a declaration covers one list", other === undefined, () => `${declaration}: ${other}, ${list}`);
      this.#covers.set(String(declaration), list);
    }
    if (type === "bonded-list.reversed")
      for (const [number, covered] of this.#covers) if (covered === list) this.#covers.delete(number);
    const before = type === "bonded-list.reversed" ? "posted" : "approved";
    must("a list ends once", it.state === before, () => `${list}: ${type} after ${it.state}`);
    it.state = STEPS[type]!;
    const [open, same] = [this.#open.get(list)!, JSON.stringify];
    const quantities = (all: readonly Moved[]) =>
      all.map(({ line, declared, lawful, second }) => [line, declared, lawful, second ?? "0"]);
    must(
      "a list ends with what it began with",
      same(quantities(open)) === same(quantities(moved)),
      () => `${list}: ${same(open)} and then ${same(moved)}`,
    );
    if (it.state !== "posted") this.#open.delete(list);
    for (const each of moved) this.#move(list, each);
  }

  #adjusted(body: Body): void {
    const [moved] = body.moved as readonly Moved[];
    const stock = `${body.status}:stock`;
    const isCount = [`found ${stock}`, `${stock} lost`].includes(`${moved!.from} ${moved!.to}`);
    must("a count only finds or loses", isCount, () => JSON.stringify(moved));
    this.#post(moved!, String(body.status));
  }

  #move(list: string, moved: Moved): void {
    const { state, inbound, outside, status } = this.lists.get(list)!;
    const way = WAYS[`${state} ${inbound ? "in" : "out"}`]!.map((place) =>
      place === "outside" ? outside : `${status}:${place}`,
    );
    const isIt = way[0] === moved.from && way[1] === moved.to;
    must("goods go the way of their list", isIt, () => `${list}: ${moved.from} to ${moved.to}`);
    this.#post(moved, status);
  }

  #post({ line, from, to, after, ...quantities }: Moved, status: string): void {
    for (const unit of ["declared", "lawful", "second"] as const) {
      const amount = parts(quantities[unit] ?? "0");
      const left = this.#add(`${line} ${from} ${unit}`, -amount);
      this.#add(`${line} ${to} ${unit}`, amount);
      must(
        "no shelf is ever below zero",
        OUTSIDE.has(from) || left >= 0n,
        () => `${line} ${from} ${unit} is ${left}`,
      );
    }
    for (const shelf of ["coming", "stock", "reserved"] as const)
      must(
        "an entry tells what lies there afterwards",
        this.declaredOn(line, `${status}:${shelf}`) === parts(after[shelf]),
        () => `${line} ${shelf} is told as ${after[shelf]}`,
      );
  }

  #add(account: string, amount: bigint): bigint {
    const sum = (this.#held.get(account) ?? 0n) + amount;
    this.#held.set(account, sum);
    return sum;
  }
}

/**
 * What must be true of the journal whatever the code says: a second, much simpler account of declarations, guarantees,
 * authority, mandates, proposals and deadlines, kept from the raw entries. It imports nothing of the rooms it watches.
 */
import { BookDomain } from "./book-domain.ts";
import { must } from "./violation.ts";
import { ZoneDomain } from "./zone-domain.ts";

type Posting = { readonly from: string; readonly to: string; readonly amount: string } | null;
type Body = Readonly<Record<string, unknown>> & { readonly guaranteePosting?: Posting };

/** An entry as its bytes say, parsed and nothing more. */
export type Raw = {
  readonly position: number;
  readonly at: string;
  readonly type: string;
  readonly records: readonly string[];
  readonly actor: string;
  readonly command: string;
  readonly law: { readonly tariff?: string } | null;
  readonly body: Body;
};

/** A paper for whose taxes a guarantee stands in. */
type Secured = { readonly guarantee: string | undefined; reserved: bigint; called: boolean };

/** A form with what each of its slips that went put at stake. */
type KnownSecurity = Secured & { readonly stake: Map<string, bigint> };

/** What is known of a declaration. */
export type Known = {
  readonly number: string;
  readonly declarant: string;
  readonly trader: string;
  readonly office: string;
  state: "held" | "released" | "closed" | "withdrawn";
  holds: Set<string>;
  lane: string | null;
  tax: "none" | "due" | "guaranteed" | "paid" | "overdue";
  total: string;
  due: string | null;
  guarantee: string | undefined;
  reserved: bigint;
  called: boolean;
  versions: number;
  asked: readonly string[];
  given: Set<string>;
  amendment: boolean;
};

type Letter = {
  readonly party: string;
  readonly from: string;
  readonly until: string;
  readonly limit: bigint;
  reserved: bigint;
  called: bigint;
  paid: bigint;
};

/** What of a guarantee can still be reserved. */
export const freeIn = ({ limit, reserved, called, paid }: Letter): bigint => limit - reserved - called - paid;

type Edition = { readonly edition: string; readonly from: string };
type Grant = {
  readonly role: string;
  readonly place: string;
  readonly from: string;
  readonly until: string;
  readonly by: string;
};
type Proposal = { readonly by: string; readonly command: string; state: "open" | "confirmed" | "declined" };
type Taxes = Readonly<
  Record<"duty" | "additionalDuty" | "consumptionTax" | "vat" | "lateDeclarationFee" | "total", string>
>;
type Examined = {
  readonly lane: string | null;
  readonly due: string | null;
  readonly guaranteed: boolean;
  readonly taxes: Taxes;
  readonly holds: readonly { readonly kind: string }[];
  readonly documents: { readonly asked: readonly string[] };
  readonly facts: { readonly guarantee: { readonly covers: boolean } };
};

const fen = (yuan: string | undefined): bigint => BigInt((yuan ?? "0.00").replace(".", ""));
const EVER = "9999-12-31";
/** China keeps one time, eight hours before UTC. */
const AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** The day of an instant in Shanghai. */
export const dayAt = (at: string): string => new Date(Date.parse(at) + AHEAD_MS).toISOString().slice(0, 10);

/** 0.05 % of the tax for each day after the day it was due; below 50 CNY nothing. Fen. */
const lateCharge = (tax: bigint, due: string | null, day: string): bigint => {
  const days = due === null ? 0 : Math.max(0, (Date.parse(day) - Date.parse(due)) / DAY_MS);
  const charge = (tax * BigInt(days) * 5n + 5_000n) / 10_000n;
  return charge < 5_000n ? 0n : charge;
};

/** Which state each type of entry may meet, and none may meet another. */
const MEETS: Readonly<Record<string, readonly Known["state"][]>> = {
  "declaration.document-given": ["held"],
  "declaration.hold-cleared": ["held", "released"],
  "declaration.released": ["held"],
  "declaration.paid": ["held", "released"],
  "declaration.overdue": ["held", "released"],
  "declaration.amendment-requested": ["held"],
  "declaration.amendment-refused": ["held", "released"],
  "declaration.amended": ["held"],
  "declaration.withdrawn": ["held", "released"],
  "declaration.closed": ["released"],
};

/** Who may do what: the role, and where of the declaration it must be held. */
const BELONGS: Readonly<Record<string, readonly [role: string, at: (known: Known) => readonly string[]]>> = {
  "declaration.give-document": ["declarant", (it) => [`party/${it.declarant}`, `party/${it.trader}`]],
  "declaration.pay": ["declarant", (it) => [`party/${it.declarant}`, `party/${it.trader}`]],
  "declaration.request-amendment": ["declarant", (it) => [`party/${it.declarant}`]],
  "declaration.withdraw": ["declarant", (it) => [`party/${it.declarant}`]],
  "declaration.clear-hold": ["officer", (it) => [`office/${it.office}`]],
  "declaration.release": ["officer", (it) => [`office/${it.office}`]],
  "declaration.decide-amendment": ["officer", (it) => [`office/${it.office}`]],
  "declaration.close": ["officer", (it) => [`office/${it.office}`]],
};

/** Acts that one person alone never does. */
const TWO_PEOPLE = new Set(["party.person-erased", "book-line.adjusted", "guarantee.called"]);

/** A declaration in one of these states lets its goods go. */
const RELEASED = new Set(["released", "closed"]);
const BOOKISH = new Set([
  "account-book",
  "book-line",
  "bonded-list",
  "business-form",
  "stock-slip",
  "gate-pass",
]);

/** See the file's first lines. */
export class Domain {
  readonly declarations = new Map<string, Known>();
  readonly letters = new Map<string, Letter>();
  readonly grants = new Map<string, Grant[]>();
  readonly proposals = new Map<string, Proposal>();
  /** Parties with the credit level decided last. */
  readonly parties = new Map<string, string>();
  /** Parties whose person was erased. */
  readonly erased = new Set<string>();
  /** The rate for wine of each edition, in per cent, as those who made them know it. */
  readonly wine = new Map<string, number>();
  /** How many declarations were filed on each day. */
  readonly filedOn = new Map<string, number>();
  readonly #mandates = new Map<string, { from: string; until: string }>();
  readonly #rolesOf: (command: string) => readonly string[];
  readonly #editions: Edition[] = [];
  readonly books = new BookDomain();
  readonly #zones = new ZoneDomain();
  /** What forms have reserved of their guarantees. */
  readonly #forms = new Map<string, KnownSecurity>();
  readonly #references = new Set<string>();
  #before: Raw | undefined;

  /** `rolesOf` names the roles to which a command belongs. */
  constructor(rolesOf: (command: string) => readonly string[]) {
    this.#rolesOf = rolesOf;
  }

  /** Takes the next entry in; throws a Violation when it may not be. */
  hear(raw: Raw): void {
    this.#checkAuthority(raw);
    this.#checkTwoPeople(raw);
    const [noun] = raw.type.split(".");
    if (noun === "declaration") this.#hearDeclaration(raw);
    else if (BOOKISH.has(noun!)) this.#hearBook(raw);
    else if (noun === "zone") this.#zones.hear(raw.type, raw.body);
    else this.#hearRegister(raw);
    this.#before = raw;
  }

  #hearBook(raw: Raw): void {
    this.books.hear(raw.type, raw.body);
    if (raw.type === "bonded-list.covered") {
      const { state } = this.declarations.get(String(raw.body.declaration))!;
      must("only a released declaration covers a list", RELEASED.has(state), () => `${told(raw)}: ${state}`);
    }
    if (raw.type === "business-form.filed") {
      const { guarantee } = raw.body.request as { guarantee?: string };
      this.#forms.set(String(raw.body.form), { guarantee, reserved: 0n, called: false, stake: new Map() });
    }
    if (raw.body.guaranteePosting) this.#post(raw, this.#forms.get(String(raw.body.form))!);
    if (raw.type === "stock-slip.declared") this.#slipAtStake(raw);
    if (raw.type === "business-form.closed") {
      const { reserved } = this.#forms.get(String(raw.body.form))!;
      must("what was reserved for a form is given back at its end", reserved === 0n, () => told(raw));
    }
  }

  #hearCall(raw: Raw): void {
    const paper = String(raw.body.paper);
    const declaration = this.declarations.get(paper);
    const isLate = declaration === undefined || declaration.tax === "overdue";
    must("a guarantor is called upon for what is overdue", raw.type !== "guarantee.called" || isLate, () =>
      told(raw),
    );
    this.#post(raw, declaration ?? this.#forms.get(paper)!);
  }

  /** What is out under a form, less what came back, never owes more than is reserved for it. */
  #slipAtStake(raw: Raw): void {
    const { slip, form, stake, returns, direction } = raw.body as Readonly<Record<string, string | null>>;
    const it = this.#forms.get(form!)!;
    const isSecured = stake !== undefined || it.reserved === 0n || direction !== "out";
    must("goods that leave untaxed are secured", isSecured, () => told(raw));
    if (stake === undefined) return;
    it.stake.set(slip!, returns === null ? BigInt(stake!) : -BigInt(stake!));
    if (returns !== null) return;
    const out = [...it.stake].reduce((sum, [each, fen]) => {
      const counts = this.books.isOut(each) && (fen > 0n || this.books.hasPassed(each));
      return counts ? sum + fen : sum;
    }, 0n);
    must("no more tax is at stake than is reserved", out <= it.reserved, () => `${told(raw)}: ${out}`);
  }

  /** The grants an account holds on a day. */
  held(account: string, day: string): readonly Grant[] {
    return (this.grants.get(account) ?? []).filter(({ from, until }) => from <= day && day <= until);
  }

  /** True when an account holds a role at one of the places or for the whole installation. */
  holds(account: string, role: string, places: readonly string[], day: string): boolean {
    if (account === "installation") return role !== "clock" || places.length > 0;
    if (account === "clock") return role === "clock";
    return this.held(account, day).some(
      (grant) => grant.role === role && (grant.place === "*" || places.includes(grant.place)),
    );
  }

  /** Which record is due on which day: the bills that can still become overdue, and the transfers that can expire. */
  get due(): ReadonlyMap<string, string> {
    return new Map([
      ...this.#owed.map(({ number, due }) => [`declaration/${number}`, due!] as const),
      ...[...this.books.due].map(([list, by]) => [`bonded-list/${list}`, by] as const),
    ]);
  }

  get #owed(): readonly Known[] {
    return [...this.declarations.values()].filter(
      ({ tax, due, state }) =>
        (tax === "due" || tax === "guaranteed") && state !== "withdrawn" && due !== null,
    );
  }

  /** What is overdue and not paid. */
  get overdue(): readonly Known[] {
    return [...this.declarations.values()].filter(
      ({ tax, state }) => tax === "overdue" && state !== "withdrawn",
    );
  }

  /** Declarations whose day to pay is over and that are not known as overdue. */
  unpaidOn(day: string): readonly Known[] {
    return this.#owed.filter(({ due }) => due! < day);
  }

  /** What the clock should have done by a day, and has not. */
  missedOn(day: string): readonly string[] {
    return [...this.unpaidOn(day).map(({ number }) => number), ...this.books.missedOn(day)];
  }

  #checkAuthority(raw: Raw): void {
    const rule = BELONGS[raw.command];
    const day = dayAt(raw.at);
    const hasRole =
      raw.actor === "installation" ||
      (raw.actor === "clock" && this.#rolesOf(raw.command).includes("clock")) ||
      this.held(raw.actor, day).some(({ role }) => this.#rolesOf(raw.command).includes(role));
    must("a stranger does nothing", hasRole, () => `${told(raw)} by ${raw.actor}`);
    const known = this.declarations.get(String(raw.body.declaration ?? ""));
    const may = !rule || !known || this.holds(raw.actor, rule[0], rule[1](known), day);
    must("who acts holds the role that the act belongs to", may, () => `${told(raw)} by ${raw.actor}`);
  }

  #checkTwoPeople(raw: Raw): void {
    const known = this.declarations.get(String(raw.body.declaration ?? ""));
    const isForTwo =
      TWO_PEOPLE.has(raw.type) || (raw.type === "declaration.withdrawn" && known?.state === "released");
    if (!isForTwo) return;
    const { type, position, actor, body } = this.#before ?? raw;
    const proposal = this.proposals.get(String(body.proposal ?? ""));
    must(
      "an act for two people has two",
      type === "proposal.confirmed" &&
        position === raw.position - 1 &&
        actor === raw.actor &&
        proposal?.by !== actor,
      () => `${told(raw)} by ${raw.actor}, proposed by ${proposal?.by ?? "nobody"}`,
    );
  }

  #hearRegister({ type, actor, body, at, ...raw }: Raw): void {
    const text = (field: string): string => String(body[field]);
    const until = body.until === undefined ? EVER : text("until");
    if (type === "guarantee.called" || type === "guarantee.settled")
      return void this.#hearCall({ type, actor, body, at, ...raw });
    if (type === "guarantee.opened") {
      const limit = BigInt((body.posting as { amount: string }).amount);
      this.letters.set(text("guarantee"), {
        party: text("party"),
        from: text("from"),
        until,
        limit,
        ...{ reserved: 0n, called: 0n, paid: 0n },
      });
    } else if (type === "tariff.adopted" || type === "tariff.reverted") {
      if (type === "tariff.adopted") this.#checkTenfold(text("edition"), text("from"), body.accepted);
      this.#editions.push({ edition: text("edition"), from: text("from") });
    } else if (type === "authority.granted") {
      const grant = { role: text("role"), place: text("place"), from: text("from"), until, by: actor };
      this.grants.set(text("holder"), [...(this.grants.get(text("holder")) ?? []), grant]);
    } else if (type === "authority.revoked") {
      const kept = (this.grants.get(text("holder")) ?? []).filter(
        ({ role, place, by }) =>
          role !== body.role || place !== body.place || (body.of !== undefined && by !== body.of),
      );
      this.grants.set(text("holder"), kept);
    } else if (type === "mandate.given") {
      this.#mandates.set(`${text("party")}:${text("broker")}`, { from: text("from"), until });
    } else if (type === "mandate.withdrawn") this.#mandates.delete(`${text("party")}:${text("broker")}`);
    else if (type === "proposal.opened")
      this.proposals.set(text("proposal"), { by: actor, command: text("command"), state: "open" });
    else if (type === "proposal.confirmed" || type === "proposal.declined") {
      const proposal = this.proposals.get(text("proposal"));
      must("a proposal is settled once", proposal?.state === "open", () =>
        told({ type, actor, body, at, ...raw }),
      );
      proposal!.state = type === "proposal.confirmed" ? "confirmed" : "declined";
    } else if (type === "party.registered") this.parties.set(text("party"), text("credit"));
    else if (type === "party.credit-set") this.parties.set(text("party"), text("level"));
    else if (type === "party.person-erased") this.erased.add(text("party"));
  }

  /** An edition whose rate is more than ten times that of the edition in force, or less than a tenth, is accepted by name. */
  #checkTenfold(edition: string, from: string, accepted: unknown): void {
    const [now, before] = [edition, this.#editionOn(from) ?? ""].map((each) => this.wine.get(each));
    if (now === undefined || before === undefined || Object.keys(accepted ?? {}).length > 0) return;
    must(
      "no rate moves tenfold unseen",
      now <= 10 * before && before <= 10 * now,
      () => `wine from ${before} to ${now} % on ${from}`,
    );
  }

  #hearDeclaration(raw: Raw): void {
    if (raw.type === "declaration.filed") return void this.#hearFiled(raw);
    const known = this.declarations.get(String(raw.body.declaration));
    must("an entry belongs to a declaration that was filed", known !== undefined, () => told(raw));
    const it = known!;
    const meets = MEETS[raw.type] ?? [];
    must("no forbidden transition", meets.includes(it.state), () => `${told(raw)} meets ${it.state}`);
    this.#step(raw, it);
  }

  #hearFiled(raw: Raw): void {
    const request = raw.body.request as Readonly<Record<string, string>>;
    const number = String(raw.body.number);
    const name = `${request.declarant} ${request.reference}`;
    must("a declarant's reference is bound once", !this.#references.has(name), () => `${told(raw)}: ${name}`);
    this.#references.add(name);
    must("a number is given once", !this.declarations.has(number), () => told(raw));
    const { declarant, trader, office } = request as { declarant: string; trader: string; office: string };
    const day = request.day ?? dayAt(raw.at);
    this.#checkDeclarant(raw, declarant, trader, day);
    const it: Known = {
      number,
      declarant,
      trader,
      office,
      state: raw.body.state as Known["state"],
      holds: new Set(),
      lane: null,
      tax: "none",
      total: "0.00",
      due: null,
      guarantee: request.guarantee,
      reserved: 0n,
      versions: 0,
      asked: [],
      given: new Set(),
      called: false,
      amendment: false,
    };
    this.declarations.set(number, it);
    const [, list] = /^for-(QD\w{16})/.exec(request.reference!) ?? [];
    if (list) this.books.filedFor.set(list, number);
    this.filedOn.set(dayAt(raw.at), (this.filedOn.get(dayAt(raw.at)) ?? 0) + 1);
    for (const { kind } of request.documents as unknown as readonly { kind: string }[]) it.given.add(kind);
    this.#examined(raw, it, raw.body.examination as Examined, day);
    must(
      "what is held for something is not released",
      (it.state === "released") === (it.holds.size === 0),
      () => told(raw),
    );
  }

  #checkDeclarant(raw: Raw, declarant: string, trader: string, day: string): void {
    if (raw.command !== "declaration.file") return;
    const may = this.holds(raw.actor, "declarant", [`party/${declarant}`], day);
    must(
      "who acts holds the role that the act belongs to",
      may,
      () => `${told(raw)} by ${raw.actor} for ${declarant}`,
    );
    const mandate = this.#mandates.get(`${trader}:${declarant}`);
    const isMandated =
      declarant === trader || (mandate !== undefined && mandate.from <= day && day <= mandate.until);
    must("a broker declares under a mandate", isMandated, () => `${told(raw)}: ${declarant} for ${trader}`);
  }

  /** A version was examined: what is owed, what is reserved for it and what holds it. */
  #examined(raw: Raw, it: Known, examination: Examined, day: string): void {
    const { taxes, due, guaranteed, holds, lane, documents } = examination;
    const parts = [
      taxes.duty,
      taxes.additionalDuty,
      taxes.consumptionTax,
      taxes.vat,
      taxes.lateDeclarationFee,
    ];
    const sum = parts.reduce((total, part) => total + fen(part), 0n);
    must(
      "a bill is the sum of its taxes",
      sum === fen(taxes.total),
      () => `${told(raw)}: ${JSON.stringify(taxes)}`,
    );
    this.#checkCovered(raw, it, examination, day);
    must("goods are assessed on the edition in force", raw.law?.tariff === this.#editionOn(day), () =>
      told(raw),
    );
    this.#post(raw, it);
    it.versions += 1;
    it.total = taxes.total;
    it.due = due;
    it.lane = lane;
    it.asked = documents.asked;
    it.holds = new Set(holds.map(({ kind }) => kind));
    const owed = fen(taxes.total) > 0n;
    it.tax = !owed ? "none" : raw.body.overdue === true ? "overdue" : guaranteed ? "guaranteed" : "due";
    const reserved = guaranteed ? fen(taxes.total) : 0n;
    must(
      "what is guaranteed is reserved, and nothing else",
      it.reserved === reserved,
      () => `${told(raw)}: ${it.reserved} of ${reserved}`,
    );
  }

  /** Of the editions that hold on a day the one from the latest day; of those from one day the one adopted last. */
  #editionOn(day: string): string | undefined {
    const holding = this.#editions.filter(({ from }) => from <= day);
    return holding.reduce<Edition | undefined>(
      (best, each) => (best && best.from > each.from ? best : each),
      undefined,
    )?.edition;
  }

  /** A guarantee secures a bill exactly when it is in force and has that much left. */
  #checkCovered(raw: Raw, it: Known, { facts, taxes }: Examined, day: string): void {
    const letter = this.letters.get(it.guarantee ?? "");
    const missing = fen(taxes.total) > it.reserved ? fen(taxes.total) - it.reserved : 0n;
    const isCovered =
      letter !== undefined && letter.from <= day && day <= letter.until && missing <= freeIn(letter);
    const seen = (): string => `${told(raw)}: ${missing} of ${letter && freeIn(letter)} on ${day}`;
    must("a guarantee covers what it can, and nothing more", facts.guarantee.covers === isCovered, seen);
    const isOurs = letter === undefined || letter.party === it.trader || letter.party === it.declarant;
    must("nobody uses the guarantee of others", isOurs, () => `${told(raw)}: ${it.guarantee}`);
  }

  #post(raw: Raw, it: Secured): void {
    const posting = raw.body.guaranteePosting;
    if (!posting) return;
    const letter = this.letters.get(it.guarantee ?? "");
    must("a posting names its guarantee", letter !== undefined, () => told(raw));
    const { from, to } = posting;
    const amount = BigInt(posting.amount);
    // What a guarantor was called for still stands in for the paper; what was paid is used up for ever.
    const holds = (account: string): bigint => (account === "reserved" || account === "called" ? amount : 0n);
    it.reserved += holds(to) - holds(from);
    for (const account of ["reserved", "called", "paid"] as const)
      letter![account] += (to === account ? amount : 0n) - (from === account ? amount : 0n);
    if (from === "reserved" && to === "called") it.called = true;
    else if (from === "called" || from === "reserved")
      must("what was called comes out of what was called", it.called === (from === "called"), () =>
        told(raw),
      );
    if (to !== "called") it.called = false;
    const isBalanced = it.reserved >= 0n && letter!.reserved >= 0n && letter!.called >= 0n;
    must("a guarantee is never overdrawn", isBalanced && freeIn(letter!) >= 0n, () => told(raw));
  }

  #step(raw: Raw, it: Known): void {
    const { body } = raw;
    const acts: Readonly<Record<string, () => void>> = {
      "declaration.document-given": () => it.given.add(String(body.kind)),
      "declaration.hold-cleared": () => {
        const missing = body.hold === "documents" ? it.asked.filter((kind) => !it.given.has(kind)) : [];
        must(
          "papers that were asked for are given first",
          missing.length === 0,
          () => `${told(raw)}: ${missing}`,
        );
        must("a hold is settled once", it.holds.delete(String(body.hold)), () => told(raw));
      },
      "declaration.released": () => {
        must(
          "what is held for something is not released",
          it.holds.size === 0,
          () => `${told(raw)}: ${[...it.holds]}`,
        );
        must("nothing is released while its amendment waits", !it.amendment, () => told(raw));
        it.state = "released";
      },
      "declaration.paid": () => this.#paid(raw, it),
      "declaration.overdue": () => {
        const isDue =
          (it.tax === "due" || it.tax === "guaranteed") &&
          it.due === body.due &&
          dayAt(raw.at) > String(body.due);
        must("a deadline acts once, when it is due", isDue, () => `${told(raw)}: ${it.tax}, due ${it.due}`);
        it.tax = "overdue";
      },
      "declaration.amendment-requested": () => {
        must("one amendment waits at a time", !it.amendment, () => told(raw));
        it.amendment = true;
      },
      "declaration.amendment-refused": () => {
        it.amendment = false;
      },
      "declaration.amended": () => this.#amended(raw, it),
      "declaration.withdrawn": () => this.#withdrawn(raw, it),
      "declaration.closed": () => {
        must("nothing is owed when a declaration is closed", it.tax === "none" || it.tax === "paid", () =>
          told(raw),
        );
        it.state = "closed";
      },
    };
    acts[raw.type]!();
  }

  #paid(raw: Raw, it: Known): void {
    const { amount, latePaymentCharge, state } = raw.body as unknown as Readonly<Record<string, string>>;
    const isOwed = it.tax !== "none" && it.tax !== "paid";
    const late = lateCharge(fen(it.total), it.due, dayAt(raw.at));
    must(
      "a bill is paid once, and whole",
      isOwed && fen(latePaymentCharge) === late && fen(amount) === fen(it.total) + late,
      () => `${told(raw)}: ${amount} instead of ${it.total} and ${late} fen`,
    );
    this.#post(raw, it);
    must(
      "what was reserved is given back when it is paid",
      it.reserved === 0n,
      () => `${told(raw)}: ${it.reserved}`,
    );
    it.tax = "paid";
    it.holds.delete("tax");
    if (state === "released")
      must("what is held for something is not released", it.holds.size === 0, () => told(raw));
    it.state = state as Known["state"];
  }

  #amended(raw: Raw, it: Known): void {
    const content = raw.body.content as { guarantee?: string; documents: readonly { kind: string }[] };
    must("an amendment was asked for", it.amendment, () => told(raw));
    it.amendment = false;
    it.guarantee = content.guarantee;
    for (const { kind } of content.documents) it.given.add(kind);
    this.#examined(
      raw,
      it,
      raw.body.examination as Examined,
      (raw.body.examination as { day: string } & Examined).day,
    );
  }

  #withdrawn(raw: Raw, it: Known): void {
    this.#post(raw, it);
    must(
      "what was reserved is given back at a withdrawal",
      it.reserved === 0n,
      () => `${told(raw)}: ${it.reserved}`,
    );
    const list = this.books.restsOn(it.number);
    must("a declaration stays while a list rests on it", list === undefined, () => `${told(raw)}: ${list}`);
    it.state = "withdrawn";
    it.holds.clear();
    it.amendment = false;
  }
}

const told = ({ position, type, command }: Raw): string => `entry ${position} (${type}, ${command})`;

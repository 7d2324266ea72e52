/** What enterprises do with their books, and officers with the papers: mostly what can be done, now and then too much. */
import { goods } from "../../server/desk/test-bench.ts";
import type { Random } from "../random.ts";
import type { BookDomain, KnownBook, KnownPaper } from "./book-domain.ts";
import type { Mood } from "./mood.ts";
import { GUARANTEES, OFFICES, PEOPLE, TRADERS } from "./people.ts";

type Act = { readonly command: string; readonly actor: string; readonly request: object };

/** What these habits look at. */
export type BookScene = {
  readonly random: Random;
  readonly mood: Mood;
  readonly books: BookDomain;
  /** Makes a reference its own. */
  readonly turn: number;
};

const GOODS = {
  part: "P-1",
  commodity: "2204210000",
  description: "wine",
  origin: "FR",
  unit: "L",
  lawfulUnit: "L",
  secondUnit: "kg",
};
/** Few books, so that many papers meet on few lines. */
const HOLDERS = 6;
/** Habits look at what is newest, so that they meet. */
const NEWEST = 12;

const at = (random: Random, role: string, place: string): string =>
  random.pick(PEOPLE.filter((person) => person.role === role && person.place === place)).account;

const newest = <Key, Value>(map: ReadonlyMap<Key, Value>, fits: (value: Value) => boolean): [Key, Value][] =>
  [...map].filter(([, value]) => fits(value)).slice(-NEWEST);

const WEIGHTS = {
  ...{
    declare: 30,
    pass: 26,
    passage: 26,
    cover: 20,
    post: 6,
    remove: 3,
    correct: 5,
    form: 5,
    slip: 18,
    batch: 8,
  },
  ...{ transfer: 16, change: 3, pause: 2, decide: 6, closeForm: 4, closeBook: 2 },
};

/** One of them. */
export const bookAct = (scene: BookScene): Act => {
  const { random, mood, books } = scene;
  const waiting = newest(books.books, ({ state }) => state === "declared");
  if (waiting.length > 0) return decide(scene, ...random.pick(waiting));
  const inForce = [...books.books].filter(
    ([, { state, validUntil }]) => state === "effective" && validUntil > "2030",
  );
  if (inForce.length < HOLDERS) return open(scene);
  const [number, book] = random.pick(inForce);
  const acts: Readonly<Record<keyof typeof WEIGHTS, () => Act | undefined>> = {
    declare: () => declare(scene, number, book),
    pass: () => askPass(scene, number, book),
    passage: () => passage(scene),
    cover: () => cover(scene),
    post: () => post(scene),
    remove: () => remove(scene),
    correct: () => correct(scene, number, book),
    form: () => fileForm(scene, number, book),
    slip: () => declareSlip(scene),
    batch: () => declareBatch(scene),
    transfer: () => transfer(scene, inForce),
    change: () => change(scene, number, book),
    pause: () => pause(scene, number, book),
    decide: () => decideForm(scene),
    closeForm: () => closeForm(scene),
    closeBook: () => closeBook(scene, inForce),
  };
  return acts[mood.pick(random, WEIGHTS)]() ?? declare(scene, number, book);
};

/** A book of which no paper is under way, as far as one sees. */
const closeBook = (scene: BookScene, inForce: readonly (readonly [string, KnownBook])[]): Act | undefined => {
  const { random, books } = scene;
  const busy = new Set(
    [...books.lists.values(), ...books.slips.values(), ...books.passes.values()]
      .filter(({ state }) => state === "approved")
      .map(({ book }) => book),
  );
  for (const { book, state } of books.forms.values())
    if (state !== "closed" && state !== "rejected") busy.add(book);
  const idle = inForce.filter(([book]) => !busy.has(book));
  if (idle.length === 0) return undefined;
  const [book, it] = random.pick(idle);
  return trader(scene, it, "account-book.close", { book, reason: "moved away" });
};

const trader = ({ random }: BookScene, { party }: KnownBook, command: string, request: object): Act => ({
  command,
  actor: at(random, "declarant", `party/${party}`),
  request,
});

const officer = ({ random }: BookScene, { office }: KnownBook, command: string, request: object): Act => ({
  command,
  actor: at(random, "officer", `office/${office}`),
  request,
});

const open = ({ random, turn }: BookScene): Act => {
  const party = TRADERS[random.below(HOLDERS)]!;
  return {
    command: "account-book.open",
    actor: at(random, "declarant", `party/${party}`),
    request: {
      reference: `book-${turn}`,
      zone: random.pick(["waigaoqiao", "yangshan"]),
      office: random.pick(OFFICES),
      party,
      mode: random.pick(["accumulate", "accumulate", "separate"]),
      ...(random.chance(25) && { kind: random.pick(["equipment", "display", "repair"]) }),
      validUntil: random.chance(97) ? "2030-12-31" : "2026-03-20",
    },
  };
};

const decide = (scene: BookScene, book: string, it: KnownBook): Act =>
  officer(scene, it, "account-book.decide", { book, accept: scene.random.chance(90), reason: "looked at" });

const seqOf = (line: string): number => Number(line.slice(line.lastIndexOf("-") + 1));

const PIECE = 100_000n;
const quantitiesOf = (pieces: number | string) => {
  const declared = String(pieces);
  return { declared, lawful: declared, second: declared, netMassKg: declared, grossMassKg: declared };
};
const value = { amount: "100", currency: "USD" };

const lineOf = ({ random }: BookScene, which: object, pieces: number | string): object => ({
  ...which,
  ...quantitiesOf(pieces),
  value: random.chance(97) ? value : { ...value, currency: random.pick(["CNY", "EUR"]) },
});

const someLine = (
  { random, books }: BookScene,
  book: string,
  it: KnownBook,
  inbound: boolean,
  shelf: string,
) => {
  const line = it.lines === 0 ? 1 : 1 + random.below(it.lines);
  const isNew = inbound && (it.mode === "separate" || it.lines === 0 || random.chance(10));
  const free = Number(books.declaredOn(`${book}-${line}`, shelf) / PIECE);
  const pieces = inbound ? 1 + random.below(40) : Math.max(1, free - 3 + random.below(5));
  return {
    which: isNew ? { goods: GOODS } : { line },
    pieces: random.chance(50) ? pieces : Math.ceil(pieces / 3),
  };
};

const listOf = (book: string, turn: number, movement: string, lines: readonly object[]) => ({
  ...{ reference: `list-${turn}`, book, movement, procedure: "5034", transportMode: "2", lines },
});

const declare = (scene: BookScene, book: string, it: KnownBook): Act => {
  const { random, turn, books } = scene;
  const inbound = it.lines === 0 || random.chance(45);
  const outside = random.chance(80) ? "abroad" : "inland";
  const movement = !inbound && random.chance(10) ? "release" : `${inbound ? "from" : "to"}-${outside}`;
  const status = random.chance(5) ? random.pick(["tax-paid", "transit", "non-bonded"]) : "bonded";
  // Now and then goods are to go inland, or in tax-paid, with nobody told.
  const owes = outside === "inland" || status === "tax-paid" || movement === "release";
  const { which, pieces } = someLine(scene, book, it, inbound, `${status}:stock`);
  const entered = newest(
    books.passes,
    (pass) => pass.kind === "enter-first" && (!pass.isDeclared || random.chance(30)) && pass.book === book,
  );
  const pass =
    movement === "from-abroad" && entered.length > 0 && random.chance(40) && random.pick(entered)[0];
  return trader(scene, it, "bonded-list.declare", {
    ...listOf(book, turn, movement, [
      lineOf(scene, which, pieces),
      ...(random.chance(30)
        ? [lineOf(scene, someLine(scene, book, it, inbound, `${status}:stock`).which, 1)]
        : []),
    ]),
    ...{ status, declares: random.chance(owes ? 70 : 5) },
    ...(pass && { pass }),
  });
};

/** A line of a book that has so many pieces free, and one more; any line where none has. */
const richLine = (
  { random, books }: BookScene,
  book: string,
  { lines }: KnownBook,
  pieces: bigint,
): number => {
  const all = Array.from({ length: Math.max(1, lines) }, (_, index) => index + 1);
  const rich = all.filter((line) => books.declaredOn(`${book}-${line}`, "bonded:stock") > pieces * PIECE);
  return random.pick(rich.length > 0 ? rich : all);
};

/** Another book's holder announces goods, or the sender answers a list that waits for it. */
const transfer = (scene: BookScene, inForce: readonly (readonly [string, KnownBook])[]): Act | undefined => {
  const { random, turn, books } = scene;
  const waiting = newest(
    books.lists,
    ({ movement, state, otherList }) =>
      movement === "from-book" && state === "approved" && otherList === undefined,
  );
  if (waiting.length > 0 && random.chance(65)) {
    const [otherList, taken] = random.pick(waiting);
    const sender = random.chance(95) ? taken.otherBook! : random.pick(inForce)[0];
    const it = books.books.get(sender)!;
    const pieces = taken.said[0]! / PIECE;
    const line = richLine(scene, sender, it, pieces);
    return trader(scene, it, "bonded-list.declare", {
      ...listOf(sender, turn, "to-book", [
        lineOf(scene, { line }, String(random.chance(85) ? pieces : pieces + 1n)),
      ]),
      ...{ declares: false, otherList },
    });
  }
  const [[receiver, it], [sender]] = [random.pick(inForce), random.pick(inForce)];
  const { which } = someLine(scene, receiver, it, true, "bonded:stock");
  return trader(scene, it, "bonded-list.declare", {
    ...listOf(receiver, turn, "from-book", [lineOf(scene, which, 1 + random.below(8))]),
    ...{ declares: false, otherBook: sender },
  });
};

const isOpen = ({ state, gate }: KnownPaper): boolean => state === "approved" && gate;

const directionOf = ({ movement }: KnownPaper): string =>
  movement.startsWith("from-") || movement === "in go" || movement === "out return" ? "in" : "out";

const askPass = (scene: BookScene, number: string, book: KnownBook): Act => {
  const { random, turn, books } = scene;
  const pass = (of: string, it: KnownBook, more: object): Act =>
    trader(scene, it, "gate-pass.request", {
      ...{ reference: `pass-${turn}`, book: of, kind: "papers", direction: "in", vehicle: "HU-A12345" },
      ...{ grossMassKg: "100", ...more },
    });
  if (random.chance(12))
    return pass(number, book, {
      ...{ kind: "enter-first", transportDocument: "BL-1234", description: "wine" },
    });
  const lists = newest(
    books.lists,
    (it) => isOpen(it) && (random.chance(10) || it.said.some((said, index) => it.onPasses[index]! < said)),
  );
  const slips = newest(books.slips, isOpen);
  const [papers, field] =
    slips.length > 0 && random.chance(40) ? ([slips, "slips"] as const) : ([lists, "lists"] as const);
  if (papers.length === 0)
    return pass(number, book, { kind: "empty-vehicle", grossMassKg: "0", direction: "out" });
  const [paper, it] = random.pick(papers);
  const part = random.chance(30) && { lines: [{ index: 0, declared: String(1 + random.below(4)) }] };
  return pass(it.book, books.books.get(it.book)!, {
    direction: random.chance(95) ? directionOf(it) : random.pick(["in", "out"]),
    [field]: field === "slips" ? [paper] : [{ list: paper, ...part }],
  });
};

const passage = (scene: BookScene): Act | undefined => {
  const { random, books } = scene;
  const open = newest(books.passes, ({ state }) => random.chance(5) || state === "approved");
  if (open.length === 0) return undefined;
  const [pass, { book }] = random.pick(open);
  const it = books.books.get(book)!;
  if (random.chance(15)) return trader(scene, it, "gate-pass.void", { pass, reason: "another vehicle" });
  return officer(scene, it, "gate-pass.record-passage", {
    pass,
    ...(random.chance(50) && { weighedKg: "101.5" }),
  });
};

const post = (scene: BookScene): Act | undefined => {
  const { books, random } = scene;
  const open = newest(books.lists, ({ state }) => state === "approved");
  if (open.length === 0) return undefined;
  const [list, { book }] = random.pick(open);
  return (random.chance(50) ? officer : trader)(scene, books.books.get(book)!, "bonded-list.post", { list });
};

/** The declaration that a list waits for is filed, and then named; now and then one that is not released, or another. */
const cover = (scene: BookScene): Act | undefined => {
  const { books, random, turn } = scene;
  const open = newest(books.lists, ({ state, declares }) => state === "approved" && declares);
  if (open.length === 0) return undefined;
  const [list, it] = random.pick(open);
  const book = books.books.get(it.book)!;
  const filed = books.filedFor.get(list);
  const declaration = random.chance(95) ? filed : random.pick([...books.filedFor.values(), filed]);
  if (declaration !== undefined && random.chance(90))
    return (random.chance(50) ? officer : trader)(scene, book, "bonded-list.cover", { list, declaration });
  const massKg = String(it.said.reduce((sum, each) => sum + each, 0n) / PIECE);
  return trader(scene, book, "declaration.file", {
    ...{ reference: `for-${list}-${turn}`, direction: TAKES[it.movement] ?? "import", office: book.office },
    ...{ declarant: book.party, trader: book.party, procedure: "0110" },
    transportMode: random.chance(95)
      ? it.movement.endsWith("-abroad")
        ? "2"
        : "9"
      : random.pick(["2", "9"]),
    ...{ grossMassKg: massKg, guarantee: ownGuarantee(book), documents: [] },
    goods: [
      goods(GOODS.commodity, random.chance(95) ? "2000" : "100", {
        netMassKg: massKg,
        quantities: { L: massKg },
      }),
    ],
  });
};

/** What the declaration of a movement is where it is no import. */
const TAKES: Readonly<Record<string, string>> = {
  ...{ "to-abroad": "export", "from-inland": "export", "batch-from-inland": "export" },
};

const remove = (scene: BookScene): Act | undefined => {
  const { books, random } = scene;
  const [lists, slips] = [
    newest(books.lists, ({ state }) => state === "approved"),
    newest(books.slips, isOpen),
  ];
  const [papers, noun] =
    slips.length > 0 && random.chance(25) ? ([slips, "slip"] as const) : ([lists, "list"] as const);
  if (papers.length === 0) return undefined;
  const [paper, { book }] = random.pick(papers);
  const command = noun === "slip" ? "stock-slip.delete" : "bonded-list.delete";
  return trader(scene, books.books.get(book)!, command, { [noun]: paper, reason: "not needed" });
};

/** A posted list is reversed, or a line is set to a count; a second officer is asked for by another habit. */
const correct = (scene: BookScene, book: string, it: KnownBook): Act => {
  const { random, books } = scene;
  const posted = newest(books.lists, ({ state, book: of }) => state === "posted" && of === book).slice(-3);
  if (posted.length > 0 && random.chance(50)) {
    const [list] = random.pick(posted);
    return officer(scene, it, "bonded-list.reverse", { list, reason: "by mistake" });
  }
  const { netMassKg: _net, grossMassKg: _gross, ...counted } = quantitiesOf(1 + random.below(3));
  return officer(scene, it, "book-line.adjust", {
    line: `${book}-${1 + random.below(Math.max(1, it.lines))}`,
    status: "bonded",
    found: random.pick(["more", "less"]),
    ...{ ...counted, reason: "counted" },
  });
};

const ownGuarantee = ({ party }: KnownBook): string => GUARANTEES[TRADERS.indexOf(party)] ?? GUARANTEES[0]!;

const fileForm = (scene: BookScene, book: string, it: KnownBook): Act => {
  const { random, turn } = scene;
  return trader(scene, it, "business-form.file", {
    ...{ reference: `form-${turn}`, book, kind: random.pick(["batches", "batches", "display", "repair"]) },
    ...{
      direction: random.chance(80) ? "out" : "in",
      validUntil: random.chance(95) ? "2027-12-31" : "2026-03-10",
    },
    ...(random.chance(50) && { guarantee: random.chance(85) ? ownGuarantee(it) : random.pick(GUARANTEES) }),
  });
};

const decideForm = (scene: BookScene): Act | undefined => {
  const { random, books } = scene;
  const filed = newest(books.forms, ({ state }) => state === "filed");
  if (filed.length === 0) return undefined;
  const [form, { book }] = random.pick(filed);
  return officer(scene, books.books.get(book)!, "business-form.decide", {
    ...{
      form,
      accept: random.chance(90),
      reason: "looked at",
      reserve: random.pick(["0", "0", "500", "900", "10.5", "99999999"]),
    },
  });
};

const closeForm = (scene: BookScene): Act | undefined => {
  const { random, books } = scene;
  const inForce = newest(books.forms, ({ state }) => state === "effective");
  const moving = new Set(
    [...books.slips.values()].filter(({ state }) => state === "approved").map(({ form }) => form),
  );
  const still = inForce.filter(([form]) => !moving.has(form));
  if (inForce.length === 0) return undefined;
  const [form, { book }] = random.pick(still.length > 0 ? still : inForce);
  return trader(scene, books.books.get(book)!, "business-form.close", { form });
};

const declareSlip = (scene: BookScene): Act | undefined => {
  const { random, turn, books } = scene;
  const inForce = newest(books.forms, ({ state }) => random.chance(3) || state === "effective");
  if (inForce.length === 0) return undefined;
  const [form, { book, direction }] = random.pick(inForce);
  const it = books.books.get(book)!;
  const went = newest(
    books.slips,
    (slip) => slip.form === form && slip.state === "passed" && slip.returns === undefined,
  );
  const returned = went.length > 0 && random.chance(35) && random.pick(went);
  const lines = returned
    ? returned[1].moved.map(({ line, declared }) => {
        const all = Number(declared);
        const pieces = random.chance(50) ? all : Math.max(1, Math.floor(all / 2) + random.below(2));
        return lineOf(scene, { line: seqOf(line) }, random.chance(25) ? all + 1 : pieces);
      })
    : [someLine(scene, book, it, direction === "in", "bonded:stock")].map(({ which, pieces }) =>
        lineOf(scene, which, direction === "in" ? pieces : Math.ceil(pieces / 4)),
      );
  return trader(scene, it, "stock-slip.declare", {
    ...{ reference: `slip-${turn}`, form, lines },
    ...(returned && { returns: returned[0] }),
  });
};

/** All slips of a form whose goods went, in one list; now and then a slip is left out, or a piece too few is said. */
const declareBatch = (scene: BookScene): Act | undefined => {
  const { random, turn, books } = scene;
  const went = newest(books.slips, ({ state }) => state === "passed");
  if (went.length === 0) return undefined;
  const { form, book, movement, status } = random.pick(went)[1];
  const isForgotten = random.chance(10);
  const all = [...books.slips].filter(([, slip]) => slip.form === form && slip.state === "passed");
  const slips = isForgotten && all.length > 1 ? all.slice(1) : all;
  const sums = new Map<string, number>();
  for (const [, { moved, returns }] of slips)
    for (const { line, declared } of moved)
      sums.set(line, (sums.get(line) ?? 0) + (returns === undefined ? 1 : -1) * Number(declared));
  const lines = [...sums].filter(([, sum]) => sum > 0);
  if (lines.length === 0 || slips.length > 300) return undefined;
  return trader(scene, books.books.get(book)!, "bonded-list.declare", {
    ...listOf(
      book,
      turn,
      movement.startsWith("in ") ? "batch-from-inland" : "batch-to-inland",
      lines.map(([line, sum]) =>
        lineOf(scene, { line: seqOf(line) }, sum > 1 && random.chance(15) ? sum - 1 : sum),
      ),
    ),
    ...{ status, declares: random.chance(90), slips: slips.map(([slip]) => slip) },
  });
};

const change = (scene: BookScene, number: string, book: KnownBook): Act => {
  const { random } = scene;
  if (book.change || random.chance(20))
    return officer(scene, book, "account-book.decide-change", {
      ...{ book: number, accept: random.chance(80), reason: "looked at" },
    });
  const line = 1 + random.below(Math.max(1, book.lines));
  return trader(scene, book, "account-book.file-change", {
    ...{ book: number, reason: "renamed" },
    ...(random.chance(60)
      ? {
          lines: [
            {
              line,
              description: `wine ${random.below(9)}`,
              commodity: random.pick(["2204210000", "2204290000"]),
            },
          ],
        }
      : { validUntil: "2029-12-31" }),
  });
};

const pause = (scene: BookScene, number: string, book: KnownBook): Act => {
  const { random } = scene;
  const to = book.pause !== "none" || random.chance(30) ? "none" : random.pick(["in", "out", "both"]);
  if (random.chance(70))
    return officer(scene, book, "account-book.pause", { book: number, pause: to, reason: "an inquiry" });
  const line = `${number}-${1 + random.below(Math.max(1, book.lines))}`;
  return officer(scene, book, "book-line.pause", {
    ...{ line, pause: random.pick(["none", "none", "out"]), reason: "an inquiry" },
  });
};

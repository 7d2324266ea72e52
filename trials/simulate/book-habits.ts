/** What enterprises do with their books, and officers with the lists: mostly what can be done, now and then too much. */
import type { Random } from "../random.ts";
import type { BookDomain } from "./book-domain.ts";
import { OFFICES, PEOPLE, TRADERS } from "./people.ts";

type Act = { readonly command: string; readonly actor: string; readonly request: object };

const GOODS = {
  part: "P-1",
  commodity: "2204210000",
  description: "wine",
  origin: "FR",
  unit: "L",
  lawfulUnit: "L",
  secondUnit: "kg",
};
/** Few books, so that many lists meet on few lines. */
const HOLDERS = 6;

const at = (random: Random, role: string, place: string): string =>
  random.pick(PEOPLE.filter((person) => person.role === role && person.place === place)).account;

/** One of them; `turn` makes its reference its own. */
export const bookAct = (random: Random, books: BookDomain, turn: number): Act => {
  const [known, lists] = [[...books.books], [...books.lists].filter(([, { state }]) => state === "approved")];
  const inForce = known.filter(([, { state }]) => state === "effective");
  const waiting = known.filter(([, { state }]) => state === "declared");
  if (waiting.length > 0) return decide(random, ...random.pick(waiting));
  if (inForce.length < HOLDERS) return open(random, turn);
  if (random.chance(8)) return correct(random, books, ...random.pick(inForce));
  if (lists.length > 0 && random.chance(45)) return end(random, books, ...random.pick(lists));
  return declare(random, books, turn, ...random.pick(inForce));
};

const open = (random: Random, turn: number): Act => {
  const party = TRADERS[random.below(HOLDERS)]!;
  return {
    command: "account-book.open",
    actor: at(random, "declarant", `party/${party}`),
    request: {
      reference: `book-${turn}`,
      zone: "waigaoqiao",
      office: random.pick(OFFICES),
      party,
      mode: random.pick(["accumulate", "accumulate", "separate"]),
      validUntil: random.chance(90) ? "2030-12-31" : "2026-03-20",
    },
  };
};

type Book = {
  readonly party: string;
  readonly office: string;
  readonly mode: string;
  readonly lines: number;
};

const decide = (random: Random, book: string, { office }: Book): Act => ({
  command: "account-book.decide",
  actor: at(random, "officer", `office/${office}`),
  request: { book, accept: random.chance(90), reason: "looked at" },
});

const declare = (random: Random, books: BookDomain, turn: number, book: string, it: Book): Act => {
  const inbound = it.lines === 0 || random.chance(45);
  const line = it.lines === 0 ? 1 : 1 + random.below(it.lines);
  const isNew = inbound && (it.mode === "separate" || it.lines === 0 || random.chance(10));
  const free = Number(books.declaredOn(`${book}-${line}`, "bonded:stock") / 100_000n);
  const pieces = inbound ? 1 + random.below(40) : Math.max(1, free - 3 + random.below(5));
  const declared = String(random.chance(50) ? pieces : Math.ceil(pieces / 3));
  const outside = random.chance(85) ? "abroad" : "inland";
  const status = random.chance(5) ? random.pick(["tax-paid", "transit"]) : "bonded";
  // Now and then goods are to go inland, or in tax-paid, with nobody told.
  const owes = outside === "inland" || status === "tax-paid";
  return {
    command: "bonded-list.declare",
    actor: at(random, "declarant", `party/${it.party}`),
    request: {
      reference: `list-${turn}`,
      book,
      movement: `${inbound ? "from" : "to"}-${outside}`,
      status,
      procedure: "5034",
      transportMode: "2",
      declares: random.chance(owes ? 70 : 5),
      lines: [
        {
          ...(isNew ? { goods: GOODS } : { line }),
          declared,
          lawful: declared,
          second: declared,
          netMassKg: declared,
          grossMassKg: declared,
          value: { amount: "100", currency: "USD" },
        },
      ],
    },
  };
};

/** A posted list is reversed, or a line is set to a count; a second officer is asked for by another habit. */
const correct = (random: Random, books: BookDomain, book: string, it: Book): Act => {
  const actor = at(random, "officer", `office/${it.office}`);
  const posted = [...books.lists].filter(([, list]) => list.state === "posted" && list.book === book);
  if (posted.length > 0 && random.chance(50)) {
    const [list] = posted[posted.length - 1 - random.below(Math.min(3, posted.length))]!;
    return { command: "bonded-list.reverse", actor, request: { list, reason: "by mistake" } };
  }
  const declared = String(1 + random.below(3));
  return {
    command: "book-line.adjust",
    actor,
    request: {
      line: `${book}-${1 + random.below(Math.max(1, it.lines))}`,
      status: "bonded",
      found: random.pick(["more", "less"]),
      ...{ declared, lawful: declared, second: declared, reason: "counted" },
    },
  };
};

const end = (random: Random, books: BookDomain, list: string, { book }: { readonly book: string }): Act => {
  const { party, office } = books.books.get(book)!;
  if (random.chance(25))
    return {
      command: "bonded-list.delete",
      actor: at(random, "declarant", `party/${party}`),
      request: { list, reason: "not needed" },
    };
  return {
    command: "bonded-list.post",
    actor: at(random, "officer", `office/${office}`),
    request: { list, gatePass: "PASS-1" },
  };
};

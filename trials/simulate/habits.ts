/**
 * What people usually do next. Chance alone would seldom bring a declaration to its end, so half of all requests are
 * made from what is known of declarations, proposals and the tariff; the others from the commands' schemas.
 */

import { latePaymentCharge } from "@openftz/customs/duty/late-payment-charge.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { goods, WINE } from "../../server/desk/test-bench.ts";
import type { Random } from "../random.ts";
import { bookAct } from "./book-habits.ts";
import type { Domain, Known } from "./domain.ts";
import type { Mood } from "./mood.ts";
import { BROKERS, GUARANTEES, nameOfContact, OFFICES, PEOPLE, TRADERS } from "./people.ts";
import { zoneAct } from "./zone-habits.ts";

/** A request, and who sends it. */
export type Act = { readonly command: string; readonly actor: string; readonly request: object };

/** What habits look at. */
export type Scene = {
  readonly random: Random;
  readonly mood: Mood;
  readonly domain: Domain;
  readonly today: string;
  readonly editions: readonly string[];
  /** A number that no other act of the simulation has. */
  readonly turn: number;
};

const GOODS: readonly (readonly object[])[] = [
  [WINE],
  [goods("4901990000", "1000")],
  [goods("6109100000", "5000")],
  [goods("2204210000", "300000", { origin: "AU", quantities: { L: "10" } }), goods("8471300000", "0.01")],
  [goods("0207141100", "20000")],
  [{ ...goods("8471300000", "1000"), customsValue: { amount: "1000", currency: "USD" } }],
  [goods("8471300000", "20")],
];

const DOCUMENTS: readonly (readonly object[])[] = [
  [],
  [],
  [{ kind: "A", number: "1" }],
  [
    { kind: "Y", number: "2" },
    { kind: "7", number: "3" },
  ],
];

const someone = ({ random }: Pick<Scene, "random">, role: string, places: readonly string[]): string => {
  const fitting = PEOPLE.filter((person) => person.role === role && places.includes(person.place));
  return fitting.length > 0 ? random.pick(fitting).account : "installation";
};

const content = ({ random, today }: Omit<Scene, "mood">, trader: string) => ({
  procedure: random.pick(["0110", "0110", "0110", "1039", "5015", "2025"]),
  transportMode: random.pick(["2", "5", "4"]),
  grossMassKg: "13000",
  ...(random.chance(60) && { guarantee: guaranteeOf(random, trader) }),
  ...(random.chance(10) && { zone: "waigaoqiao" }),
  ...(random.chance(15) && { conveyanceEntry: daysFrom(today, -10 - random.below(30)) }),
  goods: random.pick(GOODS),
  documents: random.pick(DOCUMENTS),
});

/** Mostly one of the trader's own. */
const guaranteeOf = (random: Random, trader: string): string => {
  const own = GUARANTEES.filter((_, number) => TRADERS[number % TRADERS.length] === trader);
  return own.length > 0 && random.chance(90) ? random.pick(own) : random.pick(GUARANTEES);
};

/** A declaration is filed. */
export const file = (scene: Omit<Scene, "mood">): Act => {
  const { random, turn } = scene;
  // Half of the traders have a guarantee: they file most.
  const number = random.chance(60) ? random.below(GUARANTEES.length) : random.below(TRADERS.length);
  const trader = TRADERS[number]!;
  const declarant = random.chance(40)
    ? BROKERS[number % BROKERS.length]!
    : random.chance(5)
      ? random.pick(BROKERS)
      : trader;
  const request = {
    reference: `R-${turn}`,
    direction: random.chance(85) ? "import" : "export",
    office: random.pick(OFFICES),
    declarant,
    trader,
    ...content(scene, trader),
  };
  return { command: "declaration.file", actor: someone(scene, "declarant", [`party/${declarant}`]), request };
};

const owed = (it: Known, today: string): string => {
  const tax = BigInt(it.total.replace(".", ""));
  const late =
    it.due === null
      ? 0n
      : latePaymentCharge({ tax, due: it.due as PlainDate, paid: today as PlainDate }).charge;
  const fen = String(tax + late).padStart(3, "0");
  return `${fen.slice(0, -2)}.${fen.slice(-2)}`;
};

const DAY_MS = 86_400_000;
const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** A bill is paid, now and then without what being late has added to it. */
export const pay = (it: Known, today: string, random: Random): Act => ({
  command: "declaration.pay",
  actor: "installation",
  request: {
    declaration: it.number,
    amount: random.chance(30) ? it.total : owed(it, today),
    receipt: `B-${random.digits(8)}`,
  },
});

const recent = ({ random, domain }: Scene): Known | undefined => {
  const all = [...domain.declarations.keys()];
  if (all.length === 0) return undefined;
  const at = random.chance(80)
    ? all.length - 1 - random.below(Math.min(all.length, 60))
    : random.below(all.length);
  return domain.declarations.get(all[at]!);
};

/** The next step of a declaration, or one that is not its next. */
const goOn = (scene: Scene, it: Known): Act => {
  const { random, today } = scene;
  const declaration = it.number;
  const trader = () => someone(scene, "declarant", [`party/${it.declarant}`, `party/${it.trader}`]);
  const declarant = () => someone(scene, "declarant", [`party/${it.declarant}`]);
  const officer = () => someone(scene, "officer", [`office/${it.office}`]);
  const act = (command: string, actor: string, request: object = {}): Act => ({
    command: `declaration.${command}`,
    actor,
    request: { declaration, ...request },
  });
  const steps: Readonly<Record<string, () => Act>> = {
    pay: () => act("pay", trader(), { amount: owed(it, today), receipt: `B-${scene.turn}` }),
    document: () =>
      act("give-document", trader(), {
        kind: it.asked.find((kind) => !it.given.has(kind)) ?? "A",
        number: "N-1",
      }),
    hold: () => act("clear-hold", officer(), { hold: settled(it), finding: "looked at" }),
    release: () => act("release", officer()),
    close: () => act("close", officer()),
    amend: () =>
      act("request-amendment", declarant(), {
        // Mostly the guarantee stays, and only goods or papers were wrong.
        content: {
          ...content(scene, it.trader),
          ...(it.guarantee !== undefined && random.chance(70) && { guarantee: it.guarantee }),
        },
        reason: "a mistake",
      }),
    decide: () => act("decide-amendment", officer(), { accept: random.chance(80), reason: "looked at" }),
    withdraw: () => act("withdraw", declarant(), { reason: "not needed" }),
    undo: () => act("withdraw-released", officer(), { reason: "released by mistake" }),
  };
  return random.chance(75) ? steps[nextOf(it, scene)]!() : steps[random.pick(Object.keys(steps))]!();
};

const settled = (it: Known): string =>
  [...it.holds].find((kind) => kind !== "tax" && kind !== "rate") ?? "documents";

const nextOf = (it: Known, { random, mood }: Scene): string => {
  const isOwed = it.tax === "due" || it.tax === "overdue" || it.tax === "guaranteed";
  if (it.amendment)
    return random.chance(75)
      ? "decide"
      : it.holds.size === 0
        ? "release"
        : random.pick(["hold", "document", "pay"]);
  if (it.state === "released")
    return isOwed ? (random.chance(85) ? "pay" : "undo") : random.chance(85) ? "close" : "undo";
  if (it.state !== "held") return "pay";
  if (mood.chance(random, "amend", 22)) return "amend";
  if (mood.chance(random, "withdraw", 6)) return "withdraw";
  if (it.holds.has("documents") && it.asked.some((kind) => !it.given.has(kind))) return "document";
  if ([...it.holds].some((kind) => kind !== "tax" && kind !== "rate")) return "hold";
  if (it.holds.has("rate")) return "amend";
  if (it.holds.has("tax")) return "pay";
  return "release";
};

const settle = (scene: Scene): Act | undefined => {
  const { random, domain, turn } = scene;
  const open = [...domain.proposals].filter(([, { state }]) => state === "open");
  const [proposal, { by, command }] = open.at(-1 - random.below(Math.min(3, open.length) || 1)) ?? [
    undefined,
    { by: "", command: "" },
  ];
  if (proposal === undefined) return undefined;
  const role = command === "party.erase-person" ? "administrator" : "officer";
  const others = PEOPLE.filter(
    (person) => person.role === role && (person.account !== by || random.chance(20)),
  );
  const place = PEOPLE.find(({ account }) => account === by)?.place;
  const near = others.filter((person) => person.place === place);
  const actor = random.chance(15) ? by : random.pick(near.length > 0 ? near : others).account;
  return random.chance(80)
    ? { command: "proposal.confirm", actor, request: { proposal } }
    : { command: "proposal.decline", actor, request: { proposal, reason: `no ${turn}` } };
};

/** What happens to registers, by how often. */
const REGISTER_WEIGHTS = {
  ...{ zone: 8, withdrawMandate: 1, giveMandate: 1, registerParty: 1, erasePerson: 1, adopt: 1, revert: 1 },
  ...{ exchange: 1, grant: 1, revoke: 1, grantBack: 1, credit: 1 },
};

/** What happens to registers, now and then. */
const register = (scene: Scene): Act => {
  const { random, mood, today, turn, editions } = scene;
  const number = random.below(TRADERS.length);
  const [party, broker] = [TRADERS[number]!, BROKERS[number % BROKERS.length]!];
  const admin = (): string => someone(scene, "administrator", ["*"]);
  const keeper = (): string => someone(scene, "tariff-keeper", ["*"]);
  const trader = (): string => someone(scene, "declarant", [`party/${party}`]);
  const newcomer = `9140${String(turn).padStart(6, "0")}`;
  const acts = {
    zone: () => ({ actor: admin(), ...zoneAct(random) }),
    withdrawMandate: () => ({ command: "mandate.withdraw", actor: trader(), request: { party, broker } }),
    giveMandate: () => ({
      command: "mandate.give",
      actor: trader(),
      request: {
        party,
        broker,
        from: today,
        ...(random.chance(30) && { until: daysFrom(today, random.below(3)) }),
      },
    }),
    registerParty: () => ({
      command: "party.register",
      actor: admin(),
      request: {
        party: newcomer,
        name: `New ${turn}`,
        credit: "registered",
        from: today,
        contact: { name: nameOfContact(newcomer), telephone: "13900000000" },
      },
    }),
    erasePerson: () => ({
      command: "party.erase-person",
      actor: admin(),
      request: {
        party: [...scene.domain.parties.keys()].at(-1 - random.below(8)) ?? party,
        reason: "asked for it",
      },
    }),
    adopt: () => ({
      command: "tariff.adopt",
      actor: keeper(),
      request: { edition: random.pick(editions), from: today, source: `turn ${turn}` },
    }),
    revert: () => ({ command: "tariff.revert", actor: keeper(), request: { reason: `turn ${turn}` } }),
    exchange: () => ({
      command: "exchange.set",
      actor: keeper(),
      request: { currency: "USD", from: today, rate: `7.${random.digits(2)}1`, source: "month" },
    }),
    grant: () => ({
      command: "authority.grant",
      actor: admin(),
      request: {
        holder: random.pick(PEOPLE).account,
        role: "officer",
        place: `office/${random.pick(OFFICES)}`,
        from: today,
        until: today,
        delegable: false,
      },
    }),
    revoke: () => {
      const { account: holder, role, place } = random.pick(PEOPLE.filter((each) => each.role === "officer"));
      return { command: "authority.revoke", actor: "installation", request: { holder, role, place } };
    },
    grantBack: () => {
      const { account: holder, role, place } = random.pick(PEOPLE.filter((each) => each.role === "officer"));
      const request = { holder, role, place, from: today, delegable: false };
      return { command: "authority.grant", actor: "installation", request };
    },
    credit: () => ({
      command: "party.set-credit",
      actor: someone(scene, "officer", [`office/${random.pick(OFFICES)}`]),
      request: {
        party: random.chance(80) ? random.pick([TRADERS[0]!, TRADERS[2]!]) : party,
        level: random.pick(["advanced", "registered", "discredited"]),
        from: today,
        reason: "looked at",
      },
    }),
  } satisfies Readonly<Record<string, () => Act>>;
  return acts[mood.pick(random, REGISTER_WEIGHTS)]();
};

/** A guarantor is called upon for a tax that is overdue, and pays it; now and then for one that is not. */
const callUpon = (scene: Scene): Act | undefined => {
  const { random, domain, today } = scene;
  const secured = [...domain.overdue].filter(({ reserved }) => reserved > 0n);
  const it = random.chance(90) ? random.pick([...secured, undefined]) : recent(scene);
  if (!it) return undefined;
  const actor = someone(scene, "officer", [`office/${it.office}`]);
  const paper = it.number;
  return it.called
    ? {
        command: "guarantee.settle",
        actor,
        request: { paper, amount: owed(it, today), receipt: `B-${random.digits(8)}` },
      }
    : { command: "guarantee.call", actor, request: { paper, reason: "not paid in time" } };
};

/** Habits and how many of a hundred requests they make on a usual day; every other day is one of books. */
const WEIGHTS = { book: 6, file: 31, register: 10, settle: 6, payLate: 3, call: 3, goOn: 43 };

/** What somebody does next. */
export const usual = (scene: Scene): Act => {
  const { random, mood, domain, turn, today } = scene;
  const acts: Readonly<Record<keyof typeof WEIGHTS, () => Act | undefined>> = {
    book: () => bookAct({ random, mood, books: domain.books, turn }),
    file: () => file(scene),
    register: () => register(scene),
    settle: () => settle(scene),
    payLate: () => {
      const late = random.pick([...domain.overdue, undefined]);
      return late && pay(late, today, random);
    },
    call: () => callUpon(scene),
    goOn: () => {
      const it = recent(scene);
      return it && goOn(scene, it);
    },
  };
  return (
    (mood.isForBooks && random.chance(80) ? acts.book : acts[mood.pick(random, WEIGHTS)])() ?? file(scene)
  );
};

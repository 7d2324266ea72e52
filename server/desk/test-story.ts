/** Random acts on a bench: whatever comes, the desk answers. The seeds are numbers, so that a story can be told again. */
import assert from "node:assert/strict";
import { type Bench, BROKER, filing, GUARANTEE, goods, TRADER, told, WINE } from "./test-bench.ts";

const pick = <One>(from: readonly One[], turn: number): One => from[turn % from.length]!;

const GOODS: readonly (readonly object[])[] = [
  [WINE],
  [goods("4901990000", "1000")],
  [goods("6109100000", "5000")],
  [goods("2204210000", "300000", { origin: "AU" }), goods("8471300000", "0.01")],
  [goods("0207141100", "20000")],
  [{ ...goods("8471300000", "1000"), customsValue: { amount: "1000", currency: "USD" } }],
];

const CONTENT = [
  "procedure",
  "zone",
  "transportMode",
  "conveyanceEntry",
  "grossMassKg",
  "guarantee",
  "goods",
  "documents",
];

/** What may be amended of a filing. */
export const contentOf = (whole: object): object =>
  Object.fromEntries(Object.entries(whole).filter(([field]) => CONTENT.includes(field)));

/** A story of random acts by whoever may do them, and sometimes by who may not. */
export class Story {
  readonly #bench: Bench;
  readonly #numbers: string[] = [];
  readonly #proposals: string[] = [];
  #day = Date.parse("2026-03-02T04:00:00Z");

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** The declarations filed so far. */
  get numbers(): readonly string[] {
    return this.#numbers;
  }

  /** One act, made from one number. */
  async act(seed: number): Promise<string> {
    const kind = seed % 20;
    const turn = Math.floor(seed / 20);
    const recent = this.#numbers.slice(-3);
    const declaration = pick(recent.length > 0 ? recent : ["221820261999999999"], turn);
    if (kind < 4) return this.#file(turn);
    if (kind === 4) return this.#pay(declaration, turn);
    if (kind === 5) return this.#pass(turn);
    if (kind === 6) return this.#amend(declaration, turn);
    if (kind > 15) return this.#next(declaration, turn);
    return this.#small(kind, declaration, turn);
  }

  /** Whatever the declaration's own page offers as the next step. */
  async #next(declaration: string, turn: number): Promise<string> {
    if (this.#numbers.length === 0) return "nothing yet";
    const { next, holds } = await this.#bench.show(declaration);
    const act = next[0]?.act ?? "declaration.withdraw";
    if (act === "declaration.pay") return this.#pay(declaration, 1);
    if (act === "declaration.request-amendment") return this.#amend(declaration, turn);
    const asked = holds.find(({ kind }) => kind === "documents")?.about[0] ?? "A";
    const hold = holds.find(({ kind }) => kind !== "tax" && kind !== "rate")?.kind;
    const requests: Readonly<Record<string, object>> = {
      "declaration.clear-hold": { hold, finding: "looked at" },
      "declaration.give-document": { kind: asked, number: "N" },
      "declaration.decide-amendment": { accept: true, reason: "fine" },
      "declaration.withdraw": { reason: "because" },
    };
    const actor = /give-document|withdraw/.test(act) ? "trader-1" : "officer-1";
    return this.#run(act, actor, { declaration, ...requests[act] });
  }

  #small(kind: number, declaration: string, turn: number): Promise<string> {
    const officer = pick(["officer-1", "officer-1", "officer-2", "officer-9", "trader-1"], turn);
    const reason = "because";
    const acts: readonly (readonly [string, string, object])[] = [
      ["declaration.decide-amendment", officer, { declaration, accept: turn % 3 !== 0, reason }],
      [
        "declaration.clear-hold",
        officer,
        { declaration, hold: pick(["documents", "inspection", "conflict"], turn), finding: reason },
      ],
      [
        "declaration.give-document",
        "trader-1",
        { declaration, kind: pick(["A", "J", "1"], turn), number: "N" },
      ],
      ["declaration.release", officer, { declaration }],
      ["declaration.close", officer, { declaration }],
      ["declaration.withdraw", pick(["trader-1", "broker-1", "bad-1"], turn), { declaration, reason }],
      ["declaration.withdraw-released", officer, { declaration, reason }],
      [
        pick(["proposal.confirm", "proposal.decline"], turn),
        pick(["officer-2", "officer-1", "officer-9"], turn),
        this.#proposal(turn),
      ],
      [
        "party.set-credit",
        "officer-1",
        {
          party: TRADER,
          level: pick(["advanced", "discredited", "registered"], turn),
          from: "2026-01-01",
          reason,
        },
      ],
    ];
    const [command, actor, request] = acts[kind - 7]!;
    return this.#run(command, actor, request);
  }

  #proposal(turn: number): object {
    const proposal = this.#proposals.at(-1) ?? "P1";
    return turn % 2 === 0 ? { proposal } : { proposal, reason: "because" };
  }

  #filing(turn: number): object {
    const guarantee = pick([undefined, GUARANTEE, GUARANTEE, "G-200"], turn);
    const entry = pick([undefined, "2026-01-05"], Math.floor(turn / 4));
    return filing(`S-${this.#numbers.length}`, {
      ...(guarantee && { guarantee }),
      ...(entry && { conveyanceEntry: entry }),
      ...(turn % 5 === 0 && { declarant: BROKER }),
      goods: pick(GOODS, turn),
    });
  }

  #file(turn: number): Promise<string> {
    return this.#run("declaration.file", turn % 5 === 0 ? "broker-1" : "trader-1", this.#filing(turn));
  }

  #amend(declaration: string, turn: number): Promise<string> {
    const content = contentOf(this.#filing(turn + 1));
    return this.#run("declaration.request-amendment", "trader-1", {
      declaration,
      content,
      reason: "because",
    });
  }

  async #pay(declaration: string, turn: number): Promise<string> {
    if (this.#numbers.length === 0 || turn % 7 === 0)
      return this.#run("declaration.pay", "trader-1", { declaration, amount: "1.00", receipt: "B" });
    const reply = await this.#bench.run("declaration.pay", "trader-1", {
      declaration,
      amount: "0.00",
      receipt: "B",
    });
    const amount = reply.kind === "refused" ? reply.problem.faults[0]?.try?.[0] : undefined;
    return amount === undefined
      ? told(reply)
      : this.#run("declaration.pay", "trader-1", { declaration, amount, receipt: "B" });
  }

  async #pass(turn: number): Promise<string> {
    this.#day += (1 + (turn % 9)) * 86_400_000;
    this.#bench.setClock(new Date(this.#day).toISOString());
    return `deadlines ${await this.#bench.it.runDeadlines()}`;
  }

  async #run(command: string, actor: string, request: object): Promise<string> {
    const reply = await this.#bench.run(command, actor, request);
    assert.equal(this.#bench.it.status().fault, null, `${command} by ${actor}: ${JSON.stringify(request)}`);
    if (reply.kind === "accepted") {
      const { declaration, proposal } = reply.answer as { declaration?: string; proposal?: string };
      if (declaration !== undefined) this.#numbers.push(declaration);
      if (proposal !== undefined) this.#proposals.push(proposal);
    }
    return `${command} ${told(reply)}`;
  }
}

/**
 * A whole installation on a bench: a store in memory that fails when told to, a clock that is set by hand, chance from
 * a seed, and a small world to act in. Tests use it; the simulator grows from it.
 */
import assert from "node:assert/strict";
import { hash as digest } from "node:crypto";
import type { CustomsLaw } from "@openftz/customs/law/law.ts";
import { law as releaseLaw } from "@openftz/policy/law.ts";
import { crash, type MemoryDisk, memoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { Installation } from "../installation.ts";
import { type Batch, HeadMoved, OutcomeUnknown, type Store, StoreUnavailable } from "../store.ts";
import type { Found, Question } from "./ask.ts";
import type { Clock, Log } from "./ports.ts";
import type { CacheLimits } from "./record-cache.ts";
import type { Reply } from "./replies.ts";

/** What the next append does instead of succeeding; used once, in order. */
export type AppendFault = "refused" | "lost but kept" | "lost" | "head moved" | "fine";

/** What a test tells the store to do wrong, and what it saw. */
export type Faults = {
  readonly appends: AppendFault[];
  /** So many of the next reads of the journal, its head included, fail. */
  failingReads: number;
  /** While set, appends wait for it before they do anything. */
  gate: Promise<void> | undefined;
  /** While set, reads of records answer only then, with what they found before. */
  readGate: Promise<void> | undefined;
  /** True: applying to the views takes a while. */
  slowViews: boolean;
  /** The sizes of the batches that were asked for. */
  readonly batches: number[];
};

/** A memory store that fails when told to. */
export const faultyStore = (disk: MemoryDisk): { readonly store: Store; readonly faults: Faults } => {
  const inner = memoryStore(disk);
  const faults: Faults = {
    appends: [],
    failingReads: 0,
    gate: undefined,
    readGate: undefined,
    slowViews: false,
    batches: [],
  };
  const reading = async <Found>(read: () => Promise<Found>): Promise<Found> => {
    if (faults.failingReads > 0) {
      faults.failingReads -= 1;
      throw new StoreUnavailable("The bench was told to fail this read.");
    }
    return read();
  };
  const gated = async <Found>(read: () => Promise<Found>): Promise<Found> => {
    const gate = faults.readGate;
    const found = await reading(read);
    if (gate) await gate;
    return found;
  };
  const append = async (batch: Batch): Promise<void> => {
    faults.batches.push(batch.entries.length);
    if (faults.gate) await faults.gate;
    const fault = faults.appends.shift() ?? "fine";
    if (fault === "refused") throw new StoreUnavailable("The bench was told to refuse this append.");
    if (fault === "head moved") throw new HeadMoved("The bench was told that another writer was here.");
    if (fault !== "lost") await inner.journal.append(batch);
    if (fault !== "fine") throw new OutcomeUnknown("The bench was told to lose the reply.");
  };
  const { journal, snapshots, views, files, keys, cabinet } = inner;
  const store: Store = {
    name: "faulty",
    journal: {
      append,
      head: () => reading(() => journal.head()),
      read: (from, limit) => reading(() => journal.read(from, limit)),
      readSeals: (from, limit) => journal.readSeals(from, limit),
      readRecord: (record, after, upTo) => gated(() => journal.readRecord(record, after, upTo)),
      readRecords: (asked) => gated(() => journal.readRecords(asked)),
      findReferences: (asked) => reading(() => journal.findReferences(asked)),
      findCheckpoint: (upTo) => journal.findCheckpoint(upTo),
    },
    snapshots,
    views: {
      prepare: (shapes) => views.prepare(shapes),
      position: (view) => views.position(view),
      query: (query) => views.query(query),
      reset: (view) => views.reset(view),
      apply: async (from, to, work) => {
        if (faults.slowViews) await new Promise((resolve) => setImmediate(resolve));
        await views.apply(from, to, work);
      },
    },
    files,
    keys,
    cabinet,
    reachable: () => inner.reachable(),
    close: () => inner.close(),
  };
  return { store, faults };
};

/** A promise and what opens it. */
export const gate = (): { readonly shut: Promise<void>; readonly open: () => void } => {
  let open: () => void = () => {};
  const shut = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { shut, open };
};

/** Bytes that look like chance and are the same in every run. */
export const seeded = (seed: string) => {
  let turn = 0;
  return {
    bytes: (count: number): Uint8Array => {
      turn += 1;
      return digest("sha512", `${seed}/${turn}`, "buffer").subarray(0, count);
    },
  };
};

/** Lets everything that is ready run, I/O of the memory store included. */
export const settle = async (turns = 5): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** The release's law, but nobody is drawn for an inspection by lot. */
export const undrawn: CustomsLaw = {
  ...releaseLaw,
  decideDeclaration: (facts) => releaseLaw.decideDeclaration({ ...facts, draw: 9_999 }),
};

const SHORT_MS = 1_000;

/** Short waits end at once, long ones take their time without keeping the process. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    if (ms < SHORT_MS) setImmediate(resolve);
    else setTimeout(resolve, ms).unref();
  });

/** What a bench may be given. */
export type BenchOptions = {
  readonly disk?: MemoryDisk;
  readonly law?: CustomsLaw;
  readonly start?: string;
  readonly verifyInBackground?: boolean;
  readonly log?: Log;
  readonly limits?: CacheLimits;
  /** In place of the clock that `setClock` sets. */
  readonly clock?: Clock;
};

/** An installation with everything that a test turns. */
export class Bench {
  readonly disk: MemoryDisk;
  readonly faults: Faults;
  readonly it: Installation;
  readonly #time: { ms: number };
  readonly #options: BenchOptions;

  constructor(parts: {
    disk: MemoryDisk;
    faults: Faults;
    it: Installation;
    time: { ms: number };
    options: BenchOptions;
  }) {
    this.disk = parts.disk;
    this.faults = parts.faults;
    this.it = parts.it;
    this.#time = parts.time;
    this.#options = parts.options;
  }

  /** Opens an installation on a disk, an empty one unless given. */
  static async open(options: BenchOptions = {}, ms = Date.parse(options.start ?? START)): Promise<Bench> {
    const disk = options.disk ?? memoryDisk();
    const { store, faults } = faultyStore(disk);
    const time = { ms };
    const it = await Installation.open({
      store,
      clock: options.clock ?? { now: () => time.ms },
      chance: seeded(`bench at ${disk.entries.length}`),
      pause,
      law: options.law ?? undrawn,
      verifyInBackground: options.verifyInBackground ?? false,
      ...(options.limits && { limits: options.limits }),
      ...(options.log && { log: options.log }),
    });
    return new Bench({ disk, faults, it, time, options });
  }

  /** Kills the process: nothing it does from now on reaches the disk. */
  async crash(): Promise<void> {
    crash(this.disk);
    await this.it.close();
  }

  /** Kills the process and starts it again on the same disk. */
  async restart(options: BenchOptions = {}): Promise<Bench> {
    await this.crash();
    return Bench.open({ ...this.#options, ...options, disk: this.disk }, this.#time.ms);
  }

  /** Sets the clock: an instant, or a day at noon in Shanghai. */
  setClock(at: string): void {
    this.#time.ms = Date.parse(at.length === 10 ? `${at}T04:00:00Z` : at);
  }

  /** Runs a command. */
  run(command: string, actor: string, request: object): Promise<Reply> {
    return this.it.submitValue(command, actor, request);
  }

  /** Runs a command that must be accepted; gives its answer. */
  async do<Answer = Record<string, unknown>>(
    command: string,
    actor: string,
    request: object,
  ): Promise<Answer> {
    const reply = await this.run(command, actor, request);
    assert.equal(reply.kind, "accepted", `${command}: ${JSON.stringify(reply)}`);
    return (reply as Extract<Reply, { kind: "accepted" }>).answer as Answer;
  }

  /** Asks a query. */
  ask(
    query: string,
    actor: string | undefined,
    request: object,
    more: Partial<Question> = {},
  ): Promise<Found> {
    return this.it.ask({ query, actor, request, ...more });
  }

  /** All rows of a list, page by page, when the views have caught up. */
  async rows(query: string, actor: string, request: object = {}, limit = 500): Promise<readonly Row[]> {
    const rows: Row[] = [];
    let cursor: string | null = null;
    do {
      const after = this.it.status().durable;
      const page: Found = await this.ask(query, actor, request, { after, limit, ...(cursor && { cursor }) });
      assert.equal(page.kind, "rows", JSON.stringify(page));
      if (page.kind !== "rows") return rows;
      rows.push(...(page.rows as Row[]));
      cursor = page.next;
    } while (cursor !== null);
    return rows;
  }

  /** A declaration as an administrator of everything sees it. */
  async show(declaration: string, more: Partial<Question> = {}): Promise<Shown> {
    const found = await this.ask("declaration.show", "installation", { declaration }, more);
    assert.equal(found.kind, "answer", JSON.stringify(found));
    return (found as Extract<Found, { kind: "answer" }>).answer as Shown;
  }

  /** Files and gives the declaration's number; see `filing`. */
  async file(reference: string, change: object = {}, actor = "trader-1"): Promise<string> {
    return (await this.do<{ declaration: string }>("declaration.file", actor, filing(reference, change)))
      .declaration;
  }

  /** Rebuilds every view and gives all their rows. */
  async viewsRebuilt(): Promise<string> {
    await this.it.rebuildViews();
    return this.viewsNow();
  }

  /** All rows of all views, as they are. */
  async viewsNow(): Promise<string> {
    assert.ok(await this.it.viewsReach(this.it.status().durable));
    return JSON.stringify([...this.disk.views].map(([name, { rows }]) => [name, [...rows].sort()]));
  }

  /** Closes the installation. */
  close(): Promise<void> {
    return this.it.close();
  }
}

/** A row of any list. */
export type Row = Readonly<Record<string, unknown>>;

/** What `declaration.show` answers, as far as tests look. */
export type Shown = {
  readonly state: string;
  readonly version: number;
  readonly holds: readonly { readonly kind: string; readonly about: readonly string[] }[];
  readonly tax: {
    readonly state: string;
    readonly total: string;
    readonly due: string | null;
    readonly reserved: string;
    readonly latePaymentCharge: string;
  };
  readonly examination: { readonly lane: string | null; readonly taxes: Readonly<Record<string, string>> };
  readonly amendment: object | null;
  readonly next: readonly { readonly act: string }[];
};

/** A problem in one line, for tables: its type and the places of its faults. */
export const told = (reply: Reply): string => {
  if (reply.kind === "accepted") return reply.repeated ? "again" : "ok";
  const { type, faults } = reply.problem;
  return [type.slice(type.lastIndexOf("/") + 1), ...faults.map(({ pointer }) => pointer)].join(" ");
};

/** Monday, 2 March 2026, noon in Shanghai. */
export const START = "2026-03-02T04:00:00Z";

const LINES = [
  {
    code: "2204210000",
    description: "wine | 葡萄酒",
    mfn: "14",
    general: "180",
    consumptionTax: "10",
    vat: "13",
    units: ["L"],
  },
  { code: "4901990000", description: "books | 书籍", mfn: "0", general: "0", vat: "9", units: ["kg"] },
  {
    code: "8471300000",
    description: "laptops | 便携式电脑",
    mfn: "0",
    general: "70",
    vat: "13",
    units: ["kg"],
  },
  {
    code: "6109100000",
    description: "shirts, rate not stated | 汗衫",
    mfn: null,
    general: "90",
    vat: "13",
    units: ["kg"],
  },
  { code: "0207141100", description: "poultry | 冻鸡", mfn: "10", general: "70", vat: "9", units: ["kg"] },
];

/** A file of some tariff lines. */
export const tariffFile = (lines: readonly object[] = LINES): Uint8Array =>
  Buffer.from(lines.map((line) => JSON.stringify(line)).join("\n"));

/** Parties of the small world; `BAD` is discredited. */
export const TRADER = "913100001";
export const OTHER = "913100002";
export const BROKER = "3122900001";
export const BAD = "913100009";

const ACCOUNTS = [
  ["trader-1", "declarant", `party/${TRADER}`],
  ["trader-2", "declarant", `party/${OTHER}`],
  ["bad-1", "declarant", `party/${BAD}`],
  ["broker-1", "declarant", `party/${BROKER}`],
  ["officer-1", "officer", "office/2218"],
  ["officer-2", "officer", "office/2218"],
  ["officer-9", "officer", "office/2219"],
  ["admin-1", "administrator", "*"],
  ["admin-2", "administrator", "*"],
  ["keeper-1", "tariff-keeper", "*"],
  ["importer-1", "importer", "*"],
] as const;

/** A bench with two offices, four parties, accounts, a tariff, a guarantee of 1,000,000.00, a zone and a rate of USD. */
export const openWorld = async (options: BenchOptions = {}): Promise<Bench> => {
  const bench = await Bench.open(options);
  const from = "2020-01-01";
  const set = (command: string, request: object) => bench.do(command, "installation", request);
  const edition = await bench.it.keepFile(tariffFile());
  for (const office of ["2218", "2219"])
    await set("office.register", { office, name: { en: office, zh: office } });
  const parties = [
    {
      party: TRADER,
      name: "Wine Ltd",
      credit: "advanced",
      contact: { name: CONTACT, telephone: "13800001111" },
    },
    { party: OTHER, name: "Other Ltd", credit: "registered" },
    { party: BROKER, name: "Broker Ltd", credit: "registered" },
    { party: BAD, name: "Bad Ltd", credit: "discredited" },
  ];
  await Promise.all(parties.map((party) => set("party.register", { ...party, from })));
  await Promise.all(
    ACCOUNTS.map(([holder, role, place]) =>
      set("authority.grant", { holder, role, place, from, delegable: false }),
    ),
  );
  await Promise.all([
    set("tariff.adopt", { edition, from, source: "bench" }),
    set("mandate.give", { party: TRADER, broker: BROKER, from: "2026-01-01", until: "2026-12-31" }),
    set("guarantee.open", {
      guarantee: GUARANTEE,
      party: TRADER,
      guarantor: "Bank",
      limit: "1000000.00",
      from,
      until: "2030-12-31",
    }),
    set("zone.register", {
      zone: "waigaoqiao",
      name: { en: "W", zh: "外" },
      office: "2218",
      type: "bonded-zone",
      from,
      approval: "State Council",
    }),
    set("exchange.set", { currency: "USD", from, rate: "7", source: "bench" }),
  ]);
  return bench;
};

/** The person named at the trader; never to be found in the journal's bytes. */
export const CONTACT = "Li Lei 李雷";
export const GUARANTEE = "G-100";

/** Wine of 200,000 CNY: duty 28,000.00, consumption tax 25,333.33, VAT 32,933.33, together 86,266.66 (domain 4.4, T1). */
export const WINE = {
  commodity: "2204210000",
  description: "red wine",
  origin: "FR",
  customsValue: { amount: "200000.00", currency: "CNY" },
  netMassKg: "1200",
  quantities: { L: "1200" },
};

/** Goods of the small world: a line of the tariff and a value in CNY. */
export const goods = (commodity: string, amount: string, more: object = {}) => ({
  commodity,
  description: "goods",
  origin: "FR",
  customsValue: { amount, currency: "CNY" },
  netMassKg: "1",
  ...more,
});

/** A declaration of wine at 2218, without a guarantee. */
export const filing = (reference: string, change: object = {}) => ({
  reference,
  direction: "import",
  office: "2218",
  declarant: TRADER,
  trader: TRADER,
  procedure: "0110",
  transportMode: "2",
  grossMassKg: "1300",
  goods: [WINE],
  documents: [],
  ...change,
});

/**
 * A small life of an installation in which every type of entry is written at least once. Clock and chance are made up,
 * so the same release writes the same bytes again. A new type of entry gets its act at the end of the story.
 */
import { createHash } from "node:crypto";
import { type MemoryDisk, memoryDisk, memoryStore } from "@openftz/server/adapters/memory/memory-store.ts";
import { Installation } from "@openftz/server/installation.ts";

/** What was written, and what each command answered: the answer of a request lies under the position of its last entry. */
export type Recording = { readonly disk: MemoryDisk; readonly answers: ReadonlyMap<number, object> };

const OFFICE = "2218";
const ZONE = "waigaoqiao-ftz";
const TRADER = "91310000EXAMPLE01A";
const BROKER = "3122980001";
const GUARANTEE = "GB-2026-0001";
const SINCE = "2026-01-01";
const MINUTE_MS = 60_000;

/** The tariff of the story: meat, for which quarantine asks a document, and wine. */
const TARIFF = [
  {
    code: "0207141100",
    mfn: "20",
    general: "70",
    vat: "9",
    units: ["kg"],
    description: "chicken wings, frozen",
  },
  { code: "2204210000", mfn: "14", general: "180", consumptionTax: "10", vat: "13", units: ["L", "kg"] },
];

/** Bytes that look like chance and are the same every time. */
const countedBytes = (): ((count: number) => Uint8Array) => {
  let turn = 0;
  return (count) => {
    turn += 1;
    return createHash("shake256", { outputLength: count }).update(`sample ${turn}`).digest();
  };
};

const meat = {
  commodity: "0207141100",
  description: "frozen chicken wings 冻鸡翼",
  origin: "BR",
  customsValue: { amount: "38000.00", currency: "USD" },
  netMassKg: "24000",
};
const wine = {
  commodity: "2204210000",
  description: "red wine in bottles 瓶装红葡萄酒",
  origin: "FR",
  customsValue: { amount: "200000.00", currency: "CNY" },
  netMassKg: "1800",
  quantities: { L: "1200" },
};

const declaration = (reference: string, goods: object, more: object = {}): object => ({
  reference,
  direction: "import",
  office: OFFICE,
  declarant: BROKER,
  trader: TRADER,
  procedure: "0110",
  transportMode: "2",
  grossMassKg: "25000",
  goods: [goods],
  documents: [],
  ...more,
});

type Teller = {
  /** Carries out one act, a minute after the one before, and tells what it answered. */
  readonly act: (actor: string, command: string, request: object) => Promise<Record<string, unknown>>;
  /** Lets days go by and the desk's clock submit what is due. */
  readonly wait: (day: string) => Promise<void>;
  readonly keepFile: (bytes: Uint8Array) => Promise<string>;
};

const registers = async ({ act, keepFile }: Teller): Promise<void> => {
  const admin = "installation";
  await act(admin, "office.register", { office: OFFICE, name: { en: "Waigaoqiao", zh: "外高桥港区海关" } });
  await act(admin, "zone.register", {
    zone: ZONE,
    name: { en: "Waigaoqiao", zh: "外高桥" },
    office: OFFICE,
    type: "bonded-zone",
    from: SINCE,
    approval: "made up for the sample",
  });
  await act(admin, "party.register", {
    party: TRADER,
    name: "Example Trading 示例贸易",
    credit: "registered",
    from: SINCE,
    contact: { name: "Wang Fang 王芳", telephone: "+86 21 5555 0101" },
  });
  await act(admin, "party.register", {
    party: BROKER,
    name: "Example Broker",
    credit: "registered",
    from: SINCE,
    contact: { name: "Li Wei 李伟", telephone: "+86 21 5555 0102" },
  });
  const grants: readonly (readonly [string, string, string])[] = [
    ["broker-1", "declarant", `party/${BROKER}`],
    ["trader-1", "declarant", `party/${TRADER}`],
    ["officer-1", "officer", `office/${OFFICE}`],
    ["officer-2", "officer", `office/${OFFICE}`],
    ["keeper-1", "tariff-keeper", "*"],
    ["importer-1", "importer", "*"],
    ["admin-1", "administrator", "*"],
    ["admin-2", "administrator", "*"],
  ];
  for (const [holder, role, place] of grants)
    await act(admin, "authority.grant", { holder, role, place, from: SINCE, delegable: false });
  await act("admin-1", "authority.revoke", { holder: "importer-1", role: "importer", place: "*" });
  await act(admin, "authority.grant", {
    holder: "importer-1",
    role: "importer",
    place: "*",
    from: SINCE,
    until: "2026-12-31",
    delegable: false,
  });
  await act("admin-1", "zone.change-type", {
    zone: ZONE,
    type: "comprehensive-bonded-zone",
    from: "2026-02-01",
    approval: "made up for the sample",
  });
  await act("officer-1", "party.set-credit", {
    party: TRADER,
    level: "advanced",
    from: "2026-03-01",
    reason: "certified after an examination",
  });
  await act("trader-1", "mandate.give", { party: TRADER, broker: BROKER, from: SINCE, until: "2026-12-31" });
  await act("keeper-1", "exchange.set", { currency: "USD", from: SINCE, rate: "7.0288", source: "made up" });
  const lines = `${TARIFF.map((line) => JSON.stringify(line)).join("\n")}\n`;
  const edition = await keepFile(Buffer.from(lines));
  await act("keeper-1", "tariff.adopt", { edition, from: "2018-05-01", source: "made up for the sample" });
  await act("officer-1", "guarantee.open", {
    guarantee: GUARANTEE,
    party: TRADER,
    guarantor: "Example Bank 示例银行",
    limit: "500000.00",
    from: SINCE,
    until: "2026-12-31",
  });
};

/** Released against the guarantee, withdrawn by two people, and one that another officer did not want. */
const guaranteed = async ({ act }: Teller): Promise<void> => {
  const filed = await act(
    "broker-1",
    "declaration.file",
    declaration("SAMPLE-1", wine, {
      zone: ZONE,
      guarantee: GUARANTEE,
      conveyanceEntry: "2026-02-10",
      transportDocument: "EXMU0000001",
      packages: 150,
      documents: [{ kind: "Y", number: "CO-2026-1" }],
    }),
  );
  const request = { declaration: filed.declaration, reason: "filed twice by mistake" };
  const first = await act("officer-1", "declaration.withdraw-released", request);
  await act("officer-2", "proposal.decline", {
    proposal: first.proposal,
    reason: "the reason is not proven",
  });
  const second = await act("officer-1", "declaration.withdraw-released", request);
  await act("officer-2", "proposal.confirm", { proposal: second.proposal });
};

/** Held for documents and tax, amended, paid too late, released, closed. */
const amendedAndPaid = async ({ act, wait }: Teller): Promise<void> => {
  const { declaration: number } = await act("broker-1", "declaration.file", declaration("SAMPLE-2", meat));
  const content = {
    procedure: "0110",
    transportMode: "2",
    grossMassKg: "25000",
    goods: [{ ...meat, netMassKg: "23500" }],
    documents: [],
  };
  const ask = { declaration: number, content, reason: "weighed again at the port" };
  await act("broker-1", "declaration.request-amendment", ask);
  const refused = { declaration: number, accept: false, reason: "a weight note is missing" };
  await act("officer-1", "declaration.decide-amendment", refused);
  await act("broker-1", "declaration.request-amendment", ask);
  await act("officer-1", "declaration.decide-amendment", {
    ...refused,
    accept: true,
    reason: "the note is there",
  });
  await act("broker-1", "declaration.give-document", {
    declaration: number,
    kind: "A",
    number: "Q-2026-000123",
  });
  const finding = "the clearance fits the goods";
  await act("officer-1", "declaration.clear-hold", { declaration: number, hold: "documents", finding });
  await wait("2026-04-01");
  await act("broker-1", "declaration.pay", { declaration: number, amount: OWED, receipt: "BANK-1" });
  await act("officer-1", "declaration.release", { declaration: number });
  await act("officer-1", "declaration.close", { declaration: number });
};

/** Tax of 38,000.00 USD of meat, and the charge for paying it 15 days late. */
const OWED = "82882.07";

/** Withdrawn by its declarant; taken over from an extract; a mandate taken back; a person erased. */
const endings = async ({ act }: Teller): Promise<void> => {
  const { declaration: number } = await act(
    "broker-1",
    "declaration.file",
    declaration("SAMPLE-3", wine, { transportMode: "5" }),
  );
  await act("broker-1", "declaration.withdraw", {
    declaration: number,
    reason: "the buyer cancelled the order",
  });
  await act(
    "importer-1",
    "declaration.import",
    declaration(
      "SAMPLE-4",
      { ...wine, customsValue: { amount: "9000.00", currency: "CNY" } },
      { day: "2026-01-15" },
    ),
  );
  await act("trader-1", "mandate.withdraw", { party: TRADER, broker: BROKER });
  const { proposal } = await act("admin-1", "party.erase-person", {
    party: BROKER,
    reason: "asked by the person",
  });
  await act("admin-2", "proposal.confirm", { proposal });
};

/** An HS edition; a tariff in which a rate moved twentyfold, accepted as such, and the edition before put back. */
const editions = async ({ act, keepFile }: Teller): Promise<void> => {
  const file = await keepFile(Buffer.from("020714\n220421\n"));
  await act("keeper-1", "hs.adopt", {
    edition: "2022",
    from: "2022-01-01",
    source: "made up for the sample",
    file,
  });
  const lines = TARIFF.map((line) =>
    JSON.stringify({ ...line, mfn: line.code === "0207141100" ? "1" : line.mfn }),
  );
  const edition = await keepFile(Buffer.from(`${lines.join("\n")}\n`));
  const from = "2027-01-01";
  const source = "made up for the sample";
  await act("keeper-1", "tariff.adopt", { edition, from, source, accepted: { "rate-moved": 1 } });
  await act("keeper-1", "tariff.revert", { from, reason: "the notice was withdrawn" });
};

const WINE_GOODS = {
  part: "WINE-75",
  commodity: "2204210000",
  description: "red wine in bottles 瓶装红葡萄酒",
  ...{ origin: "FR", unit: "bottle", lawfulUnit: "L", secondUnit: "kg" },
};

const wineLine = (which: object, declared: string): object => ({
  ...which,
  ...{ declared, lawful: declared, second: declared, netMassKg: declared, grossMassKg: declared },
  value: { amount: "2400.00", currency: "USD" },
});

const openBook = async (act: Teller["act"], reference: string): Promise<string> => {
  const { book } = await act("trader-1", "account-book.open", {
    reference,
    ...{ zone: ZONE, office: OFFICE, party: TRADER, mode: "accumulate", validUntil: "2027-12-31" },
  });
  await act("officer-1", "account-book.decide", { book, accept: true, reason: "in order" });
  return String(book);
};

/** A pass of papers, and its passage. */
const carry = async (act: Teller["act"], book: string, direction: string, papers: object): Promise<void> => {
  const reference = `PASS-${JSON.stringify(papers).replace(/[^A-Z0-9]/g, "")}`;
  const { pass } = await act("trader-1", "gate-pass.request", {
    ...{ reference, book, kind: "papers", direction, vehicle: "HU-A12345", grossMassKg: "2000", ...papers },
  });
  await act("officer-1", "gate-pass.record-passage", { pass, weighedKg: "15020.5" });
};

/** A book, a list that comes in and is posted, and one that is taken back; counts, a reversal, a change, pauses, the end. */
const books = async ({ act }: Teller): Promise<void> => {
  const book = await openBook(act, "BOOK-1");
  const list = (reference: string, movement: string, which: object, declared: string): object => ({
    ...{ reference, book, movement, procedure: "5034", transportMode: "2", declares: false },
    lines: [wineLine(which, declared)],
  });
  const inward = await act(
    "trader-1",
    "bonded-list.declare",
    list("LIST-1", "from-abroad", { goods: WINE_GOODS }, "1200"),
  );
  const voided = await act("trader-1", "gate-pass.request", {
    ...{ reference: "PASS-VOID", book, kind: "papers", direction: "in", vehicle: "HU-A12345" },
    ...{ grossMassKg: "100", lists: [{ list: inward.list, lines: [{ index: 0, declared: "100" }] }] },
  });
  await act("trader-1", "gate-pass.void", { pass: voided.pass, reason: "another vehicle" });
  await carry(act, book, "in", { lists: [{ list: inward.list }] });
  const outward = await act(
    "trader-1",
    "bonded-list.declare",
    list("LIST-2", "to-abroad", { line: 1 }, "200.5"),
  );
  await act("trader-1", "bonded-list.delete", { list: outward.list, reason: "not needed any more" });
  const both = async (command: string, request: object): Promise<void> => {
    const { proposal } = await act("officer-1", command, request);
    await act("officer-2", "proposal.confirm", { proposal });
  };
  const counted = { declared: "12", lawful: "12", second: "12", reason: "broken, seen at a count" };
  await both("book-line.adjust", { line: `${book}-1`, status: "bonded", found: "less", ...counted });
  await both("book-line.adjust", { line: `${book}-1`, status: "bonded", found: "more", ...counted });
  const reason = "as agreed";
  await act("trader-1", "account-book.file-change", {
    book,
    lines: [{ line: 1, description: "red wine" }],
    reason,
  });
  await act("officer-1", "account-book.decide-change", { book, accept: true, reason });
  for (const pause of ["both", "none"]) {
    await act("officer-1", "account-book.pause", { book, pause, reason });
    await act("officer-1", "book-line.pause", { line: `${book}-1`, pause, reason });
  }
  await both("bonded-list.reverse", { list: inward.list, reason: "posted to the wrong book" });
  await act("trader-1", "account-book.close", { book, reason });
};

/** An enterprise's archive, changed once. */
const archives = async ({ act }: Teller): Promise<void> => {
  const content = { validUntil: "2027-12-31", goods: [{ heading: "2204", name: "wine", kind: "material" }] };
  const { archive } = await act("trader-1", "archive.file", {
    ...{ reference: "ARCHIVE-1", party: TRADER, office: OFFICE, ...content },
  });
  await act("officer-1", "archive.decide", { archive, accept: true, reason: "in order" });
  await act("trader-1", "archive.file-change", { archive, ...content, capacityUsd: "1000000" });
  await act("officer-1", "archive.decide", { archive, accept: true, reason: "in order" });
};

/** Goods leave a book under a form, some come back, and the others are transferred; another book takes them. */
const slips = async ({ act, wait }: Teller): Promise<void> => {
  const [book, other] = [await openBook(act, "BOOK-2"), await openBook(act, "BOOK-3")];
  const [procedure, transportMode] = ["5034", "2"];
  const inward = await act("trader-1", "bonded-list.declare", {
    ...{ reference: "LIST-3", book, movement: "from-abroad", procedure, transportMode, declares: false },
    lines: [wineLine({ goods: WINE_GOODS }, "600")],
  });
  await carry(act, book, "in", { lists: [{ list: inward.list }] });
  const { form } = await act("trader-1", "business-form.file", {
    ...{ reference: "FORM-1", book, kind: "display", direction: "out", validUntil: "2026-12-31" },
    guarantee: GUARANTEE,
  });
  await act("officer-1", "business-form.decide", {
    form,
    accept: true,
    reason: "in order",
    reserve: "20000",
  });
  const slip = (reference: string, declared: string, more: object = {}) =>
    act("trader-1", "stock-slip.declare", {
      reference,
      form,
      lines: [wineLine({ line: 1 }, declared)],
      ...more,
    });
  const gone = await slip("SLIP-1", "5");
  await act("trader-1", "stock-slip.delete", { slip: gone.slip, reason: "not needed any more" });
  const went = await slip("SLIP-2", "50");
  await carry(act, book, "out", { slips: [went.slip] });
  const back = await slip("SLIP-3", "50", { returns: went.slip });
  await carry(act, book, "in", { slips: [back.slip] });
  await act("trader-1", "business-form.close", { form });
  const taken = await act("trader-1", "bonded-list.declare", {
    ...{ reference: "LIST-4", book: other, movement: "from-book", procedure, transportMode, declares: false },
    ...{ otherBook: book, lines: [wineLine({ goods: WINE_GOODS }, "100")] },
  });
  await act("trader-1", "bonded-list.declare", {
    ...{ reference: "LIST-5", book, movement: "to-book", procedure, transportMode, declares: false },
    ...{ otherList: taken.list, lines: [wineLine({ line: 1 }, "100")] },
  });
  const sold = await act("trader-1", "bonded-list.declare", {
    ...{ reference: "LIST-6", book, movement: "to-inland", procedure, transportMode, declares: true },
    ...{ counterparty: TRADER, lines: [wineLine({ line: 1 }, "100")] },
  });
  const { declaration: number } = await act(
    "trader-1",
    "declaration.file",
    declaration(
      "SAMPLE-6",
      { ...wine, netMassKg: "100", quantities: { L: "100" } },
      { declarant: TRADER, guarantee: GUARANTEE, transportMode: "9" },
    ),
  );
  await act("officer-1", "bonded-list.cover", { list: sold.list, declaration: number });
  const shown = await act("trader-1", "business-form.file", {
    ...{ reference: "FORM-2", book, kind: "display", direction: "out", validUntil: "2026-12-31" },
    guarantee: GUARANTEE,
  });
  const paper = shown.form;
  await act("officer-1", "business-form.decide", {
    ...{ form: paper, accept: true, reason: "in order", reserve: "100000" },
  });
  const late = await act("trader-1", "stock-slip.declare", {
    ...{ reference: "SLIP-4", form: paper, lines: [wineLine({ line: 1 }, "5")] },
  });
  await carry(act, book, "out", { slips: [late.slip] });
  await wait("2026-06-15");
  const { proposal } = await act("officer-1", "guarantee.call", { paper, reason: "not declared in time" });
  await act("officer-2", "proposal.confirm", { proposal });
  await act("officer-1", "guarantee.settle", { paper, amount: "100000.00", receipt: "B-4" });
};

const SQUARE = {
  type: "Polygon",
  coordinates: [
    [
      [121.58, 31.33],
      [121.62, 31.33],
      [121.62, 31.36],
      [121.58, 31.36],
      [121.58, 31.33],
    ],
  ],
};

/** A zone's codes, office, outline, acceptance, class and own setting; a matrix; a policy area around it. */
const zones = async ({ act, keepFile }: Teller): Promise<void> => {
  const [admin, made] = ["admin-1", { source: "made up for the sample", confirmed: false }];
  await act("installation", "office.register", { office: "2246", name: { en: "Logistics", zh: "保税物流" } });
  await act(admin, "zone.change-office", { zone: ZONE, office: "2246", from: "2026-02-01", ...made });
  const code = { zone: ZONE, kind: "district", ...made };
  await act(admin, "zone.set-code", { ...code, code: "31224", from: SINCE });
  await act(admin, "zone.set-code", { ...code, code: "31226", from: "2026-02-01", replaces: "31224" });
  const file = await keepFile(Buffer.from(JSON.stringify(SQUARE)));
  await act(admin, "zone.draw-boundary", { zone: ZONE, file, from: SINCE, approximate: true, ...made });
  await act(admin, "zone.record-acceptance", { zone: ZONE, step: "approved", on: SINCE, ...made });
  await act(admin, "zone.rate-performance", { zone: ZONE, year: 2026, class: "A", ...made });
  const setting = { zone: ZONE, capability: "retail-inside", value: "no", from: "2026-03-01" };
  await act(admin, "zone.set-setting", { ...setting, ...made });
  const row = { type: "bonded-zone", capability: "processing", value: "yes", from: "1990-01-01", ...made };
  const matrix = await keepFile(Buffer.from(JSON.stringify(row)));
  await act(admin, "zone.adopt-capabilities", { file: matrix, source: made.source });
  const area = "sample-ftz";
  const name = { en: "Sample", zh: "样例" };
  await act(admin, "policy-area.register", { area, kind: "free-trade-zone", name, from: SINCE, ...made });
  await act(admin, "policy-area.rename", { area, name, from: "2026-03-01", ...made });
  await act(admin, "policy-area.draw-boundary", { area, file, from: SINCE, approximate: true, ...made });
  await act(admin, "policy-area.place-zone", { area, zone: ZONE, extent: "whole", from: SINCE, ...made });
};

/** Lives the story. Every act must be accepted. */
export const liveScriptedHistory = async (): Promise<Recording> => {
  const disk = memoryDisk();
  const answers = new Map<number, object>();
  let now = Date.parse("2026-03-02T01:00:00.000Z");
  const installation = await Installation.open({
    store: memoryStore(disk),
    clock: { now: () => now },
    chance: { bytes: countedBytes() },
    verifyInBackground: false,
  });
  const act: Teller["act"] = async (actor, command, request) => {
    now += MINUTE_MS;
    const reply = await installation.submitValue(command, actor, request);
    if (reply.kind === "refused") throw new Error(`${command}: ${JSON.stringify(reply.problem)}`);
    answers.set(reply.position, reply.answer);
    return reply.answer as Record<string, unknown>;
  };
  const wait: Teller["wait"] = async (day) => {
    now = Date.parse(`${day}T01:00:00.000Z`);
    await installation.viewsReach(installation.status().durable);
    if ((await installation.runDeadlines()) !== 1) throw new Error(`One deadline is due on ${day}.`);
  };
  const keepFile: Teller["keepFile"] = (bytes) => installation.keepFile(bytes);
  const teller = { act, wait, keepFile };
  for (const chapter of [
    registers,
    guaranteed,
    amendedAndPaid,
    endings,
    editions,
    zones,
    archives,
    books,
    slips,
  ])
    await chapter(teller);
  await installation.close();
  return { disk, answers };
};

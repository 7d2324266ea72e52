/** A real server on a fresh folder, and declarations in every state that a page can show. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const BIN = path.resolve(import.meta.dirname, "../../server/bin/openftz.mjs");

export type Server = { readonly url: string; readonly stop: () => Promise<void> };

/** Where a server keeps what it is told, until it is thrown away. */
export const makeFolder = (): string => mkdtempSync(path.join(tmpdir(), "openftz-pages-"));

/** Starts a server as a user would, and waits until it says that it is ready; on a folder that stays, or on a day. */
export const startServer = async (
  on: { readonly folder?: string; readonly day?: string } = {},
): Promise<Server> => {
  const folder = on.folder ?? makeFolder();
  const day = on.day === undefined ? [] : ["--clock", on.day];
  const argv = [BIN, "start", "--port", "0", "--data", path.join(folder, "data"), "--json", ...day];
  const child: ChildProcess = spawn(process.execPath, argv, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  let said = "";
  let told = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    told += text;
  });
  while (!told.includes("\n")) {
    const what = await Promise.race([
      once(child.stdout!, "data").then(() => "told"),
      ended.then(() => "ended"),
    ]);
    if (what === "ended") throw new Error(`the server ended instead of starting: ${said}${told}`);
  }
  const { url } = JSON.parse(told) as { url: string };
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    if (on.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return { url, stop };
};

export const PASSWORD = "sample-password";

export type Answer = Readonly<Record<string, unknown>>;
/** Sends a command as an account. */
export type Send = (path: string, request: object) => Promise<Answer>;

/** Signs in and returns how to send commands as that account. */
export const signedIn = async (url: string, account: string): Promise<Send> => {
  const post = (address: string, request: object, cookie: string) =>
    fetch(`${url}/api/v1/${address}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: url, cookie },
      body: JSON.stringify(request),
    });
  const session = await post("session", { account, password: PASSWORD }, "");
  const cookie = session.headers
    .getSetCookie()
    .map((each) => each.split(";")[0]!)
    .join("; ");
  return async (address, request) => {
    const response = await post(address, request, cookie);
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Error(`${account} ${address}: ${JSON.stringify(answer)}`);
    return answer;
  };
};

const WINE = "91310000SAMPLEWINE";
const CHIPS = "91310000SAMPLECHIP";
const ZONE = "91310000SAMPLEZONE";
const BROKER = "91310000SAMPLEBRKR";

export const wine = {
  commodity: "2204210000",
  description: "Red wine, 750 mL | 干红葡萄酒，750毫升",
  origin: "FR",
  customsValue: { amount: "200000.00", currency: "CNY" },
  netMassKg: "1200",
  quantities: { L: "1200" },
};
const soap = {
  commodity: "3401110000",
  description: "Toilet soap | 香皂",
  origin: "KR",
  customsValue: { amount: "12000.00", currency: "USD" },
  netMassKg: "300",
};
const gold = {
  commodity: "7108120000",
  description: "Gold bars | 金条",
  origin: "CH",
  customsValue: { amount: "560000.00", currency: "CNY" },
  netMassKg: "1",
  quantities: { g: "1000" },
};

const content = (goods: readonly object[], more: object = {}) => ({
  procedure: "0110",
  transportMode: "2",
  transportDocument: "COSU6291840",
  grossMassKg: "2000",
  packages: 120,
  goods,
  documents: [],
  ...more,
});

/** The numbers of declarations, books and lists, by what they show. */
export type World = Readonly<
  Record<
    | ("due" | "guaranteed" | "papers" | "inspected" | "amendment" | "released" | "closed" | "withdrawn")
    | ("book" | "bookAsked" | "listPosted" | "listApproved")
    | ("form" | "passWaits" | "passGone" | "slipWaits" | "slipGone"),
    string
  >
>;

const valves = {
  ...{ part: "V-100", commodity: "8481804090", description: "Valves of steel | 钢制阀门", origin: "DE" },
  ...{ unit: "pcs", lawfulUnit: "pcs", secondUnit: "kg" },
};

/** A book that is asked for, and one in force with a list that was posted and one that reserves some of it. */
const makeBooks = async (trader: Send, officer: Send) => {
  const ask = async (reference: string): Promise<string> => {
    const { book } = await trader("account-book/open", {
      ...{ reference, zone: "waigaoqiao-bonded-zone", office: "2218", party: CHIPS, mode: "accumulate" },
      validUntil: "2099-12-31",
    });
    return String(book);
  };
  const book = await ask("PAGES-BOOK");
  await officer("account-book/decide", { book, accept: true, reason: "for the pages" });
  const lines = (pieces: string, which: object) => [
    {
      ...which,
      ...{ declared: pieces, lawful: pieces, second: pieces, netMassKg: pieces, grossMassKg: pieces },
      value: { amount: "80000.00", currency: "USD" },
    },
  ];
  const declare = async (reference: string, movement: string, pieces: string, which: object) => {
    const { list } = await trader("bonded-list/declare", {
      ...{ reference, book, movement, procedure: "5034", transportMode: "2", declares: false },
      lines: lines(pieces, which),
    });
    return String(list);
  };
  const askPass = async (reference: string, direction: string, papers: object) => {
    const { pass } = await trader("gate-pass/request", {
      ...{ reference, book, kind: "papers", direction, vehicle: "HU-A12345", grossMassKg: "1000", ...papers },
    });
    return String(pass);
  };
  const listPosted = await declare("PAGES-IN", "from-abroad", "1000", { goods: valves });
  const passGone = await askPass("PAGES-PASS", "in", {
    ...{
      lists: [{ list: listPosted }],
      vehicleMassKg: "13000",
      container: "MSKU1234565",
      containerMassKg: "2200",
    },
  });
  await officer("gate-pass/record-passage", { pass: passGone, weighedKg: "16230" });
  const listApproved = await declare("PAGES-OUT", "to-abroad", "300", { line: 1 });
  const passWaits = await askPass("PAGES-PASS-2", "out", {
    lists: [{ list: listApproved, lines: [{ index: 0, declared: "120" }] }],
  });
  const filed = await trader("business-form/file", {
    ...{ reference: "PAGES-FORM", book, kind: "batches", direction: "out", validUntil: "2099-12-31" },
  });
  const form = String(filed.form);
  await officer("business-form/decide", { form, accept: true, reason: "for the pages", reserve: "0" });
  const slip = async (reference: string, pieces: string) =>
    String((await trader("stock-slip/declare", { reference, form, lines: lines(pieces, { line: 1 }) })).slip);
  const slipGone = await slip("PAGES-SLIP", "50");
  const went = await askPass("PAGES-PASS-3", "out", { slips: [slipGone] });
  await officer("gate-pass/record-passage", { pass: went });
  const slipWaits = await slip("PAGES-SLIP-2", "10");
  return {
    ...{ book, bookAsked: await ask("PAGES-BOOK-ASKED"), listPosted, listApproved },
    ...{ form, passWaits, passGone, slipWaits, slipGone },
  };
};

/** Fills the installation. An advanced trader files: of its goods fewer are drawn for inspection. */
export const makeWorld = async (url: string): Promise<World> => {
  const [trader, broker, officer, admin] = await Promise.all(
    ["trader-2", "broker-1", "officer-1", "admin-1"].map((account) => signedIn(url, account)),
  );
  const file = async (
    send: Send,
    name: string,
    goods: readonly object[],
    more: object = {},
  ): Promise<string> => {
    const who = { direction: "import", office: "2218", declarant: CHIPS, trader: CHIPS };
    // One that was drawn by lot would show something else: the next is hardly ever drawn too.
    for (let turn = 1; ; turn++) {
      const reference = `PAGES-${name}${turn === 1 ? "" : `-${turn}`}`;
      const answer = await send("declaration/file", { reference, ...who, ...content(goods, more) });
      if (answer.lane !== "inspect" || name === "INSPECTED") return String(answer.declaration);
    }
  };
  const byBroker = { declarant: BROKER, trader: CHIPS, guarantee: "SAMPLE-GUARANTEE-BROKER" };
  const pay = (send: Send, declaration: string, amount: string) =>
    send("declaration/pay", { declaration, amount, receipt: `ICBC-${declaration.slice(-4)}` });
  await officer!("party/set-credit", {
    party: ZONE,
    level: "discredited",
    from: "2026-01-01",
    reason: "for the pages",
  });
  const due = await file(trader!, "DUE", [wine]);
  const guaranteed = await file(broker!, "GUARANTEED", [wine, soap], byBroker);
  const papers = await file(trader!, "PAPERS", [gold]);
  const inspected = await file(broker!, "INSPECTED", [soap], { ...byBroker, trader: ZONE });
  const amendment = await file(trader!, "AMENDMENT", [wine]);
  const changed = { ...wine, origin: "CL", claim: { agreement: "CL", certificate: "F-2026-77" } };
  await trader!("declaration/request-amendment", {
    declaration: amendment,
    content: content([changed], { packages: 118 }),
    reason: "The certificate of origin arrived.",
  });
  const released = await file(trader!, "RELEASED", [wine]);
  await pay(trader!, released, "86266.66");
  const closed = await file(broker!, "CLOSED", [wine], byBroker);
  await pay(broker!, closed, "86266.66");
  const withdrawn = await file(trader!, "WITHDRAWN", [soap]);
  await trader!("declaration/withdraw", { declaration: withdrawn, reason: "The ship turned back." });
  await officer!("declaration/withdraw-released", { declaration: released, reason: "Released by mistake." });
  await admin!("party/erase-person", { party: WINE, reason: "The person asked for it." });
  const books = await makeBooks(trader!, officer!);
  return { due, guaranteed, papers, inspected, amendment, released, closed, withdrawn, ...books };
};

/** For tests: a small installation in memory with accounts, roles, a tariff and a declaration to file. */
import { createAccount, createToken } from "../../accounts/accounts.ts";
import type { Log } from "../../desk/ports.ts";
import { Installation } from "../../installation.ts";
import type { Store } from "../../store.ts";
import { makeApp } from "./http-app.ts";
import { type HttpOptions, partsFor } from "./http-server.ts";

/** Everyone's password here. */
export const PASSWORD = "correct horse battery";
/** The trader whose declarations are filed. */
export const TRADER = "91310000TEST000001";

let turn = 0;

/** Bytes that differ from call to call and are the same in every run. */
export const countingChance = () => ({
  bytes: (count: number): Uint8Array => {
    turn += 1;
    return Buffer.alloc(count, `chance ${turn} `);
  },
});

const TARIFF = [
  { code: "2204210000", mfn: "14", general: "180", consumptionTax: "10", vat: "13", units: ["L", "kg"] },
  { code: "8471301000", mfn: "0", general: "70", vat: "13", units: ["unit", "kg"] },
];

/** A declaration that is accepted, with what is given changed. */
export const declaration = (reference: string, changes: object = {}): object => ({
  reference,
  direction: "import",
  office: "2218",
  declarant: TRADER,
  trader: TRADER,
  procedure: "0110",
  transportMode: "2",
  grossMassKg: "1000",
  goods: [
    {
      commodity: "8471301000",
      description: "portable computers",
      origin: "KR",
      customsValue: { amount: "125000.75", currency: "CNY" },
      netMassKg: "900.25",
      quantities: { unit: "120" },
    },
  ],
  documents: [],
  ...changes,
});

/** Accounts of the world: id and role with its place. */
export const PEOPLE = {
  "broker-1": ["declarant", `party/${TRADER}`],
  "officer-1": ["officer", "office/2218"],
  "keeper-1": ["tariff-keeper", "*"],
  "admin-1": ["administrator", "*"],
  "nobody-1": undefined,
} as const;

/** Registers what a declaration needs, and the roles of the people. */
export const setUp = async (installation: Installation): Promise<void> => {
  const from = "2020-01-01";
  const lines = TARIFF.map((line) => JSON.stringify(line)).join("\n");
  const edition = await installation.keepFile(Buffer.from(`${lines}\n`));
  const acts: (readonly [string, object])[] = [
    ["office.register", { office: "2218", name: { en: "Waigaoqiao", zh: "外高桥" } }],
    ["party.register", { party: TRADER, name: "Test Trading", credit: "advanced", from }],
    ["tariff.adopt", { edition, from, source: "made up for tests" }],
  ];
  for (const [holder, held] of Object.entries(PEOPLE))
    if (held)
      acts.push(["authority.grant", { holder, role: held[0], place: held[1], from, delegable: false }]);
  for (const [command, request] of acts) {
    const reply = await installation.submitValue(command, "installation", request);
    if (reply.kind === "refused") throw new Error(`${command}: ${JSON.stringify(reply.problem)}`);
  }
};

/** A token of each person. */
export type Tokens = Readonly<Record<keyof typeof PEOPLE, string>>;

/** A clock that is moved by hand. */
export type HandClock = { now: () => number; ms: number };

/** Noon of 5 March 2026 in Shanghai. */
export const NOON = Date.parse("2026-03-05T04:00:00Z");

/** Opens the world on a store; accounts have no working password unless `signIn` asks for one (it costs time). */
export const openWorld = async (
  store: Store,
  options: Partial<HttpOptions> & { readonly log?: Log; readonly passwordsFor?: readonly (keyof typeof PEOPLE)[] } = {},
) => {
  const clock: HandClock = { ms: NOON, now: () => clock.ms };
  const { log } = options;
  const installation = await Installation.open({ store, clock, ...(log && { log }) });
  await setUp(installation);
  const chance = countingChance();
  const tokens: Record<string, string> = {};
  for (const account of Object.keys(PEOPLE)) {
    const created = await createAccount(store.cabinet, chance, { account, name: `Person ${account}`, password: PASSWORD });
    if (created.kind === "refused") throw new Error(JSON.stringify(created.problem));
    ({ token: tokens[account] } = await createToken(store.cabinet, chance, clock, account, "test"));
  }
  const parts = partsFor({ installation, host: "127.0.0.1", behindProxy: false, chance, ...options });
  const app = makeApp(parts);
  const close = async () => {
    await app.close();
    await installation.close();
  };
  return { app, installation, clock, tokens: tokens as Tokens, parts, store, chance, close };
};

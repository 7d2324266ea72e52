/** For tests: a small installation in memory with accounts, roles, a tariff and a declaration to file. */
import { hash, scryptSync } from "node:crypto";
import { ACCOUNTS, type KeptAccount } from "../../accounts/account-record.ts";
import { createToken } from "../../accounts/accounts.ts";
import type { PasswordHash } from "../../accounts/passwords.ts";
import type { Chance, Clock, Log } from "../../desk/ports.ts";
import { Installation } from "../../installation.ts";
import type { Store } from "../../store.ts";
import { makeApp } from "./http-app.ts";
import { type HttpOptions, partsFor } from "./http-server.ts";

/** Everyone's password here. */
export const PASSWORD = "correct horse battery";
/** The trader whose declarations are filed. */
export const TRADER = "91310000TEST000001";

/** Bytes that differ from call to call and are the same in every run; at most 32 at once. */
const countingChance = (): Chance => {
  let turn = 0;
  return {
    bytes: (count) => {
      turn += 1;
      return hash("sha256", `turn ${turn}`, "buffer").subarray(0, count);
    },
  };
};

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

/** Everybody has the same password, hashed with little work: the work is kept beside the hash, and tests need none. */
const cheapHash = (): PasswordHash => {
  const work = { scheme: "scrypt", cost: 1_024, blockSize: 8, parallel: 1 } as const;
  const salt = Buffer.alloc(16);
  const hash = scryptSync(PASSWORD, salt, 32, { N: work.cost, r: work.blockSize, p: work.parallel });
  return { ...work, salt: salt.toString("base64"), hash: hash.toString("base64") };
};

const makeAccounts = async ({ cabinet }: Store, chance: Chance, clock: Clock): Promise<Tokens> => {
  const tokens: Record<string, string> = {};
  const password = cheapHash();
  for (const account of Object.keys(PEOPLE)) {
    const kept: KeptAccount = {
      account,
      name: `Person ${account}`,
      password,
      generation: 1,
      disabled: false,
      sample: false,
    };
    await cabinet.put(ACCOUNTS, account, kept);
    ({ token: tokens[account] } = await createToken(cabinet, chance, clock, account, "test"));
  }
  return tokens as Tokens;
};

/** An inspected answer. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly text: string;
  readonly json: Readonly<Record<string, never>>;
};

/** A request: by the token of a person, by a cookie, or by nobody. */
export type Ask = {
  readonly as?: keyof typeof PEOPLE;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string | Buffer;
};

/** Opens the world on a store, with an application that requests are injected into. */
export const openWorld = async (
  store: Store,
  options: Partial<HttpOptions> & { readonly log?: Log } = {},
) => {
  const clock: HandClock = { ms: NOON, now: () => clock.ms };
  const { log } = options;
  const installation = await Installation.open({ store, clock, ...(log && { log }) });
  await setUp(installation);
  const chance = countingChance();
  const tokens = await makeAccounts(store, chance, clock);
  const parts = partsFor({ installation, host: "127.0.0.1", behindProxy: false, chance, ...options });
  const app = makeApp(parts);
  const close = async () => {
    await app.close();
    await installation.close();
  };
  const ask = async (
    method: string,
    url: string,
    { as, cookie, headers = {}, body }: Ask = {},
  ): Promise<Answer> => {
    const answer = await app.inject({
      method: method as "GET",
      url,
      headers: {
        ...(as && { authorization: `Bearer ${tokens[as]}` }),
        ...(cookie && { cookie }),
        ...(typeof body === "string" && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { payload: body }),
    });
    const isJson = String(answer.headers["content-type"]).includes("json");
    const json = isJson && answer.body !== "" ? (JSON.parse(answer.body) as Answer["json"]) : {};
    return { status: answer.statusCode, headers: answer.headers, text: answer.body, json };
  };
  return { app, ask, installation, clock, tokens, parts, store, chance, close };
};

/** The world as tests use it. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** The end of a problem's type: "not-found". */
export const kindOf = ({ json }: Answer): string =>
  String(json.type).replace("https://openftz.org/problems/", "");

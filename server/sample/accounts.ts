/** The sample accounts: known passwords, so they exist only where nobody from outside can sign in. */
import type { Act } from "./acts.ts";
import { PARTIES, SAMPLE_FROM } from "./parties.ts";
import { SAMPLE_OFFICES } from "./places.ts";

/** A role at a place. */
type Held = readonly [role: string, place: string];

/** A sample account; all of them have one password. */
export type SampleAccount = {
  readonly account: string;
  readonly name: string;
  readonly about: string;
  readonly holds: readonly Held[];
};

/** The password of every sample account; it is shown at the start. */
export const SAMPLE_PASSWORD = "sample-password";

const officer: readonly Held[] = SAMPLE_OFFICES.map((office): Held => ["officer", `office/${office}`]);
const declarant = (...parties: readonly string[]): readonly Held[] =>
  parties.map((party): Held => ["declarant", `party/${party}`]);

/** All of them. Two officers and two administrators, because some acts need a second person. */
export const SAMPLE_ACCOUNTS: readonly SampleAccount[] = [
  {
    account: "trader-1",
    name: "Chen Jing 陈静",
    about: "declares for the wine importer",
    holds: declarant(PARTIES.wine),
  },
  {
    account: "trader-2",
    name: "Wang Lei 王磊",
    about: "declares for the electronics trader",
    holds: declarant(PARTIES.electronics),
  },
  {
    account: "broker-1",
    name: "Zhou Min 周敏",
    about: "declares for both, by mandate",
    holds: declarant(PARTIES.broker),
  },
  {
    account: "officer-1",
    name: "Shen Yi 沈怡",
    about: "customs officer at all sample offices",
    holds: officer,
  },
  { account: "officer-2", name: "Gu Ping 顾平", about: "the second officer", holds: officer },
  {
    account: "keeper-1",
    name: "Lu Hua 陆华",
    about: "keeps tariff and exchange rates",
    holds: [["tariff-keeper", "*"]],
  },
  {
    account: "importer-1",
    name: "Extract importer 数据导入",
    about: "takes over other systems' extracts",
    holds: [["importer", "*"]],
  },
  {
    account: "admin-1",
    name: "Administrator 管理员",
    about: "grants roles, registers parties and zones",
    holds: [["administrator", "*"]],
  },
  {
    account: "admin-2",
    name: "Administrator 2 管理员二",
    about: "the second administrator",
    holds: [["administrator", "*"]],
  },
];

/** The acts that grant their roles. */
export const grantActs = (): readonly Act[] =>
  SAMPLE_ACCOUNTS.flatMap(({ account, holds }) =>
    holds.map(
      ([role, place]): Act => [
        "authority.grant",
        { holder: account, role, place, from: SAMPLE_FROM, delegable: false },
      ],
    ),
  );

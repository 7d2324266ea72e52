/** The sample world of a fresh data folder: places, parties, a tariff, rates, and accounts to try everything with. */
import { createAccount, findAccount, mayHaveSamples } from "../accounts/accounts.ts";
import { hashPassword } from "../accounts/passwords.ts";
import type { Chance } from "../desk/ports.ts";
import type { Installation } from "../installation.ts";
import { grantActs, SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "./accounts.ts";
import { carryOut } from "./acts.ts";
import { exchangeActs } from "./exchange.ts";
import { adoptOwnTariff } from "./own-tariff.ts";
import { partyActs } from "./parties.ts";
import { enterPlaces } from "./places.ts";

const DRAWER = "installation";
const MARK = "sample-world";

/** True when the journal is empty and samples were never ruled out, or an earlier start was interrupted at this. */
export const wantsSampleWorld = async (installation: Installation): Promise<boolean> => {
  const { cabinet } = installation.store;
  if (!(await mayHaveSamples(cabinet))) return false;
  const mark = (await cabinet.get(DRAWER, MARK)) as { done: boolean } | undefined;
  return mark ? !mark.done : installation.status().durable === 0;
};

/** Enters the sample world into the journal and makes its accounts. */
export const makeSampleWorld = async (installation: Installation, chance: Chance): Promise<void> => {
  const { cabinet } = installation.store;
  await cabinet.put(DRAWER, MARK, { done: false });
  await Promise.all([makeAccounts(installation, chance), enterWorld(installation)]);
  await cabinet.put(DRAWER, MARK, { done: true });
};

const enterWorld = (installation: Installation): Promise<unknown> =>
  Promise.all([
    adoptOwnTariff(installation),
    enterPlaces(installation),
    carryOut(installation, partyActs()),
    carryOut(installation, exchangeActs()),
    carryOut(installation, grantActs()),
  ]);

/** One hash for all: their one password is shown at every start. */
const makeAccounts = async (installation: Installation, chance: Chance): Promise<void> => {
  const { cabinet } = installation.store;
  const hashed = await hashPassword(chance, SAMPLE_PASSWORD);
  await Promise.all(
    SAMPLE_ACCOUNTS.map(async ({ account, name }) => {
      if (await findAccount(cabinet, account)) return;
      const wanted = { account, name, password: SAMPLE_PASSWORD, sample: true };
      const made = await createAccount(cabinet, chance, wanted, hashed);
      if (made.kind === "refused") throw new Error(`${account}: ${made.problem.detail}`);
    }),
  );
};

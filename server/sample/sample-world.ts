/** The sample world of a fresh data folder: places, parties, a tariff, rates, and accounts to try everything with. */
import type { Chance } from "../desk/ports.ts";
import type { Installation } from "../installation.ts";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD, grantActs } from "./accounts.ts";
import { carryOut } from "./acts.ts";
import { exchangeActs } from "./exchange.ts";
import { adoptOwnTariff } from "./own-tariff.ts";
import { partyActs } from "./parties.ts";
import { placeActs } from "./places.ts";

/** Enters places, parties, tariff, rates and grants into the journal. */
export const enterSampleWorld = async (installation: Installation): Promise<void> => {
  await Promise.all([
    adoptOwnTariff(installation),
    carryOut(installation, placeActs()),
    carryOut(installation, partyActs()),
    carryOut(installation, exchangeActs()),
    carryOut(installation, grantActs()),
  ]);
};

/** Makes the accounts in the cabinet. */
export const makeSampleAccounts = async (installation: Installation, chance: Chance): Promise<void> => {
  const { createAccount } = await import("../accounts/accounts.ts");
  const { cabinet } = installation.store;
  await Promise.all(
    SAMPLE_ACCOUNTS.map(({ account, name }) =>
      createAccount(cabinet, chance, { account, name, password: SAMPLE_PASSWORD, sample: true }),
    ),
  );
};

/** `openftz admin create | token`: the first account of an installation, and tokens for programs. */
import { randomBytes } from "node:crypto";
import { createAccount, createToken, findAccount } from "../accounts/accounts.ts";
import type { Installation } from "../installation.ts";
import { carryOut } from "../sample/acts.ts";
import { adoptOwnTariff } from "../sample/own-tariff.ts";
import { type CliCommand, LOCAL } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io } from "./io.ts";
import { problemLines } from "./link.ts";
import { withInstallation } from "./local.ts";
import { remoteToken } from "./remote-token.ts";

const chance = { bytes: (count: number) => randomBytes(count) };
const PASSWORD_BYTES = 15;

const oneName = (given: Given): string => {
  const [account, more] = given.words;
  if (account === undefined || more !== undefined)
    throw wrongUse("Name one account.", "For example: admin-1");
  return account;
};

export const adminCreateCommand: CliCommand = {
  name: "admin create",
  usage: "ACCOUNT [--name NAME]",
  about: "Makes an account that administers the whole installation; others are made by it, in its pages.",
  flags: { name: { value: "NAME", about: "the person's name; the account's unless told" }, ...LOCAL },
  more: "The password is read from OPENFTZ_PASSWORD; without it one is made up and shown once. The server must not run.",
  run: async (given, io) => {
    const account = oneName(given);
    const password = io.env.OPENFTZ_PASSWORD;
    return withInstallation(given, io, async (installation) => {
      const made = password ?? Buffer.from(chance.bytes(PASSWORD_BYTES)).toString("base64url");
      const { cabinet } = installation.store;
      const name = given.text("name") ?? account;
      const outcome = await createAccount(cabinet, chance, { account, name, password: made });
      if (outcome.kind === "refused")
        throw refusal(problemLines(outcome.problem), "See above.", { ...outcome.problem });
      await makeAdministrator(installation, account);
      const words = [
        `${account} administers this installation.`,
        ...(password === undefined ? [`Password, shown this once: ${made}`] : []),
      ];
      const told = { account, name, ...(password === undefined && { password: made }) };
      await answer(io, given.is("json"), told, words.join("\n"));
      return EXIT.ok;
    });
  },
};

/** Grants the role for the whole installation; a first tariff is adopted where there is none. */
const makeAdministrator = async (installation: Installation, account: string): Promise<void> => {
  await adoptOwnTariff(installation);
  const from = installation.now().day;
  await carryOut(installation, [
    ["authority.grant", { holder: account, role: "administrator", place: "*", from, delegable: true }],
  ]);
};

export const adminTokenCommand: CliCommand = {
  name: "admin token",
  usage: "ACCOUNT [--label TEXT] [--server URL]",
  about: "Makes a token with which a program acts as an account. It is shown once; use it as OPENFTZ_TOKEN.",
  flags: {
    label: { value: "TEXT", about: "what the token is for; the shell unless told" },
    server: {
      value: "URL",
      about: "a running server instead; the account's password is read from OPENFTZ_PASSWORD",
    },
    ...LOCAL,
  },
  run: async (given, io) => {
    const account = oneName(given);
    const label = given.text("label") ?? "shell";
    const server = given.text("server");
    const made =
      server === undefined
        ? await localToken(given, io, account, label)
        : await remoteToken(server, io, account, label);
    await answer(io, given.is("json"), { account, label, ...made }, made.token);
    return EXIT.ok;
  },
};

const localToken = (given: Given, io: Io, account: string, label: string) =>
  withInstallation(given, io, async (installation) => {
    const { cabinet } = installation.store;
    if (!(await findAccount(cabinet, account)))
      throw refusal(
        `There is no account ${account}.`,
        "Make it first: openftz admin create, or in the pages.",
      );
    return createToken(cabinet, chance, installation.clock, account, label);
  });

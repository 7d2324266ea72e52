/** Opens an installation in this process, with errors that people can act on. */
import path from "node:path";
import { openStore } from "../adapters/open-store.ts";
import { JournalFault } from "../desk/verify.ts";
import { Installation, type InstallationOptions } from "../installation.ts";
import type { Store } from "../store.ts";
import { type CommandFault, refusal, unreachable } from "./exit.ts";
import type { Given } from "./flags.ts";
import type { Io } from "./io.ts";

/** The folder of the installation: `--data`, else ./data. */
export const dataFolder = (given: Given): string => path.resolve(given.text("data") ?? "data");

/** Where the data lie, for people: the folder, or the database without its password. */
export const dataPlace = (given: Given, io: Io): string => {
  const database = io.env.OPENFTZ_DATABASE_URL;
  if (!database) return dataFolder(given);
  const url = URL.parse(database);
  return url ? `${url.protocol}//${url.host}${url.pathname}` : "the database in OPENFTZ_DATABASE_URL";
};

const INTERRUPTED = 130;

/** Whoever interrupts a command must not leave a database running behind it. `start` has a way of its own to stop. */
const closeWhenInterrupted = (store: Store): void => {
  if (process.listenerCount("SIGTERM") > 0) return;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.once(signal, () => void store.close().finally(() => process.exit(INTERRUPTED)));
};

/** Opens the store that a command line names. @throws CommandFault */
export const openStoreFor = async (given: Given, io: Io): Promise<Store> => {
  const dataDir = dataFolder(given);
  try {
    const store = await openStore({ dataDir, databaseUrl: io.env.OPENFTZ_DATABASE_URL });
    closeWhenInterrupted(store);
    return store;
  } catch (error) {
    throw explained(error as Error, dataDir);
  }
};

const explained = (error: Error, dataDir: string): CommandFault => {
  if (error.name === "StoreLocked")
    return unreachable(
      error.message,
      "If that is a running server, give this command --server URL and a token in OPENFTZ_TOKEN; or use another --data.",
    );
  const { code } = error as { code?: string };
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return unreachable(`${dataDir} cannot be written (${code}).`, "Choose another folder with --data DIR.");
  return unreachable(
    `The store cannot be opened: ${error.message}`,
    "Mend what it says, then run the same command again.",
  );
};

/** Opens the installation on a store; closes the store when that fails. @throws CommandFault */
export const openInstallation = async (options: InstallationOptions): Promise<Installation> => {
  try {
    return await Installation.open(options);
  } catch (error) {
    await options.store.close();
    throw journalFault(error as Error);
  }
};

/** A fault in the journal as people and programs read it; anything else stays what it is. */
export const journalFault = (error: Error): Error =>
  error instanceof JournalFault
    ? refusal(
        `The journal is not what was sealed. ${error.message}`,
        "openftz verify tells the first fault again.",
        {
          position: error.position,
        },
      )
    : error;

/** Opens store and installation, works, and closes them whatever happens. */
export const withInstallation = async <Result>(
  given: Given,
  io: Io,
  work: (installation: Installation) => Promise<Result>,
): Promise<Result> => {
  const store = await openStoreFor(given, io);
  const installation = await openInstallation({ store, verifyInBackground: false });
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
};

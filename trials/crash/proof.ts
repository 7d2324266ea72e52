/** What is compared after each blow, and at the end of every trial. */
import { sameBytes } from "@openftz/kernel/hash.ts";
import { openftz, type TestServer } from "@openftz/server/cli/test-process.ts";
import type { Client } from "./client.ts";
import { askAgain } from "./filer.ts";
import type { Ground } from "./ground.ts";
import { JournalWatch } from "./journal-watch.ts";
import type { Ledger } from "./ledger.ts";

/** Verifies what the journal gained, and compares it with what was acknowledged. */
export const compareJournal = async (ground: Ground, ledger: Ledger, watch: JournalWatch): Promise<void> => {
  await watch.advance(await ground.connection());
  ledger.compareWith(watch.filed);
};

/**
 * Ends a trial: every acknowledgement is asked for once more, the server stops in order, the whole journal is verified.
 * Returns what the server had logged.
 */
export const proveWhole = async (
  ground: Ground,
  { server, client }: { readonly server: TestServer; readonly client: Client },
  ledger: Ledger,
  watch: JournalWatch,
): Promise<string> => {
  await askAgain(client, ledger, ledger.references);
  await compareJournal(ground, ledger, watch);
  if (watch.filed.size !== ledger.size)
    ledger.found(`${ledger.size} were acknowledged; the journal holds ${watch.filed.size}`);
  await readFromTheStart(ground, ledger, watch);
  const log = await stopInOrder(server, ledger);
  await verifyByCommand(ground, ledger, watch.entries);
  for (const finding of watch.findings) ledger.found(finding);
  return log;
};

/** A journal that only grew has, read anew, the tree head that was kept while it grew. */
const readFromTheStart = async (ground: Ground, ledger: Ledger, watch: JournalWatch): Promise<void> => {
  const whole = new JournalWatch();
  await whole.advance(await ground.connection());
  if (!sameBytes(whole.root, watch.root)) ledger.found("read from its start the journal is another one");
};

const stopInOrder = async (server: TestServer, ledger: Ledger): Promise<string> => {
  const { code, err } = await server.stop();
  if (code !== 0) ledger.found(`the server ended with ${code}`);
  noteErrors(err, ledger);
  return err;
};

/** A server's own log tells of what must not be: an error is a finding, a warning is not. */
export const noteErrors = (log: string, ledger: Ledger): void => {
  for (const line of log.split("\n")) if (line.includes('"level":"error"')) ledger.found(line);
};

const verifyByCommand = async (ground: Ground, ledger: Ledger, entries: number): Promise<void> => {
  const { out, err } = await openftz(["verify", "--data", ground.data, "--json"], { env: ground.env });
  const proof = JSON.parse(out || "{}") as { ok?: boolean; entries?: number };
  if (proof.ok !== true || proof.entries !== entries) ledger.found(`openftz verify says ${out}${err}`);
};

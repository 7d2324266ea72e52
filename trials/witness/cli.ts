/** `openftz trials witness`: a witness in the foreground, until it is told to stop. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { readVerifierKeys } from "@openftz/server/proof/verifier-key.ts";
import { serveWitness } from "./server.ts";
import { Witness } from "./witness.ts";
import { witnessKey } from "./witness-key.ts";

const HELP = `Usage: npm run trials -- witness --keys FILE --folder DIR [--name NAME] [--port N]

Keeps the newest checkpoint of each journal whose public key is in FILE, and signs another only when the journal grew
from there. Its own key and what it saw lie in DIR. It listens on loopback: put a proxy with https before it.
`;

const WRONG_USE = 2;

/** Runs it; resolves with the exit code after a signal. */
export const witness = async (argv: string[]): Promise<number> => {
  const { values } = parseArgs({
    args: argv,
    options: {
      keys: { type: "string" },
      folder: { type: "string" },
      name: { type: "string", default: "witness.example/w1" },
      port: { type: "string", default: "7071" },
      help: { type: "boolean", default: false },
    },
  });
  const { keys, folder, name } = values;
  if (values.help || keys === undefined || folder === undefined) {
    (values.help ? process.stdout : process.stderr).write(HELP);
    return values.help ? 0 : WRONG_USE;
  }
  const journals = readVerifierKeys(await readFile(keys, "utf8"));
  const key = await witnessKey(folder, name);
  const parts = { folder, key, journals, now: () => Date.now() / 1_000 };
  const server = await serveWitness(new Witness(parts), Number(values.port));
  process.stdout.write(`${server.url}\n${key.verifier.text}\n`);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, resolve);
  });
  await server.close();
  return 0;
};

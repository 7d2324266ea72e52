#!/usr/bin/env node
/**
 * The command `openftz`. Works by absolute path from anywhere and under Node 20: it runs the set-up when needed and
 * hands over to the Node 24 that came with it. The only file that knows all rooms.
 *
 * Node 20 cannot replace its own process, so there a parent stays and passes signals and the exit on. `npm start` and
 * `npx openftz` find the packaged Node first in PATH and need no parent.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { ensureInstalled, orExplain, thisNodeWillDo } from "./setup.mjs";

const argv = process.argv.slice(2);
const SETPRIV = "/usr/bin/setpriv";

/** Halves the time of every start after the first; where the folder cannot be written, nothing is lost. */
const rememberCompiled = () =>
  module.enableCompileCache(fileURLToPath(new URL("../../.openftz/compiled", import.meta.url)));

const runHere = async () => {
  rememberCompiled();
  const proof = ["bench", "simulate", "trials"].includes(argv[0]);
  const entry = new URL(proof ? "../../trials/cli.ts" : "../cli/main.ts", import.meta.url);
  const { main } = await import(entry.href);
  process.exitCode = await main(argv);
};

/** On Linux the child is told to die with us: a SIGKILL of this process must not leave a server behind. */
const command = (node) => {
  const flags = ["--disable-warning=ExperimentalWarning", ...process.execArgv];
  const line = [node, ...flags, fileURLToPath(import.meta.url), ...argv];
  return existsSync(SETPRIV) ? [SETPRIV, "--pdeathsig", "KILL", ...line] : line;
};

const passSignalsTo = (child) => {
  // Ctrl-C at a terminal reaches the child by itself; passed on, it would count twice.
  process.on("SIGINT", () => isatty(0) || child.kill("SIGINT"));
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
};

/** Ends this process as the child ended: with its code, or by its signal. */
const endLike = (code, signal) => {
  if (!signal) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  setTimeout(() => process.exit(128 + constants.signals[signal]), 100); // a signal that does not end us
};

const runThere = (node) => {
  const [file, ...rest] = command(node);
  const child = spawn(file, rest, { stdio: "inherit" });
  passSignalsTo(child);
  child.once("error", (error) => {
    process.stderr.write(
      `openftz: ${node} cannot be started (${error.message}).\n  Next: remove node_modules and run the same command again.\n`,
    );
    process.exit(1);
  });
  child.once("exit", endLike);
};

const node = await orExplain(ensureInstalled);
if (thisNodeWillDo()) await runHere();
else runThere(node);

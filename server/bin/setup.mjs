/**
 * Set-up: brings node_modules to what package-lock.json asks for, and finds the Node 24 that came with it.
 *
 * Plain JavaScript, because this runs before there is a Node that reads TypeScript: Node 20 is enough. It does
 * nothing (a few milliseconds) when the stamp in node_modules still fits. Install scripts never run.
 */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** The clone's root folder, whatever link this file was reached through. */
export const root = path.resolve(fs.realpathSync(fileURLToPath(import.meta.url)), "../../..");

/** Says why the set-up cannot go on and what to do next; `ensureInstalled` throws nothing else on purpose. */
export class SetupProblem extends Error {}

const modules = path.join(root, "node_modules");
const stampFile = path.join(modules, ".openftz-setup.json");
const lockFile = path.join(root, ".openftz", "setup.lock");
const LONGEST_SETUP_MS = 30 * 60_000;

const say = (text) => process.stderr.write(`openftz: ${text}\n`);
const readText = (file) => fs.readFileSync(file, "utf8");
const readJson = (file) => JSON.parse(readText(file));
const findJson = (file) => {
  try {
    return readJson(file);
  } catch {
    return undefined; // not there or torn: as good as no answer
  }
};

/** True when a Node of this version and kind can run the TypeScript here without a word of warning. */
const runsTypeScript = (version, features) => {
  const [major, minor] = version.replace("v", "").split(".").map(Number);
  return Boolean(features) && (major > 24 || (major === 24 && minor >= 3));
};

/** True when the current process need not be replaced by another Node. */
export const thisNodeWillDo = () => runsTypeScript(process.version, process.features.typescript);

/** What was asked for: the lock file, every manifest, and the platform (a folder may be shared between two). */
const wantedHash = () => {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  const manifest = readText(path.join(root, "package.json"));
  hash.update(manifest).update(readText(path.join(root, "package-lock.json")));
  for (const room of JSON.parse(manifest).workspaces)
    hash.update(readText(path.join(root, room, "package.json")));
  return hash.digest("hex");
};

const platformNodes = () =>
  [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`].map((name) =>
    path.join(name, "bin", "node"),
  );

/** A platform package's Node that really runs here (on a system without glibc it is there, and does not). */
const findPackagedNode = () =>
  platformNodes().find((file) => {
    try {
      const version = execFileSync(path.join(modules, file), ["--version"], { stdio: "pipe" });
      return Number.parseInt(String(version).slice(1), 10) >= 24;
    } catch {
      return false;
    }
  });

const noNodeHere = () =>
  new SetupProblem(
    `there is no packaged Node 24 that runs on ${process.platform}-${process.arch}, and this is Node ${process.version}.\n` +
      "  Packaged are Linux (glibc) and macOS, x64 and arm64; on Windows use WSL.\n" +
      "  Next: install Node 24.3 or newer yourself and run the same command with it.",
  );

const writeStamp = (hash) => {
  const node = findPackagedNode() ?? "";
  if (node === "" && !thisNodeWillDo()) throw noNodeHere();
  fs.writeFileSync(stampFile, JSON.stringify({ hash, node }));
};

/** The Node to run the server with, when node_modules is as asked; else nothing. */
const findInstalled = (hash) => {
  const stamp = findJson(stampFile);
  if (stamp?.hash !== hash) return undefined;
  if (stamp.node === "") return thisNodeWillDo() ? process.execPath : undefined;
  const node = path.join(modules, stamp.node);
  return fs.existsSync(node) ? node : undefined;
};

const sameNames = (a = {}, b = {}) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

/** Whoever just ran `npm install` by hand has done our work: do not delete it to do it again. */
const wasInstalledByHand = () => {
  const present = findJson(path.join(modules, ".package-lock.json"))?.packages;
  if (!present || !fs.existsSync(path.join(modules, ".bin", "openftz"))) return false;
  const wanted = readJson(path.join(root, "package-lock.json")).packages;
  const asLocked = Object.entries(wanted).every(([where, entry]) => {
    if (!entry.integrity) return true; // a room of our own
    const there = present[where];
    return there ? there.integrity === entry.integrity : Boolean(entry.optional || entry.devOptional);
  });
  const asManifest = ["", ...readJson(path.join(root, "package.json")).workspaces].every((room) => {
    const manifest = readJson(path.join(root, room, "package.json"));
    return ["dependencies", "devDependencies", "optionalDependencies"].every((kind) =>
      sameNames(manifest[kind], wanted[room]?.[kind]),
    );
  });
  return asLocked && asManifest && (thisNodeWillDo() || findPackagedNode() !== undefined);
};

/** npm's own settings of an outer `npm test -w web` must not narrow the inner install, nor may NODE_ENV. */
const cleanEnvironment = () => {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (
      /^(npm_(lifecycle|package|command)|npm_config_(workspace|global|local_prefix|prefix|dry_run)|NODE_ENV)/.test(
        name,
      )
    )
      delete env[name];
  const folders = (env.PATH ?? "").split(path.delimiter);
  // The Node in node_modules is about to be deleted: npm must not run on it.
  env.PATH = folders.filter((folder) => !folder.startsWith(modules)).join(path.delimiter);
  return env;
};

const NEXT = [
  [
    /EUSAGE|in sync/,
    "package.json and package-lock.json disagree: run `npm install`, look at what changed, and commit it.",
  ],
  [/ENOSPC/, "the disk is full; an installation takes about 700 MB."],
  [/EACCES|EPERM|EROFS/, "this user may not write here: see who owns the folder and node_modules in it."],
  [
    /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|network|ENOTCACHED/i,
    "the package registry cannot be reached: check the network and `npm config get registry`, then run the same command again.",
  ],
  [/EINTEGRITY/, "a package arrived damaged: run `npm cache verify`, then the same command again."],
  [
    /ENOENT.*npm|spawn npm/,
    "npm was not found: it comes with Node; see that `npm --version` works in this shell.",
  ],
];

const npmFailed = (output, how) => {
  const [, next] = NEXT.find(([sign]) => sign.test(output)) ?? [
    0,
    "mend what npm says above, then run the same command again.",
  ];
  const lines = output.split("\n").filter((line) => !/^npm error( +at .*)?$/.test(line)); // no stack of npm's own
  const reason = lines.slice(0, 20).join("\n").trimEnd(); // what follows is npm's usage page
  return new SetupProblem(
    `installing the packages failed (${how}). npm said:\n\n${reason}\n\n  Next: ${next}`,
  );
};

const runNpmCi = () =>
  new Promise((resolve, reject) => {
    const flags = ["--ignore-scripts", "--include=dev", "--include=optional", "--prefer-offline"];
    const patience = ["--fetch-retries=4", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];
    const quiet = ["--no-audit", "--no-fund", "--no-progress", "--loglevel=error"];
    const npm = spawn("npm", ["ci", ...flags, ...patience, ...quiet], {
      cwd: root,
      env: cleanEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [npm.stdout, npm.stderr]) stream.on("data", (text) => (output += text));
    // Whoever finds our lock after we were killed must wait for this npm too.
    if (npm.pid) fs.appendFileSync(lockFile, ` ${npm.pid}`);
    // npm tidies up after itself when told to stop: keep the lock until it is through, or that meets the next set-up.
    const stop = (signal) => {
      npm.kill(signal);
      npm.once("close", () => {
        fs.rmSync(lockFile, { force: true });
        process.exit(1);
      });
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.once(signal, stop);
    npm.once("error", (error) => reject(npmFailed(String(error), error.code)));
    npm.once("close", (code, signal) => {
      for (const name of signals) process.removeListener(name, stop);
      if (code === 0) resolve();
      else reject(npmFailed(output, signal ?? `exit code ${code}`));
    });
  });

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

/** Moves a lock aside whose holders are all dead; puts it back if another set-up was quicker. */
const removeDeadLock = () => {
  const { mtimeMs } = fs.statSync(lockFile);
  const text = readText(lockFile);
  const age = Date.now() - mtimeMs;
  const held = text === "" ? age < 2_000 : age < LONGEST_SETUP_MS && text.split(" ").map(Number).some(lives);
  if (held) return false;
  const aside = `${lockFile}.${process.pid}`;
  fs.renameSync(lockFile, aside);
  if (readText(aside) !== text) fs.linkSync(aside, lockFile);
  fs.rmSync(aside);
  return true;
};

/** True when the lock is ours; false when somebody has it. */
const tryLock = () => {
  try {
    fs.mkdirSync(path.dirname(lockFile), { recursive: true });
    fs.writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw new SetupProblem(
      `the set-up cannot write in ${root} (${error.code}).\n  Next: run it once as the folder's owner.`,
    );
  }
};

const takeLock = async () => {
  for (let told = false; !tryLock(); ) {
    try {
      if (removeDeadLock()) continue;
    } catch (error) {
      if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error; // it was released meanwhile: try again
    }
    if (!told) say("another set-up is at work in this folder; waiting for it.");
    told = true;
    await sleep(100);
  }
};

const install = async (hash) => {
  if (wasInstalledByHand()) return writeStamp(hash);
  const start = Date.now();
  say("installing the packages (once; some 200 MB to fetch) ...");
  await runNpmCi();
  writeStamp(hash);
  say(`installed in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
};

/** Installs what is missing, once, however many ask at the same time. Returns the path of a Node that runs OpenFTZ. */
export const ensureInstalled = async () => {
  const hash = wantedHash();
  const ready = findInstalled(hash);
  if (ready) return ready;
  await takeLock();
  try {
    if (!findInstalled(hash)) await install(hash);
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
  const node = findInstalled(hash);
  if (!node) throw noNodeHere();
  return node;
};

/** Runs something and ends the process with a plain message when the set-up has a problem. */
export const orExplain = async (work) => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    say(error.message);
    process.exit(1);
  }
};

const isMain =
  process.argv[1] && fs.realpathSync(process.argv[1]) === fs.realpathSync(fileURLToPath(import.meta.url));
if (isMain) await orExplain(ensureInstalled);

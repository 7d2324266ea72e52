/**
 * Where the embedded PostgreSQL keeps its data and finds its programs: `<data folder>/postgres` and the npm package.
 * Two things can forbid that. A package that may not be written to gets a copy in the data folder. And when PostgreSQL
 * runs as a system user that cannot reach them, `/var/lib/openftz` holds the data or a copy of the programs; then
 * `<data folder>/postgres` is a link that says where.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { codeOf, copyBinaries, findBinaries, linkLibraries } from "./binaries.ts";
import { canUse, chooseIdentity, type Identity } from "./identity.ts";

const run = promisify(execFile);
/** Follows the name of a data folder that is not whole yet. */
const unfinished = ".new-";
const reachableByAll = "/var/lib/openftz";

export type Ground = {
  readonly identity: Identity;
  /** The folder with `bin`, `lib` and `share`. */
  readonly binaries: string;
  /** PostgreSQL's data folder, with every link resolved. */
  readonly data: string;
};

export type GroundOptions = {
  readonly dataDir: string;
  /** Other binaries than those of the package, and kinds of identity to leave out; for tests. */
  readonly binaries?: string | undefined;
  readonly without?: "namespace" | undefined;
};

/** Finds or makes everything a server needs before it can start. The caller holds the folder's lock. */
export async function prepareGround({ dataDir, binaries: given, without }: GroundOptions): Promise<Ground> {
  const packaged = given ?? findBinaries();
  const linked = (await linkLibraries(packaged))
    ? packaged
    : await copyBinaries(packaged, await copyIn(dataDir, packaged));
  const identity = await chooseIdentity(linked, without);
  const binaries = await reachableBinaries(identity, linked);
  const data = await findData(identity, dataDir);
  await initialise(identity, binaries, data);
  return { identity, binaries, data: await realpath(data) };
}

async function reachableBinaries(identity: Identity, binaries: string): Promise<string> {
  if (identity.kind !== "system user" || (await canUse(identity, "x", join(binaries, "bin", "postgres"))))
    return binaries;
  await mkdir(reachableByAll, { recursive: true, mode: 0o755 });
  return copyBinaries(binaries, await copyIn(reachableByAll, binaries));
}

/** Where a copy of these binaries belongs; another release of the package gets another copy. */
async function copyIn(folder: string, binaries: string): Promise<string> {
  const described = await readFile(join(binaries, "..", "package.json"), "utf8").catch(() => "");
  return join(folder, `postgresql-${shortHash(`${binaries}\n${described}`)}`);
}

/** The data folder's place, which need not exist yet. Never a link. */
async function findData(identity: Identity, dataDir: string): Promise<string> {
  const usual = join(await realpath(dataDir), "postgres");
  const known = await lstat(usual).catch(() => undefined);
  if (known?.isSymbolicLink()) return realpath(usual);
  if (identity.kind !== "system user" || (await canUse(identity, "x", dirname(usual)))) return usual;
  await mkdir(reachableByAll, { recursive: true, mode: 0o755 });
  const elsewhere = join(reachableByAll, `data-${shortHash(usual)}`);
  if (known !== undefined)
    await rename(usual, elsewhere).catch((error) => moveByCopy(error, usual, elsewhere));
  else await mkdir(elsewhere, { recursive: true, mode: 0o700 });
  await symlink(elsewhere, usual);
  return elsewhere;
}

/** Another file system: copied whole first, so that a crash in between leaves the original. */
async function moveByCopy(error: unknown, from: string, to: string): Promise<void> {
  if (codeOf(error) !== "EXDEV") throw error;
  await rm(`${to}.new`, { recursive: true, force: true });
  await run("cp", ["-a", from, `${to}.new`]);
  await rename(`${to}.new`, to);
  await rm(from, { recursive: true });
}

/** Makes the database cluster beside its place and moves it there when it is whole. */
async function initialise(identity: Identity, binaries: string, data: string): Promise<void> {
  await removeUnfinished(data);
  if ((await stat(join(data, "PG_VERSION")).catch(() => undefined)) !== undefined) return;
  const fresh = await mkdtemp(data + unfinished);
  if (identity.owner !== undefined) await chown(fresh, identity.owner.uid, identity.owner.gid);
  const [file, args, { uid, gid }] = identity.command(join(binaries, "bin", "initdb"), [
    ...["-D", fresh, "-U", "openftz", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-instructions"],
  ]);
  await run(file, args, { uid, gid, cwd: fresh }).catch((error: Error & { stderr?: string }) => {
    throw new Error(`PostgreSQL could not make its data folder ${fresh}: ${error.stderr || error.message}`, {
      cause: error,
    });
  });
  await rm(data, { recursive: true, force: true });
  await rename(fresh, data);
}

/** What first starts that were killed left. Their initdb may still be at work: then the next start does it. */
async function removeUnfinished(data: string): Promise<void> {
  const names = (await readdir(dirname(data))).filter((name) => name.startsWith(basename(data) + unfinished));
  for (const name of names) {
    await rm(join(dirname(data), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/** True when the folder belongs to whom PostgreSQL runs as now; a namespace and a system user differ in that. */
export async function belongsToIdentity({ identity, data }: Ground): Promise<boolean> {
  return identity.owner === undefined || (await stat(data)).uid === identity.owner.uid;
}

/** Gives the folder to whom PostgreSQL runs as. No server may be running in it. */
export async function handOver(ground: Ground): Promise<void> {
  const { identity, data } = ground;
  if (identity.owner === undefined || (await belongsToIdentity(ground))) return;
  if (identity.kind === "self") {
    throw new Error(
      `${data} belongs to another user than the one OpenFTZ runs as (${identity.owner.uid}). Start it as that user, or chown the folder.`,
    );
  }
  await run("chown", ["-R", `${identity.owner.uid}:${identity.owner.gid}`, data]);
}

/** A short name for a path or another text. */
export const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

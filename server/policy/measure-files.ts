/** The measure files and their lock on the disk. */
import { createHash } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { formatLock, type Lock, parseLock } from "./lock.ts";

const measuresIn = (root: string): string => join(root, "policy", "measures");
const lockIn = (root: string): string => join(root, "policy", "measures.lock.json");

/** Hashes of all files in the jurisdictions' folders, also of one that is misnamed. `root` is the repository's. */
export const readHashes = async (root: string): Promise<Lock> => {
  const paths = await readdir(measuresIn(root), { recursive: true, withFileTypes: true });
  const files = paths
    .filter((entry) => entry.isFile() && entry.parentPath !== measuresIn(root))
    .map((entry) => join(entry.parentPath, entry.name));
  const hashed = files.map(async (file) => {
    const hash = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    return [
      file
        .slice(measuresIn(root).length + 1)
        .split(sep)
        .join("/"),
      hash,
    ] as const;
  });
  return Object.fromEntries((await Promise.all(hashed)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** The lock; empty when there is none yet, nothing when it cannot be read as one. */
export const readLock = async (root: string): Promise<Lock | undefined> => {
  const text = await readFile(lockIn(root), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  return parseLock(text);
};

/** Writes the lock whole or not at all. */
export const writeLock = async (root: string, lock: Lock): Promise<void> => {
  const draft = `${lockIn(root)}.draft`;
  await writeFile(draft, formatLock(lock));
  await rename(draft, lockIn(root));
};

/** A small file system of its own, so that a disk can be filled to its last byte. Needs Linux and root. */
import { execFile } from "node:child_process";
import { chmod, mkdtemp, open, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const MEGABYTE = 1_048_576;

/** See the file's first line. */
export type SmallDisk = {
  readonly folder: string;
  /** Takes all room that is left, however often it is called. */
  readonly fill: () => Promise<void>;
  /** Gives all of it back. */
  readonly empty: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** Mounts one; or tells why that cannot be done here. */
export const smallDisk = async (megabytes: number): Promise<SmallDisk | { readonly missing: string }> => {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return { missing: "a disk that can be filled is mounted for this, which takes Linux and root" };
  const folder = await mkdtemp(path.join(tmpdir(), "openftz-disk-"));
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  } catch (error) {
    await rmdir(folder);
    return { missing: `no disk can be mounted here: ${(error as Error).message.trim()}` };
  }
  await chmod(folder, 0o755);
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    fill: () => takeAllRoom(ballast),
    empty: () => rm(ballast, { force: true }),
    remove: async () => {
      await run("umount", ["--lazy", folder]);
      await rmdir(folder);
    },
  };
};

/** Ever smaller pieces, until not one more byte fits. */
const takeAllRoom = async (ballast: string): Promise<void> => {
  const file = await open(ballast, "a");
  try {
    for (let size = MEGABYTE; size >= 1; size >>= 1)
      while (await fits(file.write(Buffer.alloc(size, 1)))) if (size === 1) break;
  } finally {
    await file.close();
  }
};

const fits = (write: Promise<{ readonly bytesWritten: number }>): Promise<boolean> =>
  write.then(
    ({ bytesWritten }) => bytesWritten > 0,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOSPC") return false;
      throw error;
    },
  );

/** The private folder of the server's unix socket: short, because a socket's path may have 107 bytes (103 on macOS). */
import { chown, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Identity } from "./identity.ts";

const prefix = "openftz-";
/** Ours adds 30 bytes to the temporary folder. */
const longestTemporary = 70;

export async function makeSocketFolder(): Promise<string> {
  // PostgreSQL reads the setting as a list with commas.
  const unfit = Buffer.byteLength(tmpdir()) > longestTemporary || tmpdir().includes(",");
  return mkdtemp(join(unfit ? "/tmp" : tmpdir(), prefix));
}

/**
 * Makes the folder again if somebody cleaned it away, and removes what a killed server left in it: its lock would look
 * alive as soon as another process has its number.
 */
export async function emptySocketFolder(folder: string, { kind, owner }: Identity): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  if (kind === "system user") await chown(folder, owner!.uid, owner!.gid);
}

/** Only a folder that we made, which its name tells. */
export async function removeSocketFolder(folder: string): Promise<void> {
  if (basename(folder).startsWith(prefix)) await rm(folder, { recursive: true, force: true });
}

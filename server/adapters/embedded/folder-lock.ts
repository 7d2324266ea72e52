/**
 * A lock on a folder that the operating system releases when its holder is gone, killed or not. Node has no file locks;
 * SQLite, which comes with Node, has, and an exclusive transaction on an empty database file is one.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StoreLocked } from "../../store.ts";

const busy = 5;
const retryMs = 25;

export type FolderLock = { release(): void };

/** Throws StoreLocked when another process, or this one, keeps the lock longer than `patienceMs`. */
export async function lockFolder(folder: string, patienceMs: number): Promise<FolderLock> {
  const database = openLockFile(join(folder, "openftz.lock"));
  for (
    const until = Date.now() + patienceMs;
    ;
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  ) {
    try {
      database.exec("begin exclusive");
      return { release: () => database.close() };
    } catch (error) {
      if (isBusy(error) && Date.now() < until) continue;
      database.close();
      if (!isBusy(error)) throw error;
      throw new StoreLocked(
        `Another OpenFTZ works in ${folder}. Stop it first, or give this one its own data folder.`,
      );
    }
  }
}

function openLockFile(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw new Error(`OpenFTZ cannot write ${path}. Give this user the data folder, or name another one.`, {
      cause: error,
    });
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === busy;

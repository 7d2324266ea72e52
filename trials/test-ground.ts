import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./files.ts";

/** Where Linux keeps files in memory. */
const MEMORY = "/dev/shm";
/** Room for the databases of the tests that run at a time, in bytes. */
const ROOM = 4 * 2 ** 30;

/**
 * `npm test` keeps its temporary folders in memory where there is room, because most of its time would go into waiting
 * for the disk. It hides nothing: what a killed process wrote survives in memory as it does in the disk's cache. The long
 * tests use the disk.
 */
const hasRoomInMemory = (): boolean => {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM && runsPrograms(MEMORY);
  } catch {
    return false; // another system, or not for us
  }
};

/** Some systems forbid programs there; a few tests copy PostgreSQL. */
const runsPrograms = (within: string): boolean => {
  const folder = mkdtempSync(path.join(within, "openftz-probe-"));
  try {
    const program = path.join(folder, "program");
    writeFileSync(program, "#!/bin/sh\n", { mode: 0o700 });
    execFileSync(program);
    return true;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export type TestGround = { readonly remove: () => Promise<void> };

/**
 * Sets where this process and its children put temporary files, and where Node keeps what it compiled, so that hundreds
 * of processes need not strip the same types again.
 */
export const makeTestGround = async (mode: "quick" | "long"): Promise<TestGround> => {
  process.env.NODE_COMPILE_CACHE ??= path.join(root, "node_modules", ".cache", "openftz-tests");
  const within =
    mode === "quick" && process.env.TMPDIR === undefined && hasRoomInMemory() ? MEMORY : tmpdir();
  const folder = await mkdtemp(path.join(within, "openftz-tests-"));
  await chmod(folder, 0o1777); // some tests run programs as other users
  process.env.TMPDIR = folder;
  return { remove: () => rm(folder, { recursive: true, force: true }) };
};

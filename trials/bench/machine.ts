/** On what and of what a figure was taken. */
import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, totalmem } from "node:os";
import { root } from "../files.ts";

/** The machine, and the commit measured; `changed` when the checkout held something else than that commit. */
export type Circumstances = {
  readonly at: string;
  readonly commit: string | null;
  readonly changed: boolean | null;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryMb: number;
    readonly platform: string;
    readonly node: string;
  };
};

const git = (...args: string[]): string | null => {
  try {
    return execFileSync("git", args, {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null; // an archive without its history, or no git
  }
};

/** See the file's first line. */
export const circumstances = (): Circumstances => {
  const changes = git("status", "--porcelain", "--untracked-files=no");
  return {
    at: new Date().toISOString(),
    commit: git("rev-parse", "HEAD"),
    changed: changes === null ? null : changes !== "",
    machine: {
      processor: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      memoryMb: Math.round(totalmem() / 2 ** 20),
      platform: `${process.platform} ${process.arch}`,
      node: process.version,
    },
  };
};

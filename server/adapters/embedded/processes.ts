/**
 * Tells processes of our server from others. A number alone says little: it can be a zombie's, or have been given to
 * somebody else. Ours carry a marker in their command line (PostgreSQL's `cluster_name`) or work in the data folder.
 */
import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const hasProc = process.platform === "linux";

export type ServerMark = {
  /** The data folder, links resolved. */
  readonly data: string;
  /** Part of every command line of this server's processes. */
  readonly marker: string;
};

/** True when a process with that number lives and belongs to the server; a zombie does not live. */
export async function belongs(processId: number, { data, marker }: ServerMark): Promise<boolean> {
  if (!hasProc)
    return (await listed(["-p", String(processId)])).some(({ command }) => command.includes(marker));
  const folder = `/proc/${processId}`;
  const commandLine = await readFile(`${folder}/cmdline`, "utf8").catch(() => "");
  if (commandLine === "") return false;
  return commandLine.includes(marker) || (await readlink(`${folder}/cwd`).catch(() => "")) === data;
}

/** Every living process of the server. */
export async function processesOf(mark: ServerMark): Promise<readonly number[]> {
  if (!hasProc) {
    return (await listed(["-ax"])).filter(({ command }) => command.includes(mark.marker)).map(({ id }) => id);
  }
  const numbers = (await readdir("/proc"))
    .map(Number)
    .filter((number) => number > 0 && number !== process.pid);
  const ours = await Promise.all(numbers.map((number) => belongs(number, mark)));
  return numbers.filter((_, index) => ours[index]);
}

type Listed = { readonly id: number; readonly command: string };

/** What `ps` lists, without zombies. */
async function listed(which: readonly string[]): Promise<readonly Listed[]> {
  const { stdout } = await run("ps", [...which, "-o", "pid=,stat=,command="]).catch(() => ({ stdout: "" }));
  return stdout.split("\n").flatMap((line) => {
    const parts = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line);
    if (parts === null || parts[2]!.startsWith("Z") || Number(parts[1]) === process.pid) return [];
    return [{ id: Number(parts[1]), command: parts[3]! }];
  });
}

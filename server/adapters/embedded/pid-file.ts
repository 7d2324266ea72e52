import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What PostgreSQL writes about itself into `postmaster.pid`, line by line. */
export type PidFile = {
  readonly processId: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: string;
};

export const pidFilePath = (data: string): string => join(data, "postmaster.pid");

/** Undefined when there is none, or it is not written whole yet. */
export async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(pidFilePath(data), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const [processId = "", , , port = "", socketFolder = "", , , status = ""] = text.split("\n");
  // A server that just starts has written its number and nothing else.
  return { processId: Number(processId), port: Number(port), socketFolder, status: status.trim() };
}

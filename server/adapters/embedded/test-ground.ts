/** Folders and processes for the tests of the embedded store. */
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { emptyDatabase as emptied } from "../../store-contract/empty-database.ts";
import { embeddedStore } from "../embedded-store.ts";
import { readPidFile } from "./pid-file.ts";
import { socketPort } from "./server-settings.ts";

/** A temporary folder that everybody may enter; removed by the caller. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "openftz-embedded-test-"));

let template: Promise<string> | undefined;

/** A data folder as it is after the first start and stop, copied from one that is made once. */
export async function dataFolderUsedBefore(): Promise<string> {
  template ??= makeTemplate();
  const folder = await temporaryFolder();
  await cp(await template, folder, { recursive: true, preserveTimestamps: true });
  return folder;
}

async function makeTemplate(): Promise<string> {
  const folder = await temporaryFolder();
  await (await embeddedStore({ dataDir: folder })).close();
  return folder;
}

export async function removeTemplate(): Promise<void> {
  if (template !== undefined) await rm(await template, { recursive: true, force: true });
}

/** Removes everything from the database of the server that was left running in the folder. */
export async function emptyDatabase(dataDir: string): Promise<void> {
  const { socketFolder = "" } = (await readPidFile(join(dataDir, "postgres"))) ?? {};
  await emptied({ host: socketFolder, port: socketPort, user: "openftz", database: "postgres" });
}

/** A path of at least `length` characters with spaces below a folder that only its owner may enter. */
export async function longPrivatePath(folder: string, length: number): Promise<string> {
  const locked = join(folder, "locked");
  await mkdir(locked, { mode: 0o700 });
  let path = join(locked, "a clone of OpenFTZ");
  while (path.length < length) path = join(path, "with spaces in it");
  await mkdir(path, { recursive: true });
  return path;
}

export type Appender = {
  readonly child: ChildProcess;
  readonly lines: string[];
  /** The last position that was acknowledged. */
  acknowledged(): number;
  /** Resolves with the first line that begins so; rejects when the process ends without it. */
  says(beginning: string): Promise<string>;
  readonly ended: Promise<void>;
};

/** Another OpenFTZ in a process of its own; see `append-forever.fixture.ts`. */
export function startAppender(
  dataDir: string,
  mode: "append" | "hold",
  identity: { uid?: number; gid?: number } = {},
): Appender {
  const script = join(import.meta.dirname, "append-forever.fixture.ts");
  const child = spawn(process.execPath, [script, dataDir, mode], {
    ...identity,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines: string[] = [];
  const output = createInterface({ input: child.stdout! });
  output.on("line", (line) => lines.push(line));
  const ended = new Promise<void>((resolve) => output.once("close", resolve));
  return {
    child,
    lines,
    ended,
    acknowledged: () => Number(lines.findLast((line) => line.startsWith("acknowledged"))?.split(" ")[1] ?? 0),
    async says(beginning) {
      const found = (): string | undefined => lines.find((line) => line.startsWith(beginning));
      while (found() === undefined) {
        const more = new Promise<boolean>((resolve) => output.once("line", () => resolve(true)));
        if (await Promise.race([more, ended.then(() => false)])) continue;
        if (found() === undefined) throw new Error(`It ended without "${beginning}": ${lines.join(" | ")}`);
      }
      return found()!;
    },
  };
}

/** Runs `openftz assess`, as anyone would from outside. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../files.ts";
import type { World } from "./world.ts";

/** What the command did. */
export type Run = { readonly exit: number | null; readonly out: string; readonly err: string };

const BIN = path.join(root, "server", "bin", "openftz.mjs");

const collect = async (stream: NodeJS.ReadableStream): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
};

/** Runs the command in a folder with these arguments and these bytes as its standard input. */
export const runAssess = async (folder: string, args: readonly string[], input: Buffer): Promise<Run> => {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", BIN, "assess", ...args], {
    cwd: folder,
  });
  child.stdin.on("error", () => undefined); // it may end without reading
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const [out, err, code] = await Promise.all([collect(child.stdout), collect(child.stderr), exit]);
  return { exit: code, out, err };
};

/** Writes a world's files into a folder and returns the arguments that name its tariff. */
export const writeWorld = (folder: string, { tariff, requests }: World): string[] => {
  for (const { name, bytes } of tariff) writeFileSync(path.join(folder, name), bytes);
  writeFileSync(path.join(folder, "requests.ndjson"), requests);
  return tariff.flatMap(({ name }) => ["--tariff", name]);
};

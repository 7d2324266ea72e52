/** How long the product takes to start: as a person would, through the bin, until it answers. */
import { spawn } from "node:child_process";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { type Figure, figureOf } from "./figures.ts";

/** The command. */
export const BIN = path.resolve(import.meta.dirname, "../../server/bin/openftz.mjs");
const WARM_STARTS = 7;

/** Starts the server on a folder, waits for its word that it listens, and stops it. Seconds until that word. */
export const startOnce = (data: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [BIN, "start", "--json", "--port", "0", "--data", data], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let seconds: number | undefined;
    createInterface({ input: child.stdout }).once("line", () => {
      seconds = (performance.now() - start) / 1000;
      child.kill("SIGTERM");
    });
    child.once("exit", (code) =>
      seconds === undefined ? reject(new Error(`the start ended with ${code}`)) : resolve(seconds),
    );
  });

/** One start on an empty folder, then warm ones. The web is built before: it is part of the very first start only. */
export const measureStarts = async (
  folder: string,
  say: (line: string) => void,
): Promise<readonly Figure[]> => {
  const data = path.join(folder, "starts");
  const cold = await startOnce(data);
  const warm: number[] = [];
  for (let index = 0; index < WARM_STARTS; index++) warm.push(await startOnce(data));
  say(
    `start on an empty folder ${cold.toFixed(2)} s, then ${warm.map((each) => each.toFixed(2)).join(" ")} s`,
  );
  return [figureOf("start.coldSeconds", "s", [cold]), figureOf("start.warmSeconds", "s", warm)];
};

/** Proves the simulator: with each planted fault in the code, a promise must break within a minute of simulation. */
import { spawn } from "node:child_process";
import path from "node:path";
import { root } from "../files.ts";
import { SIDE_BY_SIDE } from "./explore.ts";
import type { PlantedFault } from "./planted/planted-fault.ts";
import { plantedFaults } from "./planted-faults.ts";

/**
 * How many short days a fault may stay unfound: about a minute of processor time where it was measured. Days are the same on
 * every machine, so what is found on one is found on all.
 */
export const A_MINUTE_OF_DAYS = 12;

/** A busy machine may take much longer; a simulation that never ends has found nothing. */
const PATIENCE_MS = 600_000;

const NOT_FOUND = "not found";

/** What became of a planted fault; `how` is the promise that broke, or how the process ended. */
export type Proof = {
  readonly fault: PlantedFault;
  readonly isFound: boolean;
  readonly how: string;
  readonly seed: number | null;
  readonly seconds: number;
};

/** Odd days are of books: a fault of theirs is looked for on those, one of other work on even ones, one of the desk on all. */
const firstSeed = ({ file }: PlantedFault): readonly string[] => {
  if (/^customs\/(account-book|bonded-list|stock-slip|business-form|gate-pass)/.test(file)) return ["1"];
  return /^customs\/(declaration|guarantee|zone|tariff)/.test(file) ? ["2"] : [];
};

const runOne = (fault: PlantedFault, days: number): Promise<Proof> =>
  new Promise((resolve) => {
    const began = performance.now();
    const here = (file: string): string => path.join(import.meta.dirname, file);
    const args = [
      "--disable-warning=ExperimentalWarning",
      "--import",
      here("plant.ts"),
      here("prove-one.ts"),
      String(days),
      ...firstSeed(fault),
    ];
    const env = { ...process.env, OPENFTZ_PLANTED: fault.name };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve(readProof(fault, { code, out, err }, (performance.now() - began) / 1000));
    });
  });

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

const readProof = (fault: PlantedFault, { code, out, err }: Ended, seconds: number): Proof => {
  const line = out.trim().split("\n").at(-1) ?? "";
  if (code !== 0 || !line.startsWith("{"))
    return {
      fault,
      isFound: false,
      how: `could not be simulated: ${err.trim().split("\n").at(-1)}`,
      seed: null,
      seconds,
    };
  const { found } = JSON.parse(line) as { found: { seed: number; promise: string } | null };
  return {
    fault,
    isFound: found !== null,
    how: found?.promise ?? NOT_FOUND,
    seed: found?.seed ?? null,
    seconds,
  };
};

/** No fault at all: whatever is found with it is a false alarm, and no proof counts. */
const NO_FAULT: PlantedFault = {
  name: "",
  promise: "Without a fault no promise breaks.",
  file: "",
  was: "",
  becomes: "",
};

/** Simulates for as long as a fault may stay unfound, with nothing planted: the promise that broke, or undefined. */
export const findFalseAlarm = async (days = A_MINUTE_OF_DAYS): Promise<string | undefined> => {
  const { isFound, how, seed } = await runOne(NO_FAULT, days);
  return isFound || seed !== null || how !== NOT_FOUND ? `${how} (seed ${seed})` : undefined;
};

/** Plants every fault in turn, some side by side. */
export const prove = async (
  onProof: (proof: Proof) => void,
  { days = A_MINUTE_OF_DAYS, names }: { readonly days?: number; readonly names?: readonly string[] } = {},
): Promise<readonly Proof[]> => {
  const waiting = plantedFaults.filter(({ name }) => names === undefined || names.includes(name));
  const proofs: Proof[] = [];
  const work = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const proof = await runOne(fault, days);
      proofs.push(proof);
      onProof(proof);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  return proofs;
};

/** Enters a file of zones: what stands already is passed over, so that a file can grow and be entered again. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { PROBLEM_BASE, type Problem } from "@openftz/customs/define/problem.ts";
import type { Reply } from "../desk/replies.ts";
import { readZoneFile, type ZonePlan, type ZoneStep } from "./zone-file.ts";

/** Where requests and files go. */
export type ZoneDesk = {
  readonly submit: (command: string, request: object) => Promise<Reply>;
  readonly keepFile: (bytes: Uint8Array) => Promise<string>;
};

/** How many facts were entered, how many stood already, and what was refused. */
export type Entered = {
  readonly entered: number;
  readonly stood: number;
  readonly refused: readonly { readonly place: string; readonly problem: Problem }[];
};

/** A file that cannot be entered, with everything that is wrong. */
export class ZoneFileFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join(" "));
    this.faults = faults;
  }
}

const STANDS = `${PROBLEM_BASE}not-now`;

/** Reads a file of zones and the matrix beside it. @throws ZoneFileFault when either cannot be read. */
export const openZoneFile = async (
  file: string,
): Promise<{ readonly plan: ZonePlan; readonly matrix: Uint8Array | undefined }> => {
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new ZoneFileFault([`${file} cannot be read: ${error.message}`]);
  });
  const read = readZoneFile(text);
  if ("faults" in read) throw new ZoneFileFault(read.faults.map((fault) => `${file}: ${fault}`));
  const { plan } = read;
  if (!plan.capabilities) return { plan, matrix: undefined };
  const beside = path.join(path.dirname(file), plan.capabilities.file);
  const matrix = await readFile(beside).catch((error: Error) => {
    throw new ZoneFileFault([`${beside}, the matrix of ${file}, cannot be read: ${error.message}`]);
  });
  return { plan, matrix };
};

/** Enters a file of zones. A refusal ends its own list of facts; the others go on. */
export const enterZones = async (file: string, desk: ZoneDesk): Promise<Entered> => {
  const { plan, matrix } = await openZoneFile(file);
  const tally = { entered: 0, stood: 0 };
  const refused: { place: string; problem: Problem }[] = [];
  const take = async ({ place, command, request, outline }: ZoneStep): Promise<boolean> => {
    const named = outline ? { ...request, file: await desk.keepFile(outline) } : request;
    const reply = await desk.submit(command, named);
    if (reply.kind === "accepted") tally.entered += 1;
    else if (reply.problem.type === STANDS) tally.stood += 1;
    else refused.push({ place, problem: reply.problem });
    return reply.kind === "accepted" || reply.problem.type === STANDS;
  };
  const inOrder = async (steps: readonly ZoneStep[]): Promise<void> => {
    for (const step of steps) if (!(await take(step))) return;
  };
  const adopt = async (): Promise<void> => {
    if (!matrix || !plan.capabilities) return;
    const request = { file: await desk.keepFile(matrix), source: plan.capabilities.source };
    await take({ place: plan.capabilities.file, command: "zone.adopt-capabilities", request });
  };
  await Promise.all([inOrder(plan.offices), adopt()]);
  await Promise.all(plan.zones.map(inOrder));
  await Promise.all(plan.areas.map(inOrder));
  return { ...tally, refused };
};

/** Enters what the rows of an extract rest on: offices, parties, mandates, guarantees, exchange rates; each once. */
import { PROBLEM_BASE, type Problem } from "@openftz/customs/define/problem.ts";
import type { Link } from "../cli/link.ts";
import { declarantOf, guaranteeOf, type KcsRow, officeOf, traderOf } from "./kcs.ts";
import { submitPatiently } from "./patient.ts";
import { inPool } from "./pool.ts";
import { wonRates } from "./won-rates.ts";

/** From here on everything that an extract needs is in force. */
const FROM = "2020-01-01";
const UNTIL = "2039-12-31";
/** So high that no declaration of the extract reaches it: the other system's guarantees are not in the extract. */
const LIMIT = "100000000000.00";
const AT_ONCE = 64;
const HERE_ALREADY = `${PROBLEM_BASE}not-now`;

/** Something was refused without which no row can be filed. */
export class RegistrarFault extends Error {
  override name = "RegistrarFault";
  readonly command: string;
  readonly problem: Problem;
  constructor(command: string, problem: Problem) {
    super(`${command} was refused: ${problem.detail}`);
    this.command = command;
    this.problem = problem;
  }
}

/** How many of what were entered now; those that were there before are not counted. */
export type Registered = {
  offices: number;
  parties: number;
  mandates: number;
  guarantees: number;
  rates: number;
};

type Task = { readonly what: keyof Registered; readonly command: string; readonly request: object };

/**
 * Enters everything; `onProgress` hears what was done of how much. Where both parties were registered before, an earlier
 * import gave the mandate too, and giving it again would only add to the journal; see `giveMandate` for what is left.
 */
export const register = async (
  link: Link,
  rows: readonly KcsRow[],
  onProgress: (done: number, of: number) => void,
): Promise<Registered> => {
  const counts: Registered = { offices: 0, parties: 0, mandates: 0, guarantees: 0, rates: 0 };
  const fresh = new Set<string>();
  let done = 0;
  const carryOut = (tasks: readonly Task[], of: number) =>
    inPool(tasks, AT_ONCE, async ({ what, command, request }) => {
      const reply = await submitPatiently(link, command, request);
      if (reply.kind === "refused" && reply.problem.type !== HERE_ALREADY)
        throw new RegistrarFault(command, reply.problem);
      if (reply.kind === "accepted") counts[what] += 1;
      if (reply.kind === "accepted" && what === "parties") fresh.add((request as { party: string }).party);
      done += 1;
      onProgress(done, of);
    });
  const parties = partyTasks(rows);
  const pairs = firstOf(rows, (row) => `${traderOf(row)}:${declarantOf(row)}`);
  await carryOut(parties, parties.length + pairs.length);
  const newPairs = pairs.filter((row) => fresh.has(traderOf(row)) || fresh.has(declarantOf(row)));
  const holds = [...guaranteeTasks(rows), ...newPairs.map(mandateTask)];
  await carryOut(holds, parties.length + holds.length);
  return counts;
};

/** Gives one mandate that was missing after all, because an earlier import was interrupted. */
export const giveMandate = async (link: Link, row: KcsRow): Promise<void> => {
  const { command, request } = mandateTask(row);
  const reply = await submitPatiently(link, command, request);
  if (reply.kind === "refused") throw new RegistrarFault(command, reply.problem);
};

const firstOf = (rows: readonly KcsRow[], key: (row: KcsRow) => string): readonly KcsRow[] => [
  ...new Map(rows.map((row) => [key(row), row] as const).reverse()).values(),
];

/** What nothing else rests on. */
const partyTasks = (rows: readonly KcsRow[]): readonly Task[] => [
  ...wonRates().map((request): Task => ({ what: "rates", command: "exchange.set", request })),
  ...firstOf(rows, officeOf).map((row) => officeTask(row)),
  ...firstOf(rows, declarantOf).map((row) => partyTask(declarantOf(row), `Declarant ${row["Declarant ID"]}`)),
  ...firstOf(rows, traderOf).map((row) => partyTask(traderOf(row), `Importer ${row["Importer ID"]}`)),
];

const officeTask = (row: KcsRow): Task => ({
  what: "offices",
  command: "office.register",
  request: {
    office: officeOf(row),
    name: { en: `Korean office ${row["Office ID"]} (extract)`, zh: `韩国海关 ${row["Office ID"]}（导入）` },
  },
});

const partyTask = (party: string, name: string): Task => ({
  what: "parties",
  command: "party.register",
  request: { party, name: `${name} (Korean extract)`, credit: "registered", from: FROM },
});

const guaranteeTasks = (rows: readonly KcsRow[]): readonly Task[] =>
  firstOf(rows, declarantOf).map((row) => ({
    what: "guarantees",
    command: "guarantee.open",
    request: {
      guarantee: guaranteeOf(row),
      party: declarantOf(row),
      guarantor: "Assumed for the import of the Korean extract",
      limit: LIMIT,
      from: FROM,
      until: UNTIL,
    },
  }));

/** The mandate that the extract implies by naming importer and declarant together. */
const mandateTask = (row: KcsRow): Task => ({
  what: "mandates",
  command: "mandate.give",
  request: { party: traderOf(row), broker: declarantOf(row), from: FROM },
});

/** Simulates days one after another, and tells of the first that breaks a promise. */
import { availableParallelism } from "node:os";
import { type DayResult, type Plan, simulateDay } from "./day.ts";
import { shorten } from "./shorten.ts";

/** A day as the promises ask for it. */
export const WHOLE_DAY = { commands: 20_000, troubles: 50 };
/** A day for those who look at many: as much trouble, and less work between. */
export const SHORT_DAY = { commands: 4_000, troubles: 64 };

/** How long to search for the shortest way to break a promise. */
const EFFORT = { runs: 200, ms: 40_000 };

/** What some days came to, together. */
export type Explored = {
  readonly days: number;
  readonly commands: number;
  readonly entries: number;
  readonly troubles: number;
  readonly seconds: number;
  readonly broken: { readonly plan: Plan; readonly result: DayResult } | undefined;
};

/**
 * How long to go on: for so many days, or milliseconds of a clock; absent: the time of day. `stride` is from one seed to the
 * next: 2 stays with days of one kind.
 */
export type Limits = {
  readonly days?: number;
  readonly ms?: number;
  readonly clock?: () => number;
  readonly stride?: number;
};

/** The processor time of this process in milliseconds: what a minute of simulation means on a busy machine. */
export const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Simulates days from a seed on, until there are enough of them, the time is over, or a promise is broken. */
export const explore = async (
  first: Plan,
  {
    days = Number.POSITIVE_INFINITY,
    ms = Number.POSITIVE_INFINITY,
    clock = () => performance.now(),
    stride = 1,
  }: Limits,
  onDay: (plan: Plan, result: DayResult, seconds: number) => void = () => {},
): Promise<Explored> => {
  const start = clock();
  const sum = { days: 0, commands: 0, entries: 0, troubles: 0 };
  const told = (broken: Explored["broken"]): Explored => ({
    ...sum,
    seconds: (clock() - start) / 1000,
    broken,
  });
  for (let day = 0; day < days && clock() - start < ms; day += 1) {
    const plan = { ...first, seed: first.seed + day * stride, isOver: () => clock() - start >= ms };
    const began = clock();
    const result = await simulateDay(plan);
    sum.days += 1;
    sum.commands += result.accepted + result.repeated + result.refused;
    sum.entries += result.entries;
    sum.troubles += result.troubles;
    onDay(plan, result, (clock() - began) / 1000);
    if (result.violation) return told({ plan, result });
  }
  return told(undefined);
};

const LAST_SHOWN = 60;

/** What a person needs to know of a broken promise: which, how to see it again, and the fewest steps to it. */
export const reportBroken = async (plan: Plan, result: DayResult, effort = EFFORT): Promise<string> => {
  const shortest = await shorten(plan, result, effort);
  const { seed, commands, troubles } = plan;
  const same =
    commands === WHOLE_DAY.commands && troubles === WHOLE_DAY.troubles
      ? ""
      : ` --commands ${commands} --troubles ${troubles}`;
  const steps = shortest.taken.map(({ step }) => step);
  const shown = shortest.taken.slice(-LAST_SHOWN);
  return [
    `BROKEN  ${result.violation!.message}`,
    `seed ${seed}, step ${result.steps}. The same again: npm run simulate -- --seed ${seed}${same}`,
    `Shortened from ${result.taken.length} steps to ${steps.length}:`,
    ...(shown.length < shortest.taken.length ? [`  (the last ${shown.length})`] : []),
    ...shown.map(({ step, what }) => `  ${String(step).padStart(6)}  ${what}`),
    `Only these: npm run simulate -- --seed ${seed}${same} --only ${steps.join(",")}`,
  ].join("\n");
};

/** How many processes may simulate beside each other. */
export const SIDE_BY_SIDE = Math.max(1, Math.min(4, availableParallelism()));

/** From a day that breaks a promise to the fewest steps that still break it. */
import { type DayResult, type Plan, simulateDay } from "./day.ts";

/** How much may be spent on it. */
export type Effort = { readonly runs: number; readonly ms: number };

/** The same day with fewer steps: larger parts are left out first, then smaller ones, as long as the promise breaks. */
export const shorten = async (plan: Plan, broken: DayResult, { runs, ms }: Effort): Promise<DayResult> => {
  const end = performance.now() + ms;
  let best = broken;
  let left = runs;
  const stepsOf = (result: DayResult): number[] => result.taken.map(({ step }) => step);
  const breaks = async (steps: readonly number[]): Promise<boolean> => {
    left -= 1;
    const result = await simulateDay({ ...plan, only: new Set(steps) });
    if (result.violation?.promise !== broken.violation!.promise) return false;
    best = result;
    return true;
  };
  for (let part = Math.ceil(best.taken.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let from = 0; from < best.taken.length; ) {
      if (left <= 0 || performance.now() > end) return best;
      const steps = stepsOf(best);
      const without = [...steps.slice(0, from), ...steps.slice(from + part)];
      if (!(await breaks(without))) from += part;
    }
  }
  return best;
};

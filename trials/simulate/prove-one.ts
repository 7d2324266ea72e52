/** Simulates with one fault planted (OPENFTZ_PLANTED, see plant.ts) until a promise breaks; one JSON line tells what came. */
import { explore, processorMs, SHORT_DAY } from "./explore.ts";

const [limit, seed] = process.argv.slice(2).map(Number) as [number, number?];
const { broken, days, seconds } = await explore(
  { seed: seed ?? 1, ...SHORT_DAY },
  { days: limit, clock: processorMs, stride: seed === undefined ? 1 : 2 },
);
const found = broken && {
  seed: broken.plan.seed,
  step: broken.result.steps,
  promise: broken.result.violation!.promise,
};
process.stdout.write(`${JSON.stringify({ found: found ?? null, days, seconds })}\n`);
process.exit(0);

/** A bit on the disk flips while nobody looks: it must be found, and nothing may be answered from it. */
import { keyOf } from "@openftz/customs/define/record.ts";
import type { Random } from "../random.ts";
import { must, Violation } from "./violation.ts";
import type { World } from "./world.ts";

const NOTICED_MS = 60_000;
/** So many declarations, and hardly one of the older half is in memory. */
const ENOUGH = 300;
const TRIES = 10;

/** A bit of an entry, flipped and put back. */
const flip = (world: World, position: number, random: Random): (() => void) => {
  const { bytes } = world.disk.entries[position - 1]!;
  const [place, bit] = [random.below(bytes.length), 1 << random.below(8)];
  bytes[place]! ^= bit;
  return () => {
    bytes[place]! ^= bit;
  };
};

/** Flips a bit of one entry, has it found, puts it back, and starts the server anew. */
export const damage = async (world: World, random: Random): Promise<string> => {
  await world.settle();
  const over = world.trouble();
  const what =
    world.domain.declarations.size > ENOUGH && random.chance(70)
      ? await damageWhileRunning(world, random)
      : await damageBeforeStart(world, random);
  world.host.takeFault();
  world.host.kill(0);
  over();
  await world.settle();
  return what;
};

/** The start finds it, or the look in the background that follows. */
const damageBeforeStart = async (world: World, random: Random): Promise<string> => {
  const { host, loop, disk } = world;
  const position = 1 + random.below(disk.entries.length);
  const putBack = flip(world, position, random);
  host.kill(0);
  let fault: Error | undefined;
  const hasStopped = (): boolean => {
    fault ??= host.takeFault();
    const { it } = host.current;
    if (it) host.current.mayStop = "the journal is damaged";
    return fault !== undefined || (it?.status().fault ?? null) !== null;
  };
  const isFound = await loop.runUntil(hasStopped, NOTICED_MS);
  putBack();
  must("a flipped bit is found", isFound, () => `in entry ${position}, by a start`);
  return `a bit of entry ${position} flips before a start`;
};

/** Whoever reads the record finds it at once: one that is not in memory is soon met. */
const damageWhileRunning = async (world: World, random: Random): Promise<string> => {
  const { host, loop, shadow } = world;
  const process = host.current;
  process.mayStop = "the journal is damaged";
  const numbers = [...world.domain.declarations.keys()];
  for (let turn = 0; turn < TRIES; turn += 1) {
    const number = random.pick(numbers.slice(0, numbers.length / 2));
    const key = keyOf({ kind: "declaration" }, number);
    const { position } = shadow.entries.find(({ records }) => records.includes(key))!;
    const putBack = flip(world, position, random);
    let isAnswered = false;
    void process
      .it!.ask({ query: "declaration.show", actor: "installation", request: { declaration: number } })
      .then(() => {
        isAnswered = true;
      });
    await loop.runUntil(() => isAnswered, NOTICED_MS);
    putBack();
    const fault = process.it!.status().fault;
    if (fault?.includes(`Entry ${position}:`))
      return `a bit of entry ${position} flips while everybody works`;
    if (fault)
      throw new Violation(
        "a flipped bit is found",
        `entry ${position} was damaged, and the server says ${fault}`,
      );
  }
  throw new Violation(
    "a flipped bit is found",
    `${TRIES} old declarations were read from damaged entries, and nothing was said`,
  );
};

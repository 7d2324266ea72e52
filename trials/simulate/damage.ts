/** A bit on the disk flips while nobody looks: it must be found, and nothing may be answered from it. */
import type { Random } from "../random.ts";
import { must, Violation } from "./violation.ts";
import type { World } from "./world.ts";

const NOTICED_MS = 60_000;
/** So many declarations, and hardly one of the older half is in memory. */
const ENOUGH = 100;
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

/** Ways to read a declaration's first entry while everybody works: each must find what is wrong with it. */
const READERS: Readonly<
  Record<string, (world: World, number: string, position: number) => Promise<unknown>>
> = {
  "a look at the record": ({ host }, declaration) =>
    host.current.it!.ask({ query: "declaration.show", actor: "installation", request: { declaration } }),
  "the same request again": ({ host, shadow }, _, position) => {
    const { command, actor, value } = shadow.groupEndingAt(position)!.asked;
    return host.current.it!.submit({ command, actor, bytes: Buffer.from(JSON.stringify(value)) });
  },
  "a rebuild of the views": ({ host }) => host.current.it!.rebuildViews().catch(() => {}),
};

/** Whoever reads the entry finds it at once. A record that is in memory is not read, so another is tried. */
const damageWhileRunning = async (world: World, random: Random): Promise<string> => {
  const { host, loop, shadow, domain } = world;
  const process = host.current;
  process.mayStop = "the journal is damaged";
  const numbers = [...domain.declarations.keys()];
  const reader = random.pick(Object.keys(READERS));
  for (let turn = 0; turn < TRIES; turn += 1) {
    const number = random.pick(numbers.slice(0, numbers.length / 2));
    const { position } = shadow.entries.find(({ records }) => records.includes(`declaration/${number}`))!;
    const putBack = flip(world, position, random);
    let isRead = false;
    void READERS[reader]!(world, number, position).then(() => {
      isRead = true;
    });
    await loop.runUntil(() => isRead || process.it!.status().fault !== null, NOTICED_MS);
    putBack();
    const fault = process.it!.status().fault;
    if (fault?.includes(`Entry ${position}:`)) return `a bit of entry ${position} flips; ${reader} finds it`;
    if (fault)
      throw new Violation(
        "a flipped bit is found",
        `entry ${position} was damaged, and the server says ${fault}`,
      );
  }
  throw new Violation("a flipped bit is found", `${TRIES} damaged entries, and ${reader} found none`);
};

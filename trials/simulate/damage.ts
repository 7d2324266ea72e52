/** A bit on the disk flips while nobody looks: it must be found, and nothing may be answered from it. */
import type { Random } from "../random.ts";
import { must } from "./violation.ts";
import type { World } from "./world.ts";

const NOTICED_MS = 60_000;

/** Flips a bit of one entry, starts the server anew, asks for what rests on it, and puts the bit back. */
export const damage = async (world: World, random: Random): Promise<string> => {
  await world.settle();
  const { entries } = world.disk;
  const entry = entries[random.below(entries.length)]!;
  const place = random.below(entry.bytes.length);
  const bit = 1 << random.below(8);
  const over = world.trouble();
  entry.bytes[place]! ^= bit;
  world.host.kill(0);
  const found = await isFound(world, entry.position);
  entry.bytes[place]! ^= bit;
  world.host.takeFault();
  world.host.kill(0);
  over();
  must("a flipped bit is found", found, () => `bit ${bit} of byte ${place} of entry ${entry.position}`);
  await world.settle();
  return `a bit of entry ${entry.position} flips`;
};

/** True when the start finds it, or the look in the background, or whoever reads the record. */
const isFound = async (world: World, position: number): Promise<boolean> => {
  const { host, loop } = world;
  let fault: Error | undefined;
  const started = await loop.runUntil(() => {
    fault = host.takeFault();
    return fault !== undefined || host.current.it !== undefined;
  }, NOTICED_MS);
  if (fault !== undefined) return fault.message.includes(`${position}`);
  if (!started) return false;
  const process = host.current;
  process.mayStop = "the journal is damaged";
  const it = process.it!;
  const [record] = world.shadow.entries[position - 1]!.records;
  const [kind, id] = [record!.slice(0, record!.indexOf("/")), record!.slice(record!.indexOf("/") + 1)];
  const request = kind === "declaration" ? { declaration: id } : { id };
  void it.ask({ query: `${kind}.show`, actor: "installation", request });
  return loop.runUntil(() => it.status().fault !== null, NOTICED_MS);
};

/** CPU time and memory of processes, from /proc (Linux); undefined where there is none. */
import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

const statOf = (pid: number): readonly string[] | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
};

/** A process and all its living descendants. */
export const familyOf = (pid: number): readonly number[] => {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = Number(statOf(Number(name))?.[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  const walk = (one: number) => {
    found.push(one);
    for (const child of parents.get(one) ?? []) walk(child);
  };
  walk(pid);
  return found;
};

/** User and system time used so far by some processes, in milliseconds, their ended children included. */
export const cpuMsOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const stat = statOf(pid);
    return stat ? sum + ((Number(stat[11]) + Number(stat[12])) * 1000) / TICKS_PER_SECOND : sum;
  }, 0);

/** Resident memory of a process in megabytes. */
export const rssMbOf = (pid: number): number => {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024;
};

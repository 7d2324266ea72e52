/** What the process itself costs: memory, processor time, and how late the event loop runs. */
import { readdirSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";
import { type Family, gauge, readCounter } from "./instruments.ts";

const RESOLUTION_MS = 20;
const INTERVAL_MS = 10_000;
const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;
const MILLISECONDS = 1e3;

/** The figures of the last whole interval, whoever asks and how often. */
const watchLoop = () => {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const late = (nanoseconds: number): number =>
    Math.max(0, nanoseconds / NANOSECONDS - RESOLUTION_MS / MILLISECONDS);
  const figures = () => ({
    "0.5": late(delays.percentile(50)),
    "0.99": late(delays.percentile(99)),
    "1": late(delays.max),
  });
  delays.enable();
  let last: ReturnType<typeof figures> | undefined;
  const timer = setInterval(() => {
    last = figures();
    delays.reset();
  }, INTERVAL_MS).unref();
  return {
    read: () => last ?? figures(),
    stop: () => {
      clearInterval(timer);
      delays.disable();
    },
  };
};

const openFiles = (): number => {
  try {
    return readdirSync("/proc/self/fd").length;
  } catch {
    return Number.NaN; // only Linux tells it; NaN is how the format says "not known"
  }
};

/** What is measured, and how it is ended. */
export type ProcessMeters = { readonly families: readonly Family[]; readonly stop: () => void };

/** Starts measuring. The names without `openftz` are the usual ones, so that usual dashboards find them. */
export const processMeters = (): ProcessMeters => {
  const loop = watchLoop();
  return { families: processFamilies(loop.read), stop: loop.stop };
};

/** The families, with the delays of the event loop by quantile in seconds. */
export const processFamilies = (delays: () => Readonly<Record<string, number>>): readonly Family[] => [
  gauge(
    { name: "process_resident_memory_bytes", help: "Memory of the server's process, without PostgreSQL." },
    () => process.memoryUsage.rss(),
  ),
  gauge(
    {
      name: "openftz_memory_bytes",
      help: "Memory by kind: heap in use, the heap's limit (at which the process ends), and what lies outside of it.",
      labels: ["kind"],
    },
    () => {
      const { heapUsed, external } = process.memoryUsage();
      return { heap: heapUsed, "heap-limit": getHeapStatistics().heap_size_limit, external };
    },
  ),
  readCounter({ name: "process_cpu_seconds_total", help: "Processor time of the server's process." }, () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / MICROSECONDS;
  }),
  gauge({ name: "process_start_time_seconds", help: "When the process started, since 1970." }, () =>
    Math.round(Date.now() / MILLISECONDS - process.uptime()),
  ),
  gauge(
    { name: "process_open_fds", help: "Open files and connections; NaN where the system does not tell." },
    openFiles,
  ),
  gauge(
    {
      name: "openftz_event_loop_delay_seconds",
      help: `How late timers ran in the last ${INTERVAL_MS / MILLISECONDS} seconds: half, 99 of 100, the worst.`,
      labels: ["quantile"],
    },
    delays,
  ),
];

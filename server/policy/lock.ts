/** The lock: the hash of every published measure file. What it names is frozen; a change needs a new version. */
import type { PolicyFault } from "./report.ts";

/** SHA-256 in hexadecimal by file below policy/measures ("cn/payment-days.v2.ts"). */
export type Lock = Readonly<Record<string, string>>;

/** The form of a measure file's path: jurisdiction, name, version. */
export const MEASURE_FILE = /^[a-z0-9-]+\/[a-z0-9-]+\.v[1-9][0-9]*\.ts$/;

/** Reads the lock's text. Nothing when it is no lock: then nobody knows what is published, and nothing may go on. */
export const parseLock = (text: string): Lock | undefined => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const sound = Object.entries(value).every(
    ([file, hash]) => MEASURE_FILE.test(file) && typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash),
  );
  return sound ? (value as Lock) : undefined;
};

/** The lock's text, one file a line in the order of the names, so that two branches merge line by line. */
export const formatLock = (lock: Lock): string =>
  `${JSON.stringify(Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;

/** Where the files are no longer what was published. */
export const lockFaults = (lock: Lock, hashes: Lock): PolicyFault[] =>
  Object.entries(lock).flatMap(([file, published]): PolicyFault[] => {
    const found = Object.hasOwn(hashes, file) ? hashes[file] : undefined;
    if (found === published) return [];
    const next = nextVersion(file, Object.keys(hashes));
    return found === undefined
      ? [
          {
            kind: "gone",
            where: file,
            detail: "It was published and is gone.",
            next: `Restore it. To end the rule, publish ${next} with its last day.`,
          },
        ]
      : [
          {
            kind: "changed",
            where: file,
            detail: "It changed after it was published.",
            next: `Restore it, and write the change as ${next}.`,
          },
        ];
  });

/** The file of the version after the newest one of this rule. */
const nextVersion = (file: string, files: readonly string[]): string => {
  const [stem] = file.split(/\.v\d+\.ts$/) as [string];
  const versions = [file, ...files]
    .filter((other) => other.startsWith(`${stem}.v`))
    .map((other) => Number(/\.v(\d+)\.ts$/.exec(other)?.[1] ?? 0));
  return `${stem}.v${Math.max(...versions) + 1}.ts`;
};

/** The lock with every file in it that is not published yet. Say `lockFaults` first: what is published stays as it is. */
export const extendLock = (lock: Lock, hashes: Lock): Lock => ({ ...hashes, ...lock });

/** `openftz policy publish`: from then on a measure is frozen, formatter included. */
import { extendLock, type Lock, lockFaults, MEASURE_FILE } from "./lock.ts";
import { readHashes, readLock, writeLock } from "./measure-files.ts";
import { type PolicyFault, type PolicyReport, reportOf } from "./report.ts";

/** What a lock that cannot be read comes to. */
export const unreadableLock: PolicyFault = {
  kind: "lock",
  where: "policy/measures.lock.json",
  detail: "The lock cannot be read, so nobody knows what is published.",
  next: "Restore it from the last commit.",
};

/** Files in the measures' folders that no measure can be in. */
export const nameFaults = (files: readonly string[]): PolicyFault[] =>
  files
    .filter((file) => !MEASURE_FILE.test(file))
    .map((where) => ({
      kind: "file",
      where,
      detail: "No measure file is named like this.",
      next: "Name it <jurisdiction>/<name>.v<version>.ts, or move it out of policy/measures.",
    }));

/** What publishing these files under this lock comes to. Nothing is published while anything published is not as it was. */
export const publish = (
  lock: Lock | undefined,
  hashes: Lock,
): { readonly report: PolicyReport; readonly lock: Lock } => {
  const files = Object.keys(hashes);
  if (lock === undefined) return { report: reportOf([unreadableLock], { files: files.length }), lock: {} };
  const faults = [...lockFaults(lock, hashes), ...nameFaults(files)];
  const added = files.filter((file) => !Object.hasOwn(lock, file));
  const counts = {
    files: files.length,
    published: Object.keys(lock).length,
    added: faults.length === 0 ? added.length : 0,
  };
  return { report: reportOf(faults, counts), lock: faults.length === 0 ? extendLock(lock, hashes) : lock };
};

/**
 * Publishes every measure file that is not in the lock yet, and refuses when a published one changed or is gone.
 * `root` is the repository's folder; without `write` it only tells what it would do.
 */
export const policyPublish = async ({
  root,
  write,
}: {
  root: string;
  write: boolean;
}): Promise<PolicyReport> => {
  const { report, lock } = publish(await readLock(root), await readHashes(root));
  if (write && report.ok && report.counts.added !== 0) await writeLock(root, lock);
  return report;
};

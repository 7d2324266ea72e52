import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";

const BLOCK_BYTES = 8_192;

/** How often a second the disk under a folder can be made to keep a block: appended and synced one by one. */
export const syncsPerSecond = (folder: string, forMs = 1_000): number => {
  const place = mkdtempSync(path.join(folder, "syncs-"));
  const file = openSync(path.join(place, "blocks"), "w");
  const block = Buffer.alloc(BLOCK_BYTES, 1);
  const start = performance.now();
  let syncs = 0;
  while (performance.now() - start < forMs) {
    writeSync(file, block);
    fdatasyncSync(file);
    syncs += 1;
  }
  closeSync(file);
  rmSync(place, { recursive: true });
  return (syncs / (performance.now() - start)) * 1000;
};

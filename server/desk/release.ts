/** Names the folds of a release, so that a snapshot made by other folds is never used. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** The hash of all source that a fold can reach: the kernel and the room of customs, tests left out. */
export const foldHashOf = (): string => {
  const hash = createHash("sha256");
  for (const room of ["kernel", "customs"]) {
    const files = readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.includes("node_modules"))
      .sort();
    for (const file of files)
      hash.update(`${room}/${file}\0`).update(readFileSync(path.join(root, room, file)));
  }
  return hash.digest("hex");
};

/**
 * Builds the pages when something they are made of has changed: their own sources, the versions of packages, or the
 * types that they share with customs. What was built is noted as a hash, so that a start with nothing new costs little.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const NOT_A_SOURCE = new Set(["dist", "node_modules"]);
const IS_TEST = /\.test\.ts$/;

/** Every file under a folder that the pages could be made of, in a fixed order. */
const filesUnder = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_A_SOURCE.has(name) && !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(file);
      return IS_TEST.test(entry.name) ? [] : [file];
    });

/** The hash of everything that a build depends on. */
export const hashOfSources = (root) => {
  const hash = createHash("sha256");
  const files = [...filesUnder(path.join(root, "web")), path.join(root, "package-lock.json")];
  // From customs only types are taken; they are few and small beside what reading all of it would cost.
  for (const file of [...files, ...filesUnder(path.join(root, "customs"))].filter((each) => existsSync(each)))
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
};

/** True when web/dist was built from what is there now. */
const isBuilt = (dist, hash) => {
  const note = path.join(dist, ".hash");
  return (
    existsSync(path.join(dist, "index.html")) &&
    existsSync(note) &&
    readFileSync(note, "utf8").trim() === hash
  );
};

/**
 * Builds web/dist unless it is built already. `root` is the clone's folder, `log` is told what is done.
 * Resolves to true when something was built.
 */
export const buildWeb = async ({ root, log = () => {} }) => {
  const dist = path.join(root, "web", "dist");
  const hash = hashOfSources(root);
  if (isBuilt(dist, hash)) return false;
  log("Building the pages.");
  const start = Date.now();
  const { build } = await import("vite");
  rmSync(path.join(dist, ".hash"), { force: true });
  await build({
    configFile: path.join(root, "web", "vite.config.ts"),
    logLevel: "error",
    mode: "production",
  });
  mkdirSync(dist, { recursive: true });
  writeFileSync(path.join(dist, ".hash"), `${hash}\n`);
  log(`The pages are built, in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildWeb({ root: path.resolve(import.meta.dirname, ".."), log: console.log });
  if (!built) console.log("The pages are built already.");
}

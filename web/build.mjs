/**
 * Builds the pages when something they are made of has changed: their own sources, the versions of packages, or the
 * types that they share with customs. What was built is noted as a hash, so that a start with nothing new costs little.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
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

/** Puts a whole build in its place. Two starts may build at once: the same pages, so whoever comes second may lose its own. */
const putInPlace = (fresh, dist, work) => {
  const old = path.join(work, "old");
  try {
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(error.code)) throw error;
  }
};

/**
 * Builds web/dist unless it is built already. `root` is the clone's folder, `log` is told what is done. The pages are made
 * beside their place, so that a server which is at work never serves half of them.
 * Resolves to true when something was built.
 */
export const buildWeb = async ({ root, log = () => {} }) => {
  const dist = path.join(root, "web", "dist");
  const hash = hashOfSources(root);
  if (isBuilt(dist, hash)) return false;
  log("Building the pages.");
  const start = Date.now();
  const { build } = await import("vite");
  const runtime = path.join(root, ".openftz");
  mkdirSync(runtime, { recursive: true });
  const work = mkdtempSync(path.join(runtime, "pages-"));
  const fresh = path.join(work, "dist");
  try {
    await build({
      configFile: path.join(root, "web", "vite.config.ts"),
      logLevel: "error",
      mode: "production",
      build: { outDir: fresh, emptyOutDir: true },
    });
    writeFileSync(path.join(fresh, ".hash"), `${hash}\n`);
    if (!isBuilt(dist, hash)) putInPlace(fresh, dist, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  // Another build may be between the two steps of putting the same pages there.
  for (let turn = 0; !isBuilt(dist, hash); turn++) {
    if (turn === 40) throw new Error(`the pages could not be put into ${dist}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  log(`The pages are built, in ${((Date.now() - start) / 1000).toFixed(1)} s.`);
  return true;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildWeb({ root: path.resolve(import.meta.dirname, ".."), log: console.log });
  if (!built) console.log("The pages are built already.");
}

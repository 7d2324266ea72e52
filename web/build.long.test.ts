import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { promisify } from "node:util";

const ROOT = path.resolve(import.meta.dirname, "..");
const LEFT_OUT = new Set(["dist", "node_modules"]);

describe("the pages", () => {
  const root = mkdtempSync(path.join(tmpdir(), "openftz pages "));
  after(() => rmSync(root, { recursive: true, force: true }));

  it("are whole however many build them at once", async () => {
    for (const part of [
      "web",
      "customs",
      "kernel",
      "package-lock.json",
      "package.json",
      "tsconfig.base.json",
    ])
      if (existsSync(path.join(ROOT, part)))
        cpSync(path.join(ROOT, part), path.join(root, part), {
          recursive: true,
          filter: (file) => !LEFT_OUT.has(path.basename(file)),
        });
    symlinkSync(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
    const dist = path.join(root, "web", "dist");
    for (let round = 0; round < 3; round++) {
      rmSync(dist, { recursive: true, force: true });
      const build = () => promisify(execFile)(process.execPath, [path.join(root, "web", "build.mjs")]);
      await Promise.all([build(), build(), build()]);
      const page = readFileSync(path.join(dist, "index.html"), "utf8");
      const named = [...page.matchAll(/\/assets\/[^"]+/g)].map(([asset]) => asset);
      assert.ok(named.length > 3, page);
      for (const asset of named) assert.ok(existsSync(path.join(dist, asset)), asset);
      assert.deepEqual(readdirSync(path.join(root, ".openftz")), []);
    }
  });
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";

const bin = path.join(import.meta.dirname, "openftz.mjs");
const elsewhere = mkdtempSync(path.join(tmpdir(), "openftz bin "));
after(() => rmSync(elsewhere, { recursive: true }));

/** The Node that the machine itself offers, outside the clone; on many it is older than ours. */
const machinesNode = (process.env.PATH ?? "")
  .split(path.delimiter)
  .filter((folder) => !folder.includes("node_modules"))
  .map((folder) => path.join(folder, "node"))
  .find((file) => spawnSync(file, ["--version"]).status === 0);

const run = (node: string, ...args: string[]) =>
  spawnSync(node, args, { cwd: elsewhere, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const skip = machinesNode === undefined ? "no node in PATH outside the clone" : false;
for (const [name, node, reason] of [
  ["our own Node", process.execPath, false],
  ["the machine's Node", machinesNode ?? "", skip],
] as const)
  describe(`openftz under ${name}`, { skip: reason }, () => {
    it("answers by absolute path from a folder outside, with nothing on stderr", () => {
      const { status, stdout, stderr } = run(node, bin, "--help");
      assert.equal(stderr, "");
      assert.match(stdout, /openftz/i);
      assert.equal(status, 0);
    });

    it("answers through a link in a path with spaces", () => {
      const link = path.join(elsewhere, `open ftz for ${name}`);
      symlinkSync(bin, link);
      assert.equal(run(node, link, "--help").status, 0);
    });

    it("ends with the command's own exit code", () => {
      assert.notEqual(run(node, bin, "no-such-command").status, 0);
    });
  });

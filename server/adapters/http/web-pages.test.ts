import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../../accounts/test-store.ts";
import { openWorld, type World } from "./test-world.ts";

describe("the built pages", () => {
  let world: World;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "openftz-web-"));
    const webRoot = path.join(folder, "dist");
    mkdirSync(path.join(webRoot, "assets"), { recursive: true });
    writeFileSync(path.join(folder, "secret.txt"), "secret");
    writeFileSync(path.join(webRoot, "index.html"), "<!doctype html><title>start</title>");
    writeFileSync(path.join(webRoot, "assets", "app-1a2b.js"), "console.log(1);".repeat(500));
    world = await openWorld(memoryStore(), { webRoot });
  });
  after(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it("give the start page for every path of the application's own", async () => {
    for (const url of [
      "/",
      "/index.html",
      "/declarations/221820261000000001?tab=story",
      "/apiary",
      "/a/b.c",
    ]) {
      const { status, text, headers } = await world.ask("GET", url);
      assert.deepEqual(
        [status, text, headers["cache-control"]],
        [200, "<!doctype html><title>start</title>", "no-cache"],
        url,
      );
      assert.match(
        String(headers["content-security-policy"]),
        /default-src 'self'; style-src 'self' 'unsafe-inline';.*frame-ancestors 'none'/,
      );
      assert.equal(headers["x-content-type-options"], "nosniff");
    }
  });

  it("keep assets for ever, packed when the browser can unpack them, and know the missing ones", async () => {
    const url = "/assets/app-1a2b.js";
    const plain = await world.ask("GET", url);
    const packed = await world.ask("GET", url, { headers: { "accept-encoding": "gzip, br" } });
    assert.deepEqual(
      [plain.headers["cache-control"], plain.headers["content-encoding"]],
      ["public, max-age=31536000, immutable", undefined],
    );
    assert.deepEqual(
      [packed.headers["content-encoding"], packed.headers["content-type"]],
      ["br", "text/javascript; charset=utf-8"],
    );
    assert.ok(Number(packed.headers["content-length"]) < Number(plain.headers["content-length"]));
    const again = await world.ask("GET", url, { headers: { "if-none-match": String(plain.headers.etag) } });
    assert.equal(again.status, 304);
    assert.equal((await world.ask("GET", "/assets/app-9z9z.js")).status, 404);
  });

  it("reach nothing outside their folder, and answer to looking alone", async () => {
    for (const url of [
      "/../secret.txt",
      "/assets/../../secret.txt",
      "/%2e%2e/secret.txt",
      "/..%2fsecret.txt",
      "/assets/..%5c..%5csecret.txt",
    ])
      assert.ok(!(await world.ask("GET", url)).text.includes("secret"), url);
    assert.equal((await world.ask("POST", "/")).status, 404);
    assert.equal((await world.ask("OPTIONS", "/")).status, 404);
    assert.equal((await world.ask("HEAD", "/")).status, 200);
  });
});

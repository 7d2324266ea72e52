import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { openftz, startPage } from "./test-commands.ts";
import { endServers, startServer } from "./test-process.ts";

const folder = await mkdtemp(path.join(tmpdir(), "openftz own "));
after(async () => {
  await endServers();
  await rm(folder, { recursive: true, force: true });
});

describe("a folder without sample accounts", { concurrency: false }, () => {
  const own = path.join(folder, "own");

  it("gets its first administrator from the shell, who can then be given a token", async () => {
    const created = await openftz(["admin", "create", "chief-1", "--data", own, "--json"]);
    assert.equal(created.code, 0, created.err);
    assert.match((JSON.parse(created.out) as { password: string }).password, /^.{20}$/);
    const again = await openftz(["admin", "create", "chief-1", "--data", own]);
    assert.equal(again.code, 1);
    const made = await openftz(["admin", "token", "chief-1", "--data", own]);
    const server = await startServer(own);
    assert.equal((await startPage(server)).sampleAccounts, undefined);
    const env = { OPENFTZ_TOKEN: made.out.trim() };
    const registered = await openftz(
      [
        "office",
        "register",
        "--office",
        "2218",
        "--name",
        '{"en":"Waigaoqiao","zh":"外高桥"}',
        "--server",
        server.url,
      ],
      { env },
    );
    assert.equal(registered.code, 0, registered.err);
    await server.stop();
  });

  it("rebuilds its views, is exported, and restored elsewhere with the same tree head", async () => {
    const rebuilt = await openftz(["rebuild-views", "--data", own, "--json"]);
    assert.equal(rebuilt.code, 0, rebuilt.err);
    const env = { OPENFTZ_EXPORT_PASSPHRASE: "a passphrase" };
    const to = path.join(folder, "export");
    assert.equal((await openftz(["export", "--to", to, "--data", own])).code, 2);
    const exported = await openftz(["export", "--to", to, "--data", own, "--json"], { env });
    assert.equal(exported.code, 0, exported.err);
    const copy = path.join(folder, "copy");
    assert.equal((await openftz(["restore", to, "--data", copy], { env })).code, 0);
    const verified = await openftz(["verify", "--data", copy]);
    assert.match(verified.out, new RegExp((JSON.parse(exported.out) as { root: string }).root));
  });

  it("is refused to the world without a proxy", async () => {
    const { code, err } = await openftz(["start", "--host", "0.0.0.0", "--data", own]);
    assert.equal(code, 2);
    assert.match(err, /--behind-proxy/);
  });
});

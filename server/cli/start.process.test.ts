import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import pg from "pg";
import { readPidFile } from "../adapters/embedded/pid-file.ts";
import { socketPort } from "../adapters/embedded/server-settings.ts";
import { check } from "../bin/check-proof.mjs";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "../sample/accounts.ts";
import { PARTIES } from "../sample/parties.ts";
import { openftz, startPage } from "./test-commands.ts";
import { endServers, openftz as openftzProcess, startServer, type TestServer } from "./test-process.ts";

const folder = await mkdtemp(path.join(tmpdir(), "openftz start "));
after(async () => {
  await endServers();
  await rm(folder, { recursive: true, force: true });
});
const data = path.join(folder, "data");

const wine = {
  reference: "START-1",
  direction: "import",
  office: "2248",
  declarant: PARTIES.broker,
  trader: PARTIES.wine,
  procedure: "0110",
  transportMode: "2",
  grossMassKg: "1500",
  guarantee: "SAMPLE-GUARANTEE-BROKER",
  goods: [
    {
      commodity: "2204210000",
      description: "red wine in bottles",
      origin: "FR",
      customsValue: { amount: "200000.00", currency: "CNY" },
      netMassKg: "1200",
      quantities: { L: "1200" },
    },
  ],
  documents: [],
};

/** Flips one byte of an entry in the database of a running server, as a hand with access to its files could. */
const flipByte = async (position: number): Promise<void> => {
  const { socketFolder = "" } = (await readPidFile(path.join(data, "postgres"))) ?? {};
  const client = new pg.Client({
    host: socketFolder,
    port: socketPort,
    user: "openftz",
    database: "postgres",
  });
  await client.connect();
  await client.query("alter table journal disable trigger all");
  await client.query(
    "update journal set body = set_byte(body, 40, get_byte(body, 40) # 1) where position = $1",
    [position],
  );
  await client.query("alter table journal enable trigger all");
  await client.end();
};

describe("openftz start", { concurrency: false }, () => {
  let server: TestServer;
  let declaration = "";
  let token = "";

  it("seeds a fresh folder on loopback: sample accounts, and a sign of life", async () => {
    server = await startServer(data);
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.equal((await fetch(`${server.url}/api/v1/ready`)).status, 200);
    const { sampleAccounts = [] } = await startPage(server);
    assert.deepEqual(
      sampleAccounts.map(({ account }) => account).sort(),
      SAMPLE_ACCOUNTS.map(({ account }) => account).sort(),
    );
  });

  it("refuses a second start on the same folder, and local work beside it, with 3 and what to do", async () => {
    for (const argv of [["start", "--port", "0"], ["declaration", "list"], ["verify"]]) {
      const { code, err } = await openftz([...argv, "--data", data]);
      assert.equal(code, 3, argv.join(" "));
      assert.match(err, /Another OpenFTZ works in/);
      assert.match(err, /--server URL/);
    }
  });

  it("refuses a port that is taken with 1, and lets go of the folder", async () => {
    const { port } = new URL(server.url);
    const { code, err } = await openftzProcess([
      "start",
      "--port",
      port,
      "--data",
      path.join(folder, "other"),
    ]);
    assert.equal(code, 1);
    assert.match(err, new RegExp(`Port ${port} .* is taken`));
    assert.match(err, /--port/);
    assert.equal((await openftz(["verify", "--data", path.join(folder, "other")])).code, 0);
  });

  it("is worked on with a token, made with the account's password", async () => {
    const made = await openftz(["admin", "token", "broker-1", "--server", server.url], {
      env: { OPENFTZ_PASSWORD: SAMPLE_PASSWORD },
    });
    assert.equal(made.code, 0, made.err);
    token = made.out.trim();
    const env = { OPENFTZ_TOKEN: token };
    const filed = await openftz(["declaration", "file", "--server", server.url, "--json"], {
      input: JSON.stringify(wine),
      env,
    });
    assert.equal(filed.code, 0, filed.err);
    ({ declaration } = JSON.parse(filed.out) as { declaration: string });
    const again = await openftz(["file", "--server", server.url, "--json"], {
      input: JSON.stringify(wine),
      env,
    });
    assert.equal((JSON.parse(again.out) as { declaration: string }).declaration, declaration);
    const shown = await openftz(
      ["declaration", "show", "--declaration", declaration, "--server", server.url],
      { env },
    );
    assert.match(shown.out, new RegExp(`number: ${declaration}`));
  });

  it("signs checkpoints, and gives the declarant a proof that stands by itself", async () => {
    const env = { OPENFTZ_TOKEN: token };
    const keys = await openftz(["checkpoint", "show", "--keys", "--server", server.url], { env });
    assert.equal(keys.code, 0, keys.err);
    const proof = await openftz(["proof", declaration, "--server", server.url], { env });
    assert.equal(proof.code, 0, proof.err);
    assert.match(check(proof.out, keys.out).words, /^PROVED: .*\n {2}declaration\.filed/);
    assert.equal((await stat(`${data}.signing/key`)).mode & 0o777, 0o600);
  });

  it("refuses strangers, wrong passwords and wrong requests with 1 and the reason", async () => {
    const nobody = await openftz(["declaration", "list", "--server", server.url]);
    assert.equal(nobody.code, 1);
    assert.match(nobody.err, /OPENFTZ_TOKEN/);
    const wrong = await openftz(["admin", "token", "broker-1", "--server", server.url], {
      env: { OPENFTZ_PASSWORD: "wrong-password" },
    });
    assert.equal(wrong.code, 1);
    const { code, out } = await openftz(
      ["declaration", "file", "--server", server.url, "--json", "--reference", "X"],
      {
        env: { OPENFTZ_TOKEN: token },
      },
    );
    assert.equal(code, 1);
    assert((JSON.parse(out) as { problem: { faults: object[] } }).problem.faults.length > 3);
  });

  it("stops in order at SIGTERM, with no warning or error in its log", async () => {
    const { code, err } = await server.stop();
    assert.equal(code, 0);
    assert.doesNotMatch(err, /"level"/);
  });

  it("keeps what was filed: in the folder itself, and after a restart with the same token", async () => {
    const local = await openftz(["declaration", "list", "--data", data, "--as", "broker-1", "--json"]);
    assert.equal(local.code, 0, local.err);
    const { rows } = JSON.parse(local.out) as { rows: { number: string }[] };
    assert.deepEqual(
      rows.map(({ number }) => number),
      [declaration],
    );
    server = await startServer(data);
    const shown = await openftz(
      ["declaration", "show", "--declaration", declaration, "--server", server.url, "--json"],
      { env: { OPENFTZ_TOKEN: token } },
    );
    assert.equal((JSON.parse(shown.out) as { number: string }).number, declaration);
    assert.equal((await server.stop("SIGINT")).code, 0);
  });

  it("pretends another day only where it is not before the journal's last", async () => {
    const { code, err } = await openftzProcess([
      "start",
      "--clock",
      "2026-01-05",
      "--port",
      "0",
      "--data",
      data,
    ]);
    assert.equal(code, 1);
    assert.match(err, /never runs back/);
    const fresh = await startServer(path.join(folder, "clock"), {}, "--clock", "2026-01-05");
    assert.equal((await startPage(fresh)).today, "2026-01-05");
    await fresh.stop();
  });

  it("disables the sample accounts for good once others are served", async () => {
    const served = await startServer(data, {}, "--behind-proxy");
    await served.stop();
    const back = await startServer(data);
    assert.equal((await startPage(back)).sampleAccounts, undefined);
    await back.stop();
    const { code, err } = await openftzProcess([
      "start",
      "--clock",
      "2027-01-05",
      "--port",
      "0",
      "--data",
      data,
    ]);
    assert.equal(code, 1);
    assert.match(err, /sample accounts/);
  });

  it("does not start without its signing key, nor on a journal that was put back", async () => {
    const signing = `${data}.signing`;
    const key = await readFile(`${signing}/key`);
    await rm(`${signing}/key`);
    const lost = await openftz(["start", "--port", "0", "--data", data]);
    assert.equal(lost.code, 1);
    assert.match(lost.err, /The key that signs[\s\S]*rotate-key --lost/);
    await writeFile(`${signing}/key`, key, { mode: 0o600 });
    const rotated = await openftz(["checkpoint", "rotate-key", "--data", data, "--json"]);
    assert.equal(rotated.code, 0, rotated.err);
    assert.match((JSON.parse(rotated.out) as { handover: string }).handover, /\nnext-key /);
    const older = path.join(folder, "older");
    const signed = await openftz(["checkpoint", "show", "--data", older], {
      env: { OPENFTZ_SIGNING: signing },
    });
    assert.equal(signed.code, 1);
    assert.match(signed.err, /the newest signed checkpoint covers/);
  });

  it("finds a flipped byte: verify names the position, and a start refuses to serve", async () => {
    const damaged = await startServer(data);
    await flipByte(7);
    await damaged.stop();
    const verified = await openftz(["verify", "--data", data, "--json"]);
    assert.equal(verified.code, 1);
    const proof = JSON.parse(verified.out) as {
      ok: boolean;
      entries: number;
      firstFault: { position: number };
    };
    assert.equal(proof.ok, false);
    assert.equal(proof.firstFault.position, 7);
    const started = await openftz(["start", "--port", "0", "--data", data, "--json"]);
    assert.equal(started.code, 1);
    assert.match(started.err, /Entry 7/);
    assert.equal((JSON.parse(started.out) as { problem: { position: number } }).problem.position, 7);
  });
});

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { COMMANDS, ELSEWHERE } from "./commands.ts";
import { main } from "./main.ts";
import { testIo } from "./test-io.ts";

const run = async (...argv: string[]) => {
  const { io, out, err } = testIo();
  const code = await main(argv, io);
  return { code, out: out(), err: err() };
};

describe("openftz", () => {
  it("lists every command without being asked anything", async () => {
    for (const argv of [[], ["help"], ["--help"]]) {
      const { code, out, err } = await run(...argv);
      assert.equal(code, 0);
      assert.equal(err, "");
      for (const name of [...Object.keys(COMMANDS), ...Object.keys(ELSEWHERE)])
        assert.match(out, new RegExp(`^  ${name} `, "m"));
    }
  });

  it("lists acts and questions with their titles in both languages", async () => {
    const { out } = await run("help", "acts");
    assert.match(out, /declaration file +File a declaration \/ 申报/);
    assert.match(out, /tariff search +Search the tariff \/ 税则查询/);
  });

  for (const name of Object.keys(COMMANDS))
    it(`${name} --help tells its use, its flags and the exit codes, and says nothing on standard error`, async () => {
      const { code, out, err } = await run(...name.split(" "), "--help");
      assert.equal(code, 0);
      assert.equal(err, "");
      assert.match(out, new RegExp(`^Usage: openftz ${name}`));
      assert.match(out, /--json/);
      assert.match(out, /Exit codes/);
    });

  it("answers an unknown command with 2 and the near names", async () => {
    const { code, out, err } = await run("tarif", "import");
    assert.equal(code, 2);
    assert.equal(out, "");
    assert.match(err, /no command "tarif import"/);
    assert.match(err, /tariff import/);
  });

  it("names the verbs of a known noun", async () =>
    assert.match((await run("declaration")).err, /declaration file/));

  it("answers a wrong flag with 2, and with --json as one object on standard output", async () => {
    const { code, out, err } = await run("verify", "--dato", "x", "--json");
    assert.equal(code, 2);
    const { problem } = JSON.parse(out) as { problem: { detail: string; next: string } };
    assert.match(problem.detail, /--dato/);
    assert.match(problem.next, /--data/);
    assert.match(err, /Next/);
  });

  it("refuses to listen beyond this machine without a proxy, before anything is opened", async () => {
    for (const host of ["0.0.0.0", "::", "192.0.2.1", "example.org"]) {
      const { code, err } = await run("start", "--host", host, "--data", "/nonexistent/folder");
      assert.equal(code, 2);
      assert.match(err, /--behind-proxy/);
    }
  });

  it("refuses a clock that is no day", async () => {
    const { code, err } = await run("start", "--clock", "2026-02-30", "--data", "/nonexistent/folder");
    assert.equal(code, 2);
    assert.match(err, /2026-02-30/);
  });

  it("says which of two flags means nothing", async () => {
    const { code, err } = await run("declaration", "list", "--server", "http://127.0.0.1:1", "--as", "x");
    assert.equal(code, 2);
    assert.match(err, /--as means nothing with --server/);
  });

  it("answers a server that is not there with 3", async () => {
    const { code, err } = await run("declaration", "list", "--server", "http://127.0.0.1:1");
    assert.equal(code, 3);
    assert.match(err, /does not answer/);
  });

  it("checks the policy of this release", async () => {
    const { out } = await run("policy", "check", "--json");
    assert.equal(typeof (JSON.parse(out) as { ok: boolean }).ok, "boolean");
  });
});

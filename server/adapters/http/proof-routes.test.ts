import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { parseEntry } from "@openftz/kernel/entry.ts";
import { verifyConsistency } from "@openftz/kernel/merkle.ts";
import { memoryStore } from "../../accounts/test-store.ts";
import { sha256 } from "../../desk/sealing.ts";
import { openCheckpoint } from "../../proof/checkpoint.ts";
import { fromBase64 } from "../../proof/note.ts";
import { Proofs } from "../../proof/proofs.ts";
import { openSigning } from "../../proof/signing-folder.ts";
import { checkProof, readProof } from "../../proof/tlog-proof.ts";
import { readVerifierKeys } from "../../proof/verifier-key.ts";
import { makeApp } from "./http-app.ts";
import { type Ask, declaration, openWorld, TRADER, type World } from "./test-world.ts";

const folder = await mkdtemp(path.join(tmpdir(), "openftz-proofs-"));
after(() => rm(folder, { recursive: true }));

describe("checkpoints and proofs over HTTP", () => {
  let world: World;
  let filed = { position: 0, declaration: "" };
  let ask: World["ask"];
  before(async () => {
    world = await openWorld(memoryStore());
    const { installation, parts, tokens } = world;
    const signing = await openSigning(path.join(folder, "data.signing"), []);
    const proofs = new Proofs({
      journal: installation.store.journal,
      tree: () => installation.tree,
      day: () => installation.now().day,
      signing,
    });
    const app = makeApp({ ...parts, proofs });
    ask = async (method, url, { as, body, headers = {} }: Ask = {}) => {
      const answer = await app.inject({
        method: method as "GET",
        url,
        headers: { ...(as && { authorization: `Bearer ${tokens[as]}` }), ...headers },
        ...(body !== undefined && { payload: body }),
      });
      const isJson = String(answer.headers["content-type"]).includes("json");
      return {
        status: answer.statusCode,
        headers: answer.headers,
        text: answer.body,
        json: isJson ? JSON.parse(answer.body) : {},
      };
    };
    const { json } = await ask("POST", "/api/v1/declaration/file", {
      as: "broker-1",
      body: declaration("PROOF-1"),
    });
    filed = json as unknown as typeof filed;
  });
  after(() => world.close());

  const keys = async () =>
    readVerifierKeys((await ask("GET", "/api/v1/checkpoint/keys", { as: "nobody-1" })).text);

  it("a checkpoint covers what is durable, and everyone signed in has it", async () => {
    const { status, text, headers } = await ask("GET", "/api/v1/checkpoint", { as: "nobody-1" });
    assert.equal(status, 200);
    assert.match(String(headers["content-type"]), /^text\/plain/);
    assert.equal(openCheckpoint(text, await keys()).head.size, world.installation.status().durable);
    const day = await ask("GET", "/api/v1/checkpoint?day=2026-03-05", { as: "nobody-1" });
    assert.equal(day.text, text);
    assert.equal((await ask("GET", "/api/v1/checkpoint?day=2026-03-04", { as: "nobody-1" })).status, 404);
  });

  it("a declarant finds the entries of a reference or a number, and keeps a proof of each", async () => {
    for (const query of [
      "reference=PROOF-1",
      `reference=PROOF-1&scope=${TRADER}`,
      `declaration=${filed.declaration}`,
    ]) {
      const { json } = await ask("GET", `/api/v1/proofs?${query}`, { as: "broker-1" });
      assert.deepEqual(json, { positions: [filed.position] }, query);
    }
    const { text, headers } = await ask("GET", `/api/v1/proofs/${filed.position}`, { as: "broker-1" });
    assert.match(String(headers["content-disposition"]), /\.tlog-proof"$/);
    const proof = readProof(text);
    checkProof(proof, await keys());
    assert.equal(parseEntry(proof.entry).type, "declaration.filed");
  });

  it("a proof can be asked for against an earlier checkpoint", async () => {
    const { text } = await ask("GET", `/api/v1/proofs/3?size=7`, { as: "admin-1" });
    assert.equal(checkProof(readProof(text), await keys()).head.size, 7);
    for (const size of ["2", "1000000", "-1", "x"])
      assert.equal((await ask("GET", `/api/v1/proofs/3?size=${size}`, { as: "admin-1" })).status, 422, size);
  });

  it("what somebody may not see cannot be proved to them, as if it were not there", async () => {
    const nothing = (await ask("GET", "/api/v1/no/such-thing")).text;
    for (const [as, url] of [
      ["nobody-1", `/api/v1/proofs/${filed.position}`],
      ["nobody-1", `/api/v1/proofs?declaration=${filed.declaration}`],
      ["nobody-1", `/api/v1/proofs?reference=PROOF-1&scope=${TRADER}`],
      ["broker-1", "/api/v1/proofs/1"],
      ["keeper-1", `/api/v1/proofs/${filed.position}`],
      ["broker-1", "/api/v1/proofs/999999"],
      ["broker-1", "/api/v1/proofs/0"],
      ["broker-1", "/api/v1/proofs"],
    ] as const)
      assert.equal((await ask("GET", url, { as })).text, nothing, `${as} ${url}`);
    for (const url of ["checkpoint", "checkpoint/keys", "checkpoint/consistency?from=0", "proofs/1"])
      assert.equal((await ask("GET", `/api/v1/${url}`)).text, nothing, url);
  });

  it("an officer of the office may see it too", async () => {
    assert.equal((await ask("GET", `/api/v1/proofs/${filed.position}`, { as: "officer-1" })).status, 200);
  });

  it("the newest checkpoint is proved to continue an earlier one", async () => {
    const { text } = await ask("GET", "/api/v1/checkpoint/consistency?from=5", { as: "nobody-1" });
    const end = text.indexOf("\n\n");
    const [old, ...lines] = text.slice(0, end).split("\n");
    assert.equal(old, "old 5");
    const { head } = openCheckpoint(text.slice(end + 2), await keys());
    const before = openCheckpoint(
      readProof((await ask("GET", "/api/v1/proofs/5?size=5", { as: "admin-1" })).text).checkpoint,
      await keys(),
    ).head;
    const proof = lines.map((line) => fromBase64(line, "a line"));
    assert(verifyConsistency(sha256, { earlier: before, later: head, proof }));
    assert.equal(
      (await ask("GET", "/api/v1/checkpoint/consistency?from=1000000", { as: "nobody-1" })).status,
      422,
    );
  });
});

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, describe, it } from "node:test";
import { appendLeaf, emptyFrontier, leafHash } from "@openftz/kernel/merkle.ts";
import { sha256 } from "@openftz/server/desk/sealing.ts";
import { openCheckpoint, readCheckpoint } from "@openftz/server/proof/checkpoint.ts";
import { Proofs } from "@openftz/server/proof/proofs.ts";
import { rotateKey } from "@openftz/server/proof/rotate.ts";
import { listedKeys, openSigning, type Signing } from "@openftz/server/proof/signing-folder.ts";
import { askWitness } from "@openftz/server/proof/witness-client.ts";
import { serveWitness, type WitnessServer } from "./server.ts";
import { Witness } from "./witness.ts";
import { witnessKey } from "./witness-key.ts";

const ground = await mkdtemp(path.join(tmpdir(), "openftz-witness-"));
const servers: WitnessServer[] = [];
after(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await rm(ground, { recursive: true });
});

/** A witness that listens until the tests are over. */
const listening = async (witness: Witness): Promise<WitnessServer> => {
  const server = await serveWitness(witness, 0);
  servers.push(server);
  return server;
};
let folders = 0;
const fresh = (): string => path.join(ground, String(folders++));

const NOW = 1_772_683_200;

/** A journal of texts that grows, and forgets when it is told to. */
const journalOf = (signing: Signing) => {
  const texts: string[] = [];
  const seals = () => texts.map((text) => leafHash(sha256, Buffer.from(text)));
  const tree = () => seals().reduce((frontier, seal) => appendLeaf(sha256, frontier, seal), emptyFrontier);
  const journal = {
    readSeals: async (from: number, limit: number) => seals().slice(from - 1, from - 1 + limit),
    read: async () => [],
  };
  const proofs = () => new Proofs({ journal, tree, day: () => "2026-03-05", signing });
  const forWitness = async (seen: number): Promise<string> => {
    const made = await proofs().consistency(seen);
    const lines = made.proof.map((hash) => Buffer.from(hash).toString("base64"));
    return [`old ${seen}`, ...lines, "", made.text].join("\n");
  };
  return { texts, tree, forWitness };
};

const setUp = async () => {
  const signing = await openSigning(fresh(), [], "customs.example/test");
  const folder = fresh();
  const key = await witnessKey(folder, "witness.example/w1");
  const watch = (journals: Signing["keys"]) => new Witness({ folder, key, journals, now: () => NOW });
  return { signing, key, folder, witness: watch(signing.keys), watch, ...journalOf(signing) };
};

describe("a witness", () => {
  it("signs checkpoints of a journal that only grows, with the time, and remembers after a restart", async () => {
    const { signing, key, witness, watch, texts, forWitness } = await setUp();
    const server = await listening(witness);
    for (const size of [0, 1, 5, 5, 300]) {
      while (texts.length < size) texts.push(`entry ${texts.length}`);
      const outcome = await askWitness(server.url, forWitness);
      assert(outcome.kind === "signed", JSON.stringify(outcome));
      const read = readCheckpoint(outcome.text, [...signing.keys, key.verifier]);
      assert.deepEqual([read.head.size, read.signers.map(({ kind }) => kind)], [size, ["log", "witness"]]);
    }
    assert.equal((await watch(signing.keys).seen("customs.example/test"))?.size, 300);
  });

  const refused: readonly (readonly [what: string, harm: (texts: string[]) => void, why: RegExp])[] = [
    ["forgot its end", (texts) => void texts.splice(8), /^It does not continue|^10\n$/],
    [
      "changed an old entry and grew",
      (texts) => void texts.splice(3, 1, "other", "more"),
      /does not continue/,
    ],
    ["changed an old entry", (texts) => void texts.splice(3, 1, "other"), /^10\n$/],
    ["put entries before the others", (texts) => void texts.splice(0, 1, "a", "b", "c"), /does not continue/],
  ];
  for (const [what, harm, why] of refused)
    it(`refuses a journal that ${what}, though its key signed it`, async () => {
      const { witness, texts, forWitness } = await setUp();
      for (let at = 0; at < 10; at++) texts.push(`entry ${at}`);
      assert.equal((await witness.add(await forWitness(0))).status, 200);
      harm(texts);
      const request = await forWitness(Math.min(10, texts.length));
      const answer = await witness.add(request);
      assert([409, 422].includes(answer.status), String(answer.status));
      assert.match(answer.text, why);
    });

  it("tells an operator that two journals were signed in one name", async () => {
    const { witness, texts, forWitness } = await setUp();
    const server = await listening(witness);
    for (let at = 0; at < 10; at++) texts.push(`entry ${at}`);
    await askWitness(server.url, forWitness);
    texts.splice(3, 1, "other", "more");
    const outcome = await askWitness(server.url, forWitness);
    assert(outcome.kind === "refused");
    assert.match(outcome.detail, /not a continuation/);
    assert.match(outcome.next, /two journals/);
  });

  it("answers as the form asks to what it does not know, or cannot read", async () => {
    const { witness, watch, texts, forWitness } = await setUp();
    texts.push("a", "b");
    const good = await forWitness(0);
    const table: readonly (readonly [what: string, of: Witness, body: string, status: number])[] = [
      ["no request", witness, "hello", 400],
      ["a size that is none", witness, good.replace("old 0", "old 01"), 400],
      ["an old size beyond the checkpoint", witness, good.replace("old 0", "old 3"), 400],
      ["another old size than it saw", witness, good.replace("old 0", "old 1"), 409],
      ["a proof where none is needed", witness, good.replace("old 0\n", `old 0\n${"A".repeat(43)}=\n`), 422],
      ["a journal it does not watch", watch([]), good, 404],
      ["a signature that does not fit", witness, good.replace("\n2\n", "\n1\n"), 403],
    ];
    for (const [what, of, body, status] of table) assert.equal((await of.add(body)).status, status, what);
    assert.equal((await witness.add(good)).status, 200);
  });

  it("answers requests one after another: none is signed beside a newer one", async () => {
    const { witness, texts, forWitness } = await setUp();
    texts.push("a");
    const first = await forWitness(0);
    texts.push("b");
    const second = await forWitness(0);
    const statuses = (await Promise.all([witness.add(second), witness.add(first)])).map(
      ({ status }) => status,
    );
    assert.deepEqual(statuses, [200, 409]);
  });
});

describe("a new key", () => {
  it("is handed over to by the former one, in a checkpoint that both signed and a witness takes", async () => {
    const { signing, witness, watch, texts, tree, forWitness } = await setUp();
    texts.push("a", "b", "c");
    assert.equal((await witness.add(await forWitness(0))).status, 200);
    texts.push("d");
    const { signing: after, handover } = await rotateKey(signing, tree());
    const [former, next] = after.keys;
    assert.equal(after.keys.length, 2);
    assert.equal(next!.text, after.key.verifier.text);
    const { head, signers } = openCheckpoint(handover!, [former!, next!]);
    assert.deepEqual([head.size, signers.length, head.nextKey?.text], [4, 2, next!.text]);
    assert.deepEqual(await listedKeys(signing.folder), after.keys);
    assert.match(
      await readFile(path.join(signing.folder, "handovers.txt"), "utf8"),
      /next-key customs\.example/,
    );
    assert.equal(
      (await openSigning(signing.folder, [former!.text])).key.text,
      after.key.text,
      "cut in the middle",
    );
    const proof = (await forWitness(3)).split("\n\n")[0]!;
    assert.equal((await witness.add(`${proof}\n\n${handover}`)).status, 200);
    texts.push("e");
    const later = journalOf(after);
    later.texts.push(...texts);
    const newest = await later.forWitness(4);
    assert.equal((await watch([former!]).add(newest)).status, 403, "it has not learnt the new key");
    assert.equal((await watch(after.keys).add(newest)).status, 200);
  });
});

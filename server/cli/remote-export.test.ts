import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { memoryStore } from "../accounts/test-store.ts";
import { startHttp } from "../adapters/http/http-server.ts";
import { openWorld, type World } from "../adapters/http/test-world.ts";
import { openExports } from "../export/read-export.ts";
import { freshFolder } from "../export/test-world.ts";
import { Proofs } from "../proof/proofs.ts";
import { openSigning } from "../proof/signing-folder.ts";
import { main } from "./main.ts";
import { testIo } from "./test-io.ts";
import { proveExports } from "./verify.ts";

const ground = await mkdtemp(path.join(tmpdir(), "openftz-remote-"));
after(() => rm(ground, { recursive: true }));

describe("openftz export --server", () => {
  let world: World;
  let server: Awaited<ReturnType<typeof startHttp>>;
  let keys = "";
  before(async () => {
    world = await openWorld(memoryStore());
    const { installation } = world;
    const signing = await openSigning(path.join(ground, "data.signing"), []);
    keys = signing.key.verifier.text;
    const { journal } = installation.store;
    const proofs = new Proofs({
      journal,
      tree: () => installation.tree,
      day: () => installation.now().day,
      signing,
    });
    server = await startHttp({ installation, host: "127.0.0.1", port: 0, behindProxy: false, proofs });
  });
  after(async () => {
    await server.close();
    await world.close();
  });

  const run = async (as: keyof World["tokens"] | undefined, ...words: string[]) => {
    const { io, out, err } = testIo("", {
      OPENFTZ_TOKEN: as && world.tokens[as],
      OPENFTZ_EXPORT_PASSPHRASE: "a passphrase",
      OPENFTZ_SIGNING: freshFolder(),
    });
    const code = await main([...words, "--server", server.url], io);
    return { code, out: out(), err: err() };
  };

  it("backs up a running server: entries, files, keys and a signed checkpoint, then what came since", async () => {
    const [first, second] = [freshFolder(), freshFolder()];
    const made = await run("admin-1", "export", "--to", first);
    assert.equal(made.code, 0, made.err);
    const { installation } = world;
    await installation.keepFile(Buffer.from("a document"));
    await installation.submitValue("office.register", "installation", {
      office: "2248",
      name: { en: "Yangshan", zh: "洋山" },
    });
    const more = await run("admin-1", "export", "--to", second, "--since", first);
    assert.equal(more.code, 0, more.err);
    assert.match(more.out, /entries 8 to 8, 1 files/);
    const { io, out } = testIo("", { OPENFTZ_SIGNING: freshFolder() });
    assert.equal(await main(["verify", first, second, "--keys", keys], io), 0, out());
    const { proof } = await proveExports(await openExports([first, second]));
    assert.equal(proof.entries, installation.status().durable);
  });

  it("is for administrators alone, and says so to everybody else", async () => {
    for (const as of ["officer-1", "broker-1", undefined] as const) {
      const { code, err } = await run(as, "export", "--to", freshFolder());
      assert.equal(code, 1);
      assert.match(err, as ? /nothing here/ : /OPENFTZ_TOKEN/);
    }
  });

  it("refuses to continue an export of another journal", async () => {
    const other = await openWorld(memoryStore());
    const register = ({ installation }: World, office: string) =>
      installation.submitValue("office.register", "installation", {
        office,
        name: { en: office, zh: office },
      });
    await register(world, "2230");
    for (const office of ["2231", "2232", "2233"]) await register(other, office);
    const options = { host: "127.0.0.1", port: 0, behindProxy: false };
    const elsewhere = await startHttp({ installation: other.installation, ...options });
    const first = freshFolder();
    assert.equal((await run("admin-1", "export", "--to", first)).code, 0);
    const { io, err } = testIo("", { OPENFTZ_TOKEN: other.tokens["admin-1"] });
    const words = ["export", "--to", freshFolder(), "--since", first, "--without-keys", "--server"];
    const code = await main([...words, elsewhere.url], io);
    await elsewhere.close();
    await other.close();
    assert.equal(code, 1);
    assert.match(err(), /not the one that was exported/);
  });

  it("openftz proof prints what check-proof takes, and an older checkpoint can be asked for", async () => {
    const printed = await run("admin-1", "proof", "--position", "2");
    assert.equal(printed.code, 0, printed.err);
    const { check } = await import("../bin/check-proof.mjs");
    assert.match(check(printed.out, keys).words, /^PROVED: entry 2/);
    const none = await run("broker-1", "proof", "no-such-reference");
    assert.equal(none.code, 1);
    assert.equal((await run("admin-1", "proof")).code, 2);
  });

  it("says that nobody answers, and what to do", async () => {
    const { io, err } = testIo("", {});
    const words = ["export", "--without-keys", "--to", freshFolder(), "--server", "http://127.0.0.1:1"];
    assert.equal(await main(words, io), 3);
    assert.match(err(), /does not answer[\s\S]*it goes on/);
  });
});

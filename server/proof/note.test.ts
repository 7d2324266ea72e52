import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checkpointText, openCheckpoint, readCheckpoint } from "./checkpoint.ts";
import { fromBase64, NoteFault, noteOf, readNote } from "./note.ts";
import { newSigningKey, readSigningKey, signingKey, signText } from "./signing-key.ts";
import { readVerifierKey, signersOf } from "./verifier-key.ts";

/** The note and key that the Go package golang.org/x/mod/sumdb/note documents. */
const GO = {
  key: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
  note:
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
};

/** The checkpoint with a witness's cosignature of C2SP tlog-witness: only its form can be checked here. */
const PUBLISHED =
  "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
  "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

const SEED = new Uint8Array(32).fill(7);
const NAME = "customs.example/journal";
const key = signingKey(NAME, SEED);
const head = { origin: NAME, size: 1_234, root: new Uint8Array(32).fill(9) };
const text = checkpointText(head);
const checkpoint = noteOf(text, [await signText(key, text)]);

describe("a signed note", () => {
  it("made by another implementation is read, and its signature verified", () => {
    const note = readNote(GO.note);
    assert.deepEqual(
      signersOf(note, [readVerifierKey(GO.key)]).map(({ name }) => name),
      ["PeterNeumann"],
    );
    assert.equal(readVerifierKey(GO.key).text, GO.key);
  });

  const wrong: readonly (readonly [what: string, note: string, why: RegExp])[] = [
    ["without signatures", "text\n\n", /no signature line|line feed/],
    ["without an empty line", "text\n", /empty line/],
    ["with a hyphen for the dash", GO.note.replace("—", "-"), /no signature line/],
    ["without its last line feed", GO.note.slice(0, -1), /line feed/],
    ["with a control character", `a\u0007${GO.note}`, /characters/],
    ["with half a surrogate pair", `a\ud800${GO.note}`, /characters/],
    ["with a signature that is no base64", GO.note.replace("JnAM=", "JnAN="), /base64/],
    ["with a signature of four bytes", "text\n\n— a AAAAAA==\n", /too short/],
    ["longer than any of ours", `${"x".repeat(70_000)}${GO.note}`, /longer/],
    ["with too many signatures", `text\n\n${"— a AAAAAAA=\n".repeat(33)}`, /more than 32/],
  ];
  for (const [what, note, why] of wrong)
    it(`${what} is refused`, () => assert.throws(() => readNote(note), { name: "NoteFault", message: why }));
});

describe("a checkpoint", () => {
  it("says which journal, how many entries and their tree head, and who signed", () => {
    assert.equal(text, `${NAME}\n1234\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n`);
    const read = openCheckpoint(checkpoint, [key.verifier]);
    assert.deepEqual({ ...read.head, root: new Uint8Array(read.head.root) }, head);
    assert.deepEqual(readCheckpoint(PUBLISHED, []).head.size, 20_852_163);
  });

  it("that no known key signed is refused, one that another signed as well is not", async () => {
    const other = newSigningKey(NAME);
    assert.throws(() => openCheckpoint(checkpoint, [other.verifier]), /none of the keys signed/);
    const both = noteOf(text, [await signText(key, text), await signText(other, text)]);
    assert.equal(openCheckpoint(both, [other.verifier]).signers.length, 1);
    assert.equal(openCheckpoint(both, [other.verifier, key.verifier]).signers.length, 2);
  });

  it("of another journal, signed by a key of that name only, is refused", async () => {
    const of = checkpointText({ ...head, origin: "elsewhere.example" });
    const signed = noteOf(of, [await signText(key, of)]);
    assert.throws(() => openCheckpoint(signed, [key.verifier]), /none of the keys/);
  });

  it("in which any bit was flipped is refused", () => {
    const bytes = Buffer.from(checkpoint);
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      assert.throws(() => openCheckpoint(changed.toString("utf8"), [key.verifier]), NoteFault, `bit ${bit}`);
    }
  });

  it("names the key that follows, on the last one of a key", async () => {
    const next = newSigningKey(NAME).verifier;
    const last = checkpointText({ ...head, nextKey: next });
    const read = openCheckpoint(noteOf(last, [await signText(key, last)]), [key.verifier]);
    assert.equal(read.head.nextKey?.text, next.text);
  });
});

describe("a key", () => {
  it("is the same after it was written and read", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (seed) => {
        const made = signingKey(NAME, seed);
        assert.equal(readSigningKey(made.text).verifier.text, made.verifier.text);
        assert.equal(readVerifierKey(made.verifier.text).text, made.verifier.text);
      }),
    );
  });

  it("in which a character was changed is refused, and a private one is never quoted", () => {
    for (const [which, read] of [
      [key.text, readSigningKey],
      [key.verifier.text, readVerifierKey],
    ] as const)
      for (let at = 0; at < which.length; at++) {
        const changed = `${which.slice(0, at)}${which[at] === "B" ? "C" : "B"}${which.slice(at + 1)}`;
        assert.throws(
          () => read(changed),
          (error: Error) => error instanceof NoteFault && !error.message.includes(key.text.slice(-40)),
          changed,
        );
      }
  });

  it("reads base64 in one spelling only", () => {
    assert.throws(() => fromBase64("QQ", "it"), NoteFault);
    assert.deepEqual(new Uint8Array(fromBase64("QQ==", "it")), Uint8Array.of(65));
  });
});

/** `openftz checkpoint show | send | rotate-key`: what the journal signs, who else has seen it, and with which key. */
import { existsSync } from "node:fs";
import path from "node:path";
import { openCheckpoint, readCheckpoint } from "../proof/checkpoint.ts";
import { NoteFault } from "../proof/note.ts";
import { replaceLostKey, rotateKey } from "../proof/rotate.ts";
import { keyWords, listedKeys } from "../proof/signing-folder.ts";
import { readVerifierKey, readVerifierKeys } from "../proof/verifier-key.ts";
import { askWitness } from "../proof/witness-client.ts";
import { type CliCommand, EITHER, LOCAL } from "./command.ts";
import { EXIT, refusal, unreachable, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io, tell } from "./io.ts";
import { openInstallation, openStoreFor } from "./local.ts";
import { withProofSource } from "./proof-source.ts";
import { serverUrl } from "./remote-link.ts";
import { headsKept, openSigningFor, rememberedKeys, rememberKeys, signingFolder } from "./signing.ts";

export const checkpointShowCommand: CliCommand = {
  name: "checkpoint show",
  usage: "[--day DAY | --keys]",
  about: "Prints the newest signed checkpoint: which journal, how many entries, and the tree head over them.",
  flags: {
    day: { value: "DAY", about: "the last one of a day, as 2026-03-01" },
    keys: { about: "the public keys instead, one a line, the newest last" },
    ...EITHER,
  },
  run: (given, io) =>
    withProofSource(given, io, async (source) => {
      const keys = await source.keys();
      const lines = keys.map(({ text }) => text);
      if (given.is("keys")) {
        await answer(io, given.is("json"), { keys: lines }, lines.join("\n"));
        return EXIT.ok;
      }
      const text = await source.checkpoint(given.text("day"));
      const { origin, size, root } = openCheckpoint(text, keys).head;
      const told = { origin, size, root: Buffer.from(root).toString("hex"), checkpoint: text, keys: lines };
      await answer(io, given.is("json"), told, text);
      return EXIT.ok;
    }),
};

export const checkpointSendCommand: CliCommand = {
  name: "checkpoint send",
  usage: "--to URL [--witness KEY]",
  about:
    "Sends the newest checkpoint to a witness, which signs it when the journal only grew since the last one it saw; prints it with the witness's signature.",
  flags: {
    to: { value: "URL", about: "where the witness takes checkpoints (c2sp.org/tlog-witness)" },
    witness: { value: "KEY", about: "the witness's public key: its signature must be there and good" },
    ...EITHER,
  },
  more: "Keep what is printed: openftz proof REF --against FILE rests a proof on it.",
  run: async (given, io) => {
    const to = given.text("to");
    if (to === undefined) throw wrongUse("Nobody said to whom.", "Add --to URL.");
    const key = witnessKey(given.text("witness"));
    return withProofSource(given, io, async (source) => {
      const outcome = await askWitness(serverUrl(to), source.forWitness);
      if (outcome.kind === "silent")
        throw unreachable(`The witness does not answer as one: ${outcome.detail}`, "Check the address.");
      if (outcome.kind === "refused") throw refusal(`The witness refuses: ${outcome.detail}`, outcome.next);
      const { text, size } = outcome;
      if (key) checkWitness(text, key);
      else await tell(io, "The witness's signature was not verified: add --witness KEY.");
      await answer(io, given.is("json"), { size, checkpoint: text }, text);
      return EXIT.ok;
    });
  },
};

const witnessKey = (text: string | undefined) => {
  try {
    return text === undefined ? undefined : readVerifierKey(text);
  } catch (error) {
    throw wrongUse(`--witness: ${(error as Error).message}.`, "Give the key as the witness publishes it.");
  }
};

const checkWitness = (checkpoint: string, key: ReturnType<typeof readVerifierKey>): void => {
  try {
    if (readCheckpoint(checkpoint, [key]).signers.length > 0) return;
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
  }
  throw refusal(
    "What the witness answered is not signed by its key.",
    "Ask who runs it; do not rely on this signature.",
  );
};

export const checkpointRotateKeyCommand: CliCommand = {
  name: "checkpoint rotate-key",
  usage: "[--lost]",
  about:
    "Gives the checkpoints a new key. The former one signs a last checkpoint that names it; then it is gone. The server must not run.",
  flags: { lost: { about: "the former key is lost: nothing hands over to the new one" }, ...LOCAL },
  more: "Send the handover to everyone who verifies, then the new checkpoint to the witnesses. See docs/guides/prove.md.",
  run: async (given, io) => {
    const { signing, handover } = given.is("lost") ? await rotateLost(given, io) : await rotate(given, io);
    const { text } = signing.key.verifier;
    const words = [
      `The checkpoints are now signed by ${keyWords(signing.key.verifier)}.`,
      `Its public key: ${text}`,
      ...(handover === undefined
        ? ["Nothing hands over to it: tell everyone who verifies by the way they trust."]
        : [`The handover, also in ${path.join(signing.folder, "handovers.txt")}:`, "", handover]),
    ];
    await answer(io, given.is("json"), { key: text, handover: handover ?? null }, words.join("\n"));
    return EXIT.ok;
  },
};

const rotate = async (given: Given, io: Io) => {
  const store = await openStoreFor(given, io);
  const signing = await openSigningFor(store, given, io);
  const heads = await headsKept(signing);
  const installation = await openInstallation({ store, verifyInBackground: false, heads });
  try {
    const rotated = await rotateKey(signing, installation.tree);
    await rememberKeys(store, rotated.signing.keys);
    return rotated;
  } finally {
    await installation.close();
  }
};

const rotateLost = async (given: Given, io: Io) => {
  const folder = signingFolder(given, io);
  if (existsSync(path.join(folder, "key")))
    throw refusal(`The key is not lost: it is in ${folder}.`, "Leave --lost out, so that it can hand over.");
  const store = await openStoreFor(given, io);
  try {
    const remembered = readVerifierKeys((await rememberedKeys(store)).join("\n"));
    const keys = remembered.length > 0 ? remembered : await listedKeys(folder);
    if (keys.length === 0)
      throw refusal("There was no key yet.", "openftz start makes one; nothing is lost.");
    const rotated = await replaceLostKey(folder, keys);
    await rememberKeys(store, rotated.signing.keys);
    return rotated;
  } finally {
    await store.close();
  }
};

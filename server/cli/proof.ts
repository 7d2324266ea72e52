/** `openftz proof REF`: what a trader keeps, so that nobody can deny an entry later. */
import { readFile } from "node:fs/promises";
import { NoteFault } from "../proof/note.ts";
import { checkProof, proofText, readProof } from "../proof/tlog-proof.ts";
import { type CliCommand, EITHER } from "./command.ts";
import { EXIT, refusal, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import { answer, type Io, tell } from "./io.ts";
import { type ProofSource, sizeOf, withProofSource } from "./proof-source.ts";

const NUMBER = /^[0-9]{18}$/;
const MOST = 1_000_000_000_000;

export const proofCommand: CliCommand = {
  name: "proof",
  usage: "REF | --position N [--against CHECKPOINT]",
  about:
    "Prints the proof that an entry is in the journal: of a declaration by its number, of a request by its reference.",
  flags: {
    position: { value: "N", about: "the entry itself, by its position" },
    scope: { value: "PARTY", about: "whose reference it is; the account's own parties unless told" },
    against: {
      value: "FILE",
      about: "a checkpoint kept earlier, such as a witnessed one, to rest the proof on",
    },
    ...EITHER,
  },
  more:
    "Keep it with the declaration: openftz proof REF > REF.tlog-proof\n" +
    "Check it anywhere: node check-proof.mjs REF.tlog-proof KEYS (server/bin/check-proof.mjs, which needs nothing else)",
  run: (given, io) =>
    withProofSource(given, io, async (source) => {
      const [position, ...others] = await positionsOf(given, source);
      const text = await proofFor(given, source, position!);
      await answer(io, given.is("json"), { position, others, proof: text }, text);
      if (others.length > 0 && !given.is("json")) await tellOthers(io, position!, others);
      return EXIT.ok;
    }),
};

const positionsOf = async (given: Given, source: ProofSource): Promise<readonly number[]> => {
  const position = given.count("position", 1, MOST);
  const [ref, more] = given.words;
  if (more !== undefined || (ref === undefined) === (position === undefined))
    throw wrongUse("Name one entry.", "openftz proof NUMBER, or --position N.");
  if (position !== undefined) return [position];
  const scope = given.text("scope");
  const found = NUMBER.test(ref!)
    ? await source.find({ declaration: ref! })
    : await source.find({ reference: ref!, ...(scope !== undefined && { scope }) });
  if (found.length > 0) return found;
  throw refusal(
    `Nothing is known of ${ref}.`,
    "Give a declaration's number, or the reference of a request with --scope PARTY.",
  );
};

const proofFor = async (given: Given, source: ProofSource, position: number): Promise<string> => {
  const file = given.text("against");
  if (file === undefined) return source.proof(position);
  const checkpoint = await readFile(file, "utf8").catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`, "Check the path.");
  });
  try {
    const keys = await source.keys();
    const proof = { ...readProof(await source.proof(position, sizeOf(checkpoint, keys))), checkpoint };
    checkProof(proof, keys);
    return proofText(proof);
  } catch (error) {
    if (!(error instanceof NoteFault)) throw error;
    throw refusal(
      `The journal does not fit the checkpoint in ${file}: ${error.message}.`,
      "Keep both; openftz verify --against FILE looks closer.",
    );
  }
};

const tellOthers = (io: Io, position: number, others: readonly number[]): Promise<void> =>
  tell(
    io,
    `This is entry ${position}. There is more of it: entries ${others.join(", ")} (openftz proof --position N).`,
  );

/** Where checkpoints and proofs come from: an installation in this process, or one behind a server. */
import { openCheckpoint } from "../proof/checkpoint.ts";
import { findEntries, type Sought } from "../proof/find-entries.ts";
import { type Proofs, witnessRequest } from "../proof/proofs.ts";
import { proofText } from "../proof/tlog-proof.ts";
import { readVerifierKeys, type VerifierKey } from "../proof/verifier-key.ts";
import { refusal, unreachable, wrongUse } from "./exit.ts";
import type { Given } from "./flags.ts";
import type { Io } from "./io.ts";
import { ITSELF } from "./link.ts";
import { openInstallation, openStoreFor } from "./local.ts";
import { getText, serverUrl } from "./remote-link.ts";
import { headsKept, openSigningFor, proofsOf } from "./signing.ts";

/** See the file's first line. Texts are in the forms of C2SP. */
export type ProofSource = {
  readonly find: (sought: Sought) => Promise<readonly number[]>;
  readonly proof: (position: number, size?: number) => Promise<string>;
  /** The newest checkpoint, or the last one of a day. */
  readonly checkpoint: (day?: string) => Promise<string>;
  readonly keys: () => Promise<readonly VerifierKey[]>;
  /** What a witness is sent that has seen so many entries. */
  readonly forWitness: (from: number) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** Opens what the command line names: `--server`, else the folder. @throws CommandFault */
export const openProofSource = async (given: Given, io: Io): Promise<ProofSource> => {
  const server = given.text("server");
  if (server === undefined) return localSource(given, io);
  for (const name of ["data", "as"])
    if (given.is(name)) throw wrongUse(`--${name} means nothing with --server.`, "Use one of the two.");
  return remoteSource(serverUrl(server), io.env.OPENFTZ_TOKEN);
};

/** Opens, works, and closes whatever happens. */
export const withProofSource = async <Result>(
  given: Given,
  io: Io,
  work: (source: ProofSource) => Promise<Result>,
): Promise<Result> => {
  const source = await openProofSource(given, io);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
};

const localSource = async (given: Given, io: Io): Promise<ProofSource> => {
  const store = await openStoreFor(given, io);
  const signing = await openSigningFor(store, given, io);
  const heads = await headsKept(signing);
  const installation = await openInstallation({ store, verifyInBackground: false, heads });
  const proofs = proofsOf(installation, signing);
  const { durable } = installation.status();
  const within = (position: number, what: string): number => {
    if (position <= durable) return position;
    throw refusal(
      `${what} ${position} is not in the journal, which has ${durable} entries.`,
      "Check the number.",
    );
  };
  return {
    find: (sought) => findEntries(installation, given.text("as") ?? ITSELF, sought),
    proof: async (position, size) => {
      if (size !== undefined && within(size, "Entry") < position) throw notYet(position, size);
      return proofText(await proofs.inclusion(within(position, "Entry"), size));
    },
    checkpoint: async (day) => (day === undefined ? (await proofs.newest(durable)).text : kept(proofs, day)),
    keys: async () => proofs.keys,
    forWitness: async (from) => {
      await proofs.newest(durable);
      const { proof, text } = await proofs.consistency(within(from, "The witness has seen entry"));
      return witnessRequest(from, proof, text);
    },
    close: () => installation.close(),
  };
};

const notYet = (position: number, size: number) =>
  refusal(
    `Entry ${position} came after that checkpoint, which covers ${size} entries.`,
    "Take a newer checkpoint.",
  );

const kept = async (proofs: Proofs, day: string): Promise<string> => {
  const text = await proofs.ofDay(day);
  if (text !== undefined) return text;
  throw refusal(`No checkpoint was signed on ${day}.`, "Give a day as 2026-03-01 on which the server ran.");
};

const remoteSource = (base: string, token: string | undefined): ProofSource => {
  const get = (path: string) => getText(`${base}/api/v1/${path}`, token);
  return {
    find: async (sought) => {
      const found = await get(`proofs?${new URLSearchParams({ ...sought })}`);
      return (JSON.parse(found) as { positions: readonly number[] }).positions;
    },
    proof: (position, size) => get(`proofs/${position}${size === undefined ? "" : `?size=${size}`}`),
    checkpoint: (day) => get(`checkpoint${day === undefined ? "" : `?${new URLSearchParams({ day })}`}`),
    keys: async () => readVerifierKeys(await get("checkpoint/keys")),
    forWitness: async (from) => {
      const text = await get(`checkpoint/consistency?from=${from}`);
      if (!text.startsWith(`old ${from}\n`))
        throw unreachable(`${base} answered something else than a proof.`, "Check the address.");
      return text;
    },
    close: async () => {},
  };
};

/** The size of a checkpoint in a file, whose signature one of the keys must have made. @throws NoteFault */
export const sizeOf = (checkpoint: string, keys: readonly VerifierKey[]): number =>
  openCheckpoint(checkpoint, keys).head.size;

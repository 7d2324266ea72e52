/** A witness's key: kept in its folder, made when there is none. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type VerifierKey, verifierKey } from "@openftz/server/proof/verifier-key.ts";

/** What signs, and the public key of it. */
export type WitnessKey = {
  readonly verifier: VerifierKey;
  readonly sign: (text: Uint8Array) => Uint8Array;
};

/** The key in a folder, under a name such as "witness.example/w1". */
export const witnessKey = async (folder: string, name: string): Promise<WitnessKey> => {
  const file = path.join(folder, "witness.pem");
  const kept = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  const pem = kept ?? generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
  if (kept === undefined) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, pem, { mode: 0o600, flag: "wx" });
  }
  const key = createPrivateKey(pem);
  const raw = createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
  return { verifier: verifierKey(name, "witness", raw), sign: (text) => sign(null, text, key) };
};

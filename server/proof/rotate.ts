/** A new key for the checkpoints. The former one signs its last checkpoint, which names the new one; both sign it. */
import { type Frontier, rootOf } from "@openftz/kernel/merkle.ts";
import { sha256 } from "../desk/sealing.ts";
import { checkpointText } from "./checkpoint.ts";
import { noteOf } from "./note.ts";
import { replaceKey, type Signing } from "./signing-folder.ts";
import { newSigningKey, signText } from "./signing-key.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** The signing folder with its new key, and the checkpoint that hands over to it; none when the former key is lost. */
export type Rotated = { readonly signing: Signing; readonly handover: string | undefined };

/** Hands over to a new key. Whoever trusts the former key can verify the handover and trust the new one from there on. */
export const rotateKey = async (signing: Signing, tree: Frontier): Promise<Rotated> => {
  const origin = signing.key.verifier.name;
  const next = newSigningKey(origin);
  const text = checkpointText({
    origin,
    size: tree.size,
    root: rootOf(sha256, tree),
    nextKey: next.verifier,
  });
  const handover = noteOf(text, [await signText(signing.key, text), await signText(next, text)]);
  return { signing: await replaceKey(signing, next, handover), handover };
};

/** A new key where the former one is lost: nobody can hand over, so whoever verifies must be told by another way. */
export const replaceLostKey = async (folder: string, keys: readonly VerifierKey[]): Promise<Rotated> => {
  const origin = keys.at(-1)!.name;
  return {
    signing: await replaceKey({ folder, keys }, newSigningKey(origin), undefined),
    handover: undefined,
  };
};

/** Editions from their kept bytes, for tools that work beside the desk. */
import type { CompiledTariff } from "@openftz/customs/duty/tariff.ts";
import { EditionFile } from "@openftz/customs/tariff/edition.ts";
import type { Store } from "../store.ts";

/** The compiled edition of that hash; nothing where the store keeps no such file, or it is no edition. */
export const findEdition = async (store: Store, hash: string): Promise<CompiledTariff | undefined> => {
  const bytes = await store.files.find(hash);
  if (!bytes) return undefined;
  const work = EditionFile.parse(bytes);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
};

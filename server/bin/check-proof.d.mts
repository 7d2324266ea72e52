/** Checks the texts of a proof, of keys and, if given, of a checkpoint kept; throws with a `code` when it is not proved. */
export declare const check: (
  proof: string,
  keys: string,
  kept?: string,
) => { readonly entry: string; readonly words: string };

/**
 * A cryptographic hash over the concatenation of its parts; the house uses SHA-256 (32 bytes).
 * It is an argument wherever it is needed: the kernel imports nothing, not even Node.
 */
export type Hash = (...parts: readonly Uint8Array[]) => Uint8Array;

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** Lower-case hexadecimal text of some bytes. */
export const toHex = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at++) text += HEX[bytes[at]!];
  return text;
};

/** True when both byte strings are equal. Not constant-time: for seals, never for secrets. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/**
 * An edition of the Harmonized System: its six-digit codes alone, kept as an immutable file of one code a line. The
 * WCO's texts are its own and are not kept.
 */
import { defineFile } from "../define/record.ts";

/** The codes of an edition, with their chapters and headings, so that shorter codes can be looked up too. */
export type HsCodes = { readonly size: number; readonly has: (digits: string) => boolean };

const LINES_AT_ONCE = 500;

/** Makes the set of some six-digit codes. */
export const hsCodes = (codes: readonly string[]): HsCodes => {
  const known = new Set(
    codes.flatMap((code) => [code, code.slice(0, 5), code.slice(0, 4), code.slice(0, 3), code.slice(0, 2)]),
  );
  return { size: codes.length, has: (digits) => known.has(digits) };
};

/** The file of an edition: sorted, so that equal editions are equal bytes. */
export const hsFileText = (codes: Iterable<string>): string => `${[...new Set(codes)].sort().join("\n")}\n`;

function* parseCodes(bytes: Uint8Array): Generator<void, HsCodes | undefined> {
  const codes = new TextDecoder().decode(bytes).split("\n");
  if (codes.pop() !== "" || codes.length === 0) return undefined;
  for (const [index, code] of codes.entries()) {
    if (index % LINES_AT_ONCE === 0) yield;
    if (!/^[0-9]{6}$/.test(code)) return undefined;
  }
  return hsCodes(codes);
}

/** The edition's codes as a record; its id is the SHA-256 of its file. */
export const HsFile = defineFile<HsCodes>({ kind: "hs-codes", parse: parseCodes });

/** Reads a tariff in JSON lines, the contract's form, from its bytes. Pure: whoever has the bytes, reads the file. */
import { parseStrictJson } from "@openftz/kernel/strict-json.ts";
import { tariffLineReader } from "./read-tariff-line.ts";
import type { TariffFault, TariffLine } from "./tariff-line.ts";

/** The lines that could be read, and what is wrong with the others. A tariff with faults may not be used. */
export type ReadTariff = { readonly lines: readonly TariffLine[]; readonly faults: readonly TariffFault[] };

/** Faults beyond this many are counted no further: the first hundred tell what is wrong with a file. */
const MOST_FAULTS = 100;
const LF = 10;
const CR = 13;

/**
 * All lines of a file and what is wrong with it. `file` is the name that places and faults carry; reading ends at
 * `mostFaults`, which an import sets to no limit because its report names every line.
 */
export const readTariff = (bytes: Uint8Array, file: string, mostFaults = MOST_FAULTS): ReadTariff => {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const readLine = tariffLineReader();
  const lines: TariffLine[] = [];
  const faults: TariffFault[] = [];
  let number = 0;
  for (const piece of byteLines(bytes)) {
    number++;
    if (isBlank(piece)) continue;
    const place = { file, line: number };
    const text = decodeOrNothing(decoder, piece);
    const json = text === undefined ? undefined : parseStrictJson(text);
    if (!json)
      faults.push({ ...place, field: "", detail: "the line is not in UTF-8; save the file as UTF-8" });
    else if (json.kind === "refused") faults.push({ ...place, ...notJson(json.pointer, json.detail) });
    else {
      const read = readLine(json.value, place);
      if (read.kind === "line") lines.push(read.line);
      else faults.push(...read.faults);
    }
    if (faults.length >= mostFaults) break;
  }
  return { lines, faults };
};

const notJson = (pointer: string, detail: string): { readonly field: string; readonly detail: string } => ({
  field: pointer.slice(1).replaceAll("/", "."),
  detail: `${detail} Write one JSON object on each line.`,
});

/** The lines between line feeds, without a byte order mark at the very start; a last one that is empty is none. */
function* byteLines(bytes: Uint8Array): Generator<Uint8Array> {
  let start = hasByteOrderMark(bytes) ? 3 : 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(LF, start);
    yield bytes.subarray(start, end < 0 ? bytes.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}

const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Only JSON's own white space: space, tab, carriage return. */
const isBlank = (piece: Uint8Array): boolean =>
  piece.every((byte) => byte === 32 || byte === 9 || byte === CR);

const decodeOrNothing = (
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

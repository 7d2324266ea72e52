/** Bytes into lines: LF ends a line, a CR before it is white space, nothing else ends one. */

/** A line that is not empty, by its physical number from 1. `text` is undefined when the bytes are no UTF-8. */
export type Line = { readonly number: number; readonly text: string | undefined };

const BYTE_ORDER_MARK = Buffer.from("\ufeff");
const LF = 0x0a;

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Lines of white space alone count as empty: they are left out here, and counted. */
export const linesOf = (bytes: Buffer): Line[] => {
  const marked = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  let rest = marked ? bytes.subarray(BYTE_ORDER_MARK.length) : bytes;
  const lines: Line[] = [];
  for (let number = 1; rest.length > 0; number++) {
    const end = rest.indexOf(LF);
    const text = textOf(end < 0 ? rest : rest.subarray(0, end));
    if (text === undefined || /[^ \t\r]/.test(text)) lines.push({ number, text });
    rest = end < 0 ? rest.subarray(rest.length) : rest.subarray(end + 1);
  }
  return lines;
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DD`, and a day that the calendar has. Such texts compare as the days do. */
export const isRealDay = (text: string): boolean => {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
};

/** A rate text as it is shown: white space at the ends gone, within it collapsed. */
export const collapsed = (text: string): string => text.trim().replace(/\s+/g, " ");

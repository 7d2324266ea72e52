/** A strict reader of comma-separated values (RFC 4180): quotes may hold commas and line ends, nothing is guessed. */

/** A record and the physical line it starts on, from 1. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/** What stopped the reading, and where. */
export class CsvFault extends Error {
  override name = "CsvFault";
  readonly line: number;
  constructor(line: number, detail: string) {
    super(detail);
    this.line = line;
  }
}

/** All records of a text; empty lines are none. @throws CsvFault for a quote that is not closed or stands in a bare field. */
export function* csvRecords(text: string): Generator<CsvRecord> {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const fields: string[] = [];
    const start = line;
    for (;;) {
      const field = text[at] === '"' ? quoted(text, at, line) : bare(text, at, line);
      fields.push(field.value);
      line += field.lineEnds;
      at = field.end;
      if (text[at] !== ",") break;
      at++;
    }
    if (text[at] === "\r") at++;
    if (at < text.length && text[at] !== "\n") throw new CsvFault(line, "text stands after a closing quote");
    at++;
    line++;
    if (fields.length > 1 || fields[0] !== "") yield { line: start, fields };
  }
}

type Field = { readonly value: string; readonly end: number; readonly lineEnds: number };

const bare = (text: string, start: number, line: number): Field => {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") {
    if (text[end] === '"') throw new CsvFault(line, "a quote stands inside a field that is not quoted");
    end++;
  }
  return { value: text.slice(start, end), end, lineEnds: 0 };
};

const quoted = (text: string, start: number, line: number): Field => {
  let end = start + 1;
  for (;;) {
    const quote = text.indexOf('"', end);
    if (quote < 0) throw new CsvFault(line, "a quote is opened and never closed");
    if (text[quote + 1] !== '"') {
      const value = text.slice(start + 1, quote).replaceAll('""', '"');
      return { value, end: quote + 1, lineEnds: value.split("\n").length - 1 };
    }
    end = quote + 2;
  }
};

/** The text of a file. @throws CsvFault when it is not in UTF-8 */
export const decodeCsv = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CsvFault(1, "the file is not in UTF-8; save it as UTF-8");
  }
};

/** Cuts a stream of bytes into lines of text, holding no more than one line in memory. */
import { isUtf8 } from "node:buffer";

const LF = 10;
/** No request is near this long. Of a longer line only its length is known. */
export const LONGEST_LINE = 4 * 1024 * 1024;

/** A physical line without its line feed, counted from 1; or why it has no text. */
export type TextLine =
  | { readonly kind: "text"; readonly number: number; readonly text: string }
  | { readonly kind: "too-long"; readonly number: number }
  | { readonly kind: "not-utf8"; readonly number: number };

export class TextLines {
  readonly #longest: number;
  readonly #receive: (line: TextLine) => void;
  #number = 0;
  #pieces: Uint8Array[] = [];
  #length = 0;

  /** `receive` is called for each line as soon as its end is seen. */
  constructor(receive: (line: TextLine) => void, longest = LONGEST_LINE) {
    this.#receive = receive;
    this.#longest = longest;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    // The line that earlier chunks began, and the first one of all, which may have a mark before it.
    if (this.#length > 0 || this.#number === 0) start = this.#endLine(chunk, 0);
    const end = chunk.lastIndexOf(LF) + 1;
    if (start < end) this.#emitAll(chunk.subarray(start, end));
    if (end < chunk.length) this.#hold(chunk.subarray(Math.max(start, end)));
  }

  /** The last line may have no line feed; after a line feed there is no further line. */
  end(): void {
    if (this.#length > 0) this.#emitHeld();
  }

  /** Ends the line held with what a chunk has of it from `start`; returns where the next line starts. */
  #endLine(chunk: Uint8Array, start: number): number {
    const end = chunk.indexOf(LF, start);
    if (end < 0) return start;
    this.#hold(chunk.subarray(start, end));
    this.#emitHeld();
    return end + 1;
  }

  /** Whole lines at once: decoding a few thousand bytes costs little more than decoding one line. */
  #emitAll(block: Uint8Array): void {
    if (block.length > this.#longest || !isUtf8(block)) {
      this.#emitEach(block);
      return;
    }
    const text = decoded(block);
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf("\n", start);
      this.#number++;
      this.#receive({ kind: "text", number: this.#number, text: text.slice(start, end) });
      start = end + 1;
    }
  }

  /** One by one, when one of them may be too long or wrong, and only that one is to be told. */
  #emitEach(block: Uint8Array): void {
    for (let start = 0; start < block.length; ) start = this.#endLine(block, start);
  }

  #hold(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length <= this.#longest) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  #emitHeld(): void {
    const number = ++this.#number;
    if (this.#length > this.#longest) this.#receive({ kind: "too-long", number });
    else {
      const bytes =
        this.#number === 1 ? withoutMark(Buffer.concat(this.#pieces)) : Buffer.concat(this.#pieces);
      this.#receive(
        isUtf8(bytes) ? { kind: "text", number, text: decoded(bytes) } : { kind: "not-utf8", number },
      );
    }
    this.#pieces = [];
    this.#length = 0;
  }
}

/** The byte order mark that some programs write at the start of a file. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

const decoded = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");

/** Cuts a stream of bytes into lines, one physical line at a time, holding no more than one line in memory. */

const LF = 10;
/** No request is near this long. Of a longer line only its length is known. */
export const LONGEST_LINE = 4 * 1024 * 1024;

/** A line without its line feed; `bytes` is nothing when the line was longer than allowed. */
export type ByteLine = { readonly number: number; readonly bytes: Uint8Array | undefined };

export class ByteLines {
  readonly #longest: number;
  readonly #receive: (line: ByteLine) => void;
  #number = 0;
  #pieces: Uint8Array[] = [];
  #length = 0;

  /** `receive` is called for each line as soon as its end is seen. */
  constructor(receive: (line: ByteLine) => void, longest = LONGEST_LINE) {
    this.#receive = receive;
    this.#longest = longest;
  }

  push(chunk: Uint8Array): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LF, start);
      if (end < 0) break;
      this.#hold(chunk.subarray(start, end));
      this.#emit();
      start = end + 1;
    }
    if (start < chunk.length) this.#hold(chunk.subarray(start));
  }

  /** The last line may have no line feed; after a line feed there is no further line. */
  end(): void {
    if (this.#length > 0) this.#emit();
  }

  #hold(piece: Uint8Array): void {
    this.#length += piece.length;
    if (this.#length <= this.#longest) this.#pieces.push(piece);
    else this.#pieces = [];
  }

  #emit(): void {
    this.#number++;
    this.#receive({ number: this.#number, bytes: this.#length > this.#longest ? undefined : this.#joined() });
    this.#pieces = [];
    this.#length = 0;
  }

  /** Without the byte order mark that some programs write at the start of a file. */
  #joined(): Uint8Array {
    const [first] = this.#pieces;
    const bytes = this.#pieces.length === 1 && first ? first : Buffer.concat(this.#pieces);
    const marked = this.#number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return marked ? bytes.subarray(3) : bytes;
  }
}

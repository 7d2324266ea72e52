/**
 * Rows for COPY ... FROM STDIN (FORMAT binary), as whole protocol messages ready for the socket. Everything is written
 * once into one buffer. Who writes asks for room first: nothing is checked on the way.
 */
const signature = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
const copyData = 0x64;
const copyDone = 0x63;
const textOid = 25;
/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const bytesPerUnit = 3;
const lengthBytes = 4;

/** Room for the frame of one COPY: header, trailer, and the message that ends it. */
export const frameRoom = 64;

/** Room for a text at most. */
export const textRoom = (text: string): number => lengthBytes + text.length * bytesPerUnit;

export class CopyBuffer {
  #bytes: Buffer;
  #at = 0;

  constructor(size: number) {
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  /** Everything encoded since `start`; valid until the next `start`. */
  get encoded(): Buffer {
    return this.#bytes.subarray(0, this.#at);
  }

  /** Begins anew, with room for so many bytes. */
  start(room: number): void {
    if (room > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(room + (room >> 1));
    this.#at = 0;
  }

  /** Begins a COPY; give what it returns to `end`. */
  begin(): number {
    const begin = this.#at;
    this.#bytes[begin] = copyData;
    this.#at += 1 + lengthBytes;
    this.#at += signature.copy(this.#bytes, this.#at);
    this.#int32(0);
    this.#int32(0);
    return begin;
  }

  end(begin: number): void {
    this.#int16(-1);
    this.#bytes.writeInt32BE(this.#at - begin - 1, begin + 1);
    this.#bytes[this.#at] = copyDone;
    this.#at += 1;
    this.#int32(lengthBytes);
  }

  /** Begins a row of so many columns. */
  row(columns: number): void {
    this.#int16(columns);
  }

  /** A column that is null. */
  nothing(): void {
    this.#int32(-1);
  }

  /** A column of type text or json. */
  text(text: string): void {
    const length = this.#bytes.write(text, this.#at + lengthBytes, "utf8");
    this.#int32(length);
    this.#at += length;
  }

  /** A column of type text[]: dimensions, no nulls, type, then length and first index of the one dimension. */
  texts(texts: readonly string[]): void {
    const begin = this.#at;
    this.#at += lengthBytes;
    this.#int32(texts.length === 0 ? 0 : 1);
    this.#int32(0);
    this.#int32(textOid);
    if (texts.length > 0) {
      this.#int32(texts.length);
      this.#int32(1);
      for (const text of texts) this.text(text);
    }
    this.#bytes.writeInt32BE(this.#at - begin - lengthBytes, begin);
  }

  /** A column of type bytea. */
  bytes(bytes: Uint8Array): void {
    this.#int32(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** A column of type bigint; any exact integer of JavaScript. */
  bigint(value: number): void {
    this.#int32(8);
    this.#int32(Math.floor(value / 2 ** 32));
    this.#at = this.#bytes.writeUInt32BE(value - Math.floor(value / 2 ** 32) * 2 ** 32, this.#at);
  }

  /** A column of type integer. */
  integer(value: number): void {
    this.#int32(4);
    this.#int32(value);
  }

  /** A column of type boolean. */
  boolean(value: boolean): void {
    this.#int32(1);
    this.#bytes[this.#at] = value ? 1 : 0;
    this.#at += 1;
  }

  #int16(value: number): void {
    this.#at = this.#bytes.writeInt16BE(value, this.#at);
  }

  #int32(value: number): void {
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
  }
}

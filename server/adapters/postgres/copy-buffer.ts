/**
 * Encodes entries for COPY ... FROM STDIN (FORMAT binary), as whole protocol messages ready for the socket. Everything
 * is written once into one buffer, which the writer keeps for its next append.
 */
import type { StoredEntry } from "../../store.ts";

const signature = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
const copyData = 0x64;
const copyDone = 0x63;
const textOid = 25;
/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const bytesPerUnit = 3;
const perMessage = 64;
const perEntry = 128;
const perRecord = 32;

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

  /** Begins anew, with room for these entries in both tables. */
  start(entries: readonly StoredEntry[]): void {
    let size = 2 * perMessage;
    for (const entry of entries) size += roomFor(entry);
    if (size > this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(size + (size >> 1));
    this.#at = 0;
  }

  /** Rows of `journal`: position, seal, body, records, reference_scope, reference_text, reference_entries. */
  journal(entries: readonly StoredEntry[]): void {
    const begin = this.#begin();
    for (const entry of entries) {
      this.#int16(7);
      this.#position(entry.position);
      this.#field(entry.seal);
      this.#field(entry.bytes);
      this.#texts(entry.records);
      this.#reference(entry.reference);
    }
    this.#end(begin);
  }

  /** Rows of `entry_record`: record, position. */
  records(entries: readonly StoredEntry[]): void {
    const begin = this.#begin();
    for (const { position, records } of entries) {
      for (const record of records) {
        this.#int16(2);
        this.#text(record);
        this.#position(position);
      }
    }
    this.#end(begin);
  }

  #begin(): number {
    const begin = this.#at;
    this.#bytes[begin] = copyData;
    this.#at += 5;
    this.#at += signature.copy(this.#bytes, this.#at);
    this.#int32(0);
    this.#int32(0);
    return begin;
  }

  #end(begin: number): void {
    this.#int16(-1);
    this.#bytes.writeInt32BE(this.#at - begin - 1, begin + 1);
    this.#bytes[this.#at] = copyDone;
    this.#at += 1;
    this.#int32(4);
  }

  #reference(reference: StoredEntry["reference"]): void {
    if (reference === undefined) {
      this.#int32(-1);
      this.#int32(-1);
      this.#int32(-1);
      return;
    }
    this.#text(reference.scope);
    this.#text(reference.text);
    this.#int32(4);
    this.#int32(reference.entries);
  }

  /** An array of text: dimensions, no nulls, type, then length and first index of the one dimension. */
  #texts(texts: readonly string[]): void {
    const begin = this.#at;
    this.#at += 4;
    this.#int32(texts.length === 0 ? 0 : 1);
    this.#int32(0);
    this.#int32(textOid);
    if (texts.length > 0) {
      this.#int32(texts.length);
      this.#int32(1);
      for (const text of texts) this.#text(text);
    }
    this.#bytes.writeInt32BE(this.#at - begin - 4, begin);
  }

  #text(text: string): void {
    const length = this.#bytes.write(text, this.#at + 4, "utf8");
    this.#int32(length);
    this.#at += length;
  }

  #field(bytes: Uint8Array): void {
    this.#int32(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  #position(position: number): void {
    this.#int32(8);
    this.#int32(Math.floor(position / 2 ** 32));
    this.#bytes.writeUInt32BE(position % 2 ** 32, this.#at);
    this.#at += 4;
  }

  #int16(value: number): void {
    this.#at = this.#bytes.writeInt16BE(value, this.#at);
  }

  #int32(value: number): void {
    this.#at = this.#bytes.writeInt32BE(value, this.#at);
  }
}

function roomFor({ bytes, records, reference }: StoredEntry): number {
  let size = perEntry + bytes.length;
  for (const record of records) size += 2 * (perRecord + record.length * bytesPerUnit);
  if (reference !== undefined) size += (reference.scope.length + reference.text.length) * bytesPerUnit;
  return size;
}

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { entry } from "../../store-contract/ground.ts";
import { CopyBuffer } from "./copy-buffer.ts";
import { copyEntries, copyRecords, roomForEntries } from "./copy-entries.ts";

const headerBytes = 5 + 19;

describe("the encoder for COPY", () => {
  it("writes one message of data and one that ends it, with true lengths", () => {
    const buffer = new CopyBuffer(16);
    const entries = [entry(1, { records: ["书/1", "b"] }), entry(2, { bytes: new Uint8Array(10_000) })];
    buffer.start(roomForEntries(entries));
    copyEntries(entries, buffer);
    const { encoded } = buffer;
    assert.equal(String.fromCharCode(encoded[0]!), "d");
    const end = 1 + encoded.readInt32BE(1);
    assert.equal(encoded.readInt16BE(end - 2), -1, "the trailer of the rows");
    assert.deepEqual([...encoded.subarray(end)], [0x63, 0, 0, 0, 4]);
  });

  it("keeps positions beyond 32 bits", () => {
    const position = 2 ** 40 + 7;
    const buffer = new CopyBuffer(1_024);
    const entries = [entry(position)];
    buffer.start(roomForEntries(entries));
    copyRecords(entries, buffer);
    const record = `declaration/${position}`;
    const at = headerBytes + 2 + 4 + record.length + 4;
    assert.equal(buffer.encoded.readBigInt64BE(at), BigInt(position));
  });

  it("has room for text of three bytes a character, and starts anew each time", () => {
    const buffer = new CopyBuffer(16);
    const records = ["龠".repeat(5_000)];
    const entries = [entry(1, { records, reference: { scope: records[0]!, text: records[0]!, entries: 1 } })];
    for (let round = 0; round < 2; round++) {
      buffer.start(roomForEntries(entries));
      copyEntries(entries, buffer);
      copyRecords(entries, buffer);
      assert.ok(buffer.encoded.length > 4 * 15_000 && buffer.encoded.length < 4 * 15_000 + 500);
    }
  });
});

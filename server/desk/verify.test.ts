import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sealOf } from "@openftz/kernel/entry.ts";
import { crash, type MemoryDisk } from "../adapters/memory/memory-store.ts";
import type { StoredEntry } from "../store.ts";
import { sha256 } from "./sealing.ts";
import { Bench, filing, openWorld, settle, told } from "./test-bench.ts";

const COUNT = 30;
const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const flipText = (entry: StoredEntry, text: string): StoredEntry => {
  const at = Buffer.from(entry.bytes).lastIndexOf(text);
  assert.ok(at >= 0, text);
  return { ...entry, bytes: flipped(entry.bytes, at + text.length) };
};
const resealed = (entry: StoredEntry): StoredEntry => ({ ...entry, seal: sealOf(sha256, entry.bytes) });
const change = (disk: MemoryDisk, position: number, how: (entry: StoredEntry) => StoredEntry): void => {
  disk.entries[position - 1] = how(disk.entries[position - 1]!);
};

/** What somebody does to the disk, and the position at which it is found. */
const TAMPERING: readonly [string, (disk: MemoryDisk) => void, number][] = [
  ["a byte of a body", (disk) => change(disk, 12, (entry) => flipText(entry, '"body":{')), 12],
  ["the first byte", (disk) => change(disk, 1, (entry) => ({ ...entry, bytes: flipped(entry.bytes, 0) })), 1],
  [
    "the last byte",
    (disk) =>
      change(disk, COUNT, (entry) => ({ ...entry, bytes: flipped(entry.bytes, entry.bytes.length - 1) })),
    COUNT,
  ],
  ["a seal", (disk) => change(disk, 12, (entry) => ({ ...entry, seal: flipped(entry.seal, 31) })), 12],
  [
    "the link to the entry before",
    (disk) => change(disk, 12, (entry) => resealed(flipText(entry, '"previous":"'))),
    12,
  ],
  ["a body, sealed anew", (disk) => change(disk, 12, (entry) => resealed(flipText(entry, '"type":"'))), 13],
  ["a position", (disk) => change(disk, 12, (entry) => resealed(flipText(entry, '"position":'))), 12],
  ["an actor", (disk) => change(disk, 12, (entry) => flipText(entry, '"actor":"')), 12],
  ["an entry that is gone", (disk) => void disk.entries.splice(11, 1), 13],
  [
    "two entries that changed places",
    (disk) => {
      const [one, two] = [disk.entries[11]!, disk.entries[12]!];
      disk.entries[11] = { ...two, position: 12 };
      disk.entries[12] = { ...one, position: 13 };
    },
    12,
  ],
  [
    "no JSON at all",
    (disk) => change(disk, 12, (entry) => resealed({ ...entry, bytes: Buffer.from("null") })),
    12,
  ],
];

const journalOf = async (): Promise<Bench> => {
  const bench = await openWorld();
  while (bench.disk.entries.length < COUNT) await bench.file(`A-${bench.disk.entries.length}`);
  await bench.crash();
  return bench;
};

describe("the journal on the disk", () => {
  for (const [what, tamper, position] of TAMPERING)
    it(`opens no more when somebody changed ${what}, and names entry ${position}`, async () => {
      const { disk } = await journalOf();
      tamper(disk);
      await assert.rejects(Bench.open({ disk }), { name: "JournalFault", position });
    });

  it("is found changed at any byte of any entry", async () => {
    const { disk } = await journalOf();
    for (let turn = 0; turn < 150; turn += 1) {
      const position = 1 + ((turn * 7) % COUNT);
      const before = disk.entries[position - 1]!;
      change(disk, position, (entry) => ({
        ...entry,
        bytes: flipped(entry.bytes, (turn * 131) % entry.bytes.length),
      }));
      await assert.rejects(Bench.open({ disk }), { name: "JournalFault", position });
      crash(disk);
      disk.entries[position - 1] = before;
    }
    await (await Bench.open({ disk })).close();
  });

  it("stops serving when a changed entry is read: by a command, a look, an old reference, or a view", async () => {
    const ways: readonly [string, (bench: Bench, number: string) => Promise<unknown>][] = [
      [
        "a command",
        (bench, number) => bench.run("declaration.release", "officer-1", { declaration: number }),
      ],
      ["a look", (bench, number) => bench.ask("declaration.show", "trader-1", { declaration: number })],
      [
        "a look at the past",
        (bench, number) =>
          bench.ask("declaration.show", "trader-1", { declaration: number }, { asOf: "9999" }),
      ],
      ["an old reference", (bench) => bench.run("declaration.file", "trader-1", filing("A-22"))],
      ["a view", (bench) => bench.it.rebuildViews().catch(() => {})],
    ];
    for (const [way, act] of ways) {
      const { disk } = await journalOf();
      const after = await Bench.open({ disk });
      const position = disk.entries.findIndex(({ reference }) => reference?.text === "A-22") + 1;
      const number = /"number":"([0-9]+)"/.exec(
        Buffer.from(disk.entries[position - 1]!.bytes).toString(),
      )![1]!;
      change(disk, position, (entry) => flipText(entry, '"body":{'));
      await act(after, number);
      await settle();
      const { serving, fault } = after.it.status();
      assert.deepEqual([serving, fault?.startsWith(`Entry ${position}:`)], [false, true], way);
      assert.equal(told(await after.run("declaration.file", "trader-1", filing("Z-1"))), "try-again");
      await after.close();
    }
  });
});

describe("a checkpoint", () => {
  const checkpointed = async (): Promise<Bench> => {
    const bench = await openWorld();
    const many = Array.from({ length: 1_010 }, (_, index) =>
      bench.run("exchange.set", "keeper-1", {
        currency: "USD",
        from: "2026-01-01",
        rate: `${index + 1}`,
        source: "x",
      }),
    );
    await Promise.all(many);
    await bench.file("A-1");
    assert.ok(bench.disk.checkpoints.length > 0);
    await bench.crash();
    return bench;
  };

  it("is trusted at the start, and what lies before it is verified in the background", async () => {
    const { disk } = await checkpointed();
    const sound = await Bench.open({ disk, verifyInBackground: true });
    const { position } = disk.checkpoints.at(-1)!;
    for (let turn = 0; turn < 100 && sound.it.status().verified < position; turn += 1) await settle();
    assert.equal(sound.it.status().verified, position);
    assert.equal(sound.it.status().serving, true);
    await sound.close();
    change(disk, 12, (entry) => flipText(entry, '"body":{'));
    const bench = await Bench.open({ disk, verifyInBackground: true });
    for (let turn = 0; turn < 100 && bench.it.status().serving; turn += 1) await settle();
    assert.match(bench.it.status().fault ?? "", /^Entry 12:/);
    await bench.close();
  });

  for (const part of ["root", "frontier"] as const)
    it(`with a changed ${part} is found at the start`, async () => {
      const { disk } = await checkpointed();
      const last = disk.checkpoints.at(-1)!;
      disk.checkpoints[disk.checkpoints.length - 1] = { ...last, [part]: flipped(last[part], 3) };
      await assert.rejects(Bench.open({ disk }), { name: "JournalFault", position: last.position });
    });

  it("binds everything before it: a history sealed anew from its middle is found", async () => {
    const { disk } = await checkpointed();
    let seal = disk.entries[10]!.seal;
    for (let position = 12; position <= disk.entries.length; position += 1)
      change(disk, position, (entry) => {
        const text = Buffer.from(entry.bytes)
          .toString()
          .replace(/"previous":"[0-9a-f]+"/, `"previous":"${Buffer.from(seal).toString("hex")}"`);
        const next = resealed({
          ...entry,
          bytes: Buffer.from(position === 12 ? text.replace("2020", "2021") : text),
        });
        seal = next.seal;
        return next;
      });
    const bench = await Bench.open({ disk, verifyInBackground: true }).catch((error: Error) => error);
    if (bench instanceof Error) return assert.equal(bench.name, "JournalFault");
    for (let turn = 0; turn < 100 && bench.it.status().serving; turn += 1) await settle();
    assert.match(bench.it.status().fault ?? "", /another head/);
    return bench.close();
  });
});

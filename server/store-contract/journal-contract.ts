import assert from "node:assert/strict";
import { HeadMoved, ReferenceBound } from "../store.ts";
import { batch, emptyHead, entries, entry, headAt, type Open, plain, promise, sealOf } from "./ground.ts";

/** Appending and reading entries, references, checkpoints and keys. */
export function journalContract(open: Open): void {
  promise("an empty journal ends at position 0 with a seal of zeros", open, async ({ journal }) => {
    const head = await journal.head();
    assert.equal(head.position, 0);
    assert.deepEqual(new Uint8Array(head.seal), emptyHead.seal);
    assert.deepEqual(await journal.read(1, 10), []);
  });

  promise("numbers entries in order, and the head is the last one", open, async ({ journal }) => {
    await journal.append(batch(entries(1, 3)));
    await journal.append(batch(entries(4, 5)));
    assert.deepEqual(
      (await journal.read(1, 10)).map(({ position }) => position),
      [1, 2, 3, 4, 5],
    );
    assert.deepEqual(
      (await journal.read(2, 2)).map(({ position }) => position),
      [2, 3],
    );
    const head = await journal.head();
    assert.deepEqual({ ...head, seal: new Uint8Array(head.seal) }, headAt(5));
  });

  promise(
    "refuses entries that do not follow the head without a gap, and an empty batch",
    open,
    async ({ journal }) => {
      await assert.rejects(journal.append({ ...batch([entry(2)]), expects: emptyHead }));
      await assert.rejects(journal.append(batch([entry(1), entry(3)])));
      await assert.rejects(journal.append({ ...batch([entry(1)]), entries: [] }));
      assert.equal((await journal.head()).position, 0);
    },
  );

  promise("gives back the exact bytes, UTF-8 or not, few or many", open, async ({ journal }) => {
    const every = Uint8Array.from({ length: 256 }, (_, index) => index);
    const many = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7919) >> 3);
    const written = [every, new Uint8Array(0), many, new TextEncoder().encode("货物 \u{2070e}")];
    await journal.append(batch(written.map((bytes, index) => entry(index + 1, { bytes }))));
    const read = await journal.read(1, 10);
    assert.deepEqual(
      read.map(({ bytes }) => new Uint8Array(bytes)),
      written,
    );
  });

  promise("gives back seals alone, in order", open, async ({ journal }) => {
    await journal.append(batch(entries(1, 5)));
    const seals = async (from: number, limit: number) =>
      (await journal.readSeals(from, limit)).map((seal) => new Uint8Array(seal));
    const sealsOf = (...positions: number[]) => positions.map((position) => entry(position).seal);
    assert.deepEqual(await seals(1, 10), sealsOf(1, 2, 3, 4, 5));
    assert.deepEqual(await seals(2, 3), sealsOf(2, 3, 4));
    assert.deepEqual(await seals(6, 3), []);
  });

  promise("gives back seal, records in their order, and reference", open, async ({ journal }) => {
    const whole = entry(1, {
      records: ["zone/洋山", "declaration/1", 'odd/"{,}\\ NULL', ""],
      reference: { scope: "declarant/上海", text: "编号 'A'\\1", entries: 1 },
    });
    const bare = entry(2, { records: [] });
    await journal.append(batch([whole, bare]));
    assert.deepEqual((await journal.read(1, 10)).map(plain), [whole, bare]);
  });

  promise(
    "keeps what it was given although the caller changes its buffers later",
    open,
    async ({ journal }) => {
      const bytes = Buffer.from("before");
      await journal.append(batch([entry(1, { bytes })]));
      bytes.write("after!");
      assert.equal(Buffer.from((await journal.read(1, 1))[0]!.bytes).toString(), "before");
    },
  );

  promise(
    "refuses a head that is not the one expected, by position or by seal",
    open,
    async ({ journal }) => {
      await journal.append(batch([entry(1)]));
      await assert.rejects(journal.append(batch([entry(1)])), HeadMoved);
      await assert.rejects(journal.append(batch([entry(3)])), HeadMoved);
      await assert.rejects(
        journal.append(batch([entry(2)], { expects: { position: 1, seal: sealOf("of another history") } })),
        HeadMoved,
      );
      assert.equal((await journal.head()).position, 1);
      await journal.append(batch([entry(2)]));
    },
  );

  promise("appends a batch whole or not at all", open, async ({ journal, keys }) => {
    const reference = { scope: "declarant/1", text: "A-1", entries: 1 };
    await journal.append(batch([entry(1, { reference })]));
    const failing = batch([entry(2), entry(3, { reference })], {
      checkpoint: { position: 3, root: sealOf("root"), frontier: sealOf("root") },
      newKeys: [{ subject: "person/1", key: sealOf("key") }],
    });
    await assert.rejects(journal.append(failing));
    assert.equal((await journal.head()).position, 1);
    assert.equal((await journal.read(1, 10)).length, 1);
    assert.deepEqual(await journal.readRecord("declaration/2", 0), []);
    assert.equal(await journal.findCheckpoint(), undefined);
    assert.equal((await keys.all()).size, 0);
    await journal.append(batch(entries(2, 3)));
  });

  promise("binds a reference once, in a batch too", open, async ({ journal }) => {
    const reference = { scope: "declarant/1", text: "A-1", entries: 2 };
    await assert.rejects(journal.append(batch([entry(1, { reference }), entry(2, { reference })])));
    await journal.append(batch([entry(1, { reference }), entry(2)]));
    await assert.rejects(journal.append(batch([entry(3, { reference })])), ReferenceBound);
    await journal.append(batch([entry(3, { reference: { ...reference, scope: "declarant/2" } })]));
  });

  promise("finds the bound ones among many references in one go", open, async ({ journal }) => {
    const first = { scope: "declarant/1", text: "A-1", entries: 2 };
    const second = { scope: "declarant/1", text: "a-1", entries: 1 };
    await journal.append(batch([entry(1, { reference: first }), entry(2), entry(3, { reference: second })]));
    const found = await journal.findReferences([
      { scope: "declarant/1", text: "a-1" },
      { scope: "declarant/2", text: "A-1" },
      { scope: "declarant/1", text: "A-1" },
      { scope: "declarant/1", text: "A-1" },
    ]);
    assert.deepEqual(
      found.toSorted((left, right) => left.position - right.position),
      [
        { ...first, position: 1 },
        { ...second, position: 3 },
      ],
    );
    assert.deepEqual(await journal.findReferences([]), []);
  });

  promise("finds the entries of a record, after a position and up to another", open, async ({ journal }) => {
    const shared = { records: ["book/1", "line/1"] };
    await journal.append(
      batch([entry(1, shared), entry(2), entry(3, shared), entry(4, { records: ["line/1"] })]),
    );
    await journal.append(batch([entry(5, shared)]));
    const positions = async (record: string, after: number, upTo?: number) =>
      (await journal.readRecord(record, after, upTo)).map(({ position }) => position);
    assert.deepEqual(await positions("book/1", 0), [1, 3, 5]);
    assert.deepEqual(await positions("line/1", 1, 4), [3, 4]);
    assert.deepEqual(await positions("book/1", 5), []);
    assert.deepEqual(await positions("book/2", 0), []);
    assert.deepEqual(plain((await journal.readRecord("book/1", 4))[0]!), entry(5, shared));
  });

  promise("finds the entries of many records, each entry once", open, async ({ journal }) => {
    const of = (...records: string[]) => ({ records });
    await journal.append(
      batch([
        entry(1, of("book/1", "line/1", "line/2")),
        entry(2, of("line/3")),
        entry(3, of("line/2", "line/1")),
        entry(4, of("line/2")),
        entry(5, of("book/1")),
      ]),
    );
    const TABLE: readonly (readonly [
      asked: Readonly<Record<string, number>>,
      positions: readonly number[],
    ])[] = [
      [{}, []],
      [{ "line/9": 0 }, []],
      [{ "line/1": 0 }, [1, 3]],
      [{ "line/2": 0, "line/1": 0 }, [1, 3, 4]],
      [{ "line/1": 3, "line/2": 1, "book/1": 1 }, [3, 4, 5]],
      [{ "line/2": 4, "line/9": 0, "line/3": 0 }, [2]],
    ];
    for (const [asked, positions] of TABLE) {
      const tails = Object.entries(asked).map(([record, after]) => ({ record, after }));
      const found = await journal.readRecords(tails);
      assert.deepEqual(
        found.map(({ position }) => position),
        positions,
        JSON.stringify(asked),
      );
    }
    const [first] = await journal.readRecords([{ record: "line/3", after: 0 }]);
    assert.deepEqual(plain(first!), entry(2, of("line/3")));
  });

  promise("finds the newest checkpoint at or before a position", open, async ({ journal }) => {
    const checkpoint = (position: number) => ({
      position,
      root: sealOf(`root ${position}`),
      frontier: Uint8Array.from([position, 0, 255]),
    });
    await journal.append(batch(entries(1, 2), { checkpoint: checkpoint(2) }));
    await journal.append(batch(entries(3, 4)));
    await journal.append(batch(entries(5, 6), { checkpoint: checkpoint(6) }));
    const at = async (upTo?: number) => (await journal.findCheckpoint(upTo))?.position;
    assert.deepEqual(
      [await at(1), await at(2), await at(5), await at(6), await at()],
      [undefined, 2, 2, 6, 6],
    );
    const { position, root, frontier } = (await journal.findCheckpoint())!;
    assert.deepEqual(
      { position, root: new Uint8Array(root), frontier: new Uint8Array(frontier) },
      checkpoint(6),
    );
  });

  promise("new keys and erased keys ride with the append", open, async ({ journal, keys }) => {
    const key = (text: string) => ({ subject: `person/${text}`, key: sealOf(text) });
    await journal.append(batch([entry(1)], { newKeys: [key("李"), key("O'Brien\\")] }));
    const found = await keys.find(["person/李", "person/nobody", "person/O'Brien\\"]);
    assert.deepEqual([...found.keys()].toSorted(), ["person/O'Brien\\", "person/李"]);
    assert.deepEqual(new Uint8Array(found.get("person/李")!), sealOf("李"));
    await journal.append(
      batch([entry(2)], { newKeys: [key("third")], erasedKeys: ["person/李", "person/nobody"] }),
    );
    assert.deepEqual([...(await keys.all()).keys()].toSorted(), ["person/O'Brien\\", "person/third"]);
  });

  promise("never replaces a key that is there", open, async ({ journal, keys }) => {
    const of = (text: string) => [{ subject: "person/1", key: sealOf(text) }];
    await journal.append(batch([entry(1)], { newKeys: of("first") }));
    await assert.rejects(journal.append(batch([entry(2)], { newKeys: of("second") })));
    await keys.restore(
      new Map([
        ["person/1", sealOf("third")],
        ["person/2", sealOf("fourth")],
      ]),
    );
    const all = await keys.all();
    assert.deepEqual(new Uint8Array(all.get("person/1")!), sealOf("first"));
    assert.deepEqual(new Uint8Array(all.get("person/2")!), sealOf("fourth"));
    await keys.erase(["person/1", "person/nobody"]);
    assert.deepEqual([...(await keys.all()).keys()], ["person/2"]);
  });

  promise("refuses a text it cannot keep exactly", open, async ({ journal }) => {
    await assert.rejects(journal.append(batch([entry(1, { records: ["a\0b"] })])), /U\+0000/);
    await assert.rejects(journal.append(batch([entry(1, { records: ["a\ud800b"] })])), /surrogate/);
    await assert.rejects(journal.append(batch([entry(1, { records: ["twice/1", "twice/1"] })])), /twice/);
    assert.equal((await journal.head()).position, 0);
  });

  promise("appends a thousand entries in one batch and reads them back", open, async ({ journal }) => {
    const bytes = new Uint8Array(2_500).fill(200);
    const many = entries(1, 1_000, { bytes, records: ["book/1", "book/2"] });
    await journal.append(batch(many));
    assert.deepEqual((await journal.read(1, 2_000)).map(plain), many);
    assert.equal((await journal.readRecord("book/2", 0)).length, 1_000);
  });
}

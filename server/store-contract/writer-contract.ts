import assert from "node:assert/strict";
import { HeadMoved, StoreLocked } from "../store.ts";
import {
  allGoods,
  applyGoods,
  batch,
  entries,
  entry,
  goodsView,
  type Open,
  plain,
  promise,
} from "./ground.ts";

/** One writer at a time, and what was acknowledged is there when the store is opened again. */
export function writerContract(open: Open): void {
  promise("refuses a second writer while the first is open", open, async (store, { reopen }) => {
    await assert.rejects(reopen!(), StoreLocked);
    await store.journal.append(batch([entry(1)]));
  });

  promise("releases the lock on close, and everything is there again", open, async (store, { reopen }) => {
    await store.views.prepare([goodsView]);
    await applyGoods(store, [{ put: { zone: "a", item: "1", massKg: 5 } }]);
    const written = entries(1, 3);
    await store.journal.append(batch(written));
    await store.cabinet.put("settings", "language", { is: "zh" });
    await store.close();
    const again = await reopen!();
    try {
      assert.deepEqual((await again.journal.read(1, 10)).map(plain), written);
      assert.deepEqual(await again.cabinet.get("settings", "language"), { is: "zh" });
      await again.views.prepare([goodsView]);
      assert.equal(await again.views.position("goods"), 1);
      assert.equal((await again.views.query(allGoods)).length, 1);
      await again.journal.append(batch([entry(4)]));
    } finally {
      await again.close();
    }
  });

  promise("lets one of two appends made at once win and refuses the other", open, async ({ journal }) => {
    const outcomes = await Promise.allSettled([
      journal.append(batch([entry(1)])),
      journal.append(batch(entries(1, 2))),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    assert.equal(refused.length, 1);
    assert.ok(refused[0]!.reason instanceof HeadMoved, String(refused[0]!.reason));
  });

  promise(
    "takes appends that follow one another without waiting for the reply",
    open,
    async ({ journal }) => {
      await Promise.all([1, 2, 3, 4, 5].map((position) => journal.append(batch([entry(position)]))));
      assert.equal((await journal.head()).position, 5);
    },
  );

  promise("is reachable while open, and not after close", open, async (store) => {
    assert.equal(await store.reachable(), true);
    await store.close();
    assert.equal(await store.reachable(), false);
    await assert.rejects(store.journal.head());
    await store.close();
  });
}

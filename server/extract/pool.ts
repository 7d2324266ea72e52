/** Works through many items with a bounded number in flight. */

/** Calls `work` for every item in order, at most `atOnce` at a time; ends with the first error. */
export const inPool = async <Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const running = new Set<Promise<void>>();
  let failed: Error | undefined;
  for await (const item of items) {
    if (failed) break;
    const run: Promise<void> = work(item)
      .catch((error: Error) => {
        failed ??= error;
      })
      .finally(() => running.delete(run));
    running.add(run);
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
  if (failed) throw failed;
};

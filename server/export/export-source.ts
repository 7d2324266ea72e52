/** Where an export is made from: a store in this process; over HTTP it looks the same. */
import { JournalFault, type Verified, verifyUpTo } from "../desk/verify.ts";
import type { Store } from "../store.ts";
import { frameOf } from "./export-format.ts";
import { type KeyFile, sealKeys } from "./key-file.ts";

/** See the file's first line. */
export type ExportSource = {
  /** Where the journal stood after an entry. @throws JournalFault */
  readonly at: (position: number) => Promise<Verified>;
  /** The last durable entry now. */
  readonly end: () => Promise<number>;
  /** The frames of entries, both named ones included. */
  readonly frames: (from: number, to: number) => AsyncIterable<Uint8Array>;
  readonly files: () => Promise<readonly string[]>;
  readonly file: (hash: string) => Promise<Uint8Array | undefined>;
  readonly keys: (passphrase: string) => Promise<{ readonly count: number; readonly file: KeyFile }>;
  /** The signed checkpoint of what was exported; nothing where no key signs. */
  readonly checkpoint: (end: Verified) => Promise<string | undefined>;
};

const SLICE = 500;

/** The frames of a journal; whoever reads them verifies them. */
export async function* framesOf({ journal }: Store, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let position = from; position <= to; ) {
    const slice = await journal.read(position, Math.min(SLICE, to - position + 1));
    if (slice.length === 0) throw new JournalFault(position, "it is missing");
    yield Buffer.concat(slice.map(frameOf));
    position += slice.length;
  }
}

/** The keys of persons under a passphrase. */
export const keysOf = async ({ keys }: Store, passphrase: string) => {
  const all = await keys.all();
  return { count: all.size, file: await sealKeys(all, passphrase) };
};

/** An export from a store. */
export const storeSource = (store: Store, checkpoint: ExportSource["checkpoint"]): ExportSource => ({
  at: (position) => verifyUpTo(store.journal, position),
  end: async () => (await store.journal.head()).position,
  frames: (from, to) => framesOf(store, from, to),
  files: () => store.files.list(),
  file: (hash) => store.files.find(hash),
  keys: (passphrase) => keysOf(store, passphrase),
  checkpoint,
});

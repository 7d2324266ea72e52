/** For tests: every kind of tampering with a journal in memory or with an export in files, at any place. */
import { hash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { sealOf } from "@openftz/kernel/entry.ts";
import { type MemoryDisk, memoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { prove, proveExports } from "../cli/verify.ts";
import { sha256 } from "../desk/sealing.ts";
import type { KnownHead } from "../desk/verify.ts";
import type { StoredEntry } from "../store.ts";
import { ExportFault, type Manifest, manifestText, PARTS, readManifest } from "./export-format.ts";
import { openExports } from "./read-export.ts";

/** The bytes with one bit flipped. */
export const flipped = (bytes: Uint8Array, bit: number): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  changed[bit >> 3]! ^= 1 << (bit & 7);
  return changed;
};

type Entries = readonly StoredEntry[];

/** What can be done to a journal's table; each takes a place from 0 to 1 and answers with the entries as they are then. */
export const HARM: Readonly<Record<string, (entries: Entries, place: number) => Entries>> = {
  "a bit of an entry is flipped": (entries, place) => {
    const bits = entries.map(({ bytes }) => bytes.length * 8);
    let at = Math.floor(place * bits.reduce((sum, each) => sum + each, 0));
    const which = bits.findIndex((each) => {
      if (at < each) return true;
      at -= each;
      return false;
    });
    return entries.with(which, { ...entries[which]!, bytes: flipped(entries[which]!.bytes, at) });
  },
  "a bit of a seal is flipped": (entries, place) => {
    const at = Math.floor(place * entries.length * 256);
    const entry = entries[at >> 8]!;
    return entries.with(at >> 8, { ...entry, seal: flipped(entry.seal, at & 255) });
  },
  "a bit is flipped and the entry sealed anew": (entries, place) => {
    const harmed = HARM["a bit of an entry is flipped"]!(entries, place);
    return harmed.map((entry, at) =>
      entry === entries[at] ? entry : { ...entry, seal: sealOf(sha256, entry.bytes) },
    );
  },
  "an entry is dropped": (entries, place) => entries.toSpliced(at(entries, place), 1),
  "an entry is dropped and the rest numbered anew": (entries, place) =>
    renumbered(entries.toSpliced(at(entries, place), 1)),
  "two entries are swapped": (entries, place) => {
    const first = at(entries.slice(1), place);
    return renumbered(entries.with(first, entries[first + 1]!).with(first + 1, entries[first]!));
  },
  "an entry is there twice": (entries, place) => {
    const which = at(entries, place);
    return renumbered(entries.toSpliced(which, 0, entries[which]!));
  },
  "a made-up entry is added": (entries, place) => {
    const which = at(entries, place);
    const model = JSON.parse(Buffer.from(entries[which]!.bytes).toString("utf8")) as object;
    const bytes = Buffer.from(JSON.stringify({ ...model, actor: "nobody" }));
    const made = { ...entries[which]!, bytes, seal: sealOf(sha256, bytes) };
    return renumbered(entries.toSpliced(which + 1, 0, made));
  },
  "the index names another record": (entries, place) => {
    const which = at(entries, place);
    return entries.with(which, { ...entries[which]!, records: [...entries[which]!.records, "party/x"] });
  },
  "the index names another reference": (entries, place) => {
    const which = at(entries, place);
    return entries.with(which, { ...entries[which]!, reference: { scope: "x", text: "y", entries: 1 } });
  },
};

const at = (entries: Entries, place: number): number => Math.floor(place * entries.length);

const renumbered = (entries: Entries): Entries =>
  entries.map((entry, index) => ({ ...entry, position: index + 1 }));

/** True when verification finds what was done. `heads` is what is known from outside. */
export const isFoundIn = async (entries: Entries, heads: readonly KnownHead[] = []): Promise<boolean> => {
  const disk: MemoryDisk = memoryDisk();
  disk.entries.push(...entries);
  return !(await prove(memoryStore(disk), { heads })).proof.ok;
};

/** An export in files that can be harmed again and again. */
export const harmableExport = async (folder: string, heads: readonly KnownHead[] = []) => {
  const names = [PARTS.entries, PARTS.manifest] as const;
  const whole = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  const [entries, manifest] = whole as [Buffer, Buffer];
  const isFound = async (): Promise<boolean> => {
    try {
      return !(await proveExports(await openExports([folder]), { heads })).proof.ok;
    } catch (error) {
      if (error instanceof ExportFault) return true;
      throw error;
    }
  };
  const restoreFiles = async (): Promise<void> => {
    for (const [index, name] of names.entries()) await writeFile(path.join(folder, name), whole[index]!);
  };
  return {
    bits: { [PARTS.entries]: entries.length * 8, [PARTS.manifest]: manifest.length * 8 },
    /** Flips a bit of a file and tells whether that is found. A manifest that says the same afterwards counts as found. */
    flip: async (name: (typeof names)[number], bit: number): Promise<boolean> => {
      const changed = flipped(name === PARTS.entries ? entries : manifest, bit);
      await writeFile(path.join(folder, name), changed);
      const found = (await isFound()) || (name === PARTS.manifest && saysTheSame(changed, manifest));
      await writeFile(path.join(folder, name), name === PARTS.entries ? entries : manifest);
      return found;
    },
    /** Replaces the entries, with a manifest that fits them as well as somebody who can write it could make it. */
    replace: async (frames: Uint8Array, change: (manifest: Manifest) => Manifest): Promise<boolean> => {
      const fitting = change(readManifest(manifest.toString("utf8")));
      const entriesHash = hash("sha256", frames, "hex");
      await writeFile(path.join(folder, PARTS.entries), frames);
      await writeFile(path.join(folder, PARTS.manifest), manifestText({ ...fitting, entriesHash }));
      const found = await isFound();
      await restoreFiles();
      return found;
    },
  };
};

const saysTheSame = (changed: Uint8Array, manifest: Uint8Array): boolean => {
  try {
    return JSON.stringify(JSON.parse(text(changed))) === JSON.stringify(JSON.parse(text(manifest)));
  } catch {
    return false;
  }
};

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");

/** For tests: a journal in memory with the sample world and some declarations in it, and exports of journals. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { type MemoryDisk, memoryDisk, memoryStore } from "../adapters/memory/memory-store.ts";
import { Installation } from "../installation.ts";
import { carryOut } from "../sample/acts.ts";
import { adoptOwnTariff } from "../sample/own-tariff.ts";
import { PARTIES, partyActs } from "../sample/parties.ts";
import type { Store } from "../store.ts";
import type { Manifest } from "./export-format.ts";
import { type ExportSource, storeSource } from "./export-source.ts";
import { type ExportOptions, writeExport } from "./write-export.ts";

const ground = await mkdtemp(path.join(tmpdir(), "openftz-export-"));
after(() => rm(ground, { recursive: true }));
let folders = 0;

/** A folder that does not exist yet; it is gone when the tests of the file are over. */
export const freshFolder = (): string => path.join(ground, String(folders++));

const wine = (reference: string, litres: number): object => ({
  reference,
  direction: "import",
  office: "2248",
  declarant: PARTIES.broker,
  trader: PARTIES.wine,
  procedure: "0110",
  transportMode: "2",
  grossMassKg: "1500",
  guarantee: "SAMPLE-GUARANTEE-BROKER",
  goods: [
    {
      commodity: "2204210000",
      description: "red wine in bottles",
      origin: "FR",
      customsValue: { amount: "20000.00", currency: "CNY" },
      netMassKg: "1200",
      quantities: { L: String(litres) },
    },
  ],
  documents: [],
});

const FILER = "broker-1";

/** Files declarations on an installation, numbered from `first`. */
export const fileWine = async (installation: Installation, first: number, count: number): Promise<void> => {
  for (let at = 0; at < count; at++) {
    const reply = await installation.submitValue(
      "declaration.file",
      FILER,
      wine(`W-${first + at}`, 1_000 + at),
    );
    if (reply.kind === "refused") throw new Error(JSON.stringify(reply.problem));
  }
};

/** Enters the sample world and files declarations. The store stays open until `close`. */
export const enterWorld = async (store: Store, declarations: number): Promise<void> => {
  const installation = await Installation.open({ store, verifyInBackground: false });
  try {
    await adoptOwnTariff(installation);
    await carryOut(installation, [
      ["office.register", { office: "2248", name: { en: "Yangshan port", zh: "洋山港区" } }],
      ...partyActs(),
      [
        "authority.grant",
        {
          holder: FILER,
          role: "declarant",
          place: `party/${PARTIES.broker}`,
          from: "2020-01-01",
          delegable: false,
        },
      ],
    ]);
    await fileWine(installation, 1, declarations);
  } finally {
    await installation.close();
  }
};

/** The same in memory. */
export const worldDisk = async (declarations: number): Promise<MemoryDisk> => {
  const disk = memoryDisk();
  await enterWorld(memoryStore(disk), declarations);
  return disk;
};

/** Nothing is signed. */
export const unsigned: ExportSource["checkpoint"] = async () => undefined;

/** Exports a disk into a fresh folder. */
export const exportDisk = async (
  disk: MemoryDisk,
  options: ExportOptions = {},
  checkpoint: ExportSource["checkpoint"] = unsigned,
): Promise<{ readonly folder: string; readonly manifest: Manifest }> => {
  const folder = freshFolder();
  const store = memoryStore(disk);
  try {
    return { folder, manifest: await writeExport(storeSource(store, checkpoint), folder, options) };
  } finally {
    await store.close();
  }
};

/** The project's own small tariff: adopted at the first start, so that a start without any file is useful. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { editionBytes, importTariff } from "../adapters/tariff/compile.ts";
import { ITSELF } from "../cli/link.ts";
import type { Installation } from "../installation.ts";
import { carryOut } from "./acts.ts";

/** The first day of the own tariff; older declarations have no tariff here. */
export const OWN_TARIFF_FROM = "2020-01-01";
const FILE = "policy/tariff/own-tariff.jsonl";
const SOURCE = "OpenFTZ's own small tariff (policy/tariff/own-tariff.jsonl)";

/** True when some edition was ever adopted. */
export const hasTariff = async (installation: Installation): Promise<boolean> => {
  const found = await installation.ask({ query: "tariff.editions", actor: ITSELF, request: {} });
  return found.kind === "answer" && (found.answer as { editions: readonly object[] }).editions.length > 0;
};

/** Adopts it unless the installation has an edition already. */
export const adoptOwnTariff = async (installation: Installation): Promise<void> => {
  if (await hasTariff(installation)) return;
  const bytes = await readFile(path.resolve(import.meta.dirname, "../..", FILE));
  const read = importTariff(bytes, { file: FILE, from: OWN_TARIFF_FROM });
  if (read.faults.length > 0) throw new Error(`${FILE} has faults: ${read.faults[0]!.detail}`);
  const edition = await installation.keepFile(editionBytes(read.lines));
  const counts = { lines: read.lines.length };
  await carryOut(installation, [
    ["tariff.adopt", { edition, from: OWN_TARIFF_FROM, source: SOURCE, counts }],
  ]);
};

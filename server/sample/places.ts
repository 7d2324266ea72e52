/** Offices, zones and policy areas of the Shanghai district: entered from the file that `openftz zone import` takes too. */
import path from "node:path";
import { ITSELF } from "../cli/link.ts";
import type { Installation } from "../installation.ts";
import { enterZones } from "../zones/enter-zones.ts";

const FILE = path.join(import.meta.dirname, "zones/shanghai.json");

/** The offices at which sample officers work. */
export const SAMPLE_OFFICES: readonly string[] = ["2216", "2218", "2233", "2240", "2246", "2248", "2249"];

/**
 * Enters them.
 * @throws Error when something is refused: what is entered here is ours.
 */
export const enterPlaces = async (installation: Installation): Promise<void> => {
  const { refused } = await enterZones(FILE, {
    submit: (command, request) => installation.submitValue(command, ITSELF, request),
    keepFile: (bytes) => installation.keepFile(bytes),
  });
  if (refused.length > 0) throw new Error(`the sample's zones were refused: ${JSON.stringify(refused)}`);
};

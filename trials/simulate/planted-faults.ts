/**
 * The faults that prove the prover: each breaks one promise of the system, and a simulator that does not notice it is
 * not worth its time. They are written from the promises, not from what the simulator looks at.
 */
import { authorityFaults } from "./planted/authority-faults.ts";
import { bookFaults } from "./planted/book-faults.ts";
import { deadlineFaults } from "./planted/deadline-faults.ts";
import { declarationFaults } from "./planted/declaration-faults.ts";
import { deskFaults } from "./planted/desk-faults.ts";
import { journalFaults } from "./planted/journal-faults.ts";
import { ledgerFaults } from "./planted/ledger-faults.ts";
import type { PlantedFault } from "./planted/planted-fault.ts";
import { privacyFaults } from "./planted/privacy-faults.ts";
import { recordFaults } from "./planted/record-faults.ts";
import { viewFaults } from "./planted/view-faults.ts";
import { zoneFaults } from "./planted/zone-faults.ts";

/** All of them, area by area. */
export const plantedFaults: readonly PlantedFault[] = [
  ...deskFaults,
  ...journalFaults,
  ...recordFaults,
  ...ledgerFaults,
  ...bookFaults,
  ...declarationFaults,
  ...deadlineFaults,
  ...authorityFaults,
  ...privacyFaults,
  ...viewFaults,
  ...zoneFaults,
];

/** The fault of that name; throws when there is none. */
export const findFault = (name: string): PlantedFault => {
  const found = plantedFaults.find((fault) => fault.name === name);
  if (!found) throw new Error(`There is no planted fault ${name}; see trials/simulate/planted-faults.ts.`);
  return found;
};

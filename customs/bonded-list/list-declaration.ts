/** Whether a declaration is the one that a list waits for. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { countOf, textOf } from "../account-book/stock.ts";
import { type AssessedItem, type Declaration, newest } from "../declaration/declaration.ts";
import type { Fault } from "../define/problem.ts";
import { findFigure } from "../law/figures.ts";
import type { CustomsLaw } from "../law/law.ts";
import type { BondedList } from "./bonded-list.ts";
import { MOVEMENTS } from "./movements.ts";

/**
 * A declaration belongs to the list when it is released, goes the same way, and has the same goods by weight. One of goods
 * that cross the second line names it by its transport mode, and taxes what leaves: a record of goods from abroad, whose tax
 * is suspended, lets nothing out. Domain 1.5, 2.10.
 */
export const declarationFaults = (
  list: BondedList,
  declaration: Declaration,
  law: CustomsLaw,
  day: PlainDate,
): readonly Fault[] => {
  const pointer = "/declaration";
  if (!list.declares) return [{ pointer, detail: `${list.number} moves without a declaration.` }];
  const { number, state } = declaration;
  const { direction, goods, trader, transportMode } = newest(declaration).content;
  const faults: Fault[] = [];
  if (state !== "released" && state !== "closed")
    faults.push({ pointer, detail: `${number} is ${state}, not released.` });
  if (declaration.list !== null)
    faults.push({ pointer, detail: `${number} covers ${declaration.list} already, and no other list.` });
  const { beyond, declaration: expected } = MOVEMENTS[list.movement];
  if (beyond === "abroad" && trader !== list.party)
    faults.push({ pointer, detail: `${number} is of ${trader}, the book of ${list.party}.` });
  if (list.counterparty !== null && trader !== list.counterparty)
    faults.push({ pointer, detail: `${number} is of ${trader}; ${list.number} names ${list.counterparty}.` });
  if (direction !== expected)
    faults.push({ pointer, detail: `${number} is an ${direction}; ${list.movement} takes an ${expected}.` });
  if (beyond !== "abroad") {
    const modes = findFigure(law.figures.secondLineModes, day)?.value ?? [];
    if (!modes.includes(transportMode))
      faults.push({
        pointer,
        detail: `${number} is of goods that come or go by transport mode ${transportMode}; over the second line it is ${modes.join(", ")}.`,
      });
    if (expected === "import" && newest(declaration).examination.items.some(isSuspended))
      faults.push({
        pointer,
        detail: `${number} suspends the tax: what leaves a zone, or is released in it, is taxed or exempt.`,
      });
  }
  const [listed, declared] = [new Map<string, bigint>(), new Map<string, bigint>()];
  for (const { hs8, netMassKg } of list.lines) count(listed, hs8, netMassKg);
  for (const { commodity, netMassKg } of goods) count(declared, commodity.slice(0, 8), netMassKg);
  for (const hs8 of new Set([...listed.keys(), ...declared.keys()]))
    if (listed.get(hs8) !== declared.get(hs8))
      faults.push({
        pointer,
        detail: `Of ${hs8} the list has ${kg(listed.get(hs8))}, and ${number} ${kg(declared.get(hs8))}.`,
      });
  return faults;
};

const isSuspended = ({ collection }: AssessedItem): boolean => collection === "suspend";

const count = (sums: Map<string, bigint>, hs8: string, massKg: string): void => {
  sums.set(hs8, (sums.get(hs8) ?? 0n) + countOf(massKg));
};

const kg = (count: bigint | undefined): string => (count === undefined ? "nothing" : `${textOf(count)} kg`);

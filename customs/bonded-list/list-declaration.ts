/** Whether a declaration is the one that a list waits for. */
import { compare, formatFixed, fromScaled, multiply, round } from "@openftz/kernel/fraction.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import { QUANTITY_DIGITS } from "@openftz/kernel/quantity.ts";
import { BookLineRecord, goodsAt } from "../account-book/book-line.ts";
import { countOf, textOf } from "../account-book/stock.ts";
import { movedWorth } from "../account-book/worth.ts";
import { fenOf, readDecimal, yuan } from "../declaration/decimals.ts";
import { type AssessedItem, type Declaration, newest } from "../declaration/declaration.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import { ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import { findFigure } from "../law/figures.ts";
import type { CustomsLaw } from "../law/law.ts";
import type { BondedList, ListedLine } from "./bonded-list.ts";
import { MOVEMENTS } from "./movements.ts";

type Around = { readonly law: CustomsLaw; readonly records: Records; readonly day: PlainDate };

/**
 * A declaration belongs to the list when it is released, goes the same way, and has the same goods by weight. One of goods
 * that cross the second line names it by its transport mode, and taxes what leaves: a record of goods from abroad, whose tax
 * is suspended, lets nothing out. Domain 1.5, 2.10.
 */
export const declarationFaults = (
  list: BondedList,
  declaration: Declaration,
  { law, records, day }: Around,
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
    if (expected === "import") faults.push(...taxFaults(list, declaration, { law, records, day }));
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

/** Taxed, or exempt for what it is in the country; what is exempt or waits because it enters a zone lets nothing out. */
const isTaxed = ({ collection }: AssessedItem, zone: string | undefined): boolean =>
  collection === "collect" || (collection === "exempt" && zone === undefined);

/** What would let bonded goods go untaxed: a tax that is not collected, a value that is far too low, other legal quantities. */
const taxFaults = (
  list: BondedList,
  declaration: Declaration,
  { law, records, day }: Around,
): readonly Fault[] => {
  const pointer = "/declaration";
  const { content, examination } = newest(declaration);
  const { number } = declaration;
  const faults: Fault[] = [];
  if (!examination.items.every((item) => isTaxed(item, content.zone)))
    faults.push({
      pointer,
      detail: `${number} collects no tax, because its goods enter a zone: what leaves one, or is released in it, is taxed.`,
    });
  faults.push(...quantityFaults(list, declaration, records));
  const rate = rateOn(records.find(ExchangeRecord, "USD"), day)?.rate;
  const least = findFigure(law.figures.leastSaleValue, day)?.value;
  if (rate !== undefined && least && list.lines.every(({ usd }) => usd !== undefined)) {
    const usd = list.lines.reduce((sum, line) => sum + worthOf(line, records), 0n);
    const worth = multiply(fromScaled(usd, QUANTITY_DIGITS), readDecimal(rate));
    const declared = examination.items.reduce((sum, item) => sum + fenOf(item.customsValue ?? "0"), 0n);
    if (compare(fromScaled(declared, FEN_DIGITS), multiply(worth, least)) < 0)
      faults.push({
        pointer,
        detail: `${number} values the goods at ${yuan(declared)} CNY; by the list and its book they are worth ${formatFixed(round(worth, FEN_DIGITS, "half-up"), FEN_DIGITS)}.`,
        try: ["Amend the declaration, or declare the list at the price of the sale."],
      });
  }
  return faults;
};

/** What goods of a list are worth, in hundred-thousandths of a dollar: as it says, or the average of the line where that is more. */
const worthOf = ({ line, declared, usd }: ListedLine, records: Records): bigint => {
  const said = countOf(usd!);
  const average = movedWorth(records.get(BookLineRecord, line).worth, countOf(declared), {
    takes: "average",
  });
  return average > said ? average : said;
};

/** Legal quantities that the declaration states, and that are others than the list's: duty by the litre hangs on them. */
const quantityFaults = (list: BondedList, declaration: Declaration, records: Records): readonly Fault[] => {
  const [listed, stated] = [new Map<string, bigint>(), new Map<string, bigint>()];
  for (const { line, changes, hs8, lawful, second } of list.lines) {
    const { lawfulUnit, secondUnit } = goodsAt(records.get(BookLineRecord, line), changes);
    count(listed, `${hs8} ${lawfulUnit}`, lawful);
    if (secondUnit !== undefined && second !== undefined) count(listed, `${hs8} ${secondUnit}`, second);
  }
  for (const { commodity, quantities = {} } of newest(declaration).content.goods)
    for (const unit in quantities) count(stated, `${commodity.slice(0, 8)} ${unit}`, quantities[unit]!);
  return [...stated].flatMap(([key, quantity]) => {
    const said = listed.get(key);
    if (said === undefined || said === quantity) return [];
    const [hs8, unit] = key.split(" ");
    return [
      {
        pointer: "/declaration",
        detail: `Of ${hs8} the list has ${textOf(said)} ${unit}, and ${declaration.number} ${textOf(quantity)} ${unit}.`,
      },
    ];
  });
};

const FEN_DIGITS = 2;

const count = (sums: Map<string, bigint>, hs8: string, massKg: string): void => {
  sums.set(hs8, (sums.get(hs8) ?? 0n) + countOf(massKg));
};

const kg = (count: bigint | undefined): string => (count === undefined ? "nothing" : `${textOf(count)} kg`);

/** What a sale out of a logistics book owes: its value, its day, and its taxes, line by line. Domain 2.10, 4.2, 4.3. */
import { compare, type Fraction, subtract, ZERO } from "@openftz/kernel/fraction.ts";
import Type from "typebox";
import { AccountBookRecord } from "../account-book/account-book.ts";
import { BookLineRecord, goodsAt } from "../account-book/book-line.ts";
import { taxNeeds, taxOfGoods, yuanFor } from "../account-book/goods-tax.ts";
import { readDecimal, yuan } from "../declaration/decimals.ts";
import { closed, DecimalText } from "../define/fields.ts";
import { type Fault, problem } from "../define/problem.ts";
import { may, must } from "../define/record.ts";
import { lookup } from "../law/command.ts";
import { tariffOn } from "../tariff/tariff-book.ts";
import { type BondedList, BondedListRecord, ListNumber } from "./bonded-list.ts";
import { atCounterparty } from "./cover-list.ts";
import { atListOffice, atListParty } from "./end-list.ts";
import { MOVEMENTS } from "./movements.ts";

const MOST_LINES = 500;

/** Costs in the price of a line, in its currency, that the invoice states apart. */
const Apart = Type.Object(
  {
    line: Type.Integer({ minimum: 1, maximum: MOST_LINES, description: "The line of the list, from 1." }),
    storage: Type.Optional(DecimalText),
    inland: Type.Optional(DecimalText),
  },
  closed,
);

/** What the value and the day rest on. */
const GROUNDS = [
  {
    what: "value",
    source: "price at which the goods leave the zone, without storage in it and inland costs stated apart",
    law: "Decree 211 of the customs (R)",
    confirmed: false,
  },
  {
    what: "day",
    source: "rates of the day on which the formalities for the tax are done",
    law: "Tariff Law, art. 21 (1)",
    confirmed: true,
  },
] as const;

const isImport = ({ movement }: BondedList): boolean => {
  const { beyond, declaration } = MOVEMENTS[movement];
  return declaration === "import" && (beyond === "inland" || beyond === "zone");
};

/**
 * What the goods of a list would owe if they were imported today: the price at which they leave the zone less what is stated
 * apart, the duty by the origin of the goods, and the import taxes. Preferences are claimed on the declaration. Writes
 * nothing.
 */
export const assessSale = lookup({
  name: "bonded-list.assess-sale",
  title: { en: "What a sale out of a zone owes", zh: "内销应缴税款试算" },
  by: ["declarant", "officer"],
  request: Type.Object(
    { list: ListNumber, apart: Type.Optional(Type.Array(Apart, { maxItems: MOST_LINES })) },
    closed,
  ),
  needs: ({ list }, records, { day }) => {
    const it = records.find(BondedListRecord, list);
    return [
      must(BondedListRecord, list, "/list"),
      ...(it ? [may(AccountBookRecord, it.book), ...taxNeeds(it.lines, records, day, "/list")] : []),
      ...(it?.lines ?? []).map(({ line }) => may(BookLineRecord, line)),
    ];
  },
  places: ({ list }, records) => [
    ...atListParty(list, records),
    ...atCounterparty(list, records),
    ...atListOffice(list, records),
  ],
  answer: ({ list, apart = [] }, { records, now }) => {
    const it = records.get(BondedListRecord, list);
    const adopted = tariffOn(records, now.day);
    if (!isImport(it) || !adopted)
      return {
        problem: problem(
          "not-now",
          adopted
            ? `Goods that move ${it.movement} are not imported.`
            : `No tariff is in force on ${now.day}.`,
          "Only what goes inland, or is released in the zone, owes import taxes.",
        ),
      };
    const faults: Fault[] = apart.flatMap(({ line }, index) =>
      line > it.lines.length || apart.findIndex((each) => each.line === line) !== index
        ? [
            {
              pointer: `/apart/${index}/line`,
              detail: `${list} has ${it.lines.length} lines, each named once.`,
            },
          ]
        : [],
    );
    const lines = it.lines.map((line, index) => {
      const said = apart.findIndex((each) => each.line === index + 1);
      const { storage = "0", inland = "0" } = apart[said] ?? {};
      const price = readDecimal(line.value.amount);
      const value: Fraction = subtract(subtract(price, readDecimal(storage)), readDecimal(inland));
      if (compare(value, ZERO) <= 0) {
        faults.push({
          pointer: said < 0 ? `/list` : `/apart/${said}`,
          detail: `Of line ${index + 1} at ${line.value.amount} ${line.value.currency} nothing would be left.`,
        });
        return undefined;
      }
      const goods = goodsAt(records.get(BookLineRecord, line.line), line.changes);
      const outcome = taxOfGoods(line, goods, value, { ...adopted, records, day: now.day });
      if (outcome.kind === "refused") {
        faults.push(
          ...outcome.faults.map(({ detail }) => ({
            pointer: "/list",
            detail: `Line ${index + 1}: ${detail}`,
          })),
        );
        return undefined;
      }
      const charge = ({ expression, amount }: { expression: string; amount: bigint }) => ({
        expression,
        amount: yuan(amount),
      });
      return {
        fen: outcome.total,
        shown: {
          ...{ line: index + 1, bookLine: line.line, commodity: goods.commodity, origin: goods.origin },
          ...{ price: line.value.amount, currency: line.value.currency, storage, inland },
          exchangeRate: yuanFor(line.value.currency, records, now.day) ?? null,
          customsValue: yuan(outcome.customsValue),
          duty: { basis: outcome.duty.basis, ...charge(outcome.duty) },
          additional: outcome.additional.map(({ remedy, column, amount }) => ({
            ...{ code: remedy.code, kind: remedy.kind, expression: column.text, amount: yuan(amount) },
          })),
          consumptionTax: charge(outcome.consumptionTax),
          vat: charge(outcome.vat),
          total: yuan(outcome.total),
        },
      };
    });
    if (faults.length > 0)
      return {
        problem: problem(
          "invalid-request",
          "What the sale owes cannot be told.",
          "See what is named.",
          faults,
        ),
      };
    return {
      ...{ list, day: now.day, edition: adopted.edition },
      lines: lines.map((line) => line!.shown),
      total: yuan(lines.reduce((sum, line) => sum + line!.fen, 0n)),
      grounds: GROUNDS,
    };
  },
});

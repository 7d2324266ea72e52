/** Examines a content: taxes, documents, lane, release and due day, with every reason. Used by filing and amending. */
import type { Decision } from "@openftz/kernel/decide.ts";
import { addDays, type PlainDate } from "@openftz/kernel/plain-date.ts";
import type { Context } from "../define/command.ts";
import { MOST_FEN } from "../define/limits.ts";
import type { Fault } from "../define/problem.ts";
import type { Records } from "../define/record.ts";
import { collected as collectable, type TaxKind } from "../duty/de-minimis.ts";
import { lateDeclarationFee } from "../duty/late-declaration-fee.ts";
import { type ExchangeRate, ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import { covers, GuaranteeRecord, type PostingText, reserving } from "../guarantee/guarantee.ts";
import type { DeclarationFacts, DeclarationPart } from "../law/facts.ts";
import type { CustomsLaw } from "../law/law.ts";
import { creditOn, PartyRecord } from "../party/party.ts";
import { tariffOn } from "../tariff/tariff-book.ts";
import { typeOn, ZoneRecord } from "../zone/zone.ts";
import { assessGoods } from "./assess-goods.ts";
import type { FiledContent } from "./content.ts";
import {
  answerOf,
  type CommonFacts,
  collectionOf,
  decideGoods,
  decisionsFor,
  documentsAsked,
} from "./decide-goods.ts";
import { fenOf, readDecimal, yuan } from "./decimals.ts";
import type { AssessedItem, Examination, GoodsDecisions, Hold, Taxes } from "./declaration.ts";
import { contentFaults } from "./inputs.ts";

/** What an examination rests on besides the content. */
export type ExaminationInputs = {
  readonly records: Records;
  readonly law: CustomsLaw;
  readonly day: PlainDate;
  readonly imported: boolean;
  /** 0 to 9,999, drawn for this declaration. */
  readonly draw: number;
  readonly givenDocuments: readonly string[];
  /** Already reserved for this declaration, in fen. */
  readonly reserved: bigint;
};

/** An examination with the law it used and the posting it makes; or what a person has to mend. */
export type Examined =
  | { readonly kind: "faults"; readonly faults: readonly Fault[] }
  | {
      readonly kind: "examined";
      readonly examination: Examination;
      readonly guaranteePosting: PostingText | null;
      readonly lawUsed: object;
    };

/** See the file's first line. Pure: the same content and inputs give the same examination for ever. */
export const examine = (content: FiledContent, inputs: ExaminationInputs): Examined => {
  const { records, law, day } = inputs;
  const wrong = contentFaults(content, records, day, law);
  const tariff = tariffOn(records, day);
  if (!tariff) return { kind: "faults", faults: [...wrong, noTariff(day)] };
  const common = commonFacts(content, inputs);
  const goodsDecisions = decideGoods(law, common, content.goods);
  const rates = ratesOf(content, records, day);
  const exact = new Map([...rates].map(([currency, { rate }]) => [currency, readDecimal(rate)]));
  const assessed = assessGoods(content, tariff.tariff, day, exact);
  const faults = merged(wrong, assessed.faults);
  if (faults.length > 0) return { kind: "faults", faults };
  const items = assessed.items.map((item, index) => ({
    ...item,
    collection: collectionOf(decisionsFor(goodsDecisions, index + 1)),
  }));
  const taxes = taxesOf(items, content, inputs);
  const value = items.reduce((sum, { customsValue }) => sum + fenOf(customsValue ?? "0"), 0n);
  if (value > MOST_FEN || taxes.fen > MOST_FEN)
    return { kind: "faults", faults: [tooMuch(value, taxes.fen)] };
  const asked = documentsAsked(goodsDecisions);
  const missing = asked.filter((kind) => !inputs.givenDocuments.includes(kind));
  const guarantee =
    content.guarantee === undefined ? undefined : records.get(GuaranteeRecord, content.guarantee);
  const more = taxes.fen > inputs.reserved ? taxes.fen - inputs.reserved : 0n;
  const facts: DeclarationFacts = {
    ...common,
    documents: { asked, missing },
    tax: { owed: taxes.fen > 0n, assessed: items.every(({ duty }) => duty !== null) },
    guarantee: {
      given: guarantee !== undefined,
      covers: guarantee !== undefined && covers(guarantee, more, day),
    },
    draw: inputs.draw,
  };
  const decisions = law.decideDeclaration(facts);
  const release = answerOf(decisions, "release");
  const holds = holdsOf(facts, items, decisions, goodsDecisions);
  const guaranteed = release === "against-guarantee" && facts.tax.owed;
  return {
    kind: "examined",
    guaranteePosting: guaranteed && more > 0n ? reserving(more) : null,
    lawUsed: { engine: law.engine, tariff: tariff.edition, exchange: Object.fromEntries(rates) },
    examination: {
      day,
      items,
      taxes: taxes.told,
      lane: (answerOf(decisions, "lane") as Examination["lane"]) ?? null,
      holds,
      documents: { asked, missing },
      due: inputs.imported || taxes.fen === 0n ? null : dueDay(law, decisions, day),
      guaranteed,
      facts,
      decisions: { goods: goodsDecisions, declaration: decisions },
    },
  };
};

const noTariff = (day: PlainDate): Fault => ({
  pointer: "/goods",
  detail: `No tariff is in force on ${day}.`,
  try: ["Ask the tariff keeper to adopt one."],
});

const tooMuch = (value: bigint, tax: bigint): Fault => ({
  pointer: "/goods",
  detail: `A value of ${yuan(value)} CNY with a tax of ${yuan(tax)} CNY is more than ${yuan(MOST_FEN)} and looks like a slip.`,
  try: ["Check amounts, currencies and quantities, or split the declaration."],
});

/** All mistakes, the duty engine's only where nothing was said about the same place. */
const merged = (first: readonly Fault[], second: readonly Fault[]): readonly Fault[] => {
  const said = new Set(first.map(({ pointer }) => pointer));
  return [
    ...first,
    ...second.filter(({ pointer }) => ![...said].some((place) => `${place}/`.startsWith(`${pointer}/`))),
  ];
};

const commonFacts = (content: FiledContent, { records, day, imported }: ExaminationInputs): CommonFacts => {
  const declaration: DeclarationPart = {
    day,
    direction: content.direction,
    procedure: content.procedure,
    office: content.office,
    transportMode: content.transportMode,
    goodsItems: content.goods.length,
    imported,
  };
  const zone = content.zone === undefined ? undefined : records.get(ZoneRecord, content.zone);
  return {
    declaration,
    trader: { credit: creditOn(records.get(PartyRecord, content.trader), day) },
    declarant: { credit: creditOn(records.get(PartyRecord, content.declarant), day) },
    zone: zone ? { id: zone.id, type: typeOn(zone, day) ?? "none" } : { id: "none", type: "none" },
  };
};

/** The rates of exchange that the goods need, as far as they are set for the day. */
const ratesOf = (
  content: FiledContent,
  records: Records,
  day: PlainDate,
): ReadonlyMap<string, Pick<ExchangeRate, "rate" | "from">> => {
  const rates = new Map<string, Pick<ExchangeRate, "rate" | "from">>();
  for (const { customsValue } of content.goods) {
    const { currency } = customsValue;
    if (currency === "CNY" || rates.has(currency)) continue;
    const found = rateOn(records.find(ExchangeRecord, currency), day);
    if (found) rates.set(currency, { rate: found.rate, from: found.from });
  }
  return rates;
};

/**
 * Sums each tax over the goods on which it is collected; de minimis is looked at once for each kind of tax, and a
 * trade remedy has none. Where the
 * law is silent or of two minds about an item, its tax stands in the bill: settling the hold must never free it.
 */
const taxesOf = (
  items: readonly AssessedItem[],
  content: FiledContent,
  { day, imported }: ExaminationInputs,
): { readonly fen: bigint; readonly told: Taxes } => {
  const collected = items.filter(({ collection }) => collection === "collect" || collection === null);
  const sum = (tax: "duty" | "consumptionTax" | "vat", kind: TaxKind) =>
    collectable(
      kind,
      collected.reduce((total, item) => total + fenOf(item[tax]?.amount ?? "0"), 0n),
      day,
    );
  const duty = sum("duty", "duty");
  const additional = collected
    .flatMap((item) => item.additional ?? [])
    .reduce((total, { amount }) => total + fenOf(amount), 0n);
  const consumptionTax = sum("consumptionTax", "consumption-tax");
  const vat = sum("vat", "vat");
  const late = imported ? 0n : lateFee(items, content, day);
  const fen = duty + additional + consumptionTax + vat + late;
  return {
    fen,
    told: {
      duty: yuan(duty),
      ...(additional > 0n && { additionalDuty: yuan(additional) }),
      consumptionTax: yuan(consumptionTax),
      vat: yuan(vat),
      lateDeclarationFee: yuan(late),
      total: yuan(fen),
    },
  };
};

const lateFee = (items: readonly AssessedItem[], content: FiledContent, day: PlainDate): bigint => {
  if (content.direction !== "import" || content.conveyanceEntry === undefined) return 0n;
  const value = items.reduce((sum, item) => sum + fenOf(item.customsValue ?? "0"), 0n);
  const entry = content.conveyanceEntry as PlainDate;
  return lateDeclarationFee({ customsValue: value, entry, accepted: day }).fee;
};

const dueDay = (law: CustomsLaw, decisions: readonly Decision[], day: PlainDate): PlainDate => {
  const days = answerOf(decisions, "paymentDays") as number | undefined;
  return law.workingDayFrom(addDays(day, days ?? 0));
};

/** Why the declaration waits for somebody. A conflict of measures is held for a person, never refused for it. */
const holdsOf = (
  facts: DeclarationFacts,
  items: readonly AssessedItem[],
  decisions: readonly Decision[],
  goodsDecisions: readonly GoodsDecisions[],
): readonly Hold[] => {
  const holds: Hold[] = [];
  const lane = answerOf(decisions, "lane");
  if (lane === "documents") holds.push({ kind: "documents", about: facts.documents.missing });
  if (lane === "inspect") holds.push({ kind: "inspection", about: [] });
  const unassessed = items.flatMap((item, index) => (item.duty === null ? [String(index + 1)] : []));
  if (unassessed.length > 0) holds.push({ kind: "rate", about: unassessed });
  if (facts.tax.owed && answerOf(decisions, "release") === "after-payment")
    holds.push({ kind: "tax", about: [] });
  const unsettled = (kind: "conflict" | "silent") =>
    [...decisions, ...goodsDecisions.flatMap((each) => each.decisions)]
      .filter(({ outcome }) => outcome.kind === kind)
      .map(({ question }) => question);
  const conflicts = unsettled("conflict");
  if (conflicts.length > 0) holds.push({ kind: "conflict", about: [...new Set(conflicts)] });
  const silences = unsettled("silent");
  if (silences.length > 0) holds.push({ kind: "silence", about: [...new Set(silences)] });
  return holds;
};

/** The context's draw for a declaration. */
export const drawFor = (context: Context): number => context.draw(10_000);

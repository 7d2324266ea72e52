/** What filing and amending read: the needs of a content, and the faults that a person can mend. */
import { type PlainDate, parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { isCountry } from "../codes/countries.ts";
import { isCurrency } from "../codes/currencies.ts";
import type { Fault } from "../define/problem.ts";
import { may, must, type Need, type Records } from "../define/record.ts";
import { ExchangeRecord, rateOn } from "../exchange/exchange.ts";
import { GuaranteeRecord, isFor } from "../guarantee/guarantee.ts";
import type { CustomsLaw } from "../law/law.ts";
import { isValidOn, MandateRecord, mandateId } from "../mandate/mandate.ts";
import { OfficeRecord } from "../office/office.ts";
import { PartyRecord } from "../party/party.ts";
import { tariffNeeds } from "../tariff/tariff-book.ts";
import { typeOn, ZoneRecord } from "../zone/zone.ts";
import type { FiledContent } from "./content.ts";
import { compareDecimals, isZero } from "./decimals.ts";

/** Everything that a content rests on. */
export const contentNeeds = (content: FiledContent, records: Records, day: PlainDate): readonly Need[] => {
  const { declarant, trader, office, zone, guarantee, goods } = content;
  const currencies = new Set(goods.map(({ customsValue }) => customsValue.currency));
  currencies.delete("CNY");
  return [
    must(PartyRecord, declarant, "/declarant"),
    must(OfficeRecord, office, "/office"),
    ...(trader === declarant
      ? []
      : [must(PartyRecord, trader, "/trader"), may(MandateRecord, mandateId(trader, declarant))]),
    ...(zone === undefined ? [] : [must(ZoneRecord, zone, "/zone")]),
    ...(guarantee === undefined ? [] : [must(GuaranteeRecord, guarantee, "/guarantee")]),
    ...[...currencies].map((currency) => may(ExchangeRecord, currency)),
    ...tariffNeeds(records, day, "/goods"),
  ];
};

/** All mistakes of a content that are not the tariff's: codes, days, masses, mandate, guarantee, rates of exchange. */
export const contentFaults = (
  content: FiledContent,
  records: Records,
  day: PlainDate,
  law: CustomsLaw,
): readonly Fault[] => [
  ...codeFaults(content, law),
  ...dayFaults(content, day),
  ...partyFaults(content, records, day),
  ...content.goods.flatMap((goods, index) => goodsFaults(goods, `/goods/${index}`, records, day)),
  ...massFaults(content),
];

const codeFaults = (content: FiledContent, law: CustomsLaw): Fault[] => {
  const faults: Fault[] = [];
  const procedure = law.procedures.get(content.procedure);
  if (!procedure)
    faults.push({
      pointer: "/procedure",
      detail: `There is no supervision mode ${content.procedure}.`,
      try: ["0110"],
    });
  else if (!procedure.directions.includes(content.direction))
    faults.push({
      pointer: "/procedure",
      detail: `${content.procedure} (${procedure.name.en}) is not used at ${content.direction}.`,
    });
  if (!law.transportModes.has(content.transportMode))
    faults.push({
      pointer: "/transportMode",
      detail: `There is no transport mode ${content.transportMode}.`,
      try: ["2", "5"],
    });
  for (const [index, { kind }] of content.documents.entries())
    if (!law.documentKinds.has(kind))
      faults.push({ pointer: `/documents/${index}/kind`, detail: `There is no kind of document ${kind}.` });
  return faults;
};

const dayFaults = ({ conveyanceEntry }: FiledContent, day: PlainDate): Fault[] => {
  if (conveyanceEntry === undefined) return [];
  const pointer = "/conveyanceEntry";
  if (!parsePlainDate(conveyanceEntry))
    return [{ pointer, detail: `${conveyanceEntry} is not a day of the calendar.` }];
  if (conveyanceEntry > day)
    return [
      {
        pointer,
        detail: `${conveyanceEntry} has not come yet; today is ${day}.`,
        try: ["Leave it out and file in advance."],
      },
    ];
  return [];
};

const partyFaults = (content: FiledContent, records: Records, day: PlainDate): Fault[] => {
  const { declarant, trader, zone, guarantee } = content;
  const faults: Fault[] = [];
  if (trader !== declarant && !isValidOn(records.find(MandateRecord, mandateId(trader, declarant)), day))
    faults.push({
      pointer: "/declarant",
      detail: `${declarant} has no mandate of ${trader} on ${day}.`,
      try: ["Ask the trader to give one."],
    });
  if (zone !== undefined && typeOn(records.get(ZoneRecord, zone), day) === undefined)
    faults.push({ pointer: "/zone", detail: `${zone} was not open yet on ${day}.` });
  const letter = guarantee === undefined ? undefined : records.get(GuaranteeRecord, guarantee);
  if (letter && letter.party !== trader && letter.party !== declarant)
    faults.push({
      pointer: "/guarantee",
      detail: `${guarantee} is neither the trader's nor the declarant's.`,
    });
  else if (letter && !isFor(letter, "declarations"))
    faults.push({
      pointer: "/guarantee",
      detail: `${guarantee} is not for declarations, but for ${letter.businesses!.join(", ")}.`,
    });
  return faults;
};

const goodsFaults = (
  goods: FiledContent["goods"][number],
  at: string,
  records: Records,
  day: PlainDate,
): Fault[] => {
  const faults: Fault[] = [];
  const { amount, currency } = goods.customsValue;
  if (isZero(amount))
    faults.push({ pointer: `${at}/customsValue/amount`, detail: "A customs value is more than 0." });
  if (isZero(goods.netMassKg))
    faults.push({ pointer: `${at}/netMassKg`, detail: "A net mass is more than 0." });
  if (!isCurrency(currency))
    faults.push({
      pointer: `${at}/customsValue/currency`,
      detail: `${currency} is no currency of ISO 4217.`,
      try: ["CNY", "USD", "EUR"],
    });
  else if (currency !== "CNY" && !rateOn(records.find(ExchangeRecord, currency), day))
    faults.push({
      pointer: `${at}/customsValue/currency`,
      detail: `No exchange rate of ${currency} is set for ${day}.`,
      try: ["Ask the tariff keeper, or declare in CNY."],
    });
  if (goods.origin !== undefined && !isCountry(goods.origin))
    faults.push({ pointer: `${at}/origin`, detail: `${goods.origin} is no country of ISO 3166.` });
  return faults;
};

const massFaults = ({ goods, grossMassKg }: FiledContent): Fault[] =>
  compareDecimals(
    goods.map(({ netMassKg }) => netMassKg),
    grossMassKg,
  ) > 0
    ? [{ pointer: "/grossMassKg", detail: "The net masses of the goods add up to more than the gross mass." }]
    : [];

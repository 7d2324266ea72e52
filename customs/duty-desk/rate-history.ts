/** How the rates of a line changed over the editions that the installation keeps. */
import { addDays, isWithin, type PlainDate } from "@openftz/kernel/plain-date.ts";
import { may, must, type Need, type Records } from "../define/record.ts";
import { type CompiledTariff, findTariffLine } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import { EditionFile } from "../tariff/edition.ts";
import { type Adopted, editionOn, TARIFF_ID, type TariffBook, TariffRecord } from "../tariff/tariff-book.ts";

/** The rates of a time, as written; `to` is the last day, null while they hold. */
export type RatePeriod = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** The edition's source, and its hash. */
  readonly source: string;
  readonly edition: string;
  readonly code: string;
  readonly mfn: string | null;
  readonly provisional: string | null;
  readonly general: string | null;
  readonly export: string | null;
  readonly agreements: Readonly<Record<string, string>>;
  readonly vat: string | null;
  readonly consumptionTax: string | null;
};

/** More editions than any installation keeps; the newest are told. */
const MOST_EDITIONS = 40;

/** What a history is made of: the book, and every edition in it. */
export const historyNeeds = (records: Records): readonly Need[] => [
  may(TariffRecord, TARIFF_ID),
  ...editionsInOrder(records.find(TariffRecord, TARIFF_ID)).map(({ edition }) =>
    must(EditionFile, edition, "/commodity"),
  ),
];

/** The editions that ever held, each on its first day; one that another replaced on the same day never did. */
const editionsInOrder = (book: TariffBook | undefined): readonly Adopted[] =>
  (book?.editions ?? [])
    .filter((each) => editionOn(book, each.from) === each)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .slice(-MOST_EDITIONS);

/** The periods of a commodity, the oldest first; periods that follow each other with the same rates are one. */
export const rateHistory = (records: Records, commodity: string): readonly RatePeriod[] => {
  const editions = editionsInOrder(records.find(TariffRecord, TARIFF_ID));
  const periods: RatePeriod[] = [];
  for (const [index, adopted] of editions.entries()) {
    const until = editions[index + 1]?.from;
    const last = until === undefined ? undefined : addDays(until, -1);
    for (const period of periodsIn(records.get(EditionFile, adopted.edition), adopted, last, commodity)) {
      const before = periods.at(-1);
      if (before && saysTheSame(before, period)) periods[periods.length - 1] = { ...before, to: period.to };
      else periods.push(period);
    }
  }
  return periods;
};

const periodsIn = (
  tariff: CompiledTariff,
  adopted: Adopted,
  last: PlainDate | undefined,
  commodity: string,
): readonly RatePeriod[] => {
  const days = turningDays(tariff, commodity).filter(
    (day) => day > adopted.from && isWithin(day, undefined, last),
  );
  const starts = [adopted.from, ...days];
  return starts.flatMap((from, index) => {
    const found = findTariffLine(tariff, commodity, from);
    const next = starts[index + 1];
    const to = next === undefined ? (last ?? null) : addDays(next, -1);
    return found.kind === "line" ? [periodOf(found.line, from, to, adopted)] : [];
  });
};

/** The days on which another line may begin to hold for a commodity, each once, in their order. */
const turningDays = (tariff: CompiledTariff, commodity: string): readonly PlainDate[] => {
  const lines = tariff.lengths.flatMap((length) => tariff.byCode.get(commodity.slice(0, length)) ?? []);
  const days = lines.flatMap(({ from, to }) => [...(from ? [from] : []), ...(to ? [addDays(to, 1)] : [])]);
  return [...new Set(days)].sort();
};

const periodOf = (line: TariffLine, from: PlainDate, to: PlainDate | null, adopted: Adopted): RatePeriod => ({
  from,
  to,
  source: adopted.source,
  edition: adopted.edition,
  code: line.code,
  mfn: line.mfn?.text ?? null,
  provisional: line.provisional?.text ?? null,
  general: line.general?.text ?? null,
  export: line.exportProvisional?.text ?? line.export?.text ?? null,
  agreements: Object.fromEntries([...line.agreements].map(([code, { text }]) => [code, text])),
  vat: line.vat === undefined ? "0" : (line.vat?.text ?? null),
  consumptionTax: line.consumptionTax === undefined ? "0" : (line.consumptionTax?.text ?? null),
});

const saysTheSame = (a: RatePeriod, b: RatePeriod): boolean => {
  const said = ({ from: _, to: __, source: ___, edition: ____, ...rates }: RatePeriod) =>
    JSON.stringify(rates);
  return said(a) === said(b) && a.to !== null && addDays(a.to, 1) === b.from;
};

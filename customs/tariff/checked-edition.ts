/**
 * An edition checked against the one before it and the HS editions of its days: made from those files alone, outside
 * the writer, so that twelve thousand lines hold nobody up. The id names every file and day that it rests on.
 */
import { type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";
import { defineDerived, may, must, type Need, type Records } from "../define/record.ts";
import { HS_ID, HsRecord } from "../hs/hs-book.ts";
import { HsFile } from "../hs/hs-edition.ts";
import { checkTariff, type TariffCheck } from "./check-tariff.ts";
import { EditionFile } from "./edition.ts";
import { editionOn, TARIFF_ID, TariffRecord } from "./tariff-book.ts";

/** What a check rests on, by hash. */
export type CheckBasis = {
  readonly edition: string;
  readonly from: PlainDate;
  readonly before: string | null;
  readonly hs: readonly { readonly edition: string; readonly from: PlainDate; readonly file: string }[];
};

const idOf = ({ edition, from, before, hs }: CheckBasis): string =>
  [edition, from, before ?? "", ...hs.map((each) => `${each.edition}:${each.from}:${each.file}`)].join("/");

const basisOf = (id: string): CheckBasis => {
  const [edition, from, before, ...hs] = id.split("/");
  return {
    edition: edition!,
    from: plainDateOf(from!),
    before: before || null,
    hs: hs.map((text) => {
      const [name, day, file] = text.split(":");
      return { edition: name!, from: plainDateOf(day!), file: file! };
    }),
  };
};

const filesOf = ({ edition, before, hs }: CheckBasis): readonly Need[] => [
  must(EditionFile, edition, "/edition"),
  ...(before ? [must(EditionFile, before, "/edition")] : []),
  ...hs.map(({ file }) => must(HsFile, file, "/edition")),
];

/** See the file's first lines. */
export const CheckedEdition = defineDerived<TariffCheck>({
  kind: "checked-edition",
  parts: (id) => filesOf(basisOf(id)),
  make: (id, records) => {
    const { edition, from, before, hs } = basisOf(id);
    return checkTariff({
      tariff: records.get(EditionFile, edition),
      from,
      before: before ? records.get(EditionFile, before) : undefined,
      hs: hs.map(({ file, ...each }) => ({ ...each, codes: records.get(HsFile, file) })),
    });
  },
});

/** What the check of an edition from a day would rest on now. */
export const checkBasis = (records: Records, edition: string, from: PlainDate): CheckBasis => ({
  edition,
  from,
  before: editionOn(records.find(TariffRecord, TARIFF_ID), from)?.edition ?? null,
  hs: (records.find(HsRecord, HS_ID)?.editions ?? []).map(({ edition: name, from: day, file }) => ({
    edition: name,
    from: day,
    file,
  })),
});

/** The needs of whoever checks an edition: the books, the files they name, and, once those are here, the check. */
export const checkNeeds = (
  records: Records,
  edition: string,
  from: PlainDate | undefined,
): readonly Need[] => {
  const books = [may(TariffRecord, TARIFF_ID), may(HsRecord, HS_ID)];
  if (!from) return [...books, must(EditionFile, edition, "/edition")];
  const basis = checkBasis(records, edition, from);
  const files = filesOf(basis);
  const here = files.every(({ kind, id }) => records.find(kind, id) !== undefined);
  return [...books, ...files, ...(here ? [must(CheckedEdition, idOf(basis), "/edition")] : [])];
};

/** The check, once its needs are met. */
export const checkIn = (records: Records, basis: CheckBasis): TariffCheck =>
  records.get(CheckedEdition, idOf(basis));

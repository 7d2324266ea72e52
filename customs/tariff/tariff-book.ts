/** Which tariff edition holds from which day: adopted by an entry, never edited. Tariff Law, articles 8 and 10. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { Day, FileHash, Name } from "../define/fields.ts";
import { defineRecord, may, must, type Need, type Records } from "../define/record.ts";
import { type Edition, EditionFile } from "./edition.ts";

/** The customs territory whose tariff this is; an installation has one. */
export const TARIFF_ID = "CN";

/** An edition in force from a day until the next one's first day. */
export type Adopted = {
  readonly edition: string;
  readonly from: PlainDate;
  readonly source: string;
  readonly lines: number;
};

/** What the journal says of the tariff, in the order of adoption. */
export type TariffBook = { readonly editions: readonly Adopted[] };

/** An edition was adopted. */
export const tariffAdopted = defineEntry({
  type: "tariff.adopted",
  version: 1,
  body: Type.Object({
    edition: FileHash,
    from: Day,
    source: Name,
    lines: Type.Integer(),
    counts: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  }),
});

/** The tariff record. */
export const TariffRecord = defineRecord<TariffBook>({
  kind: "tariff",
  on: {
    "tariff.adopted": (book, { body }: { body: Adopted }) => ({
      editions: [
        ...(book?.editions ?? []),
        { edition: body.edition, from: body.from, source: body.source, lines: body.lines },
      ],
    }),
  },
});

/** The edition of a day: of those in force the one that begins last; of two from the same day the one adopted later. */
export const editionOn = (book: TariffBook | undefined, day: PlainDate): Adopted | undefined =>
  (book?.editions ?? [])
    .filter(({ from }) => from <= day)
    .reduce<Adopted | undefined>((best, each) => (best && best.from > each.from ? best : each), undefined);

/** The needs of whoever assesses on a day: the book, and the edition that it names. */
export const tariffNeeds = (records: Records, day: PlainDate, pointer: string): readonly Need[] => {
  const adopted = editionOn(records.find(TariffRecord, TARIFF_ID), day);
  return [may(TariffRecord, TARIFF_ID), ...(adopted ? [must(EditionFile, adopted.edition, pointer)] : [])];
};

/** The compiled tariff of a day with its hash, once its needs are met; undefined when no edition holds yet. */
export const tariffOn = (
  records: Records,
  day: PlainDate,
): { readonly edition: string; readonly tariff: Edition } | undefined => {
  const adopted = editionOn(records.find(TariffRecord, TARIFF_ID), day);
  return adopted && { edition: adopted.edition, tariff: records.get(EditionFile, adopted.edition) };
};

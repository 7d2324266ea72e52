/** Which tariff edition holds from which day: adopted by an entry, never edited. Tariff Law, articles 8 and 10. */
import type { Entry } from "@openftz/kernel/entry.ts";
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
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
  /** The account that put it in force. */
  readonly by: string;
  /** What its check found and that account accepted, by kind; absent where an edition was put back. */
  readonly accepted?: Readonly<Record<string, number>>;
  /** It was put back in force in place of another one. */
  readonly reverts?: { readonly instead: string; readonly reason: string };
};

/** What the journal says of the tariff, in the order of adoption. */
export type TariffBook = { readonly editions: readonly Adopted[] };

type EditionBody = Pick<Adopted, "edition" | "from" | "source" | "lines">;

const inForce = (
  book: TariffBook | undefined,
  entry: Entry,
  { edition, from, source, lines }: EditionBody,
  more: Pick<Adopted, "accepted" | "reverts">,
): TariffBook => ({
  editions: [...(book?.editions ?? []), { edition, from, source, lines, by: entry.actor, ...more }],
});

/** The tariff record. */
export const TariffRecord = defineRecord<TariffBook>({
  kind: "tariff",
  on: {
    "tariff.adopted": (book, entry: Entry<EditionBody & Required<Pick<Adopted, "accepted">>>) =>
      inForce(book, entry, entry.body, { accepted: entry.body.accepted }),
    "tariff.reverted": (book, entry: Entry<EditionBody & NonNullable<Adopted["reverts"]>>) =>
      inForce(book, entry, entry.body, {
        reverts: { instead: entry.body.instead, reason: entry.body.reason },
      }),
  },
});

/** The edition of a day: of those in force the one that begins last; of two from the same day the one adopted later. */
export const editionOn = (book: TariffBook | undefined, day: PlainDate): Adopted | undefined =>
  (book?.editions ?? [])
    .filter(({ from }) => from <= day)
    .reduce<Adopted | undefined>((best, each) => (best && best.from > each.from ? best : each), undefined);

/**
 * The edition that would hold on a day if the one that does had never been put in force; nothing where that one was
 * adopted later than the one in force: it was never compared with the one it would come back for.
 */
export const editionBefore = (book: TariffBook | undefined, day: PlainDate): Adopted | undefined => {
  const editions = book?.editions ?? [];
  const current = editionOn(book, day);
  const before = editionOn({ editions: editions.filter((each) => each !== current) }, day);
  return current && before && editions.indexOf(before) < editions.indexOf(current) ? before : undefined;
};

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

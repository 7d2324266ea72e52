/** Which edition of the Harmonized System holds from which day; the tariff's own digits begin after its six. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { Day, FileHash, Name } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";

/** There is one Harmonized System. */
export const HS_ID = "WCO";

/** An edition's year of entry into force, "2022". */
export const HsEditionName = Type.String({ pattern: "^(19|20)[0-9]{2}$", description: "For example 2022." });

/** An edition that was adopted. */
export type AdoptedHs = {
  /** The year it is named after. */
  readonly edition: string;
  readonly from: PlainDate;
  readonly source: string;
  /** The hash of its file. */
  readonly file: string;
  readonly codes: number;
};

/** What the journal says of the Harmonized System. */
export type HsBook = { readonly editions: readonly AdoptedHs[] };

/** An edition was adopted. */
export const hsAdopted = defineEntry({
  type: "hs.adopted",
  version: 1,
  body: Type.Object({
    edition: HsEditionName,
    from: Day,
    source: Name,
    file: FileHash,
    codes: Type.Integer(),
  }),
});

/** The record of editions. One adopted again from the same day replaces the one before. */
export const HsRecord = defineRecord<HsBook>({
  kind: "hs",
  on: {
    "hs.adopted": (book, { body }: { body: AdoptedHs }) => ({
      editions: [...(book?.editions ?? []).filter(({ from }) => from !== body.from), body],
    }),
  },
});

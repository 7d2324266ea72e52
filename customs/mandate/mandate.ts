/** A mandate: a trader lets a broker declare in its name. Customs Law, article 9. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { Day, PartyId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";

/** What the journal says of the mandates of one trader to one broker; the last one given counts. */
export type Mandate = {
  readonly party: string;
  readonly broker: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly withdrawn: boolean;
};

/** A trader gave a mandate. */
export const mandateGiven = defineEntry({
  type: "mandate.given",
  version: 1,
  body: Type.Object({ party: PartyId, broker: PartyId, from: Day, until: Type.Optional(Day) }),
});

/** A trader took its mandate back. */
export const mandateWithdrawn = defineEntry({
  type: "mandate.withdrawn",
  version: 1,
  body: Type.Object({ party: PartyId, broker: PartyId }),
});

/** The mandate record; its id is "trader:broker". */
export const MandateRecord = defineRecord<Mandate>({
  kind: "mandate",
  on: {
    "mandate.given": (
      _,
      { body }: { body: { party: string; broker: string; from: PlainDate; until?: PlainDate } },
    ) => ({
      party: body.party,
      broker: body.broker,
      from: body.from,
      until: body.until ?? null,
      withdrawn: false,
    }),
    "mandate.withdrawn": (mandate) => ({ ...mandate!, withdrawn: true }),
  },
});

/** The id of the mandate of a trader to a broker. */
export const mandateId = (party: string, broker: string): string => `${party}:${broker}`;

/** True when the broker may act for the trader on a day. */
export const isValidOn = (mandate: Mandate | undefined, day: PlainDate): boolean =>
  mandate !== undefined &&
  !mandate.withdrawn &&
  mandate.from <= day &&
  (mandate.until === null || day <= mandate.until);

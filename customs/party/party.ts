/** A party: an enterprise that trades, declares, guarantees or works in a zone. */
import { type PlainDate, plainDateOf } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { closed, Day, Name, PartyId } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";
import type { CreditLevel } from "../law/facts.ts";

/** Credit levels of Decree 251 as a request names them. */
export const CreditLevelField = Type.Union([
  Type.Literal("advanced"),
  Type.Literal("registered"),
  Type.Literal("discredited"),
]);

/** The person to ask at a party. Name and telephone are personal data. */
export const Contact = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, personal: true }),
    telephone: Type.String({ pattern: "^[0-9+() -]{3,30}$", personal: true }),
  },
  closed,
);

/** What the journal says of a party. */
export type Party = {
  readonly id: string;
  readonly name: string;
  /** Each level with the day from which it holds, in the order they were decided. */
  readonly credit: readonly { readonly level: CreditLevel; readonly from: PlainDate }[];
  /** Null: none was named, or the person has been erased (see `erased`). */
  readonly contact: { readonly name: string | null; readonly telephone: string | null } | null;
  readonly erased: boolean;
};

/** A party was entered in the register. */
export const partyRegistered = defineEntry({
  type: "party.registered",
  version: 1,
  body: Type.Object({
    party: PartyId,
    name: Name,
    credit: CreditLevelField,
    from: Day,
    contact: Type.Optional(Contact),
  }),
  subject: ({ party }: { party: string }) => `party/${party}`,
});

/** Customs decided a credit level, from a day on. */
export const partyCreditSet = defineEntry({
  type: "party.credit-set",
  version: 1,
  body: Type.Object({ party: PartyId, level: CreditLevelField, from: Day, reason: Type.String() }),
});

/** The person behind a party was erased: the key of the personal fields is gone. */
export const partyPersonErased = defineEntry({
  type: "party.person-erased",
  version: 1,
  body: Type.Object({ party: PartyId, reason: Type.String() }),
  erases: ({ party }: { party: string }) => [`party/${party}`],
});

type Registered = {
  body: {
    party: string;
    name: string;
    credit: CreditLevel;
    from: string;
    contact?: { name: string | null; telephone: string | null };
  };
};

/** The party record. */
export const PartyRecord = defineRecord<Party>({
  kind: "party",
  on: {
    "party.registered": (_, { body }: Registered) => ({
      id: body.party,
      name: body.name,
      credit: [{ level: body.credit, from: plainDateOf(body.from) }],
      contact: body.contact ?? null,
      erased: false,
    }),
    "party.credit-set": (party, { body }: { body: { level: CreditLevel; from: string } }) => ({
      ...party!,
      credit: [...party!.credit, { level: body.level, from: plainDateOf(body.from) }],
    }),
    "party.person-erased": (party) => ({ ...party!, contact: null, erased: true }),
  },
});

/** The credit level on a day: the last one decided among those that hold by then; "registered" before the first. */
export const creditOn = (party: Party, day: PlainDate): CreditLevel =>
  party.credit.findLast(({ from }) => from <= day)?.level ?? "registered";

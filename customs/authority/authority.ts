/** Who may do what, where, from when, until when and by whose delegation: dated records, one for each holder. */
import type { PlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import type { Grant, Place, Role } from "../define/actor.ts";
import { defineEntry } from "../define/entry-type.ts";
import { AccountId, Day } from "../define/fields.ts";
import { defineRecord } from "../define/record.ts";

/** A role as a request names it. The clock's role cannot be granted. */
export const RoleField = Type.Union([
  Type.Literal("declarant"),
  Type.Literal("officer"),
  Type.Literal("importer"),
  Type.Literal("tariff-keeper"),
  Type.Literal("administrator"),
]);

/** A place as a request names it. */
export const PlaceField = Type.String({
  pattern: "^(\\*|party/[0-9A-Z]{4,18}|office/[0-9]{4})$",
  description: '"*" for the whole installation, "party/…" or "office/…".',
});

/** One grant with its dates and who gave it. */
export type DatedGrant = {
  readonly role: Role;
  readonly place: Place;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly delegable: boolean;
  readonly by: string;
  readonly revoked: boolean;
};

/** What the journal says of one holder's authority. */
export type Authority = { readonly holder: string; readonly grants: readonly DatedGrant[] };

/** A role was granted. */
export const authorityGranted = defineEntry({
  type: "authority.granted",
  version: 1,
  body: Type.Object({
    holder: AccountId,
    role: RoleField,
    place: PlaceField,
    from: Day,
    until: Type.Optional(Day),
    delegable: Type.Boolean(),
    by: Type.String(),
  }),
});

/** A role was taken back. */
export const authorityRevoked = defineEntry({
  type: "authority.revoked",
  version: 1,
  body: Type.Object({
    holder: AccountId,
    role: RoleField,
    place: PlaceField,
    by: Type.String(),
    /** Only what this one granted is taken back; absent: whoever granted it. */
    of: Type.Optional(Type.String()),
  }),
});

type Granted = {
  holder: string;
  role: Role;
  place: Place;
  from: PlainDate;
  until?: PlainDate;
  delegable: boolean;
  by: string;
};

/** The authority record; its id is the holder's account. */
export const AuthorityRecord = defineRecord<Authority>({
  kind: "authority",
  on: {
    "authority.granted": (authority, { body }: { body: Granted }) => {
      const { holder, role, place, from, delegable, by } = body;
      const grant = { role, place, from, until: body.until ?? null, delegable, by, revoked: false };
      return { holder, grants: [...(authority?.grants ?? []), grant] };
    },
    "authority.revoked": (authority, { body }: { body: Granted & { of?: string } }) => ({
      ...authority!,
      grants: authority!.grants.map((grant) =>
        grant.role === body.role && grant.place === body.place && (body.of ?? grant.by) === grant.by
          ? { ...grant, revoked: true }
          : grant,
      ),
    }),
  },
});

/** The grants of a holder in force on a day. */
export const grantsOn = (authority: Authority | undefined, day: PlainDate): readonly Grant[] =>
  (authority?.grants ?? [])
    .filter(({ from, until, revoked }) => !revoked && from <= day && (until === null || day <= until))
    .map(({ role, place, delegable, until }) => ({ role, place, delegable, ...(until && { until }) }));

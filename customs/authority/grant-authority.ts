import Type from "typebox";
import { type Actor, RESERVED_NAMES, ROLES } from "../define/actor.ts";
import { accept, refuse } from "../define/command.ts";
import { AccountId, closed, Day } from "../define/fields.ts";
import type { Fault } from "../define/problem.ts";
import { keyOf, may } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { AuthorityRecord, PlaceField, RoleField } from "./authority.ts";

const GrantAuthority = Type.Object(
  {
    holder: AccountId,
    role: RoleField,
    place: PlaceField,
    from: Day,
    until: Type.Optional(Day),
    delegable: Type.Boolean(),
  },
  closed,
);

/** The role that lets an actor grant another: an administrator's, or the same one at the same place, delegable. */
const mayGrant = (actor: Actor, role: string, place: string) =>
  actor.grants.find((held) => held.role === "administrator" && held.place === "*") ??
  actor.grants.find((held) => held.role === role && held.place === place && held.delegable);

/** Grants a role at a place. Who holds a delegable role may pass it on, for no longer than it holds it itself. */
export const grantAuthority = command({
  name: "authority.grant",
  title: { en: "Grant a role", zh: "授权" },
  by: Object.keys(ROLES).filter((role) => role !== "clock") as (keyof typeof ROLES)[],
  request: GrantAuthority,
  needs: ({ holder }) => [may(AuthorityRecord, holder)],
  places: () => "anywhere",
  decide: (request, { actor }) => {
    const faults: Fault[] = [...invalidDays(request, ["from", "until"])];
    const held = mayGrant(actor, request.role, request.place);
    if (!held)
      return refuse(
        "not-found",
        "There is nothing here that you may grant.",
        "Ask an administrator, or someone who holds this role and may delegate it.",
      );
    if (request.until !== undefined && request.until < request.from)
      faults.push({ pointer: "/until", detail: `It ends before it begins on ${request.from}.` });
    if (held.until !== undefined && (request.until === undefined || request.until > held.until))
      faults.push({ pointer: "/until", detail: `Your own role ends on ${held.until}.`, try: [held.until] });
    if (request.holder === actor.id)
      faults.push({ pointer: "/holder", detail: "Nobody grants a role to themselves." });
    if (RESERVED_NAMES.includes(request.holder))
      faults.push({ pointer: "/holder", detail: `${request.holder} is the system itself, not an account.` });
    if (faults.length > 0)
      return refuse("invalid-request", "The grant has mistakes.", "Correct them and send it again.", faults);
    return accept({
      type: "authority.granted",
      records: [keyOf(AuthorityRecord, request.holder)],
      body: { ...request, by: actor.id },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

import Type from "typebox";
import { holds, ROLES } from "../define/actor.ts";
import { accept, refuse } from "../define/command.ts";
import { AccountId, closed } from "../define/fields.ts";
import { keyOf, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { AuthorityRecord, PlaceField, RoleField } from "./authority.ts";

/** Takes a role back: an administrator any, everyone else those that they granted. */
export const revokeAuthority = command({
  name: "authority.revoke",
  title: { en: "Take a role back", zh: "撤销授权" },
  by: Object.keys(ROLES).filter((role) => role !== "clock") as (keyof typeof ROLES)[],
  request: Type.Object({ holder: AccountId, role: RoleField, place: PlaceField }, closed),
  needs: ({ holder }) => [must(AuthorityRecord, holder, "/holder")],
  places: () => "anywhere",
  decide: (request, { actor, records }) => {
    const isAdministrator = holds(actor, ["administrator"], []);
    const grant = records
      .get(AuthorityRecord, request.holder)
      .grants.find(
        ({ role, place, revoked, by }) =>
          !revoked &&
          role === request.role &&
          place === request.place &&
          (isAdministrator || by === actor.id),
      );
    if (!grant)
      return refuse(
        "not-found",
        "There is no such grant that you may take back.",
        "Check holder, role and place.",
      );
    return accept({
      type: "authority.revoked",
      records: [keyOf(AuthorityRecord, request.holder)],
      body: { ...request, by: actor.id, ...(!isAdministrator && { of: actor.id }) },
    });
  },
  answer: ([entry]) => ({ position: entry!.position }),
});

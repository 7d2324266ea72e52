import type { Role } from "@openftz/customs/define/actor.ts";
import type { Session } from "../api/types.ts";

/** True when the person holds the role at one of the places ("party/…", "office/…"), or for the whole installation. */
export const stands = (session: Session, role: Role, places: readonly string[]): boolean =>
  session.grants.some(
    (grant) => grant.role === role && (grant.place === "*" || places.includes(grant.place)),
  );

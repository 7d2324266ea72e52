/** Actors that are no accounts: what they hold is the release's, not the journal's. */
import { type Grant, ROLES } from "@openftz/customs/define/actor.ts";

/** The clock, and the installation itself when it sets things up. */
export const BUILT_IN: Readonly<Record<string, readonly Grant[]>> = {
  clock: [{ role: "clock", place: "*", delegable: false }],
  installation: Object.keys(ROLES).map((role) => ({
    role: role as keyof typeof ROLES,
    place: "*",
    delegable: true,
  })),
};

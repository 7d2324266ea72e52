/** Who acts. Accounts and passwords are the server's; roles and places are dated records of the journal. */

/** The roles that acts belong to. */
export const ROLES = {
  declarant: { en: "declarant", zh: "申报人员" },
  officer: { en: "customs officer", zh: "关员" },
  importer: { en: "extract importer", zh: "数据导入员" },
  "tariff-keeper": { en: "tariff keeper", zh: "税则管理员" },
  administrator: { en: "administrator", zh: "管理员" },
  clock: { en: "the clock", zh: "系统时钟" },
} as const;

/** Actors that are no accounts, and names that no account may have. */
export const RESERVED_NAMES: readonly string[] = ["clock", "installation"];

/** A role's name. */
export type Role = keyof typeof ROLES;

/** Where a role is held: "party/91310000…", "office/2218", or "*" for the whole installation. */
export type Place = string;

/** One role at one place, in force for the actor on the day of the act. */
export type Grant = {
  readonly role: Role;
  readonly place: Place;
  readonly delegable: boolean;
  readonly until?: string;
};

/** The actor of a request: an account's id (or "clock", "installation") and what it holds today. */
export type Actor = { readonly id: string; readonly grants: readonly Grant[] };

/** The places where the actor holds one of the roles. */
export const placesOf = (actor: Actor, roles: readonly Role[]): readonly Place[] =>
  actor.grants.filter(({ role }) => roles.includes(role)).map(({ place }) => place);

/** True when the actor holds one of the roles at one of the places, or for the whole installation. */
export const holds = (actor: Actor, roles: readonly Role[], places: readonly Place[] | "anywhere"): boolean =>
  placesOf(actor, roles).some((place) => place === "*" || places === "anywhere" || places.includes(place));

/** The ids of the places of a kind ("party", "office") where the actor holds one of the roles. */
export const idsAt = (actor: Actor, kind: string, roles: readonly Role[]): readonly string[] =>
  placesOf(actor, roles)
    .filter((place) => place.startsWith(`${kind}/`))
    .map((place) => place.slice(kind.length + 1));

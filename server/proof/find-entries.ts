/** Where the entries are that somebody wants a proof of: by the number of a declaration, or by a request's reference. */
import { placesOf } from "@openftz/customs/define/actor.ts";
import type { Installation } from "../installation.ts";

/** What is looked for. `scope` is an account or a party's code; without it all of the account's own are tried. */
export type Sought = { readonly declaration?: string; readonly reference?: string; readonly scope?: string };

/** Their positions in order; none when there is nothing. Who may see them is not decided here. */
export const findEntries = async (
  installation: Installation,
  account: string,
  { declaration, reference, scope }: Sought,
): Promise<readonly number[]> => {
  const { journal } = installation.store;
  if (declaration !== undefined)
    return (await journal.readRecord(`declaration/${declaration}`, 0)).map(({ position }) => position);
  if (reference === undefined) return [];
  const scopes = scope === undefined ? await scopesOf(installation, account) : [scope, `party/${scope}`];
  const found = await journal.findReferences(scopes.map((each) => ({ scope: each, text: reference })));
  return found
    .flatMap(({ position, entries }) => Array.from({ length: entries }, (_, index) => position + index))
    .sort((a, b) => a - b);
};

/** An account's own scope, and those of the parties for which it files: "party/91310000…". */
const scopesOf = async (installation: Installation, account: string): Promise<readonly string[]> => {
  const places = placesOf(await installation.actorOf(account), ["declarant"]);
  return [...new Set([account, ...places.filter((place) => place.startsWith("party/"))])];
};

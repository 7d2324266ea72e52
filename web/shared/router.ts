/** A router over the History API: an address, patterns with `:names`, and links that do not reload the page. */
import { useSyncExternalStore } from "react";

export type Address = { readonly path: string; readonly search: string };

/** The parts that a pattern names, or null when the path is another one. "/declarations/:number" */
export const matchPath = (pattern: string, path: string): Readonly<Record<string, string>> | null => {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const found = given[index] ?? "";
    if (part.startsWith(":")) parts[part.slice(1)] = decodeURIComponent(found);
    else if (part !== found) return null;
  }
  return parts;
};

/** The fields of a search as "?a=1&b=2"; empty ones are left out. */
export const searchOf = (fields: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(fields).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
};

const CHANGED = "openftz:address";

const subscribe = (listener: () => void): (() => void) => {
  addEventListener("popstate", listener);
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener("popstate", listener);
    removeEventListener(CHANGED, listener);
  };
};

const current = (): string => location.pathname + location.search;

/** Goes to an address of this application. `replace` leaves no step to go back to. */
export const navigate = (to: string, options: { readonly replace?: boolean } = {}): void => {
  if (to === current()) return;
  const samePage = to.split("?")[0] === location.pathname;
  if (options.replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  if (!samePage) scrollTo(0, 0);
  dispatchEvent(new Event(CHANGED));
};

/** Where we are. */
export const useAddress = (): Address => {
  const address = useSyncExternalStore(subscribe, current);
  const [path = "/", search = ""] = address.split("?");
  return { path, search };
};

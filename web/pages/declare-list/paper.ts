/** Which codes and which paper a list is proposed with, from what happens to the goods, and why. */
import type { Status } from "@openftz/customs/account-book/stock.ts";
import type { DECLARES as Rules } from "@openftz/customs/bonded-list/movements.ts";
import type { Key } from "../../catalogue/catalogue.ts";

/** What the wizard asks about: goods that cross the first line (abroad) or the second (inland), change books, or stay. */
export type Movement =
  | "from-abroad"
  | "to-abroad"
  | "from-inland"
  | "to-inland"
  | "from-book"
  | "to-book"
  | "release";

/** The server's table once more; the compiler holds it equal to the server's. */
const DECLARES: Pick<typeof Rules, Movement> = {
  "from-abroad": { bonded: "may", transit: "may", "tax-paid": "must", "non-bonded": "never" },
  "to-abroad": { bonded: "may", transit: "may", "tax-paid": "must", "non-bonded": "must" },
  "from-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
  "to-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
  "from-book": { bonded: "not", transit: "not", "tax-paid": "not", "non-bonded": "not" },
  "to-book": { bonded: "not", transit: "not", "tax-paid": "not", "non-bonded": "not" },
  release: { bonded: "must", transit: "must", "tax-paid": "never", "non-bonded": "never" },
};

/** What can happen with goods. */
export const MOVEMENTS = Object.keys(DECLARES) as readonly Movement[];

/** Under which status goods can lie. */
export const STATUSES = Object.keys(DECLARES["from-abroad"]) as readonly Status[];

/** Goods come into the book. */
export const isInbound = (movement: string): boolean => movement.startsWith("from-");

/** Goods cross the frontier, which customs calls the first line. */
const isFirstLine = (movement: Movement): boolean => movement.endsWith("abroad");

/** Goods cross between the zone and the rest of the country: the second line. */
export const isSecondLine = (movement: Movement): boolean => movement.endsWith("inland");

/** The codes of a logistics book's goods: real transport over the first line, "other" everywhere else. */
export const codesFor = (
  movement: Movement,
): { readonly procedure: string; readonly transportMode: string } =>
  isFirstLine(movement)
    ? { procedure: "5034", transportMode: "2" }
    : { procedure: "5000", transportMode: "9" };

/** Why those codes, as a sentence. */
export const whyCodes = (movement: Movement): Key =>
  isFirstLine(movement) ? "codes.abroad" : isSecondLine(movement) ? "codes.inland" : "codes.inZone";

/** Why quantities are filled in that nobody typed, as a sentence. */
export const whyQuantities = (movement: Movement): Key =>
  isInbound(movement) ? "quantities.follow" : "quantities.share";

/** What a list that needs a declaration waits for, as a sentence. */
export const whyWaits = (movement: string): Key => {
  if (movement === "release" || movement.startsWith("batch-")) return "waits.noGate";
  return isInbound(movement) ? "waits.inbound" : "waits.outbound";
};

export type Paper = {
  readonly rule: "must" | "may" | "not" | "never";
  /** Whether a declaration is proposed. */
  readonly declares: boolean;
  readonly why: Key;
};

/** `firstLine` is what the zone asks for at the first line, where that is known. */
export const paperFor = (movement: Movement, status: Status, firstLine: string | undefined): Paper => {
  const rule = DECLARES[movement][status];
  if (rule === "never") return { rule, declares: false, why: "paper.never" };
  if (rule === "not") return { rule, declares: false, why: "paper.transfer" };
  if (movement === "release") return { rule, declares: true, why: "paper.mustRelease" };
  if (rule === "must")
    return { rule, declares: true, why: isFirstLine(movement) ? "paper.mustAbroad" : "paper.mustInland" };
  if (!isFirstLine(movement)) return { rule, declares: false, why: "paper.mayInland" };
  if (firstLine === "none") return { rule, declares: false, why: "paper.zoneNone" };
  return { rule, declares: true, why: firstLine === undefined ? "paper.zoneSilent" : "paper.zoneAsks" };
};

/** Whether a declaration is the one that a list waits for, as far as a page can tell; the server decides. */
import type { Movement, MOVEMENTS as Rows } from "@openftz/customs/bonded-list/movements.ts";
import type { ShownDeclaration } from "../../api/types.ts";
import { countOf } from "../../shared/decimal.ts";
import type { List } from "./acts.ts";

/** The server's table once more; the compiler holds it equal to the server's where that tells each row apart. */
const DECLARATIONS: { readonly [Name in Movement]: (typeof Rows)[Name]["declaration"] } = {
  "from-abroad": "import",
  "to-abroad": "export",
  "from-inland": "export",
  "to-inland": "import",
  "from-book": "import",
  "to-book": "export",
  "batch-from-inland": "export",
  "batch-to-inland": "import",
  release: "import",
};

/** What the declaration of a list is. */
export const directionFor = ({ movement }: Pick<List, "movement">): "import" | "export" =>
  DECLARATIONS[movement];

/** Who has to be the trader of it; undefined: anybody. */
export const traderFor = ({
  movement,
  party,
  counterparty,
}: Pick<List, "movement" | "party" | "counterparty">): string | undefined =>
  counterparty ?? (movement.endsWith("-abroad") ? party : undefined);

type Weighed = readonly { readonly hs8: string; readonly netMassKg: string }[];

/** Net masses by the first eight digits, as one text. */
const massesOf = (goods: Weighed): string => {
  const sums = new Map<string, bigint>();
  for (const { hs8, netMassKg } of goods) sums.set(hs8, (sums.get(hs8) ?? 0n) + countOf(netMassKg));
  return [...sums]
    .map(([hs8, sum]) => `${hs8} ${sum}`)
    .toSorted()
    .join();
};

type Fitting = Pick<ShownDeclaration, "state" | "list"> & {
  readonly content: Pick<ShownDeclaration["content"], "direction" | "trader"> & {
    readonly goods: readonly { readonly commodity: string; readonly netMassKg: string }[];
  };
};

/** Released, of no other list, of the right way and trader, and of the same goods by HS8 and net mass. */
export const fits = (
  list: Pick<List, "movement" | "party" | "counterparty"> & { readonly lines: Weighed },
  { state, list: covered, content }: Fitting,
): boolean =>
  (state === "released" || state === "closed") &&
  covered === null &&
  content.direction === directionFor(list) &&
  [undefined, content.trader].includes(traderFor(list)) &&
  massesOf(list.lines) ===
    massesOf(content.goods.map(({ commodity, netMassKg }) => ({ hs8: commodity.slice(0, 8), netMassKg })));

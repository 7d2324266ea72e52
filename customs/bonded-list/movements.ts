/** The ways that a list can move goods, as tables: from where to where, by which gate, and with which declaration. */
import { type Outside, type Path, type Status, shelfOf } from "../account-book/stock.ts";

type Row = {
  /** True: the list is one of goods that come into the book. */
  readonly inbound: boolean;
  /** Where the goods are for the book before they come, or after they went. */
  readonly beyond: Outside | "zone";
  /** Which goods pass the gate under the list itself: none when they passed it on slips, or stay where they are. */
  readonly gate: boolean;
  /** What the declaration of the list is, where it has one. */
  readonly declaration: "import" | "export";
  readonly path: (status: Status) => Path;
};

const arriving = (beyond: Outside, declaration: Row["declaration"]): Row => ({
  ...{ inbound: true, beyond, gate: true, declaration },
  path: (status) => ({ from: beyond, holds: shelfOf(status, "coming"), to: shelfOf(status, "stock") }),
});

const leaving = (beyond: Outside, declaration: Row["declaration"]): Row => ({
  ...{ inbound: false, beyond, gate: true, declaration },
  path: (status) => ({ from: shelfOf(status, "stock"), holds: shelfOf(status, "reserved"), to: beyond }),
});

/** First line (abroad), second line (inland), other books, the slips of a month, and goods that only change their status. */
export const MOVEMENTS = {
  "from-abroad": arriving("abroad", "import"),
  "to-abroad": leaving("abroad", "export"),
  "from-inland": arriving("inland", "export"),
  "to-inland": leaving("inland", "import"),
  "from-book": arriving("another-book", "import"),
  "to-book": leaving("another-book", "export"),
  /** Goods that entered on slips are declared together. Domain 2.12. */
  "batch-from-inland": {
    ...{ inbound: true, beyond: "inland", gate: false, declaration: "export" },
    path: (status) => ({
      from: shelfOf(status, "entered"),
      holds: shelfOf(status, "claimed"),
      to: shelfOf(status, "stock"),
    }),
  },
  /** Goods that left on slips are declared together: batches of a month, or what was sold of a display. */
  "batch-to-inland": {
    ...{ inbound: false, beyond: "inland", gate: false, declaration: "import" },
    path: (status) => ({
      from: shelfOf(status, "away"),
      holds: shelfOf(status, "claimed"),
      to: "inland",
    }),
  },
  /** Goods stay in the zone and are imported: bonded or transit becomes tax-paid. Domain 5.7. */
  release: {
    ...{ inbound: false, beyond: "zone", gate: false, declaration: "import" },
    path: (status) => ({
      from: shelfOf(status, "stock"),
      holds: shelfOf(status, "reserved"),
      to: shelfOf("tax-paid", "stock"),
    }),
  },
} as const satisfies Readonly<Record<string, Row>>;

/** The name of a movement. */
export type Movement = keyof typeof MOVEMENTS;

/** True when a list's goods were moved by slips before. */
export const isBatch = (movement: Movement): boolean => movement.startsWith("batch-");

/**
 * Whether a list needs a declaration, by movement and status. Over the first line it depends on the zone (domain 1.7), so the
 * enterprise says; what changes between the customs territory's goods and supervised goods always needs one (2.6, 5.7).
 */
export const DECLARES = {
  "from-abroad": { bonded: "may", transit: "may", "tax-paid": "must", "non-bonded": "never" },
  "to-abroad": { bonded: "may", transit: "may", "tax-paid": "must", "non-bonded": "must" },
  "from-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
  "to-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
  "from-book": { bonded: "not", transit: "not", "tax-paid": "not", "non-bonded": "not" },
  "to-book": { bonded: "not", transit: "not", "tax-paid": "not", "non-bonded": "not" },
  "batch-from-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
  "batch-to-inland": { bonded: "must", transit: "never", "tax-paid": "may", "non-bonded": "may" },
  release: { bonded: "must", transit: "must", "tax-paid": "never", "non-bonded": "never" },
} as const satisfies Readonly<Record<Movement, Readonly<Record<Status, "must" | "may" | "not" | "never">>>>;

import type { Examination, Filed, Hold } from "@openftz/customs/declaration/declaration.ts";
import { HOLD_COLUMNS } from "@openftz/customs/declaration/list-declarations.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { Row, RowOperation } from "../store.ts";
import { defineView, type Projection } from "./view.ts";

const columnsWith = (isHeld: (kind: string) => boolean): Row =>
  Object.fromEntries(Object.entries(HOLD_COLUMNS).map(([kind, column]) => [column, isHeld(kind)]));

const NO_HOLDS = columnsWith(() => false);

const holdsAsColumns = (holds: readonly Hold[]): Row =>
  holds.length === 0 ? NO_HOLDS : columnsWith((kind) => holds.some((hold) => hold.kind === kind));

const fenOf = (amount: string): number => Number(BigInt(amount.replace(".", "")));

const taxStateOf = ({ taxes, guaranteed }: Examination): string =>
  taxes.total === "0.00" ? "none" : guaranteed ? "guaranteed" : "due";

const set = (declaration: string, fields: Row): readonly RowOperation[] => [
  { set: fields, where: { number: declaration } },
];

const filed: Projection = ({ at, body }: Entry<never>) => {
  const { number, state, imported, request, examination } = body as Filed;
  return [
    {
      put: {
        number,
        reference: request.reference,
        direction: request.direction,
        office: request.office,
        declarant: request.declarant,
        trader: request.trader,
        procedure: request.procedure,
        goods: request.goods[0]!.description,
        items: request.goods.length,
        state,
        lane: examination.lane,
        taxState: taxStateOf(examination),
        totalFen: fenOf(examination.taxes.total),
        due: examination.due,
        at,
        day: examination.day,
        imported,
        amendment: false,
        ...holdsAsColumns(examination.holds),
      },
    },
  ];
};

type Amended = {
  declaration: string;
  content: { goods: readonly { description: string }[]; procedure: string };
  examination: Examination;
  overdue?: boolean;
};

/** Declarations, one row each. */
export const declarationView = defineView({
  shape: {
    name: "declaration",
    version: 1,
    columns: {
      number: "text",
      reference: "text",
      direction: "text",
      office: "text",
      declarant: "text",
      trader: "text",
      procedure: "text",
      goods: "text",
      items: "integer",
      state: "text",
      lane: "text",
      taxState: "text",
      totalFen: "integer",
      due: "text",
      at: "text",
      day: "text",
      imported: "boolean",
      amendment: "boolean",
      holdTax: "boolean",
      holdDocuments: "boolean",
      holdInspection: "boolean",
      holdRate: "boolean",
      holdConflict: "boolean",
      holdSilence: "boolean",
    },
    key: ["number"],
    indexes: [
      ["declarant", "at"],
      ["trader", "at"],
      ["office", "state", "at"],
      ["at", "number"],
    ],
  },
  on: {
    "declaration.filed": filed,
    "declaration.hold-cleared": ({ body }: Entry<never>) => {
      const { declaration, hold } = body as { declaration: string; hold: keyof typeof HOLD_COLUMNS };
      return set(declaration, { [HOLD_COLUMNS[hold]]: false });
    },
    "declaration.released": ({ body }: Entry<never>) =>
      set((body as { declaration: string }).declaration, { state: "released" }),
    "declaration.paid": ({ body }: Entry<never>) => {
      const { declaration, state } = body as { declaration: string; state: string };
      return set(declaration, { state, taxState: "paid", holdTax: false });
    },
    "declaration.overdue": ({ body }: Entry<never>) =>
      set((body as { declaration: string }).declaration, { taxState: "overdue" }),
    "declaration.amendment-requested": ({ body }: Entry<never>) =>
      set((body as { declaration: string }).declaration, { amendment: true }),
    "declaration.amendment-refused": ({ body }: Entry<never>) =>
      set((body as { declaration: string }).declaration, { amendment: false }),
    "declaration.amended": ({ body }: Entry<never>) => {
      const { declaration, content, examination, overdue } = body as Amended;
      const taxState = taxStateOf(examination);
      return set(declaration, {
        amendment: false,
        procedure: content.procedure,
        goods: content.goods[0]!.description,
        items: content.goods.length,
        lane: examination.lane,
        taxState: overdue && taxState !== "none" ? "overdue" : taxState,
        totalFen: fenOf(examination.taxes.total),
        due: examination.due,
        ...holdsAsColumns(examination.holds),
      });
    },
    "declaration.withdrawn": ({ body }: Entry<never>) =>
      set((body as { declaration: string }).declaration, {
        state: "withdrawn",
        amendment: false,
        ...holdsAsColumns([]),
      }),
    "declaration.closed": ({ body }: Entry<never>) =>
      set((body as { declaration: string }).declaration, { state: "closed" }),
  },
});

/** Papers beside the lists: business forms, their slips, and gate passes. */
import type { PassApproved } from "@openftz/customs/gate-pass/gate-pass.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView, type Projection } from "./view.ts";

const setTo =
  (paper: string, set: Readonly<Record<string, string | null>>): Projection =>
  ({ body }: Entry<never>): readonly RowOperation[] => [
    { set, where: { [paper]: (body as Readonly<Record<string, string>>)[paper]! } },
  ];

type Filed = {
  readonly request: {
    readonly book: string;
    readonly kind: string;
    readonly direction: string;
    readonly status?: string;
    readonly validUntil: string;
  };
  readonly form: string;
  readonly party: string;
  readonly office: string;
};

/** Business forms. */
export const businessFormView = defineView({
  shape: {
    name: "business-form",
    version: 1,
    columns: {
      form: "text",
      book: "text",
      party: "text",
      office: "text",
      kind: "text",
      direction: "text",
      status: "text",
      validUntil: "text",
      state: "text",
      at: "text",
    },
    key: ["form"],
    indexes: [
      ["book", "at"],
      ["party", "at"],
      ["office", "at"],
    ],
  },
  on: {
    "business-form.filed": ({ body, at }: Entry<never>) => {
      const { request, form, party, office } = body as Filed;
      const { book, kind, direction, status = "bonded", validUntil } = request;
      return [
        { put: { form, book, party, office, kind, direction, status, validUntil, state: "filed", at } },
      ];
    },
    "business-form.decided": ({ body }: Entry<never>) => {
      const { form, accept } = body as { form: string; accept: boolean };
      return [{ set: { state: accept ? "effective" : "rejected" }, where: { form } }];
    },
    "business-form.closed": setTo("form", { state: "closed" }),
  },
});

type Declared = {
  readonly slip: string;
  readonly form: string;
  readonly book: string;
  readonly party: string;
  readonly office: string;
  readonly direction: string;
  readonly returns: string | null;
  readonly status: string;
  readonly by: string;
  readonly lines: readonly object[];
};

const slipsSet =
  (state: string, has: boolean): Projection =>
  ({ body }: Entry<never>): readonly RowOperation[] => {
    const { list, slips = [] } = body as { list: string; slips?: readonly string[] };
    return slips.map((slip) => ({ set: { state, list: has ? list : null }, where: { slip } }));
  };

/** Stock slips. */
export const stockSlipView = defineView({
  shape: {
    name: "stock-slip",
    version: 2,
    columns: {
      slip: "text",
      form: "text",
      book: "text",
      party: "text",
      office: "text",
      direction: "text",
      returns: "text",
      status: "text",
      lines: "integer",
      by: "text",
      list: "text",
      pass: "text",
      state: "text",
      at: "text",
    },
    key: ["slip"],
    indexes: [["form", "at"], ["book", "at"], ["party", "at"], ["office", "at"], ["pass"]],
  },
  on: {
    "stock-slip.declared": ({ body, at }: Entry<never>) => {
      const { slip, form, book, party, office, direction, returns, status, by, lines } = body as Declared;
      return [
        {
          put: {
            ...{ slip, form, book, party, office, direction, returns, status, by },
            ...{ lines: lines.length, list: null, pass: null, state: "approved", at },
          },
        },
      ];
    },
    "stock-slip.passed": setTo("slip", { state: "passed" }),
    "stock-slip.deleted": setTo("slip", { state: "deleted" }),
    "bonded-list.approved": slipsSet("declared", true),
    "bonded-list.deleted": slipsSet("passed", false),
    "gate-pass.approved": ({ body }: Entry<never>): readonly RowOperation[] => {
      const { pass, slips } = body as PassApproved;
      return slips.map((slip) => ({ set: { pass }, where: { slip } }));
    },
    "gate-pass.voided": ({ body }: Entry<never>): readonly RowOperation[] => [
      { set: { pass: null }, where: { pass: (body as { pass: string }).pass } },
    ],
  },
});

const SAID = [
  ...["container", "grossMassKg", "vehicleMassKg", "frameMassKg", "containerMassKg"],
  ...["transportDocument", "description"],
] as const;

/** Gate passes, each with what its request said of the vehicle; its papers are one text, a blank between two numbers. */
export const gatePassView = defineView({
  shape: {
    name: "gate-pass",
    version: 2,
    columns: {
      pass: "text",
      book: "text",
      party: "text",
      office: "text",
      kind: "text",
      direction: "text",
      vehicle: "text",
      container: "text",
      grossMassKg: "text",
      vehicleMassKg: "text",
      frameMassKg: "text",
      containerMassKg: "text",
      transportDocument: "text",
      description: "text",
      totalMassKg: "text",
      weighedKg: "text",
      lists: "text",
      slips: "text",
      declareBy: "text",
      state: "text",
      at: "text",
      askedBy: "text",
      endedAt: "text",
      endedBy: "text",
      reason: "text",
    },
    key: ["pass"],
    indexes: [
      ["book", "at"],
      ["party", "at"],
      ["office", "at"],
    ],
  },
  on: {
    "gate-pass.approved": ({ body, at, actor }: Entry<never>) => {
      const { request, pass, party, office, totalMassKg, lists, slips } = body as PassApproved;
      const { book, kind, direction, vehicle } = request;
      const said = request as Readonly<Record<string, unknown>>;
      return [
        {
          put: {
            ...{ pass, book, party, office, kind, direction, vehicle, totalMassKg },
            ...Object.fromEntries(SAID.map((field) => [field, (said[field] as string | undefined) ?? null])),
            ...{ lists: lists.map(({ list }) => list).join(" "), slips: slips.join(" ") },
            ...{ state: "approved", at, askedBy: actor },
          },
        },
      ];
    },
    "gate-pass.passed": ({ body, at, actor }: Entry<never>) => {
      const { pass, weighedKg, declareBy } = body as Readonly<Record<string, string>>;
      const set = { weighedKg, declareBy, state: "passed", endedAt: at, endedBy: actor };
      return [{ set, where: { pass } }] as readonly RowOperation[];
    },
    "gate-pass.voided": ({ body, at, actor }: Entry<never>) => {
      const { pass, reason } = body as { pass: string; reason: string };
      return [{ set: { state: "voided", endedAt: at, endedBy: actor, reason }, where: { pass } }];
    },
  },
});

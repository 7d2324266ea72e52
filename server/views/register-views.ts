/** The registers: parties, zones, guarantees, proposals. */
import type { Filed } from "@openftz/customs/declaration/declaration.ts";
import type { PostingText } from "@openftz/customs/guarantee/guarantee.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

type Party = {
  party: string;
  name: string;
  credit: string;
  contact?: { name: string | null; telephone: string | null };
};

/** Parties. The contact's name is the only personal field in any view; it goes when the person is erased. */
export const partyView = defineView({
  shape: {
    name: "party",
    version: 1,
    columns: { party: "text", name: "text", credit: "text", contactName: "text", erased: "boolean" },
    key: ["party"],
    indexes: [["name"]],
  },
  on: {
    "party.registered": ({ body }: Entry<never>) => {
      const { party, name, credit, contact } = body as Party;
      return [{ put: { party, name, credit, contactName: contact?.name ?? null, erased: false } }];
    },
    "party.credit-set": ({ body }: Entry<never>) => {
      const { party, level } = body as { party: string; level: string };
      return [{ set: { credit: level }, where: { party } }];
    },
    "party.person-erased": ({ body }: Entry<never>) => [
      { set: { contactName: null, erased: true }, where: { party: (body as Party).party } },
    ],
  },
});

type Zone = {
  zone: string;
  name: { en: string; zh: string };
  office: string;
  type: string;
  from: string;
  approval: string;
  confirmed: boolean;
};

/** Zones, with the type, name and office they have had last. */
export const zoneView = defineView({
  shape: {
    name: "zone",
    version: 2,
    columns: {
      zone: "text",
      nameEn: "text",
      nameZh: "text",
      office: "text",
      type: "text",
      from: "text",
      approval: "text",
      confirmed: "boolean",
    },
    key: ["zone"],
    indexes: [],
  },
  on: {
    "zone.registered": ({ body }: Entry<never>) => {
      const { zone, name, office, type, from, approval, confirmed } = body as Zone;
      return [{ put: { zone, nameEn: name.en, nameZh: name.zh, office, type, from, approval, confirmed } }];
    },
    "zone.type-changed": ({ body }: Entry<never>) => {
      const { zone, name, type, from, approval, confirmed } = body as Omit<Zone, "name"> & Partial<Zone>;
      const named = name && { nameEn: name.en, nameZh: name.zh };
      return [{ set: { type, from, approval, confirmed, ...named }, where: { zone } }];
    },
    "zone.office-changed": ({ body }: Entry<never>) => {
      const { zone, office } = body as Zone;
      return [{ set: { office }, where: { zone } }];
    },
  },
});

type Opened = {
  guarantee: string;
  party: string;
  guarantor: string;
  from: string;
  until: string;
  posting: PostingText;
};

const posted = ({ body, records }: Entry<never>): readonly RowOperation[] => {
  const { guaranteePosting } = body as Pick<Filed, "guaranteePosting">;
  const guarantee = records.find((record) => record.startsWith("guarantee/"))?.slice("guarantee/".length);
  if (!guaranteePosting || guarantee === undefined) return [];
  const fen = Number(guaranteePosting.amount);
  const { from, to } = guaranteePosting;
  const by = (account: string): number => (to === account ? fen : 0) - (from === account ? fen : 0);
  return [
    {
      add: { reservedFen: by("reserved"), calledFen: by("called"), paidFen: by("paid") },
      where: { guarantee },
    },
  ];
};

/** General guarantees; amounts in fen. */
export const guaranteeView = defineView({
  shape: {
    name: "guarantee",
    version: 2,
    columns: {
      guarantee: "text",
      party: "text",
      guarantor: "text",
      from: "text",
      until: "text",
      limitFen: "integer",
      reservedFen: "integer",
      calledFen: "integer",
      paidFen: "integer",
    },
    key: ["guarantee"],
    indexes: [["party"]],
  },
  on: {
    "guarantee.opened": ({ body }: Entry<never>) => {
      const { guarantee, party, guarantor, from, until, posting } = body as Opened;
      const limitFen = Number(posting.amount);
      return [
        {
          put: {
            guarantee,
            party,
            guarantor,
            from,
            until,
            limitFen,
            reservedFen: 0,
            calledFen: 0,
            paidFen: 0,
          },
        },
      ];
    },
    "guarantee.called": posted,
    "guarantee.settled": posted,
    "declaration.filed": posted,
    "declaration.amended": posted,
    "declaration.paid": posted,
    "declaration.withdrawn": posted,
    "business-form.decided": posted,
    "business-form.closed": posted,
  },
});

/** Acts that wait, or waited, for a second person. */
export const proposalView = defineView({
  shape: {
    name: "proposal",
    version: 1,
    columns: { proposal: "text", command: "text", by: "text", at: "text", state: "text", request: "json" },
    key: ["proposal"],
    indexes: [["state", "at"]],
  },
  on: {
    "proposal.opened": ({ body, actor, at }: Entry<never>) => {
      const { proposal, command, request } = body as { proposal: string; command: string; request: object };
      return [{ put: { proposal, command, by: actor, at, state: "open", request } }];
    },
    "proposal.confirmed": ({ body }: Entry<never>) => [
      { set: { state: "confirmed" }, where: { proposal: (body as { proposal: string }).proposal } },
    ],
    "proposal.declined": ({ body }: Entry<never>) => [
      { set: { state: "declined" }, where: { proposal: (body as { proposal: string }).proposal } },
    ],
  },
});

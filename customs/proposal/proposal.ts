/** Acts that need two people: one proposes, another confirms. */
import type { Json } from "@openftz/kernel/json.ts";
import Type from "typebox";
import { defineEntry } from "../define/entry-type.ts";
import { defineRecord } from "../define/record.ts";

/** A proposal's number. */
export const ProposalId = Type.String({ pattern: "^P[0-9]{1,15}$", description: "For example P1024." });

/** What the journal says of a proposal. */
export type Proposal = {
  readonly id: string;
  readonly command: string;
  readonly request: Json;
  readonly by: string;
  readonly at: string;
  readonly state: "open" | "confirmed" | "declined";
};

/** Somebody proposed an act. */
export const proposalOpened = defineEntry({
  type: "proposal.opened",
  version: 1,
  body: Type.Object({ proposal: ProposalId, command: Type.String(), request: Type.Any() }),
});

/** Somebody else confirmed it; the act's own entries follow this one. */
export const proposalConfirmed = defineEntry({
  type: "proposal.confirmed",
  version: 1,
  body: Type.Object({ proposal: ProposalId }),
});

/** Somebody declined it. */
export const proposalDeclined = defineEntry({
  type: "proposal.declined",
  version: 1,
  body: Type.Object({ proposal: ProposalId, reason: Type.String() }),
});

type Opened = {
  readonly actor: string;
  readonly at: string;
  readonly body: { proposal: string; command: string; request: Json };
};

/** The proposal record. */
export const ProposalRecord = defineRecord<Proposal>({
  kind: "proposal",
  on: {
    "proposal.opened": (_, { actor, at, body }: Opened) => ({
      id: body.proposal,
      command: body.command,
      request: body.request,
      by: actor,
      at,
      state: "open",
    }),
    "proposal.confirmed": (proposal) => ({ ...proposal!, state: "confirmed" }),
    "proposal.declined": (proposal) => ({ ...proposal!, state: "declined" }),
  },
});

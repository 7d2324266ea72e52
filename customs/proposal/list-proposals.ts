import Type from "typebox";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { everyRow } from "../define/view-rows.ts";

/** A proposal as lists show it. */
export type ProposalRow = {
  readonly proposal: string;
  readonly command: string;
  readonly by: string;
  readonly at: string;
  readonly state: string;
  readonly request: object;
};

/** Proposals that wait for a second person, the oldest first. */
export const listProposals = defineList({
  name: "proposal.list",
  title: { en: "Acts that wait for a second person", zh: "待复核" },
  by: ["officer", "administrator"],
  request: Type.Object({}, closed),
  view: "proposal",
  rows: () => everyRow,
  where: () => [{ field: "state", is: "=", value: "open" }],
  order: () => [{ field: "at" }, { field: "proposal" }],
  answer: (row) => row as ProposalRow,
});

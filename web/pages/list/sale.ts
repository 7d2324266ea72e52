/** What a list that imports its goods owes: when that is asked, and the costs that are stated apart. */
import type { LookRequest } from "../../api/types.ts";
import { DECIMAL, type Lack, lackIfGiven } from "../../shared/lacks.ts";
import type { List } from "./acts.ts";

/** Costs that the invoice states apart, by the line of the list, from 0; as typed. */
export type Apart = Readonly<Record<number, { readonly storage: string; readonly inland: string }>>;

const SALES: readonly List["movement"][] = ["to-inland", "batch-to-inland", "release"];

/** Goods under bond are imported when they go inland or are released; what is posted has been taxed. */
export const isSale = ({ movement, status, state }: Pick<List, "movement" | "status" | "state">): boolean =>
  state === "approved" && SALES.includes(movement) && (status === "bonded" || status === "transit");

const lines = (apart: Apart) =>
  Object.entries(apart).map(([index, costs]) => ({ ...costs, index: Number(index) }));

/** What of the costs is no number. */
export const apartLacks = (apart: Apart): readonly Lack[] =>
  lines(apart).flatMap(({ index, storage, inland }) => [
    ...lackIfGiven({
      pointer: `/apart/${index}/storage`,
      value: storage,
      form: DECIMAL,
      key: "lack.decimal",
    }),
    ...lackIfGiven({ pointer: `/apart/${index}/inland`, value: inland, form: DECIMAL, key: "lack.decimal" }),
  ]);

/** The request; lines of which nothing is stated apart are left out. */
export const saleRequest = (list: string, apart: Apart): LookRequest<"bonded-list.assess-sale"> => ({
  list,
  apart: lines(apart)
    .filter(({ storage, inland }) => storage !== "" || inland !== "")
    .map(({ index, storage, inland }) => ({
      line: index + 1,
      ...(storage !== "" && { storage }),
      ...(inland !== "" && { inland }),
    })),
});

/** The line of the list, from 0, that a fault is about; undefined: the list as a whole. */
export const lineOfFault = (
  pointer: string,
  sent: LookRequest<"bonded-list.assess-sale">,
): number | undefined => {
  const at = /^\/apart\/(\d+)/.exec(pointer)?.[1];
  const line = at === undefined ? undefined : sent.apart?.[Number(at)]?.line;
  return line === undefined ? undefined : line - 1;
};

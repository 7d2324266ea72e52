import Type from "typebox";
import { closed } from "../define/fields.ts";
import { defineList } from "../define/query.ts";
import { ownRows } from "../define/view-rows.ts";

/** An archive as lists show it. */
export type ArchiveRow = {
  readonly archive: string;
  readonly party: string;
  readonly office: string;
  readonly state: string;
  readonly validUntil: string;
  /** True while a change waits for its decision. */
  readonly change: boolean;
};

/** Enterprise archives: an enterprise sees its own, an officer those of the office. */
export const listArchives = defineList({
  name: "archive.list",
  title: { en: "Enterprise archives", zh: "企业档案库" },
  by: ["declarant", "officer", "administrator"],
  request: Type.Object({}, closed),
  view: "archive",
  rows: (actor) => ownRows(actor, ["party"], "office"),
  where: () => [],
  order: () => [{ field: "archive" }],
  answer: (row) => row as ArchiveRow,
});

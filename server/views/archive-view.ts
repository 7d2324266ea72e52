import type { Content, Filed } from "@openftz/customs/archive/archive.ts";
import type { Entry } from "@openftz/kernel/entry.ts";
import type { RowOperation } from "../store.ts";
import { defineView } from "./view.ts";

type Changed = Content & { readonly archive: string };

/** Enterprise archives; `next` is how long an undecided change would make one valid. */
export const archiveView = defineView({
  shape: {
    name: "archive",
    version: 1,
    columns: {
      archive: "text",
      party: "text",
      office: "text",
      state: "text",
      validUntil: "text",
      change: "boolean",
      next: "text",
    },
    key: ["archive"],
    indexes: [["party"], ["office"]],
  },
  recalls: true,
  on: {
    "archive.filed": ({ body }: Entry<never>): readonly RowOperation[] => {
      const { archive, request } = body as Filed;
      const { party, office, validUntil } = request;
      return [{ put: { archive, party, office, state: "filed", validUntil, change: false, next: null } }];
    },
    "archive.change-filed": ({ body }: Entry<never>, recall) => {
      const { archive, validUntil } = body as Changed;
      const row = recall(archive);
      return row ? [{ put: { ...row, change: true, next: validUntil } }] : [];
    },
    "archive.decided": ({ body }: Entry<never>, recall) => {
      const { archive, accept } = body as { archive: string; accept: boolean };
      const row = recall(archive);
      if (!row) return [];
      if (row.state === "filed") return [{ put: { ...row, state: accept ? "effective" : "rejected" } }];
      const validUntil = accept ? row.next! : row.validUntil!;
      return [{ put: { ...row, validUntil, change: false, next: null } }];
    },
  },
});

import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, FileHash, Name } from "../define/fields.ts";
import { keyOf, may, must } from "../define/record.ts";
import { command, lookup } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { HS_ID, HsEditionName, HsRecord } from "./hs-book.ts";
import { HsFile } from "./hs-edition.ts";

/** Adopts an edition of the Harmonized System from a day on; tariffs are checked against the edition of their day. */
export const adoptHs = command({
  name: "hs.adopt",
  title: { en: "Adopt an HS edition", zh: "启用协调制度版本" },
  by: ["tariff-keeper"],
  request: Type.Object({ edition: HsEditionName, from: Day, source: Name, file: FileHash }, closed),
  needs: ({ file }) => [may(HsRecord, HS_ID), must(HsFile, file, "/file")],
  places: () => [],
  decide: (request, { records }) => {
    const faults = invalidDays(request, ["from"]);
    if (faults.length > 0) return refuse("invalid-request", "A day does not exist.", "Correct it.", faults);
    const { size } = records.get(HsFile, request.file);
    return accept({
      type: "hs.adopted",
      records: [keyOf(HsRecord, HS_ID)],
      body: { ...request, codes: size },
    });
  },
  answer: ([entry]) => ({ position: entry!.position, ...(entry!.body as { codes: number }) }),
});

/** The editions of the Harmonized System that were adopted. */
export const listHsEditions = lookup({
  name: "hs.editions",
  title: { en: "HS editions", zh: "协调制度版本" },
  by: "anyone",
  request: Type.Object({}, closed),
  needs: () => [may(HsRecord, HS_ID)],
  answer: (_, { records }) => ({ editions: records.find(HsRecord, HS_ID)?.editions ?? [] }),
});

import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, FileHash, Name } from "../define/fields.ts";
import { keyOf, may, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { EditionFile } from "./edition.ts";
import { TARIFF_ID, TariffRecord } from "./tariff-book.ts";

const AdoptTariff = Type.Object(
  {
    edition: FileHash,
    from: Day,
    source: Name,
    counts: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  },
  closed,
);

/**
 * Puts a tariff edition in force from a day. The file was read, checked and compiled before, outside the writer;
 * this act is small, so that filing never waits for an import.
 */
export const adoptTariff = command({
  name: "tariff.adopt",
  title: { en: "Adopt a tariff edition", zh: "启用税则版本" },
  by: ["tariff-keeper"],
  request: AdoptTariff,
  needs: ({ edition }) => [may(TariffRecord, TARIFF_ID), must(EditionFile, edition, "/edition")],
  places: () => [],
  decide: (request, { records }) => {
    const faults = invalidDays(request, ["from"]);
    if (faults.length > 0) return refuse("invalid-request", "A day does not exist.", "Correct it.", faults);
    const { size } = records.get(EditionFile, request.edition);
    return accept({
      type: "tariff.adopted",
      records: [keyOf(TariffRecord, TARIFF_ID)],
      body: { ...request, lines: size },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    ...(entry!.body as { edition: string; lines: number }),
  }),
});

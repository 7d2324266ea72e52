import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { accept, refuse } from "../define/command.ts";
import { closed, Day, FileHash, Remark } from "../define/fields.ts";
import { keyOf, may, must } from "../define/record.ts";
import { command } from "../law/command.ts";
import { invalidDays } from "../law/days.ts";
import { EditionFile } from "./edition.ts";
import { editionBefore, editionOn, TARIFF_ID, TariffRecord } from "./tariff-book.ts";

/**
 * Puts the edition before back in force, from today or another day: a new entry, nothing is edited, and both editions
 * stay. It was checked when it was adopted, so nothing stands in the way. Done twice, the newer one is back, so whoever
 * may have to ask again names the edition that is to go.
 */
export const revertTariff = command({
  name: "tariff.revert",
  title: { en: "Put the edition before back in force", zh: "恢复上一税则版本" },
  by: ["tariff-keeper"],
  request: Type.Object(
    {
      from: Type.Optional(Day),
      /** The edition that is to go. Refused when another one holds, so that what is sent twice is done once. */
      instead: Type.Optional(FileHash),
      reason: Remark,
    },
    closed,
  ),
  needs: ({ from }, records, now) => {
    const day = from === undefined ? now.day : parsePlainDate(from);
    const before = day && editionBefore(records.find(TariffRecord, TARIFF_ID), day);
    return [may(TariffRecord, TARIFF_ID), ...(before ? [must(EditionFile, before.edition, "/from")] : [])];
  },
  places: () => [],
  decide: ({ from, instead, reason }, { records, now }) => {
    const day = from === undefined ? now.day : parsePlainDate(from);
    if (!day)
      return refuse(
        "invalid-request",
        "A day does not exist.",
        "Correct it.",
        invalidDays({ from }, ["from"]),
      );
    const book = records.find(TariffRecord, TARIFF_ID);
    const [current, before] = [editionOn(book, day), editionBefore(book, day)];
    if (!current || !before)
      return refuse(
        "not-now",
        `On ${day} there is no edition that the one in force was compared with and took the place of.`,
        "See tariff.editions; adopt the edition that should hold.",
      );
    if (instead !== undefined && instead !== current.edition)
      return refuse(
        "not-now",
        `On ${day} the edition that holds is ${current.edition}, not the one that is to go.`,
        "See tariff.editions: perhaps it was put back already.",
      );
    const { edition, source, lines } = before;
    return accept({
      type: "tariff.reverted",
      records: [keyOf(TariffRecord, TARIFF_ID)],
      body: { edition, from: day, source, lines, instead: current.edition, reason },
    });
  },
  answer: ([entry]) => ({
    position: entry!.position,
    ...(entry!.body as { edition: string; from: string; source: string; instead: string }),
  }),
});

import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { closed, Day } from "../define/fields.ts";
import { may } from "../define/record.ts";
import { findTariffLine } from "../duty/tariff.ts";
import { lookup } from "../law/command.ts";
import { searchLines } from "./search-index.ts";
import { shownLine } from "./shown-line.ts";
import { TARIFF_ID, TariffRecord, tariffNeeds, tariffOn } from "./tariff-book.ts";

const MOST_FOUND = 50;

const SearchTariff = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 60 }), day: Type.Optional(Day) },
  closed,
);

/**
 * Searches the tariff of a day as somebody types: the beginning of a code, or words in Chinese or English, one typing
 * slip forgiven. Open to everybody: the tariff is public law.
 */
export const searchTariff = lookup({
  name: "tariff.search",
  title: { en: "Search the tariff", zh: "税则查询" },
  by: "anyone",
  request: SearchTariff,
  needs: ({ day }, records, now) => tariffNeeds(records, (day && parsePlainDate(day)) || now.day, "/day"),
  answer: ({ text, day }, { records, now }) => {
    const date = (day && parsePlainDate(day)) || now.day;
    const found = tariffOn(records, date);
    if (!found) return { day: date, edition: null, lines: [], more: false };
    const { lines, more } = searchLines(found.tariff.search, text, date, MOST_FOUND);
    return { day: date, edition: found.edition, lines: lines.map(shownLine), more };
  },
});

const ShowTariffLine = Type.Object(
  { code: Type.String({ pattern: "^[0-9]{2,13}$" }), day: Type.Optional(Day) },
  closed,
);

/** The line of the tariff that a commodity falls under on a day. */
export const showTariffLine = lookup({
  name: "tariff.show",
  title: { en: "A line of the tariff", zh: "税则条目" },
  by: "anyone",
  request: ShowTariffLine,
  needs: ({ day }, records, now) => tariffNeeds(records, (day && parsePlainDate(day)) || now.day, "/day"),
  answer: ({ code, day }, { records, now }) => {
    const date = (day && parsePlainDate(day)) || now.day;
    const found = tariffOn(records, date);
    const line = found && findTariffLine(found.tariff, code, date);
    return {
      day: date,
      edition: found?.edition ?? null,
      line: line?.kind === "line" ? shownLine(line.line) : null,
    };
  },
});

/** The editions of the tariff that were ever adopted. */
export const listEditions = lookup({
  name: "tariff.editions",
  title: { en: "Tariff editions", zh: "税则版本" },
  by: "anyone",
  request: Type.Object({}, closed),
  needs: () => [may(TariffRecord, TARIFF_ID)],
  answer: (_, { records }) => ({ editions: records.find(TariffRecord, TARIFF_ID)?.editions ?? [] }),
});

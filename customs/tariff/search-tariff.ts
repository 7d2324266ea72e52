import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import Type from "typebox";
import { closed, Day } from "../define/fields.ts";
import { may } from "../define/record.ts";
import { findTariffLine } from "../duty/tariff.ts";
import type { TariffLine } from "../duty/tariff-line.ts";
import { lookup } from "../law/command.ts";
import { searchLines } from "./search-index.ts";
import { TARIFF_ID, TariffRecord, tariffNeeds, tariffOn } from "./tariff-book.ts";

/** A tariff line as people see it; rates as written, null where the tariff states none. */
export type ShownLine = {
  readonly code: string;
  readonly description: string;
  readonly mfn: string | null;
  readonly provisional: string | null;
  readonly general: string | null;
  readonly vat: string | null;
  readonly consumptionTax: string | null;
  readonly export: string | null;
  readonly agreements: Readonly<Record<string, string>>;
  readonly units: readonly string[];
  readonly note: string | null;
};

const shown = (line: TariffLine): ShownLine => ({
  code: line.code,
  description: line.description ?? "",
  mfn: line.mfn?.text ?? null,
  provisional: line.provisional?.text ?? null,
  general: line.general?.text ?? null,
  vat: line.vat === undefined ? "0" : (line.vat?.text ?? null),
  consumptionTax: line.consumptionTax === undefined ? "0" : (line.consumptionTax?.text ?? null),
  export: line.exportProvisional?.text ?? line.export?.text ?? null,
  agreements: Object.fromEntries([...line.agreements].map(([code, { text }]) => [code, text])),
  units: line.units,
  note: line.note ?? null,
});

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
    return { day: date, edition: found.edition, lines: lines.map(shown), more };
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
      line: line?.kind === "line" ? shown(line.line) : null,
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

/** The contract's own JSON lines as a source. */
import { readTariff } from "@openftz/customs/duty/read-tariff.ts";
import type { TariffLine } from "@openftz/customs/duty/tariff-line.ts";
import { parsePlainDate } from "@openftz/kernel/plain-date.ts";
import { beginning, type ImportCounts, type TariffImporter } from "./tariff-import.ts";

export const jsonLines: TariffImporter = {
  form: "JSON lines",
  matches: (bytes) => beginning(bytes).startsWith("{"),
  read: (bytes, { file, from }) => {
    const first = from === undefined ? undefined : parsePlainDate(from);
    const read = readTariff(bytes, file, Number.POSITIVE_INFINITY);
    const lines = read.lines.map((line) => (line.from || !first ? line : { ...line, from: first }));
    const late = lines.filter(({ from, to }) => from && to && from > to);
    const faults = late.map(({ place }) => ({
      ...place,
      field: "to",
      detail: "the line ends before the first day asked for",
    }));
    return {
      form: jsonLines.form,
      lines,
      counts: countsOf(lines),
      faults: [...read.faults, ...faults],
    };
  },
};

/** What a keeper wants to know of some lines before adopting them. */
export const countsOf = (lines: readonly TariffLine[]): ImportCounts => ({
  lines: lines.length,
  "MFN rate not stated": lines.filter(({ mfn, provisional }) => !mfn && !provisional).length,
  "general rate not stated": lines.filter(({ general }) => !general).length,
  "consumption tax not stated": lines.filter(({ consumptionTax }) => consumptionTax === null).length,
  "VAT not stated": lines.filter(({ vat }) => vat === null).length,
});

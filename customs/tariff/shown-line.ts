import type { TariffLine } from "../duty/tariff-line.ts";

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
  readonly quota: string | null;
  /** The codes of the trade remedies on the line, whatever their days and origins. */
  readonly remedies: readonly string[];
  readonly agreements: Readonly<Record<string, string>>;
  readonly units: readonly string[];
  readonly note: string | null;
};

/** A line in the form in which it is shown. A tax that the line does not name is 0; one it leaves open is null. */
export const shownLine = (line: TariffLine): ShownLine => ({
  code: line.code,
  description: line.description ?? "",
  mfn: line.mfn?.text ?? null,
  provisional: line.provisional?.text ?? null,
  general: line.general?.text ?? null,
  vat: line.vat === undefined ? "0" : (line.vat?.text ?? null),
  consumptionTax: line.consumptionTax === undefined ? "0" : (line.consumptionTax?.text ?? null),
  export: line.exportProvisional?.text ?? line.export?.text ?? null,
  quota: line.quotaProvisional?.text ?? line.quota?.text ?? null,
  remedies: [...new Set(line.remedies.map(({ code }) => code))],
  agreements: Object.fromEntries([...line.agreements].map(([code, { text }]) => [code, text])),
  units: line.units,
  note: line.note ?? null,
});

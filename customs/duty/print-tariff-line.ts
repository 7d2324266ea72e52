/** Writes a tariff line in the one form in which an edition is kept: fields in the contract's order, absent ones left out. */
import { TARIFF_FIELDS } from "./read-tariff-line.ts";
import type { Column, Remedy, TariffLine } from "./tariff-line.ts";

/** One JSON line without its line end. The same line gives the same text, whatever order its fields were read in. */
export const printTariffLine = (line: TariffLine): string => {
  const values: { readonly [Field in (typeof TARIFF_FIELDS)[number]]: unknown } = {
    code: line.code,
    from: line.from,
    to: line.to,
    mfn: line.mfn?.text,
    provisional: line.provisional?.text,
    general: line.general?.text,
    agreements: texts(line.agreements),
    special: texts(line.special),
    special_zero: list(line.specialZero),
    quota: line.quota?.text,
    quotaProvisional: line.quotaProvisional?.text,
    export: line.export?.text,
    exportProvisional: line.exportProvisional?.text,
    vat: line.vat === null ? null : line.vat?.text,
    consumptionTax: line.consumptionTax === null ? null : line.consumptionTax?.text,
    units: list(line.units),
    remedies: line.remedies.length === 0 ? undefined : line.remedies.map(remedyFields),
    description: line.description,
    note: line.note,
  };
  return JSON.stringify(Object.fromEntries(TARIFF_FIELDS.map((field) => [field, values[field]])));
};

const remedyFields = (remedy: Remedy): object => ({
  code: remedy.code,
  kind: remedy.kind,
  origins: remedy.origins,
  exceptOrigins: list(remedy.exceptOrigins),
  exporters: texts(remedy.exporters),
  rate: remedy.rate.text,
  from: remedy.from,
  to: remedy.to,
});

const texts = (columns: ReadonlyMap<string, Column>): Readonly<Record<string, string>> | undefined =>
  columns.size === 0
    ? undefined
    : Object.fromEntries([...columns].map(([name, column]) => [name, column.text]));

const list = (items: readonly string[]): readonly string[] | undefined =>
  items.length === 0 ? undefined : items;
